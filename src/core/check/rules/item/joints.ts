import { memoise } from '#core/base/memoise.ts';
import type { Lang } from '#core/base/text.ts';
import { pickByLanguage } from '../../language/lexicon/index.ts';
import { wordPatternOf } from '../../language/lexicon/word-pattern.ts';

/** Returns the word that joins two claims in a statement, or undefined if it makes one. */
export const findJoint = (stem: string, lang: Lang): string | undefined =>
  pickByLanguage(joints, lang)?.(stem);

/** Words that are always verbs, or almost always. */
const verb =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|cannot|will|would|must|may|might|should|needs?|uses|used|reads|learns|learned|predicts|predicted|trains|trained|keeps|kept|gives|gave|takes|took|makes|made|becomes|became|contains|depends|requires|required|stores|computes|produces|generates|improves|reduces|increases|decreases|grows|grew|falls|fell|stays|remains|works|runs|shows|showed|allows|starts|ends|adds|added|introduced|sees|saw|gets|got|holds|held|lets|outperforms|outperformed|masks|masked|lies|lay|came|comes|went|goes)\b/i;
/** The first word of a subject. */
const subject = /^(?:the|an?|it|its|their|they|this|these|those|each|every|all|no|he|she|we|\p{Lu}\S*)$/u;
/** A verb after one of these is that of a clause within the subject. */
const relative = /^(?:that|which|who|whose)$/;
const andJoint = /,? and (?=\S)/g;
const becauseJoint = /(?<!\b(?:not|only|just|partly|mainly|mostly) )\bbecause\b(?! of\b)/;

function englishJoint(stem: string): string | undefined {
  const because = becauseJoint.exec(stem);
  if (because !== null) {
    const [before, after] = [stem.slice(0, because.index), stem.slice(because.index + because[0].length)];
    if (verb.test(before) && verb.test(after)) return 'because';
  }
  for (const joint of stem.matchAll(andJoint)) {
    const before = stem.slice(0, joint.index);
    // `Between the one and the other` joins two things, and so does an `and` in a subordinate clause.
    if (/\b(?:between|both|that|whether|which|who|if|when|where|while)\b/i.test(before) || !verb.test(before))
      continue;
    if (hasSubjectAndVerb(stem.slice(joint.index + joint[0].length))) return 'and';
  }
  return undefined;
}

function hasSubjectAndVerb(text: string): boolean {
  const words = text.replace(/^(?:then|so|thus|hence|therefore) /, '').split(/\s+/, 7);
  const end = words.findIndex((word, i) => i > 0 && verb.test(word));
  return end > 0 && subject.test(words[0] ?? '') && !words.slice(1, end).some((word) => relative.test(word));
}

const chineseJoints =
  /^[^，。；]{4,}，(?:[^。；]*，)?(并且|而且|因为)[^，。；]{4,}|^(因为|由于)[^，。；]{3,}，[^。；]{4,}|(?<!不)(之所以)[^。；]{3,}是?因为/;

function chineseJoint(stem: string): string | undefined {
  const match = chineseJoints.exec(stem);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** How a language with verbs of its own joins two claims. */
interface JoiningWords {
  /** Forms of frequent verbs, which are nothing else. */
  readonly verb: RegExp;
  /** What gives a reason; the word is in the group `joint`. */
  readonly reason: RegExp;
  /** What adds a claim, up to the first words of its subject; the word is in the group `joint`. */
  readonly adding: RegExp;
  /** What makes the part before it a clause within the claim. */
  readonly within: RegExp;
}

function makeGerman(): JoiningWords {
  return {
    verb: wordPatternOf(
      'ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|muss|müssen|darf|soll|gibt|geht|kommt|liegt|liegen|steht|stehen|besteht|bestehen|entsteht|entstehen|bleibt|bleiben|macht|nimmt|nehmen|braucht|brauchen|gehört|gehören|dreht|drehen|bildet|bilden|enthält|enthalten|führt|führen|findet|finden|wirkt|wirken|steigt|steigen|sinkt|sinken|fällt|fallen|fließt|wächst|wachsen|lebt|leben|nutzt|nutzen|verbraucht|erzeugt|erzeugen|speichert|produziert|reguliert|enthielt|begann|endete|regierte|gründete',
    ),
    reason:
      /(?<!(?:nicht(?: nur)?|nur|vor allem|gerade|auch)),? (?<joint>weil|denn)(?!\p{L})|, (?<also>da)(?= (?:der|die|das|er|sie|es|ein|eine|dies\p{L}*|sein\p{L}*|ihr\p{L}*)(?!\p{L}))/iu,
    adding:
      /,? (?<joint>und)(?= (?:der|die|das|ein|eine|er|sie|es|dieser?|dieses|jede[rs]?|alle|seine?|ihre?|kein|keine)(?!\p{L}))/giu,
    within: wordPatternOf('zwischen|sowohl|dass|ob|wenn|falls|während|obwohl|sobald|indem'),
  };
}

function makeFrench(): JoiningWords {
  return {
    verb: wordPatternOf(
      'est|sont|était|étaient|fut|furent|ont|avait|avaient|fait|font|peut|peuvent|doit|doivent|devient|deviennent|contient|contiennent|produit|produisent|permet|permettent|tourne|tournent|reste|restent|possède|possèdent|appartient|appartiennent|comprend|dépend|dépendent|augmente|augmentent|diminue|diminuent|commence|utilise|utilisent|consomme|consomment|se trouve|se trouvent|a(?= (?:été|une?|le|la|les|des|du|deux|plus)(?!\\p{L}))',
    ),
    reason:
      /(?<!(?:seulement|uniquement|surtout|notamment)),? (?<joint>parce qu(?:e |['’])|car |puisqu(?:e |['’]))/iu,
    adding:
      /,? (?<joint>et)(?= (?:(?:le|la|les|un|une|des|il|elle|ils|elles|ce|cette|ces|son|sa|ses|leurs?|chaque|tous|toutes) |l['’]))/giu,
    within: wordPatternOf('entre|que|qui|si|quand|lorsque|dont|où|à la fois'),
  };
}

function makeSpanish(): JoiningWords {
  return {
    verb: wordPatternOf(
      'es|son|era|eran|fue|fueron|está|están|ha|han|había|hay|tiene|tienen|tenía|puede|pueden|debe|deben|hace|hacen|produce|producen|contiene|contienen|permite|permiten|gira|giran|queda|quedan|posee|poseen|pertenece|pertenecen|comprende|depende|dependen|aumenta|aumentan|disminuye|disminuyen|empieza|utiliza|utilizan|usa|usan|consume|consumen|se encuentra|se encuentran|vive|viven',
    ),
    reason:
      /(?<!(?:solo|sólo|no|principalmente|sobre todo)),? (?<joint>porque|ya que|puesto que|debido a que)(?!\p{L})/iu,
    adding:
      /,? (?<joint>y|e)(?= (?:el|la|los|las|un|una|unos|unas|él|ella|ellos|ellas|este|esta|estos|estas|su|sus|cada|todos|todas) )/giu,
    within: wordPatternOf('entre|que|si|cuando|donde|tanto|cuyo|cuya'),
  };
}

const madeBy = memoise((make: () => JoiningWords) => make());

/** The joint of a statement in a language whose words are made when the first statement comes. */
const jointBy =
  (make: () => JoiningWords) =>
  (stem: string): string | undefined => {
    const { verb, reason, adding, within } = madeBy(make);
    const because = reason.exec(stem);
    if (because !== null) {
      const [before, after] = [stem.slice(0, because.index), stem.slice(because.index + because[0].length)];
      if (verb.test(before) && verb.test(after)) return jointIn(because);
    }
    for (const joint of stem.matchAll(adding)) {
      const before = stem.slice(0, joint.index);
      if (within.test(before) || !verb.test(before)) continue;
      // Within a few words: what follows later may be the verb of another clause.
      const next = stem
        .slice(joint.index + joint[0].length)
        .trim()
        .split(/\s+/, 7);
      const end = next.findIndex((word, i) => i > 0 && verb.test(word));
      if (end > 0 && !next.slice(0, end).some((word) => /,$/.test(word))) return jointIn(joint);
    }
    return undefined;
  };

const jointIn = ({ groups, 0: all }: RegExpExecArray | RegExpMatchArray): string =>
  (groups?.joint ?? groups?.also ?? all).trim();

/** A reason, or a second subject behind a first claim; what follows が is set against it, which is one claim. */
const japaneseJoints =
  /^[^。]{4,}(?:だ|である|する|した|い|た|る)(?<reason>ので|から|ため)、[^。]{4,}|^[^。、]{2,}は[^。]{3,}(?<adding>であり|し|おり)、[^。、]+は[^。]{3,}/u;

function japaneseJoint(stem: string): string | undefined {
  const { groups } = japaneseJoints.exec(stem) ?? {};
  return groups?.reason ?? groups?.adding;
}

const joints: Readonly<Record<Lang, (stem: string) => string | undefined>> = {
  en: englishJoint,
  zh: chineseJoint,
  de: jointBy(makeGerman),
  fr: jointBy(makeFrench),
  es: jointBy(makeSpanish),
  ja: japaneseJoint,
};
