import { isNumberWord, valuesOf } from './numeral.ts';
import { bareNumberOf } from './quantities/alone.ts';

/** An option that is a number and nothing else. */
export interface Quantity {
  readonly value: number;
  /** The unit in lower case and the singular; empty for a bare number. */
  readonly unit: string;
}

const longest = 60;
const digit = /[\d０-９]/;
/** The start of a number, to reject most other texts at once. */
const beginsInDigits =
  /^[`\s~≈≃≅∼]*(?:(?:about|around|approx\w*\.?|roughly|circa|ca\.|nearly|almost|约为?|大约|大概)\s*)?[+−–-]?(?:us|[x×])?[$€£¥￥]?[+−–-]?\s*(?:minus |负 ?)?\.?[\d０-９]/i;
const beginsInWords =
  /^(?:minus |负)?(?:[〇零一二两三四五六七八九十百]|zero|one|two|t(?:hree|en|hirt|wel|went)|fo[ur]|fi[vf]|six|seven|eigh|nine|eleven)/i;
const currency = /^(?:us)?[$€£¥]|^[x×] ?(?=\d)/;
const sign = /^(?:\+|-|minus |负)/;
const scale =
  /^ ?(?:(?:hundred|thousand|million|billion|trillion)s?(?![a-z])|(?:k|m|mn|b|bn|t|tn)(?![a-z])|[十百千万萬亿億]+)/;
const hanziNumeral = /^[〇零一二两三四五六七八九十百千万萬亿億点]+/;

/** Reads an option that is a number, with a unit or without: `12,288`, `175B parameters`, `about 5%`, `3 亿`. */
export function quantityOf(text: string): Quantity | undefined {
  if (text.length > longest || !(digit.test(text) ? beginsInDigits : beginsInWords).test(text))
    return undefined;
  const plain = bareNumberOf(text.replace(/^`(.*)`$/, '$1'));
  const before = sign.exec(plain)?.[0] ?? '';
  const money = currency.exec(plain.slice(before.length))?.[0] ?? '';
  const rest = plain.slice(before.length + money.length);
  const after = sign.exec(rest)?.[0] ?? '';
  if (before !== '' && after !== '') return undefined;
  const unsigned = rest.slice(after.length).trim();
  const numeral = numeralOf(unsigned);
  const [value] = valuesOf(numeral);
  if (numeral === '' || value === undefined) return undefined;
  const negative = before + after !== '' && before + after !== '+';
  return { value: negative ? 0 - value : value, unit: money + unitOf(unsigned.slice(numeral.length)) };
}

/** The start of a text that may be a numeral: up to the last digit and its scale, or the number words. */
function numeralOf(text: string): string {
  const digits = /^.*\d/.exec(text)?.[0];
  if (digits !== undefined) return digits + (scale.exec(text.slice(digits.length))?.[0] ?? '');
  const hanzi = hanziNumeral.exec(text)?.[0];
  if (hanzi !== undefined) return hanzi;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/[a-z]+/g)) {
    if (!isNumberWord(word)) break;
    end = index + word.length;
  }
  return text.slice(0, end);
}

function unitOf(text: string): string {
  return text
    .replace(/^[\s-]+/, '')
    .replace(/(?<=[a-z]{2})s\b/g, '')
    .trim();
}

/** The values of options that are different numbers of one unit; undefined for other options. */
export function numbersOf(options: readonly string[]): readonly number[] | undefined {
  const values: number[] = [];
  let unit: string | undefined;
  for (const option of options) {
    const quantity = quantityOf(option);
    if (quantity === undefined || (unit ?? quantity.unit) !== quantity.unit) return undefined;
    unit = quantity.unit;
    values.push(quantity.value);
  }
  return new Set(values).size < values.length || mayBeVersions(options) ? undefined : values;
}

/** True if the numbers may be versions, in which 3.10 comes after 3.9: different numbers of decimals, one ending in zero. */
function mayBeVersions(options: readonly string[]): boolean {
  const decimals = options.map((option) => /\.(\d+)/.exec(option)?.[1] ?? '');
  return decimals.some((d) => d.endsWith('0')) && new Set(decimals.map((d) => d.length)).size > 1;
}

/** Options that are all numbers, the smallest first; undefined for others. */
export function sortAscending(options: readonly string[]): readonly string[] | undefined {
  const values = numbersOf(options);
  if (values === undefined) return undefined;
  return options
    .map((option, i) => ({ option, value: values[i] ?? 0 }))
    .sort((a, b) => a.value - b.value)
    .map(({ option }) => option);
}
