import type { AskedUnit } from './asked.ts';
import { type Scan, type Scanned, scanQuantities } from './scan.ts';

const settings =
  /(?:^|[^a-z])(?:on|of|out of|in|with|for|from|at|by|per|using|over|among|than|versus|vs\.?|like)(?: (?:the|an?|all|its|each|\w+['a-z]*))? ?$|[在用共于从比的、]$/i;
const inSome =
  /^(?:[个名道项条]?[\p{Script=Han}]{0,4}(?:中|里|里面|当中)|,? (?:there )?(?:was|were|is|are)\b)/u;

/** Drops numbers that the question names itself and that are beside the point: `on eight GPUs`, `25 个中的`. */
export function dropContext({ quantities, gaps }: Scan, { words }: AskedUnit): Scan {
  if (quantities.length < 2) return { quantities, gaps };
  const kept: Scanned[] = [];
  const left: string[] = [gaps[0] ?? ''];
  for (const [i, quantity] of quantities.entries()) {
    const before = left.at(-1) ?? '';
    const after = gaps[i + 1] ?? '';
    const isNamed = words.counts(quantity.value) && (settings.test(before) || inSome.test(after));
    if (isNamed && (kept.length > 0 || i < quantities.length - 1))
      left[left.length - 1] = `${before} ${after.replace(/(?:里面|当中|中|里)的?$/, '')}`;
    // `8 encoder and 8 decoder layers`
    else if (isSame(quantity, kept.at(-1)) && /(?<![a-z])and ?$|,$|[和与、]$/i.test(before))
      left[left.length - 1] = `${before} ${after}`;
    else {
      kept.push(quantity);
      left.push(after);
    }
  }
  return kept.length === 0 ? { quantities, gaps } : { quantities: kept, gaps: left };
}

const isSame = (a: Scanned, b: Scanned | undefined) =>
  a.value === b?.value && a.unit?.sort === b.unit?.sort && a.unit?.factor === b.unit?.factor;

const joins = /^(?:,? ?(?:and )?|又|零|加)$/;

/** Takes several units of one sort, the greater first, as one quantity: `3 days 12 hours`. */
export function sumUnits({ quantities, gaps }: Scan): Scanned | undefined {
  const [first] = quantities;
  const unit = first?.unit;
  if (first === undefined || unit === undefined || unit.sort === 'percent' || unit.sort === 'times')
    return undefined;
  let value = first.value;
  for (const [i, next] of quantities.entries()) {
    if (i === 0) continue;
    const greater = quantities[i - 1]?.unit?.factor ?? 0;
    if (
      next.unit?.sort !== unit.sort ||
      next.unit.factor >= greater ||
      next.signed ||
      !joins.test(gaps[i] ?? '')
    )
      return undefined;
    if (next.value * next.unit.factor >= greater) return undefined;
    value += (next.value * next.unit.factor) / unit.factor;
  }
  return {
    ...first,
    value,
    form: 'sum',
    written: quantities.map((q) => q.written + (q.unit?.written ?? '')).join(' '),
  };
}

interface Range {
  readonly low: Scanned;
  readonly high: Scanned;
  readonly before: string;
  readonly after: string;
}

const through = /^ ?(?:-|to|~|到|至|or|或者?|through|\.\.+) ?$/;
const both = /(?:between|from|介于|从|在)\s*$/i;

/** Two numbers that are the ends of a range, or given for choice; a unit or scale given once is that of both. */
export function rangeOfTwo(
  first: Scanned,
  second: Scanned,
  gaps: readonly string[],
  text: string,
): Range | undefined {
  const [before = '', middle = '', after = ''] = gaps;
  const isBetween = /between\s*$/i.test(before) && middle.trim() === 'and';
  if (!(through.test(middle) || isBetween) || second.signed) return undefined;
  const low = sharing(first, second, text);
  if (sizeOf(low) > sizeOf(second)) return undefined;
  const high =
    second.unit === undefined && first.unit !== undefined ? { ...second, unit: first.unit } : second;
  return { low, high, before: before.replace(both, ''), after: after.replace(/^之间/, '') };
}

const scaleAfter = /^[\d.,]+(?: ?(?:thousand|million|billion|trillion|[kmbt])|[千万亿]+)$/i;

function sharing(first: Scanned, second: Scanned, text: string): Scanned {
  const unit = first.unit ?? second.unit;
  const scaled = scaleAfter.test(second.written) && /^[\d.,]+$/.test(first.written);
  const own = scaled ? second.written.replace(/^[\d.,]+/, '') : '';
  const value =
    own === ''
      ? first.value
      : (scanQuantities(first.written + own, text.includes('k') ? 1024 : 1000).quantities[0]?.value ??
        first.value);
  return {
    ...first,
    value: value > second.value ? first.value : value,
    ...(unit === undefined ? {} : { unit }),
  };
}

const sizeOf = ({ value, unit }: Scanned) => value * (unit?.factor ?? 1);
