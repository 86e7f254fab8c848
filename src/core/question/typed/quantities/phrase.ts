import { type AskedUnit, isCounted, scaleQuantity, type Twins } from './asked.ts';
import { oddWordsAfter, oddWordsBefore } from './beside.ts';
import { rootOf } from './item-words.ts';
import { dropContext, rangeOfTwo, sumUnits } from './joined.ts';
import { type Scanned, scanQuantities } from './scan.ts';
import { type Unit, unitAt } from './units.ts';
import { countedNouns, neutralWords } from './vocabulary.ts';

/** A typed text with its numbers in the unit that is asked for. */
export interface Phrase {
  /** The values of each number that must be right, as many as there may be. */
  readonly numbers: readonly (readonly number[])[];
  /** The values if a prefix of data is meant in the other base. */
  readonly twins?: Twins;
  readonly read: string;
  /** The number alone, if it is calculated and without a unit. */
  readonly calculated?: number;
  /** What else is said in brackets, with the numbers in it. */
  readonly asides?: readonly Aside[];
  readonly doubt?: Unread;
}

/** A number in brackets, which should be the same. */
export interface Aside {
  readonly values: readonly number[];
  readonly written: string;
}

/** Why a phrase can't be taken for its number. */
export type Unread =
  | { readonly type: 'words'; readonly words: string; readonly isGrave: boolean }
  /** A second number that the first has nothing to do with. */
  | { readonly type: 'number'; readonly words: string }
  | { readonly type: 'unit'; readonly unit: string };

/** Reads a phrase with one quantity, or with a range or a sum of them; undefined if there is no number in it. */
export function phraseOf(text: string, asked: AskedUnit, kilo: number): Phrase | undefined {
  const scan = dropContext(scanQuantities(text, kilo), asked);
  const { quantities, gaps } = scan;
  const [first, second] = quantities;
  if (first === undefined) return undefined;
  const [before = '', after = ''] = [gaps[0], gaps.at(-1)];
  if (second === undefined) return single(first, { before, after }, asked);
  const summed = sumUnits(scan);
  if (summed !== undefined) return single(summed, { before, after }, asked);
  const range = quantities.length === 2 ? rangeOfTwo(first, second, gaps, text) : undefined;
  const read = first.written;
  if (range === undefined) return { numbers: [], read, doubt: { type: 'number', words: second.written } };
  const low = single(range.low, { before: range.before, after: range.after }, asked);
  const high = single(range.high, { before: '', after: '' }, asked);
  const doubt = low.doubt ?? high.doubt;
  const numbers = asked.words.asksForUpperEnd ? high.numbers : [...low.numbers, ...high.numbers];
  return { numbers, read: `${read}-${second.written}`, ...(doubt === undefined ? {} : { doubt }) };
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function single(quantity: Scanned, { before, after }: Around, asked: AskedUnit): Phrase {
  const late = quantity.unit === undefined ? lateUnit(after, asked) : undefined;
  const hasUnit = late !== undefined || quantity.unit !== undefined;
  const converted = scaleQuantity(late === undefined ? quantity : { ...quantity, unit: late.unit }, asked);
  const read = quantity.written;
  if (converted.type === 'other-unit')
    return { numbers: [], read, doubt: { type: 'unit', unit: converted.unit } };
  const noun =
    hasUnit || asked.unit === undefined || isCounted(asked.unit.sort) ? undefined : nounIn(after, asked);
  if (noun !== undefined) return { numbers: [], read, doubt: { type: 'unit', unit: noun } };
  const { values, twins } = converted;
  const phrase = {
    numbers: [values],
    read,
    ...(twins === undefined ? {} : { twins }),
    ...(quantity.form === 'sum' && !hasUnit ? { calculated: quantity.value } : {}),
  };
  const bad = boundIn(before, after, asked) ?? rateIn(after, asked);
  if (bad !== undefined) return { ...phrase, doubt: { type: 'words', words: bad, isGrave: true } };
  const isLeast = asked.words.asksForLeast;
  const odd = [
    oddWordsBefore(isLeast ? before.replace(bound, '') : before, asked),
    oddWordsAfter(
      (late?.rest ?? (isLeast ? after.replace(boundAfter, '') : after)).replace(asked.tail, ''),
      asked,
      hasUnit,
    ),
  ];
  const words = odd.flatMap((o) => o.words);
  if (words.length === 0) return phrase;
  return { ...phrase, doubt: { type: 'words', words: words.join(' '), isGrave: odd.some((o) => o.isGrave) } };
}

/** Things that are counted where a measure is asked for: `67 votes` is no 67%. */
function nounIn(after: string, { words }: AskedUnit): string | undefined {
  const word = /^ ?([a-z]{3,}s)(?![a-z])/i.exec(after)?.[1];
  const plain = word?.toLowerCase() ?? '';
  const isThing = countedNouns.has(rootOf(plain)) || (words.has(plain) && !neutralWords.has(plain));
  return isThing ? word : undefined;
}

/** A measure that stands behind a word or two: `2.788M H800 days`. */
function lateUnit(
  after: string,
  { unit: wanted, words }: AskedUnit,
): { readonly unit: Unit; readonly rest: string } | undefined {
  for (const { 0: word, index } of after.slice(0, 40).matchAll(/\p{Script=Han}|[A-Za-z]{3,}/gu)) {
    const found = unitAt(after, index);
    if (found === undefined || isCounted(found.unit.sort)) continue;
    const { written, sort } = found.unit;
    const isOwn = words.hasHan(written) || words.asks(written.toLowerCase());
    if ((/^\p{Script=Han}$/u.test(word) && written.length < 2) || (isOwn && wanted?.sort !== sort)) continue;
    return { unit: found.unit, rest: `${after.slice(0, index)} ${after.slice(found.end)}` };
  }
  return undefined;
}

const bound =
  /(?<![a-z])(?:(?:more|less|fewer|greater|larger|smaller|higher|lower|longer|shorter|later|earlier) than|over|under|above|below|beyond|at least|not|no|half)\s*$|(?:超过|多于|大于|高于|至少|不少于|不低于|少于|小于|低于|不到|不足)$/i;
const boundAfter = /^ ?(?:\+|or more|and more|and above|or above|or less|or fewer|at least|以上|多|余)/i;

/** A word that makes a number a bound: `more than`, unless the question asks for a least number. */
function boundIn(before: string, after: string, { words }: AskedUnit): string | undefined {
  const found =
    bound.exec(before.replace(/(?:(?:no|not) more than|不超过|不多于)\s*$/i, '')) ?? boundAfter.exec(after);
  const said = found?.[0].trim().toLowerCase();
  if (said === undefined) return undefined;
  const isLeast =
    /^(?:more than|over|above|at least|or more|and more|and above|or above|\+|超过|多于|大于|高于|至少|不少于|不低于|以上|多|余)$/.test(
      said,
    );
  return isLeast && words.asksForLeast ? undefined : said;
}

const rate =
  /(?:(?<![a-z])(?:per|an?|each|every) |\/ ?|每一?)((?:second|minute|hour|day|week|month|year|[smhd](?![a-z])|秒|分钟|小时|天|周|月|年))/i;

/** A number per time where none is asked for. */
function rateIn(after: string, { words }: AskedUnit): string | undefined {
  const found = rate.exec(after);
  return found === null || words.asks(found[1] ?? '') ? undefined : found[0].trim();
}
