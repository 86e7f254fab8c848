import { numeralAt } from '../numeral.ts';
import { spellQuantity } from './spelling.ts';
import { directions } from './vocabulary.ts';

/** The texts of a question in any language: what is asked, and what else is said about it. */
export interface AskedTexts {
  readonly stem: readonly string[];
  readonly beside: readonly string[];
}

/** What a question's own texts make plain. */
export interface ItemWords {
  readonly has: (word: string) => boolean;
  readonly hasHan: (text: string) => boolean;
  /** True if a word, or Chinese words, stand in the stem itself. */
  readonly asks: (word: string) => boolean;
  /** True if the question speaks of growth, or of decline, or has the very word. */
  readonly goes: (word: string) => boolean;
  /** True if it speaks of so many of something, as in `on 25 datasets`. */
  readonly counts: (value: number) => boolean;
  /** Names with figures in them, as patterns to take off: `GPT-3`, `8x7B`, `Llama 2`. */
  readonly names: RegExp | undefined;
  /** True if it asks for an end of a range, which may be answered with the range. */
  readonly asksForUpperEnd: boolean;
  /** True if it asks for the least number, so that `more than` may stand before it. */
  readonly asksForLeast: boolean;
  readonly asksForPercent: boolean;
  readonly asksForShare: boolean;
}

const latin = /[a-zß-öø-ɏ][a-zß-öø-ɏ'_-]*/g;

/** Makes the words of a question ready. */
export function itemWordsOf({ stem, beside }: AskedTexts, isRelative: boolean): ItemWords {
  const asked = stem.map((text) => spellQuantity(text).toLowerCase()).join('\n');
  const all = [asked, ...beside.map((text) => spellQuantity(text).toLowerCase())].join('\n');
  const known = rootsIn(all);
  const beginnings = new Set([...known].filter((word) => word.length > 4).map((word) => word.slice(0, 5)));
  const inStem = rootsIn(asked);
  const numbers = new Set(numbersIn(asked));
  const asks = (word: string) =>
    /\p{Script=Han}/u.test(word) ? asked.includes(word) : inStem.has(rootOf(word));
  const named = namesIn([...stem, ...beside].join('\n'));
  return {
    has: (word) => known.has(rootOf(word)) || (word.length > 5 && beginnings.has(word.slice(0, 5))),
    hasHan: (text) => all.includes(text),
    asks,
    // `100 more` is no number of words, `10% more` may be what is asked.
    goes: isRelative ? makeDirections(asked) : asks,
    counts: (value) => numbers.has(value),
    names:
      named.length === 0
        ? undefined
        : new RegExp(`(?<![A-Za-z0-9])(?:${named.join('|')})s?(?:-(?=\\d)|(?![A-Za-z0-9]))`, 'gi'),
    asksForUpperEnd: /upper (?:end|bound|limit)|上限|between \d[\d,]* and how many|\d ?(?:到|至)多少/.test(
      asked,
    ),
    asksForLeast:
      /(?<![a-z])(?:at least|more than|over|exceeds?|at minimum)(?![a-z])|至少|超过|多于|以上|不少于/.test(
        asked,
      ),
    asksForPercent: /percent|per cent|%|百分/.test(asked),
    asksForShare: /what (?:fraction|share|part)|几分之一|几分之几/.test(asked),
  };
}

const rootsIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(latin) ?? []).flatMap((word) => [word, ...word.split(/[-_]/)]).map(rootOf));

/** A word without what differs between its forms and between British and American spelling. */
export function rootOf(word: string): string {
  return word
    .replace(/(?:'s|')$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{2}(?:s|x|ch|sh))es$/, '')
    .replace(/(?<=[a-z]{2}[^s])s$/, '')
    .replace(/ll(?=e[drs]|ing)/, 'l')
    .replace(/is(?=e|ing|ation)/, 'iz')
    .replace(/our(?=$|ed|ing)/, 'or')
    .replace(/(?<=t)re$/, 'er');
}

/** Tells whether a text speaks of growth or decline as a word does. */
function makeDirections(asked: string): (word: string) => boolean {
  const words = new Set(asked.match(latin) ?? []);
  const isSaid = (word: string) =>
    /\p{Script=Han}/u.test(word) ? isSaidInChinese(asked, word) : words.has(word);
  const [up, down] = [[...directions.up].filter(isSaid), [...directions.down].filter(isSaid)];
  const isOfTimes = /(?<![a-z])(?:times|factor)(?![a-z])|倍/.test(asked);
  const [, after = ''] = /(?<![a-z])times ([a-z]+)/.exec(asked) ?? [];
  const isUp = after !== '' && !directions.down.has(after);
  return (word) => {
    if (isSaid(word)) return true;
    if (directions.down.has(word)) return down.length > 0 && up.length === 0;
    // `1000 times more` is natural even where the question says `1000 times`.
    return isUp || (down.length === 0 && (up.length > 0 || isOfTimes));
  };
}

/** A character alone is said only of how much is asked: `大多少倍`. */
const isSaidInChinese = (asked: string, word: string) =>
  word.length > 1
    ? asked.includes(word)
    : new RegExp(`${word}[了到]?(?:多少|几)|(?:多少|几)倍${word}`).test(asked);

function numbersIn(text: string): readonly number[] {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}.,])(?=\d|[a-z]{3})|[一二两三四五六七八九十百]/gu)];
  return starts.flatMap(({ index }) => numeralAt(text, index, 1000)?.value ?? []);
}

function namesIn(text: string): readonly string[] {
  const names = text.match(
    /(?<![\p{L}\p{N}])(?:[A-Za-z][A-Za-z]*[-.]?\d[\w.]*(?:-\w+)*|\d+x\d+\w*|[A-Z][A-Za-z]+[- ]\d+(?:\.\d+)*[A-Za-z]?|[A-Z][A-Za-z]+-\d\w*)/gu,
  );
  // `four 3090s` names them as well.
  const figures = (names ?? []).flatMap((name) => /(?<= )\d{3,}$/.exec(name)?.[0] ?? []);
  return [...new Set([...(names ?? []), ...figures])].map((name) =>
    name
      .replace(/\.$/, '')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/ /g, '[ -]?'),
  );
}
