import type { LocatedItem } from '#core/bank/located-bank.ts';
import { pathIn, pickLanguage } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerDeck } from '#core/check/examples/transformer.ts';
import { pickByLanguage } from '#core/check/language/lexicon/index.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';

const example = (stem: string) =>
  makeTransformerDeck('encoder-runs-in-parallel', [
    'kind: true-false',
    `stem: ${stem}`,
    'key: true',
    'rationale: No position waits for the one before it, unlike in a recurrent network.',
  ]);

export const itemTrueFalseCompound: Rule = {
  id: 'item/true-false-compound',
  severity: 'info',
  words: ['en', 'zh'],
  summary: 'A true-false statement should make one claim.',
  why: 'If one half is true and the other false, neither answer is right; and a right answer does not show which half was known.',
  bad: example('The encoder reads all tokens at once, and the decoder has a mask while it is trained.'),
  good: example('The encoder reads all tokens of its input at once.'),
  check: checkItemsThat(['judge'], compound),
};

function* compound(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  for (const lang of languagesOf(located)) {
    const stem = pickLanguage(item.stem, lang);
    const joint = pickByLanguage(joints, lang)?.(stem);
    if (joint === undefined) continue;
    yield {
      at: pathIn(item.stem, ['stem'], lang),
      message: `the statement makes two claims, joined by \`${joint}\`; split it or keep the claim that matters`,
    };
  }
}

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

const joints = { en: englishJoint, zh: chineseJoint };
