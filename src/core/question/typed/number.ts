import type { Lang } from '#core/base/text.ts';
import { trimEnd } from '#core/base/trim-end.ts';
import { valuesOf } from './numeral.ts';

/** How far from its key a number may be: not at all, by so much, by so many percent of the key, or by a factor. */
export type Tolerance = 'exact' | number | `${number}%` | `x${number}`;

/** The possible values of a typed number (`128k` is 128,000 or 131,072), or the report that it is not a number. */
type NumberReading =
  | { readonly type: 'number'; readonly readings: readonly number[] }
  | { readonly type: 'not-a-number' };

/** The expected form of a number: its unit in every language, and whether it is a percentage. */
interface NumberAsked {
  readonly units: readonly string[];
  readonly percent: boolean;
}

const longest = 200;
const about =
  /^(?:[≈≃≅~∼=]|约为?|大约|大概|差不多|接?近|(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|ca|nearly|almost)(?![a-z])) ?/;
const orSo = /(?:左右|上下| or so)$/;
const percentWord = /(?:%|(?<![a-z])(?:percent|per cent|pct|percentage points?)|个?百分点)$/;
// A letter is a scale before what is counted, as in `B parameters`, and a unit in `B`, `B/s` and `B per token`.
const unitScale =
  /^(?:(?:hundred|thousand|million|billion|trillion)s?(?![a-z])|[kmbt](?= (?!(?:per|of) )[a-z]|\p{Script=Han})|[十百千]?万?亿|[十百千]?万) ?/u;

/** Reads a number the way people type it, in digits or words, English or Chinese, with or without its unit. */
export const readNumber = (text: string, asked: NumberAsked): NumberReading => makeNumberReader(asked)(text);

/** Reads numbers that are asked for in one way: its units are made ready once. */
export function makeNumberReader({ units, percent }: NumberAsked): (text: string) => NumberReading {
  const names = units.map((unit) => spaced(endless(plainNumber(unit))));
  const words = names.filter((unit) => unit !== '' && !percentWord.test(unit));
  const forms = words.map(formsOf);
  // `76%` is not a number of tokens. If one language counts in per cent (`points`, `个百分点`), it is a number of these.
  const alone = words.length > 0 && words.length === names.length;
  const scales = [1, ...words.flatMap(scaleOf)];
  return (text) => {
    if (text.length > longest) return { type: 'not-a-number' };
    const typed = spaced(bareNumberOf(text));
    const readings = new Set<number>();
    for (const body of [typed, ...withoutUnit(typed, forms)]) {
      for (const value of signedValues(body.trim(), percent, alone)) readings.add(value);
    }
    const scaled = new Set([...readings].flatMap((value) => scales.map((scale) => value / scale)));
    return readings.size === 0 ? { type: 'not-a-number' } : { type: 'number', readings: [...scaled] };
  };
}

/** A text without what may be written in two ways between its words: `GPU-hours`, `tokens/parameter`. */
const spaced = (text: string) =>
  text.replace(/(?<=[a-z\d])-(?=[a-z])/g, ' ').replace(/(?<=[a-z]) ?\/ ?(?=\p{L})/gu, ' per ');

const endless = (text: string) => trimEnd(text, /[.。!?]/);

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

const scalesOf: Readonly<Record<'en' | 'zh', readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ],
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

/** A number the short way: `300 billion` or `3000 亿`, `12,288`, `0.1`, `3.14×10^23`. */
export function showNumber(value: number, lang: Lang): string {
  if (value < 0) return `-${showNumber(-value, lang)}`;
  if (value >= 1e16 || (value > 0 && value < 1e-6)) return value.toExponential().replace(/e\+?/, '×10^');
  const scale = scalesOf[lang.startsWith('zh') ? 'zh' : 'en'].find(([by]) => value >= by);
  if (scale !== undefined) {
    const [by, name] = scale;
    const mantissa = String(Number((value / by).toPrecision(15)));
    if (/^\d+(\.\d{1,3})?$/.test(mantissa) && Number(mantissa) < 1e4) return `${mantissa} ${name}`;
  }
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number in one spelling, without the words that only say that it is rounded. */
export function bareNumberOf(text: string): string {
  return endless(plainNumber(text)).replace(about, '').replace(orSo, '');
}

// Most numbers are typed in ascii, which needs no Unicode to be one spelling.
const ascii = /^[\x00-\x7f]*$/;

/** One spelling of width, case, spaces, minus and raised digits; brackets go. */
function plainNumber(text: string): string {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[\s()]+/g, ' ')
      .trim();
  return text
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (raised) => `^${raised}`)
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[−–—]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/⁄/g, '/')
    .replace(/[\s()]+/g, ' ')
    .replace(/ ?(\p{Script=Han}) ?/gu, '$1')
    .replace(/乘以?/g, '×')
    .replace(/的(-?\d+)次[方幂]/g, '^$1')
    .trim();
}

function signedValues(body: string, percent: boolean, hasUnit: boolean): readonly number[] {
  const sign = /^(?:\+|-|minus |negative |负)/.exec(body)?.[0] ?? '';
  const unsigned = body.slice(sign.length).trim();
  const numeral = unsigned
    .replace(/^百分之/, '')
    .replace(percentWord, '')
    .trim();
  const marked = numeral !== unsigned;
  if (marked && !percent && hasUnit) return [];
  const values = unsignedValues(numeral).map((value) => (sign === '' || sign === '+' ? value : 0 - value));
  return values.flatMap((value) => {
    if (marked) return percent ? [value] : [value / 100, value];
    return percent && value !== 0 && Math.abs(value) < 1 ? [value, value * 100] : [value];
  });
}

/** Words that only count in Chinese, one for each sort of thing; the unit may name another than the learner. */
const counter = /[个名位条道题张块种项台份篇款只次层]$/;
const article = /^an? (?=(?:hundred|thousand|million|billion|trillion)(?![a-z]))/;

function unsignedValues(numeral: string): readonly number[] {
  const [under, over, ...more] = numeral.split('分之');
  if (under === undefined || over === undefined || more.length > 0)
    return valuesOf(numeral.replace(counter, '').replace(article, 'one '));
  const values = valuesOf(over).flatMap((above) => valuesOf(under).map((below) => above / below));
  return values.filter(Number.isFinite);
}

/** A unit as it may be written after a number, or before it. */
interface UnitForms {
  /** Its first word, of which the beginning will do. */
  readonly word: string;
  readonly forms: readonly string[];
}

function formsOf(unit: string): UnitForms {
  const bare = unit.replace(unitScale, '').replace(/^个/, '');
  const written = [unit, unit.replace(/^个/, ''), unit.replace(unitScale, ''), bare, bare.replace(/ /g, '')];
  const singular = written.map((form) => form.replace(/(?<=[a-z]{2})s$/, ''));
  const forms = new Set([...written, ...singular, ...aliasesOf(unit)]);
  return { word: /^[a-z]+/.exec(bare)?.[0] ?? '', forms: [...forms].filter((form) => form !== '') };
}

function withoutUnit(typed: string, units: readonly UnitForms[]): readonly string[] {
  if (units.length === 0) return [];
  const last = /[a-z]{3,}$/.exec(typed)?.[0];
  return units.flatMap(({ word, forms }) => {
    const shortened =
      last !== undefined && (word.startsWith(last) || word.startsWith(last.replace(/s$/, '')));
    return [
      ...(shortened ? [typed.slice(0, -last.length)] : []),
      ...forms.flatMap((form) => {
        if (typed.endsWith(form)) return [typed.slice(0, -form.length)];
        return typed.startsWith(form) ? [typed.slice(form.length)] : [];
      }),
    ];
  });
}

const bytePrefixes: Readonly<Record<string, string>> = {
  k: 'kilo',
  m: 'mega',
  g: 'giga',
  t: 'tera',
  p: 'peta',
};

function aliasesOf(unit: string): readonly string[] {
  if (/dollar|usd|美元/.test(unit)) return ['us$', '$'];
  if (/^(?:bytes?|个?字节)$/.test(unit)) return ['b'];
  const [, prefix = '', binary = ''] = /^([kmgtp])(i?)b$/.exec(unit) ?? [];
  const named = bytePrefixes[prefix];
  if (named !== undefined) return binary === '' ? [prefix, `${named}bytes`, `${named}byte`] : [prefix];
  const [times, counted = ''] = /^(?:times|倍) ?(.*)$/.exec(unit) ?? [];
  return times === undefined ? [] : ['x', '×', ' fold', 'fold', counted];
}

/** The factor a unit carries itself: 1e9 for `billion parameters`, whose key is 175. */
function scaleOf(unit: string): readonly number[] {
  const scale = unitScale.exec(unit)?.[0].trim();
  return scale === undefined ? [] : valuesOf(`1${scale}`);
}
