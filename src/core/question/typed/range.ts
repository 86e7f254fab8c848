import { quantityOf } from './quantity.ts';

/** A range of numbers that an option means. */
export interface NumericRange {
  readonly low: number;
  readonly high: number;
  /** True if the ends belong to the range. */
  readonly withLow: boolean;
  readonly withHigh: boolean;
  readonly unit: string;
}

const longest = 60;
const separator =
  /^(?<from>[^a-z]*?\d[\d,.]*\s?[^\d\s–~～〜至到-]{0,12}?)\s*(?:[-–—~～〜]|to|至|到|bis(?: zu)?|à|hasta|から|(?<= )a(?= ))\s*(?<to>[$€£¥]?\.?\d.*)$/iu;
const between = /^(?:(?:von|de) (?=\d)|between (.+) and |(?:from|介于|从)\s*)/i;
const lastDigit = /^.*\d/;

/** Reads an option that is a range of numbers: `1-5 layers`, `between 1 and 5`, `5 to 10 million`, `10 or more`, `超过 5 个`. */
export function rangeOf(text: string): NumericRange | undefined {
  if (text.length > longest || !/\d/.test(text)) return undefined;
  const bare = text
    .trim()
    .replace(/[.。]$/, '')
    .replace(between, (_, low) => (low === undefined ? '' : `${low} to `))
    .replace(/^(?:zwischen|entre|tra|fra) (\S+) (?:und|et|y|e) /i, '$1 - ')
    .replace(/之间$|の間$|まで$/, '');
  return closed(bare) ?? open(bare);
}

function closed(text: string): NumericRange | undefined {
  const { from, to } = separator.exec(text)?.groups ?? {};
  if (from === undefined || to === undefined) return undefined;
  const high = quantityOf(to);
  // A scale or unit given once, after the second number, applies to both.
  const tail = to.slice(lastDigit.exec(to)?.[0].length);
  const low = quantityOf(/\d\s*$/.test(from) ? from.trim() + tail : from);
  if (low === undefined || high === undefined || low.value >= high.value) return undefined;
  if (low.unit !== high.unit && low.unit !== `$${high.unit}`) return undefined;
  return { low: low.value, high: high.value, withLow: true, withHigh: true, unit: low.unit };
}

const opens: readonly (readonly [RegExp, 'above' | 'below', boolean])[] = [
  [/^(?:more than|over|above|greater than|>|超过|大于|多于|高于)\s*(.+)$/i, 'above', false],
  [/^(.+?)\s*(?:以上)$/, 'above', false],
  [/^(?:at least|≥|>=|至少|不少于)\s*(.+)$/i, 'above', true],
  [/^(.+?)\s*(?:or (?:more|above|over|higher)|and (?:more|above|over))$/i, 'above', true],
  [/^(\S+)\+$/, 'above', true],
  [/^(?:less than|fewer than|under|below|<|少于|小于|不到|低于|不足)\s*(.+)$/i, 'below', false],
  [/^(.+?)\s*(?:以下|以内)$/, 'below', false],
  [/^(?:at most|up to|≤|<=|至多|最多|不超过)\s*(.+)$/i, 'below', true],
  [/^(.+?)\s*or (?:less|fewer|below|lower)$/i, 'below', true],
];

function open(text: string): NumericRange | undefined {
  for (const [pattern, side, inside] of opens) {
    const number = pattern.exec(text)?.[1];
    const quantity = number === undefined ? undefined : quantityOf(number);
    if (quantity === undefined) continue;
    const { value, unit } = quantity;
    return side === 'above'
      ? { low: value, high: Number.POSITIVE_INFINITY, withLow: inside, withHigh: false, unit }
      : { low: Number.NEGATIVE_INFINITY, high: value, withLow: false, withHigh: inside, unit };
  }
  return undefined;
}

/** An option that is a single number, as the range that holds it alone. */
export function pointOf(text: string): NumericRange | undefined {
  const quantity = quantityOf(text);
  if (quantity === undefined) return undefined;
  const { value, unit } = quantity;
  return { low: value, high: value, withLow: true, withHigh: true, unit };
}

/** True if two ranges overlap. */
export function hasOverlap(a: NumericRange, b: NumericRange): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low < high) return true;
  // They touch in one number, which must be in both.
  const holds = (r: NumericRange) => (low > r.low || r.withLow) && (low < r.high || r.withHigh);
  return low === high && holds(a) && holds(b);
}
