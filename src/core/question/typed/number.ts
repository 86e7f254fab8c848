import type { Twins } from './quantities/asked.ts';
import type { AskedTexts } from './quantities/item-words.ts';
import type { Aside, Phrase, Unread } from './quantities/phrase.ts';
import { makeAloneReader, makePhraseReader } from './quantities/readers.ts';

/** How far from its key a number may be: not at all, by so much, by so many percent of the key, or by a factor. */
export type Tolerance = 'exact' | number | `${number}%` | `x${number}`;

/** What a typed text is where a number is asked for. */
export type NumberReading =
  /** The possible values of one number: `128k` is 128,000 or 131,072. */
  | {
      readonly type: 'number';
      readonly readings: readonly number[];
      /** The values if a prefix of bytes is meant in the other base. */
      readonly twins?: Twins;
    }
  /** Several numbers that must all be right: the ends of a range, the sides of an equals sign. */
  | {
      readonly type: 'numbers';
      readonly all: readonly (readonly number[])[];
      readonly asides: readonly Aside[];
      readonly read: string;
    }
  /** A number beside something that is not understood, or that may turn it into another. */
  | {
      readonly type: 'doubtful';
      readonly read: string;
      readonly doubt: Unread;
      readonly all: readonly (readonly number[])[];
    }
  | { readonly type: 'not-a-number' };

/** The expected form of a number: its unit in every language, whether it is a percentage or a year, and the words it is asked with. */
interface NumberAsked {
  readonly units: readonly string[];
  readonly percent: boolean;
  readonly year?: boolean;
  /** Absent where a number must stand alone, or with its unit. */
  readonly texts?: () => AskedTexts;
}

const longest = 200;
const longestPhrase = 120;
/** Reads a number the way people type it, in digits or words, English or Chinese, with or without its unit. */
export const readNumber = (text: string, asked: NumberAsked): NumberReading => makeNumberReader(asked)(text);

/** Reads numbers that are asked for in one way: its units are made ready once. */
export function makeNumberReader(asked: NumberAsked): (text: string) => NumberReading {
  const readAlone = makeAloneReader(asked);
  const { texts, year = false, units, percent } = asked;
  const inWords =
    texts === undefined ? undefined : makePhraseReader(() => ({ units, percent, year, texts: texts() }));
  const isDivisor = units.some((unit) => unit.includes('分之一'));
  const isData = units.some((unit) => /字节|byte|(?<![a-z])[kmgtp]i?b(?![a-z])/i.test(unit));
  return (text) => {
    if (text.length > longest) return { type: 'not-a-number' };
    const isOther =
      isManifold(text, year, isDivisor) || (isData && text.includes('位')) || isOtherCase(text, units);
    const readings = inWords !== undefined && isOther ? [] : readAlone(text);
    if (readings.length > 0) return { type: 'number', readings };
    const phrase = text.trim().length > longestPhrase ? undefined : inWords?.(text);
    // No date after all.
    const alone =
      isOther && phrase?.doubt !== undefined && /^\s*-?\d+\.\d+\s*$/.test(text) ? readAlone(text) : [];
    if (alone.length > 0) return { type: 'number', readings: alone };
    return phrase === undefined ? { type: 'not-a-number' } : readingOf(phrase);
  };
}

/** True if a number that could be read alone may mean more: a date, a divisor, `20/25` of what is counted, `42 m`. */
const isManifold = (text: string, isYear: boolean, isDivisor: boolean) =>
  (isYear && /\d\D+\d|^\D*\d\d\D*$/.test(text)) ||
  (isDivisor && /[/／⁄]|分之/.test(text)) ||
  /^\s*\d+\s*\/\s*\d+\s*$|\d ?[mt!]\s*$/.test(text);

/** True if a unit is typed in another case, where m and M are prefixes: mW and MW. Bytes and bits are what is asked for. */
function isOtherCase(text: string, units: readonly string[]): boolean {
  const end = /(?<![A-Za-z])m(?!i?b)[A-Za-z]{1,3}(?=\s*$)/i.exec(text)?.[0];
  return end !== undefined && units.some((unit) => unit !== end && unit.toLowerCase() === end.toLowerCase());
}

function readingOf({ doubt, read, numbers, twins, asides = [] }: Phrase): NumberReading {
  if (doubt !== undefined) return { type: 'doubtful', read, doubt, all: numbers };
  const [first = [], ...more] = numbers;
  if (more.length > 0 || asides.length > 0) return { type: 'numbers', all: numbers, asides, read };
  return { type: 'number', readings: first, ...(twins === undefined ? {} : { twins }) };
}

/**
 * True if a number is close enough to its key. The edge of a tolerance is inside it: a slack of 1e-14 of the larger
 * number absorbs what binary fractions lose (0.8 is within 0.1 of 0.7) and still tells whole numbers up to 10^13 apart.
 */
export function isInRange(reading: number, key: number, tolerance: Tolerance): boolean {
  const slack = 1e-14 * Math.max(Math.abs(reading), Math.abs(key));
  const distance = Math.abs(reading - key);
  if (tolerance === 'exact') return distance <= slack;
  if (typeof tolerance === 'number') return distance <= tolerance + slack;
  if (tolerance.endsWith('%'))
    return distance <= (Math.abs(key) * Number(tolerance.slice(0, -1))) / 100 + slack;
  const factor = Number(tolerance.slice(1));
  const less = Math.min(Math.abs(reading), Math.abs(key));
  const more = Math.max(Math.abs(reading), Math.abs(key));
  return Math.sign(reading) === Math.sign(key) && more <= less * factor + slack;
}

/** The least and the greatest number that a tolerance takes for its key. */
export function boundsOf(key: number, tolerance: Tolerance): readonly [number, number] {
  if (tolerance === 'exact') return [key, key];
  if (typeof tolerance === 'number') return [key - tolerance, key + tolerance];
  if (tolerance.endsWith('%')) {
    const off = (Math.abs(key) * Number(tolerance.slice(0, -1))) / 100;
    return [key - off, key + off];
  }
  const factor = Number(tolerance.slice(1));
  const [near, far] = [key / factor, key * factor];
  return [Math.min(near, far), Math.max(near, far)];
}
