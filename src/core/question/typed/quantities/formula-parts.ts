import { numeralAt } from '../numeral.ts';

/** A calculation as far as it is read. */
export interface Read {
  readonly value: number;
  readonly end: number;
  /** How it is made: a numeral, a share such as `1/3` or `one in four`, or a longer calculation. */
  readonly form: 'numeral' | 'share' | 'sum';
}

const constant = /(?:e|π|pi|τ)(?![\p{L}\p{N}_])/uy;
const chosen =
  /(?:c|binom|comb)\( ?(\d{1,3}) ?, ?(\d{1,3}) ?\)|(\d{1,3}) ?(?:choose|c) ?(\d{1,3})(?![\d.,])/y;
const portion =
  /(?:(an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|hundredths?|thousandths?|twenty-fifths?)(?![a-z])/y;
const outOf = / (?:in|out of) (?=\S)/y;
const toOne = / to (?:1|one)(?![\d.,]*\d|[a-z]| (?:hundred|thousand|million|billion))/y;

/** Matches a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Keeps what is a finite number. */
export const keepFinite = (read: Read): Read | undefined => (Number.isFinite(read.value) ? read : undefined);

/** Takes the factorial of what is read, up to the greatest that is finite. */
export function takeFactorial({ value, end }: Read): Read | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 170) return undefined;
  let product = 1;
  for (let n = 2; n <= value; n++) product *= n;
  return { value: product, end: end + 1, form: 'sum' };
}

const passed = (pattern: RegExp, text: string, at: number) =>
  at + (matchAt(pattern, text, at)?.[0].length ?? Number.NaN);

/** `9 choose 2`, `C(9,2)`. */
export function choiceAt(text: string, at: number): Read | undefined {
  const found = matchAt(chosen, text, at);
  if (found === undefined) return undefined;
  const [n, k] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return keepFinite({ value: k > n ? 0 : Math.round(value), end: at + found[0].length, form: 'sum' });
}

const portions = ' half third quarter fifth sixth seventh eighth ninth tenth'.split(' ');
const rarePortions: Readonly<Record<string, number>> = {
  halve: 2,
  fourth: 4,
  twentieth: 20,
  'twenty-fifth': 25,
  hundredth: 100,
  thousandth: 1000,
};

/** A share in words: `two thirds`. */
export function portionAt(text: string, at: number): Read | undefined {
  const found = matchAt(portion, text, at);
  if (found === undefined) return undefined;
  const [whole, many = '', said = ''] = found;
  const name = said.replace(/s$/, '');
  const parts = rarePortions[name] ?? portions.indexOf(name) + 1;
  // `a third` may be a third one as well, and is a share only with its article; `third` alone is none.
  if (many === '' && name !== 'half' && name !== 'quarter') return undefined;
  const count = /^an?$/.test(many) || many === '' ? 1 : (numeralAt(many, 0, 1000)?.value ?? 1);
  return { value: count / parts, end: at + whole.length, form: 'share' };
}

/** A number with a name of its own: e, π. */
export function constantAt(text: string, at: number): Read | undefined {
  const found = matchAt(constant, text, at)?.[0];
  if (found === undefined) return undefined;
  return {
    value: found === 'e' ? Math.E : found === 'τ' ? 2 * Math.PI : Math.PI,
    end: at + found.length,
    form: 'sum',
  };
}

/** A numeral, or one that another divides: `三分之二`, `3 1/2`, `1 in 25`. */
export function fractionAt(text: string, at: number, kilo: number): Read | undefined {
  const first = numeralAt(text, at, kilo);
  if (first === undefined) return undefined;
  const under = text.startsWith('分之', first.end) ? numeralAt(text, first.end + 2, kilo) : undefined;
  if (under !== undefined)
    return keepFinite({ value: under.value / first.value, end: under.end, form: 'share' });
  const [mixed, above, below] = matchAt(/ (\d{1,2})\/(\d{1,2})(?![\d/.,])/y, text, first.end) ?? [];
  if (mixed !== undefined && Number.isInteger(first.value) && Number(above) < Number(below))
    return {
      value: first.value + Number(above) / Number(below),
      end: first.end + mixed.length,
      form: 'numeral',
    };
  const toEnd = passed(toOne, text, first.end);
  if (!Number.isNaN(toEnd) && first.value > 1) return { value: first.value, end: toEnd, form: 'share' };
  const out = passed(outOf, text, first.end);
  const whole = Number.isNaN(out) ? undefined : numeralAt(text, out, kilo);
  if (whole !== undefined && Number.isInteger(first.value) && first.value > 0 && first.value < whole.value)
    return keepFinite({ value: first.value / whole.value, end: whole.end, form: 'share' });
  return { ...first, form: 'numeral' };
}
