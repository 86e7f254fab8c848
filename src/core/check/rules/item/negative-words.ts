import { wordsIn } from '../../language/lexicon/word-pattern.ts';

/** How a language asks for what is not true. */
export interface NegativeWords {
  /** The word that says so is in the group `negation`. */
  readonly patterns: () => readonly RegExp[];
  /** A cheap pre-test. */
  readonly hint: RegExp;
}

/** Patterns that are made when the first text of their language comes: it takes milliseconds, and few banks have it. */
function makeLate(sources: readonly string[], flags = 'iu'): () => readonly RegExp[] {
  let made: readonly RegExp[] | undefined;
  return () => {
    made ??= sources.map((source) => new RegExp(source, flags));
    return made;
  };
}

const end = String.raw`[^\p{L}\p{N}]*$`;
/** A question word, and all up to the next clause. */
const german = `(?:^|[.:,;!?] )(?:(?:in|an|auf|bei|für|mit|von|zu|aus|nach) )?${wordsIn('welche[mnrs]?|was|wer')}[^?,;:]*?`;

/** How German asks for what is not true. */
export const germanNegative: NegativeWords = {
  hint: /nicht|kein|falsch|außer|ausnahme|unzutreffend|unwahr|wenigsten/i,
  patterns: makeLate([
    // Of a participle before a noun, `nicht gespeicherte Daten`, the negation only describes.
    String.raw`(?!.*was stimmt (?:hier |mit |an ))${german}(?<negation>${wordsIn('nicht|keine?[mnrs]?')})(?! (?:nur|mehr)(?!\p{L}))(?! \p{Ll}+(?:te|ene|nde|ische|liche|bare)[mnrs]? \p{L})`,
    `${german}${wordsIn('ist|sind')}[^?,;:]*?(?<negation>${wordsIn('falsch(?:e[nrs]?)?|unzutreffend|unwahr|inkorrekt')})${end}`,
    String.raw`(?!.*was stimmt (?:hier |mit |an ))${german}${wordsIn('trifft|treffen|stimmt|stimmen|gehört|gehören|zählt|zählen')}[^?,;:]*?(?<negation>nicht)(?:\s+\p{L}+)?${end}`,
    String.raw`${german}am (?<negation>wenigsten)(?!\p{L})`,
    `${wordsIn('alle[nrs]?|jede[rs]?')}[^?]*${wordsIn('(?<negation>außer|mit ausnahme)')}`,
    String.raw`(?<negation>außer)(?: eine[mnrs]?| welche[mnrs]?)?\s*(?::|\.{3}|…|_{2,}|\?|$)`,
    `^(?:bitte )?${wordsIn('wählen?|markieren?|kreuzen?|finden?|nennen?')}[^?]*${wordsIn('(?<negation>falsche[nrs]?|unzutreffende[nrs]?)')} ${wordsIn(String.raw`\p{L}*(?:antwort|aussage|option|behauptung)\p{L}*`)}`,
  ]),
};

const french = `(?:^|[.:,;!?] )(?:(?:à|de|dans|pour|avec|parmi) [^?;]*?)?${wordsIn('laquelle|lequel|lesquelles|lesquels|quelle?s?|qui|que|qu')}[^?;:]*?`;
/** In a relative clause, the negation only describes. */
const direct = `(?:(?!${wordsIn('qui|dont|où|si|lorsque|quand|parce|afin|pour')})[^?;:])*?`;

/** How French asks for what is not true. */
export const frenchNegative: NegativeWords = {
  hint: /\bpas\b|\baucun|faux|fausse|incorrect|inexact|sauf|excepté|hormis|exception|moins|jamais/i,
  patterns: makeLate([
    String.raw`(?:^|[.:,;!?] )(?:(?:parmi|à|de|dans) [^?;]*?)?${wordsIn('laquelle|lequel|lesquelles|lesquels|quelle?s?')}${direct}(?<!\p{L})n(?:e |['’])${direct}(?<negation>${wordsIn('pas|jamais|aucune?')})(?! (?:seulement|uniquement))`,
    String.raw`(?:^|[.:,;!?] )(?:qu['’]est-ce )?qui n(?:e |['’])(?:\p{L}+ )?(?<negation>pas)(?!\p{L})(?<!qui n(?:e |['’])(?:va|marche|fonctionne) pas)`,
    String.raw`${french}${wordsIn('est|sont')} (?:(?:la|le|les) )?(?:\p{L}+ )?(?<negation>${wordsIn('fausses?|faux|incorrecte?s?|inexacte?s?|erronée?s?')})(?: ${wordsIn('affirmations?|réponses?|propositions?|énoncés?')})?${end}`,
    `${wordsIn('tou(?:te)?s')}[^?]*${wordsIn(`(?<negation>sauf|excepté|hormis|à l['’]exception)`)}`,
    String.raw`(?<negation>sauf|excepté|hormis)(?: (?:une?|laquelle|lequel))?\s*(?::|\.{3}|…|_{2,}|\?|$)`,
    String.raw`${french}(?:le|la) (?<negation>moins)(?!\p{L})`,
    `^${wordsIn('choisi(?:ssez|s)|sélectionnez?|cochez?|trouvez?|indiquez?')}[^?]*${wordsIn('affirmations?|réponses?|propositions?|énoncés?')} (?<negation>${wordsIn('fausses?|faux|incorrecte?s?|inexacte?s?|erronée?s?')})`,
  ]),
};

const spanish = `(?:^|[.:,;!?] |¿)(?:(?:a|de|en|con|para|entre) [^?;¿]*?)?${wordsIn('cuál(?:es)?|qué|quién(?:es)?')}`;
const simply = `(?:(?!${wordsIn('que|si|cuando|donde|porque|para|cuyo')})[^?;:,])*?`;

/** How Spanish asks for what is not true. */
export const spanishNegative: NegativeWords = {
  hint: /\bno\b|fals[oa]|incorrect|excepto|salvo|menos|nunca|ning/i,
  patterns: makeLate([
    String.raw`${spanish}${simply}(?<negation>${wordsIn('no|nunca')})(?! (?:solo|sólo|solamente)(?!\p{L}))(?! \p{Ll}+(?:[ai]d[oa]s?|bles?|icos?|icas|ales?)(?!\p{L}))`,
    String.raw`${spanish}${simply}${wordsIn('es|son')} (?:(?:la|el|las|los) )?(?:\p{L}+ )?(?<negation>${wordsIn('fals[oa]s?|incorrect[oa]s?|erróne[oa]s?')})(?: ${wordsIn('afirmaci(?:ón|ones)|respuestas?|opci(?:ón|ones)|enunciados?')})?${end}`,
    `${wordsIn('tod[oa]s')}[^?]*${wordsIn('(?<negation>excepto|salvo|menos)')}`,
    String.raw`(?<negation>excepto|salvo)(?: (?:una?|cuál))?\s*(?::|\.{3}|…|_{2,}|\?|$)`,
    String.raw`${spanish}[^?;:]*?${wordsIn('es|son|resulta')} (?:la |el )?(?<negation>menos)(?!\p{L})`,
    `^${wordsIn('elij?ge|elija|escog[ea]|escoja|seleccion[ae]|marc[ae]|marque|señal[ae]|indi(?:ca|que)')}[^?]*${wordsIn('afirmaci(?:ón|ones)|respuestas?|opci(?:ón|ones)|enunciados?')} (?<negation>${wordsIn('fals[oa]s?|incorrect[oa]s?|erróne[oa]s?')})`,
  ]),
};

const thing =
  '(?:もの|こと|の|記述|文|説明|選択肢|項目|方法|理由|機能|特徴|答え|語|用語|要素|目的|利点|組み?合わ?せ)';

/** How Japanese asks for what is not true. */
export const japaneseNegative: NegativeWords = {
  hint: /ない|誤|間違|不適|以外|ません|異な/,
  patterns: makeLate(
    [
      // 誤っているものはどれか / 含まれないものはどれですか
      `(?<negation>誤っている|間違っている|正しくない|適切(?:では|で)ない|不適切な|適していない|当てはまらない|あてはまらない|含まれ(?:てい)?ない|属さない|(?:では|で)ない|(?:でき|使え|使わ|使用し|必要(?:と)?し|存在し|なら|関係し|対応し|対応してい)ない)${thing}(?:を|は|が)[^。？?]{0,20}(?:どれ|いずれ|何|選|どの|答え|[一1１]つ|$)`,
      // 正しくないのはどれ / どれが……ではありませんか
      '(?:どれ|いずれ|どちら)(?:が|は|も)?[^。？?、]*(?<negation>ではない|でない|ではありません|しない|できない|できません|しません)(?:もの|の)?(?:でしょう|です)?か?[。？?]?$',
      // ……以外のものはどれか / 以外はどれ
      `(?<negation>以外)の?${thing}?(?:を|は|が)[^。？?]{0,12}(?:どれ|いずれ|何|選|答え)`,
      `(?<negation>誤り)(?:は|を|が)[^。？?]{0,8}(?:どれ|いずれ|選)`,
    ],
    'u',
  ),
};
