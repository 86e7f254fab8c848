import { trimEnd } from '#core/base/trim-end.ts';
import { type AskedTexts, type ItemWords, itemWordsOf } from './item-words.ts';
import type { Scanned } from './scan.ts';
import { spellQuantity } from './spelling.ts';
import { type Unit, unitAt } from './units.ts';

/** What is asked for, in the way that typed quantities are compared with it. */
export interface AskedUnit {
  /** The first unit of a known sort among the wordings; absent if things are counted, or nothing is said. */
  readonly unit?: Unit;
  /** True if no unit is named. */
  readonly bare: boolean;
  /** True if shares of 1 are taken for percentages too. */
  readonly percent: boolean;
  /** True if a part is asked for by what divides it: 25 for `25分之一`. */
  readonly divisor: boolean;
  /** True if so many of one thing for each of another are asked for, which may be said as a ratio. */
  readonly ratio: boolean;
  /** The first letters of the words of the unit: `64d` are dimensions. */
  readonly initials: string;
  /** What the unit is a multiple of, such as d². */
  readonly tail: RegExp | string;
  readonly words: ItemWords;
}

const scaleBefore =
  /^(?:(?:hundred|thousand|million|billion|trillion)s? (?:of )?|[kmbt] (?=[a-z]{2})|[十百千]?万?亿|[十百千]?万)/i;
/** Things of which there are so many as the number says, each sort for itself. */
const counted: ReadonlySet<string> = new Set(['tokens', 'words', 'characters', 'nats', 'points']);

/** True for sorts of which there are so many as the number says. */
export const isCounted = (sort: Unit['sort']) => counted.has(sort) || sort === 'times';

/** Makes the unit that is asked for ready. */
export function askedUnitOf(units: readonly string[], percent: boolean, texts: AskedTexts): AskedUnit {
  const unit = units.map(unitIn).find((found) => found !== undefined);
  const isRelative =
    unit === undefined ? units.length === 0 : !counted.has(unit.sort) || unit.sort === 'points';
  const asPercent = percent || units.some((name) => /百分点|percentage point/i.test(name));
  return {
    ...(unit === undefined ? {} : { unit: asPercent ? { ...unit, sort: 'percent', factor: 1 } : unit }),
    bare: units.every((name) => /^\s*$|^[(（]/.test(name)),
    percent,
    divisor: units.some((name) => /分之一/.test(name)),
    ratio: units.some((name) => /(?<![a-z])per(?![a-z])|\/|每/i.test(name)),
    tail: tailOf(units),
    initials: units.flatMap((name) => name.match(/(?<![A-Za-z])[A-Za-z]/g) ?? []).join(''),
    words: itemWordsOf({ stem: texts.stem, beside: [...texts.beside, ...units] }, isRelative),
  };
}

function tailOf(units: readonly string[]): RegExp | string {
  const [tail] = units.flatMap((name) => /[a-z]\^\d$/i.exec(spellQuantity(name))?.[0] ?? []);
  return tail === undefined ? '' : new RegExp(`^ ?×? ?${tail.replace('^', '\\^')}`, 'i');
}

/** The unit in the words that name it: hours in `GPU hours`, tokens in `tokens per parameter`. */
function unitIn(name: string): Unit | undefined {
  const plain = trimEnd(
    spellQuantity(name.replace(/[(（].*[)）]/, ''))
      .replace(/^个/, '')
      .replace(scaleBefore, ''),
    /[.]/,
  );
  const first = unitAt(plain, 0);
  if (first !== undefined && /^(?: ?$| (?:per|d\^|of|\/)| ?\/)/.test(plain.slice(first.end)))
    return first.unit;
  for (const { index } of plain.matchAll(/(?<=[\s\p{Script=Han}-])\S/gu)) {
    const later = unitAt(plain, index);
    if (later?.end === plain.length && /\p{L}{2}/u.test(later.unit.written)) return later.unit;
  }
  return undefined;
}

/** What a quantity of data is if its prefix is meant in the other base, and both units by name. */
export interface Twins {
  readonly values: readonly number[];
  readonly units: readonly [string, string];
}

/** A scanned quantity in the unit that is asked for, or why it can't be. */
export type Converted =
  | { readonly type: 'values'; readonly values: readonly number[]; readonly twins?: Twins }
  | { readonly type: 'other-unit'; readonly unit: string };

/** Converts a quantity into the unit that is asked for. */
export function scaleQuantity(scanned: Scanned, asked: AskedUnit): Converted {
  const { value, unit, form } = scanned;
  const wanted = asked.unit;
  if (unit === undefined) return valuesOnly(bareValues(scanned, asked));
  const other: Converted = { type: 'other-unit', unit: unit.written };
  if (wanted === undefined)
    return isHarmless(unit, asked) ? valuesOnly(harmlessValues(scanned, asked)) : other;
  if (isNamedSo(unit, wanted, asked)) return valuesOnly([value]);
  if (unit.sort !== wanted.sort) return other;
  if (unit.factor === wanted.factor)
    return valuesOnly(asked.divisor && form === 'share' ? [value, 1 / value] : [value]);
  const values = [converted(value, unit.factor, wanted.factor)];
  if (unit.twin === undefined) return valuesOnly(values);
  const twins = {
    values: [(value * unit.twin) / wanted.factor],
    units: [unit.written, twinOf(unit)] as const,
  };
  return { type: 'values', values, twins };
}

const valuesOnly = (values: readonly number[]): Converted => ({ type: 'values', values });

/** The name of the unit with the same prefix of the other base. */
function twinOf({ base, written }: Unit): string {
  const letter = (/[kmgtpezy]/i.exec(written)?.[0] ?? '').toUpperCase();
  const rest = /bit/i.test(written) ? 'bit' : 'B';
  return `${letter}${base === 1000 ? 'i' : ''}${rest}`;
}

/** True if another sort of unit is the one that is asked for by another name. */
function isNamedSo(unit: Unit, wanted: Unit, { ratio }: AskedUnit): boolean {
  if (wanted.sort === 'times') return /^[dnh]$/.test(unit.written);
  return (wanted.sort === 'percent' && unit.sort === 'points') || (ratio && unit.sort === 'times');
}

/** A factor that is whole in one direction is applied in that one: 84 h / 24 is 3.5 d and no more. */
const converted = (value: number, from: number, to: number) =>
  from >= to ? value * (from / to) : value / (to / from);

function bareValues({ value, form, written }: Scanned, asked: AskedUnit): readonly number[] {
  // `1/10` is no tenth of a percent.
  if (asked.percent && value !== 0 && Math.abs(value) < 1)
    return form === 'share' ? [value * 100] : [value, value * 100];
  if (asked.divisor && form === 'share' && value > 0 && value < 1) return [1 / value];
  const [, of, whole] = /^(\d+) ?(?:\/|in|out of) ?(\d+)$/.exec(written) ?? [];
  const isPart =
    asked.unit === undefined && !asked.bare && whole !== undefined && asked.words.counts(Number(whole));
  return isPart ? [value, Number(of)] : [value];
}

/** True if a unit beside a number of counted things changes nothing, as tokens do beside the entries of a vocabulary. */
function isHarmless({ sort, written }: Unit, { bare, initials, words }: AskedUnit): boolean {
  if (sort !== 'times' && /^[a-z]$/i.test(written))
    return initials.toLowerCase().includes(written.toLowerCase());
  if (counted.has(sort)) return sort !== 'nats' && (!bare || words.has(written) || words.hasHan(written));
  if (sort === 'percent') return bare;
  return sort === 'times' && bare;
}

function harmlessValues({ value, unit }: Scanned, { words }: AskedUnit): readonly number[] {
  if (unit?.sort !== 'percent') return [value];
  const share = (value * unit.factor) / 100;
  return words.asksForPercent ? [share, value * unit.factor] : [share];
}
