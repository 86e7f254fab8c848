import {
  choiceAt,
  constantAt,
  fractionAt,
  keepFinite,
  matchAt,
  portionAt,
  type Read,
  takeFactorial,
} from './formula-parts.ts';

/** A number or a calculation in a text. */
export interface Formula extends Read {
  /** True if it begins with a sign. */
  readonly signed: boolean;
}

/** How a calculation is read: its text in lower case, what k stands for, and how deep it may still nest. */
interface Reading {
  readonly text: string;
  readonly kilo: number;
  readonly depth: number;
}

/** The longest calculation at a place in a text in lower case; numbers that are not finite are none. */
export function formulaAt(text: string, at: number, kilo: number): Formula | undefined {
  const read = sumAt({ text, kilo, depth: 20 }, at);
  return read === undefined ? undefined : { ...read, signed: matchAt(sign, text, at) !== undefined };
}

const sign = /(?:[-+]|minus |negative |负|± ?) ?/y;
const plus = / ?(?:\+|plus ) ?(?=[^+\s])/y;
const minus = / ?(?:-|minus ) ?(?=[\d.(a-z])/y;
const times = / ?(?:[×*]|x(?= ?\d)|times (?=[\d(])|multiplied by ) ?/y;
const over = / ?(?:\/|:(?=\d)|divided by ) ?(?=[\d.(a-z零一二两三四五六七八九十百])/y;
const shareOf = /(?:%|percent|per cent)? ?(?:of (?:the )?|的)(?=[\d(])/y;
const power = / ?(?:\^ ?\{?|to the (?:power of )?(?=[\d-]))/y;
const powerWords = / ?(squared|cubed)(?![a-z])/y;
const powerEnd = /(?:st|nd|rd|th)(?: power)?(?![a-z])|\}/y;
const open = /[([{] ?/y;
const close = / ?[)\]}]/y;
const functions =
  /\\?(sqrt|square root of|cube root of|exp|ln|lg|log_?\{?(?:2|10|e)?\}?|√|根号|∛)(?![a-z])[ (]?/y;
const rooted = /(?:的)?平方根/y;

const passed = (pattern: RegExp, { text }: Reading, at: number) =>
  at + (matchAt(pattern, text, at)?.[0].length ?? Number.NaN);

function sumAt(reading: Reading, at: number): Read | undefined {
  let left = productAt(reading, at);
  while (left !== undefined) {
    const [up, down] = [passed(plus, reading, left.end), passed(minus, reading, left.end)];
    const right = productAt(reading, Number.isNaN(up) ? down : up);
    // `10-100` and `6 - 7` are ranges.
    const isRange =
      Number.isNaN(up) && left.form !== 'sum' && right?.form !== 'sum' && left.value < (right?.value ?? 0);
    if (right === undefined || isRange) return left;
    const value = Number.isNaN(up) ? left.value - right.value : left.value + right.value;
    left = keepFinite({ value, end: right.end, form: 'sum' });
  }
  return left;
}

function productAt(reading: Reading, at: number): Read | undefined {
  let left = powerAt(reading, at);
  while (left !== undefined) {
    const next = factorAt(reading, left);
    if (next === undefined) return left;
    left = keepFinite(next);
  }
  return left;
}

function factorAt(reading: Reading, left: Read): Read | undefined {
  const multiplied = powerAt(reading, passed(times, reading, left.end));
  if (multiplied !== undefined) return { ...multiplied, value: left.value * multiplied.value, form: 'sum' };
  const divisor = powerAt(reading, passed(over, reading, left.end));
  if (divisor !== undefined) {
    const isShare = left.form === 'numeral' && divisor.form === 'numeral';
    return { ...divisor, value: left.value / divisor.value, form: isShare ? 'share' : 'sum' };
  }
  return ofAt(reading, left);
}

/** A share of a number: `2/3 of 12,288`, `15% of 200`, `12,288 的 2/3`. */
function ofAt(reading: Reading, left: Read): Read | undefined {
  const isPercent = reading.text[left.end] === '%';
  if (isPercent || left.form === 'share') {
    const whole = powerAt(reading, passed(shareOf, reading, left.end));
    return whole === undefined
      ? undefined
      : { ...whole, value: (left.value * whole.value) / (isPercent ? 100 : 1), form: 'sum' };
  }
  const { depth } = reading;
  if (!reading.text.startsWith('的', left.end) || depth === 0) return undefined;
  const share = productAt({ ...reading, depth: depth - 1 }, left.end + 1);
  return share?.form === 'share' && share.value < 1
    ? { ...share, value: left.value * share.value, form: 'sum' }
    : undefined;
}

function powerAt(reading: Reading, at: number): Read | undefined {
  const base = signedAt(reading, at);
  if (base === undefined) return undefined;
  const said = matchAt(powerWords, reading.text, base.end);
  if (said !== undefined)
    return keepFinite({
      value: base.value ** (said[1] === 'cubed' ? 3 : 2),
      end: base.end + said[0].length,
      form: 'sum',
    });
  const raised = passed(power, reading, base.end);
  const exponent =
    Number.isNaN(raised) || reading.depth === 0
      ? undefined
      : powerAt({ ...reading, depth: reading.depth - 1 }, raised);
  if (exponent === undefined) return base;
  const end = exponent.end + (matchAt(powerEnd, reading.text, exponent.end)?.[0].length ?? 0);
  // `10^23` goes through the decimal reader, which rounds once.
  const isTen = base.value === 10 && Number.isInteger(exponent.value);
  return keepFinite({
    value: isTen ? Number(`1e${exponent.value}`) : base.value ** exponent.value,
    end,
    form: 'sum',
  });
}

function signedAt(reading: Reading, at: number): Read | undefined {
  const said = matchAt(sign, reading.text, at)?.[0] ?? '';
  if (said.startsWith('±')) return undefined;
  const read = postfixAt(reading, at + said.length);
  return read === undefined || said === '' || said.startsWith('+')
    ? read
    : { ...read, value: 0 - read.value };
}

function postfixAt(reading: Reading, at: number): Read | undefined {
  const read = primaryAt(reading, at);
  if (read === undefined) return undefined;
  const { text } = reading;
  if (text[read.end] === '!' && text[read.end + 1] !== '=') return takeFactorial(read);
  const root = passed(rooted, reading, read.end);
  if (!Number.isNaN(root)) return keepFinite({ value: Math.sqrt(read.value), end: root, form: 'sum' });
  return read;
}

function primaryAt(reading: Reading, at: number): Read | undefined {
  const { text, kilo, depth } = reading;
  if (Number.isNaN(at) || at >= text.length || depth === 0) return undefined;
  return (
    bracketAt(reading, at) ??
    functionAt(reading, at) ??
    choiceAt(text, at) ??
    portionAt(text, at) ??
    constantAt(text, at) ??
    fractionAt(text, at, kilo)
  );
}

function bracketAt(reading: Reading, at: number): Read | undefined {
  const inside = sumAt({ ...reading, depth: reading.depth - 1 }, passed(open, reading, at));
  const end = inside === undefined ? Number.NaN : passed(close, reading, inside.end);
  return inside === undefined || Number.isNaN(end) ? undefined : { ...inside, end, form: 'sum' };
}

function functionAt(reading: Reading, at: number): Read | undefined {
  const found = matchAt(functions, reading.text, at);
  if (found === undefined) return undefined;
  const [whole, name = ''] = found;
  const inner = { ...reading, depth: reading.depth - 1 };
  const inBrackets = whole.endsWith('(');
  const start = at + whole.length - (inBrackets ? 1 : 0);
  const argument = inBrackets ? bracketAt(inner, start) : powerAt(inner, start);
  return argument === undefined
    ? undefined
    : keepFinite({ value: applied(name, argument.value), end: argument.end, form: 'sum' });
}

function applied(name: string, value: number): number {
  if (name.startsWith('exp')) return Math.exp(value);
  if (/^(?:cube|∛)/.test(name)) return Math.cbrt(value);
  if (name === 'ln' || /^log.*e/.test(name)) return Math.log(value);
  if (name === 'lg' || name.includes('10')) return Math.log10(value);
  // What `log` alone is of depends on whom one asks.
  if (name.startsWith('log')) return name.includes('2') ? Math.log2(value) : Number.NaN;
  return Math.sqrt(value);
}
