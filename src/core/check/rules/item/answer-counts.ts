import { memoise } from '#core/base/memoise.ts';
import type { Lang } from '#core/base/text.ts';
import { valuesOf } from '#core/question/typed/numeral.ts';
import { pickByLanguage } from '../../language/lexicon/index.ts';

/** How many options are correct, according to a stem. */
export interface SaidCount {
  readonly words: string;
  readonly count: number;
}

/** How a language says how many options are correct: the number is in the group `n`, what is quoted in `said`. */
interface CountWords {
  /** A cheap pre-test. */
  readonly hint: RegExp;
  readonly sources: readonly string[];
  /** Its words for two, three and so on. */
  readonly numbers?: readonly string[];
}

/** Returns how many options are correct according to a stem, or undefined if it gives no number. */
export function countSaidIn(stem: string, lang: Lang): SaidCount | undefined {
  const make = pickByLanguage(languages, lang);
  if (make === undefined) return undefined;
  const words = madeBy(make);
  if (!words.hint.test(stem)) return undefined;
  for (const pattern of patternsOf(words)) {
    const match = pattern.exec(stem);
    const n = match?.groups?.n?.normalize('NFKC').toLowerCase() ?? '';
    const place = words.numbers?.indexOf(n) ?? -1;
    const [count] = place === -1 ? valuesOf(n) : [place + 2];
    if (match === null || count === undefined) continue;
    return { words: match.groups?.said ?? match[0], count };
  }
  return undefined;
}

const madeBy = memoise((make: () => CountWords) => make());
const patternsOf = memoise(({ sources }: CountWords) => sources.map((source) => new RegExp(source, 'iu')));

function makeEnglish(): CountWords {
  const number = '(?<n>two|three|four|five|six|seven|eight|[2-8])';
  const alone = String.raw`(?![-‐%\w]|[.,]\d|\s*(?:or|to|and|more)\b|\s+(?:thirds|quarters|fifths|times|percent|hundred|thousand|million|billion)\b)`;
  const unbounded = String.raw`(?<!\b(?:at least|at most|up to|more than|or|than) )`;
  /** In the middle of a sentence, `which two` may belong to a clause, and `pick two` to a description. */
  const sentence = String.raw`(?:^|[.?!:(]\s*)(?:please )?`;
  const opening = String.raw`(?:^|[.?!:]\s+)(?:(?:according|after|among|as|before|besides|by|for|from|in|of|on|under|when)\b[^,?]*, )?`;
  const preposition = '(?:(?:at|between|by|for|from|in|of|on|to|under|with) )?';
  const options = String.raw`(?=\s*(?:[.!?)]|$)|\s+(?:of|that|which|right|correct|true|answers?|options?|choices?|statements?)\b)`;
  const choosing = '(?:select|choose|pick|tick|mark)';
  return {
    hint: /(?:which|these|following|select|choose|pick|tick|mark|exactly|the|any|only) (?:one|two|three|four|five|six|seven|eight|[2-8])|(?:two|three|four|five|six|seven|eight|[2-8]) (?:of|answer|option|choice|statement)/i,
    sources: [
      `${opening}(?<said>${preposition}which (?:of (?:these|the following) )?${number})${alone}`,
      `${sentence}(?<said>${choosing} (?:exactly |the |any |only )*${number})${alone}${options}`,
      `${sentence}(?<said>${choosing} (?:exactly |only )?(?<n>one))${options}`,
      String.raw`${unbounded}\b(?<said>${number} (?:of (?:them|these|the following) |(?:answers?|options?|choices?|statements?) )(?:are|is|apply|must))\b`,
    ],
  };
}

function makeChinese(): CountWords {
  const measure = '(?:项|个|种|条|类|点|些|句|篇|款|位|者)';
  const beyond = '(?!以上|及以上|或|至|到|多)';
  const hanzi = '(?<n>[两二三四五六七八2-8])';
  const chosen = '(?:其中|下列|以下|正确|恰好|的)*';
  const answer = String.raw`(?=[。）)！\s]|$|正确|对的|答案|选项|说法)`;
  return {
    hint: /[两二三四五六七八2-8]/,
    sources: [
      String.raw`(?<said>哪\s*${hanzi}\s*${measure})${beyond}`,
      String.raw`(?<said>请(?:选|选出|选择|勾选|挑出|找出)${chosen}\s*${hanzi}\s*${measure})${beyond}`,
      String.raw`(?<said>(?:^|[。？?（(，]\s*)(?:选|选出|选择|勾选)${chosen}\s*${hanzi}\s*${measure})${beyond}${answer}`,
      String.raw`(?<said>(?<!至少|最多|至多|不止|超过)有\s*${hanzi}\s*${measure}(?:答案|选项|说法)?(?:是)?(?:正确|对的|符合))`,
    ],
  };
}

const bound = String.raw`(?![\p{L}\p{N}_-])`;

function makeGerman(): CountWords {
  const numbers = 'zwei drei vier fünf sechs sieben acht'.split(' ');
  const number = `(?<n>${numbers.join('|')}|[2-8])`;
  const alone = String.raw`${bound}(?![%]|[.,]\d|\s*(?:oder|bis|und|mehr)${bound}|\s+(?:Drittel|Viertel|Fünftel|Mal|Prozent|Hundert|Tausend|Millionen|Milliarden)${bound})`;
  const opening = String.raw`(?:^|[.?!:]\s+)(?:(?:in|an|auf|bei|für|mit|nach|unter|von|vor|laut|aus)\s[^,?]*,\s)?`;
  const options = String.raw`(?=\s*(?:[.!?)]|$)|\s+(?:aus|an|der|richtige\p{L}*|zutreffende\p{L}*|korrekte\p{L}*|Antworten|Aussagen|Optionen|Möglichkeiten)${bound})`;
  const unbounded = '(?<!(?:mindestens|höchstens|maximal|bis zu|mehr als|als|oder|der|dieser|den|von) )';
  return {
    numbers,
    hint: /(?:zwei|drei|vier|fünf|sechs|sieben|acht|[2-8])(?!\p{L})/iu,
    sources: [
      `${opening}(?<said>(?:(?:an|auf|aus|bei|für|in|mit|von|zu|zwischen) )?welche[nr]? (?:von diesen )?${number})${alone}`,
      String.raw`(?:^|[.?!:(]\s*)(?:bitte )?(?<said>(?:wähl|kreuz|markier)(?:en Sie|e)(?: bitte)?(?: genau| die| nur)* ${number})${alone}${options}`,
      String.raw`${unbounded}(?<![\p{L}\p{N}])(?<said>${number} (?:(?:der|dieser|von diesen|von den) )?(?:(?:folgenden|richtige) )?(?:Antworten|Aussagen|Optionen|Möglichkeiten) (?:sind|treffen|gelten|stimmen))${bound}`,
    ],
  };
}

function makeFrench(): CountWords {
  const numbers = 'deux trois quatre cinq six sept huit'.split(' ');
  const number = `(?<n>${numbers.join('|')}|[2-8])`;
  const alone = String.raw`${bound}(?!\s?%|[.,]\d|\s*(?:ou|à|et|fois)${bound}|\s+(?:tiers|quarts|cinquièmes|pour cent|cents|mille|millions|milliards)${bound})`;
  const opening = String.raw`(?:^|[.?!:]\s+)(?:(?:à|dans|de|en|lors|parmi|pour|selon|sur)\s[^,?]*,\s)?`;
  const options = String.raw`(?=\s*(?:[.!?)]|$)|\s+(?:bonnes?|réponses?|options?|affirmations?|propositions?|énoncés?)${bound})`;
  return {
    numbers,
    hint: /(?:deux|trois|quatre|cinq|six|sept|huit|[2-8])(?!\p{L})/iu,
    sources: [
      `${opening}(?<said>(?:(?:à|avec|dans|de|par|pour|sur) )?quel(?:le)?s (?:sont (?:les|ces) )?${number})${alone}`,
      String.raw`(?:^|[.?!:(]\s*)(?<said>(?:choisi(?:ssez|s)|coche[rz]?|sélectionne[rz]?|indique[rz]?)(?: exactement| les| seulement)* ${number})${alone}${options}`,
      String.raw`(?<!(?:au moins|au plus|jusqu['’]à|plus de|ou|que) )(?<![\p{L}\p{N}])(?<said>${number} (?:(?:de ces|des|parmi les) )?(?:bonnes )?(?:réponses|affirmations|options|propositions|énoncés) sont)${bound}`,
    ],
  };
}

function makeSpanish(): CountWords {
  const numbers = 'dos tres cuatro cinco seis siete ocho'.split(' ');
  const number = `(?<n>${numbers.join('|')}|[2-8])`;
  const alone = String.raw`${bound}(?!\s?%|[.,]\d|\s*(?:o|a|y|veces)${bound}|\s+(?:tercios|cuartos|quintos|por ciento|cientos|mil|millones)${bound})`;
  const opening = String.raw`(?:^|[.?!:]\s+|¿)(?:(?:a|de|en|entre|para|según)\s[^,?]*,\s¿?)?`;
  const options = String.raw`(?=\s*(?:[.!?)]|$)|\s+(?:respuestas?|opciones|afirmaciones|correctas?|enunciados?|de)${bound})`;
  return {
    numbers,
    hint: /(?:dos|tres|cuatro|cinco|seis|siete|ocho|[2-8])(?!\p{L})/iu,
    sources: [
      `${opening}(?<said>(?:(?:a|con|de|en|entre|para|por) )?(?:cuáles|qué) (?:son (?:los|las|estos|estas) )?${number})${alone}`,
      String.raw`(?:^|[.?!:(]\s*)(?<said>(?:elig(?:e|a|ir)|eleg(?:ir|id)|seleccion(?:e|a|ar)|marque|marca|escoja|escoge)(?: exactamente| las| los| solo)* ${number})${alone}${options}`,
      String.raw`(?<!(?:al menos|como máximo|hasta|más de|o|que) )(?<![\p{L}\p{N}])(?<said>${number} (?:de (?:estas|las) )?(?:respuestas|opciones|afirmaciones|enunciados) son)${bound}`,
    ],
  };
}

function makeJapanese(): CountWords {
  const n = String.raw`(?<n>[二三四五六七八2-8２-８])\s*`;
  const number = String.raw`(?<![\d.])${n}`;
  return {
    numbers: [...'二三四五六七八'],
    hint: /[二三四五六七八2-8２-８]\s*(?:つ|個|種|項|点|人|者)/,
    sources: [
      `(?<!少なくとも|最大|最低|多くて)(?<said>${number}(?:つ|個|種類|項目|点)(?:だけ|とも)?を?(?:選[べびん]|えら[べびん]))`,
      `(?<said>どの\\s*${n}(?:つ|個|種類|項目|人|者))(?!以上|まで|以内)`,
      `(?<said>(?:正解|正しいもの|正しい選択肢|答え|該当するもの)[はが]${number}(?:つ|個))(?!以上|まで|以内)`,
    ],
  };
}

const languages: Readonly<Record<Lang, () => CountWords>> = {
  en: makeEnglish,
  zh: makeChinese,
  de: makeGerman,
  fr: makeFrench,
  es: makeSpanish,
  ja: makeJapanese,
};
