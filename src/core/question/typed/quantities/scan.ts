import { type Formula, formulaAt } from './formula.ts';
import { type Unit, unitAt } from './units.ts';
import { neutralHan } from './vocabulary.ts';

/** A number or calculation in a text, with the unit after it. */
export interface Scanned {
  readonly value: number;
  readonly form: Formula['form'];
  readonly signed: boolean;
  readonly unit?: Unit;
  /** The number as it is typed, without its unit. */
  readonly written: string;
}

/** The quantities of a text, and what stands before, between and after them. */
export interface Scan {
  readonly quantities: readonly Scanned[];
  readonly gaps: readonly string[];
}

const begins = /[\d.+\-√(∛eπτa-z\\〇零一二两三四五六七八九十百千万亿负根±]/;
const hanNumeral = /[〇零一二两三四五六七八九十百千万亿]/;
/** Chinese words that begin with a numeral and are none. */
const hanWords = [
  ...neutralHan.filter((word) => word.length > 1 && hanNumeral.test(word[0] ?? '')),
  '百分点',
  '十分',
  '一样',
  '万一',
  '两者',
  '两种',
];
/** More numbers are not looked for: what has so many is no answer. */
const most = 6;

/** Finds the quantities in a text. */
export function scanQuantities(text: string, kilo: number): Scan {
  const lower = text.toLowerCase();
  const quantities: Scanned[] = [];
  const gaps: string[] = [];
  let gap = '';
  let ofHundred = false;
  for (let at = 0; at < text.length; ) {
    if (quantities.length === most) return { quantities, gaps: [...gaps, gap + text.slice(at)] };
    const skipped = skippedAt(text, at);
    if (skipped === '百分之') ofHundred = true;
    if (skipped !== '') {
      gap += skipped === '百分之' ? '' : skipped;
      at += skipped.length;
      continue;
    }
    const formula =
      begins.test(lower[at] ?? '') && isBoundary(text, at) ? formulaAt(lower, at, kilo) : undefined;
    if (formula === undefined) {
      const passed = wordAt(text, at);
      gap += passed;
      at += passed.length;
      continue;
    }
    const { quantity, end, before } = withUnit(text, at, formula, gap);
    gaps.push(before);
    quantities.push(ofHundred && quantity.unit === undefined ? { ...quantity, unit: hundredth } : quantity);
    gap = '';
    at = end;
  }
  return { quantities, gaps: [...gaps, gap] };
}

const hundredth: Unit = { sort: 'percent', factor: 1, written: '百分之' };

function skippedAt(text: string, at: number): string {
  if (text.startsWith('百分之', at)) return '百分之';
  if (!hanNumeral.test(text[at] ?? '') || text.startsWith('十分之', at)) return '';
  return hanWords.find((word) => text.startsWith(word, at)) ?? '';
}

function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return /\d/.test(text[at] ?? '')
    ? !/[\p{L}\p{N}_.]/u.test(before) || /\p{Script=Han}/u.test(before)
    : !/[a-z0-9_]/i.test(before);
}

const word = /[\p{L}\p{N}_]+(?:'[a-z]+|\^-?\d+)?/uy;

/** A latin word as a whole, or one character. */
function wordAt(text: string, at: number): string {
  if (/\p{Script=Han}/u.test(text[at] ?? '')) return text[at] ?? '';
  word.lastIndex = at;
  const found = word.exec(text)?.[0].replace(/\p{Script=Han}.*/u, '') ?? '';
  return found === '' ? (text[at] ?? '') : found;
}

const currency = /(?:US\$|[$€£]|(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY))\s*$/;
const halfAfter = /(?:半| and a half)(?![a-z])/y;
const articles = / (?:of )?an? | ?-?/y;

function withUnit(
  text: string,
  at: number,
  formula: Formula,
  gap: string,
): { readonly quantity: Scanned; readonly end: number; readonly before: string } {
  const money = currency.exec(gap)?.[0];
  const written = text.slice(at, formula.end).trim();
  const { value, form, signed } = formula;
  const bare = { value, form, signed, written };
  if (money !== undefined) {
    const unit = unitAt(money.trim(), 0)?.unit;
    const quantity = unit === undefined ? bare : { ...bare, unit };
    return { quantity, end: formula.end, before: gap.slice(0, -money.length) };
  }
  articles.lastIndex = formula.end;
  const between =
    form === 'share'
      ? (articles.exec(text)?.[0] ?? '')
      : (/^ ?-?/.exec(text.slice(formula.end, formula.end + 2))?.[0] ?? '');
  const found = unitAt(text, formula.end + between.length);
  const counter = found === undefined && text[formula.end] === '个' ? 1 : 0;
  const end = found?.end ?? formula.end + counter;
  const unit = found?.unit;
  halfAfter.lastIndex = end;
  const half = Number.isInteger(value) && end > formula.end ? (halfAfter.exec(text)?.[0].length ?? 0) : 0;
  const quantity = {
    ...bare,
    value: half > 0 ? value + 0.5 : value,
    ...(unit === undefined ? {} : { unit }),
  };
  return { quantity, end: end + half, before: gap };
}
