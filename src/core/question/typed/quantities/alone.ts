import { trimEnd } from '#core/base/trim-end.ts';
import { valuesOf } from '../numeral.ts';

/** The unit of a number in every language, and whether it is a percentage. */
interface NumberAlone {
  readonly units: readonly string[];
  readonly percent: boolean;
}

const about =
  /^(?:[≈≃≅~∼=]|约为?|大约|大概|差不多|接?近|(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|ca|nearly|almost)(?![a-z])) ?/;
const orSo = /(?:左右|上下| or so)$/;
const percentWord = /(?:%|(?<![a-z])(?:percent|per cent|pct|percentage points?)|个?百分点)$/;
// A letter is a scale before what is counted, as in `B parameters`, and a unit in `B`, `B/s` and `B per token`.
const unitScale =
  /^(?:(?:hundred|thousand|million|billion|trillion)s?(?![a-z])|[kmbt](?= (?!(?:per|of) )[a-z]|\p{Script=Han})|[十百千]?万?亿|[十百千]?万) ?/u;

/** Reads a number that stands alone, or with its unit. */
export function makeAloneReader({ units, percent }: NumberAlone): (text: string) => readonly number[] {
  const names = units.map((unit) => spaced(endless(plainNumber(unit))));
  const words = names.filter((unit) => unit !== '' && !percentWord.test(unit));
  const forms = words.map(formsOf);
  // `76%` is not a number of tokens. If one language counts in per cent (`points`, `个百分点`), it is a number of these.
  const marks = percent
    ? 'percent'
    : words.length > 0 && words.length === names.length
      ? 'none'
      : names.length === 0
        ? 'share'
        : 'points';
  const scales = unitScalesOf(words);
  return (text) => {
    const typed = spaced(bareNumberOf(text));
    const readings = new Set<number>();
    for (const body of [typed, ...withoutUnit(typed, forms)]) {
      for (const value of signedValues(body.trim(), marks)) readings.add(value);
    }
    return [...new Set([...readings].flatMap((value) => scales.map((scale) => value / scale)))];
  };
}

/** A text without what may be written in two ways between its words: `GPU-hours`, `tokens/parameter`. */
const spaced = (text: string) =>
  text.replace(/(?<=[a-z\d])-(?=[a-z])/g, ' ').replace(/(?<=[a-z]) ?\/ ?(?=\p{L})/gu, ' per ');

const endless = (text: string) => trimEnd(text, /[.。!?]/);

/** A number in one spelling, without the words that only say that it is rounded. */
export function bareNumberOf(text: string): string {
  return endless(plainNumber(text)).replace(about, '').replace(orSo, '');
}

// Most numbers are typed in ascii, which needs no Unicode to be one spelling.
const ascii = /^[\x00-\x7f]*$/;

const calculated = /[-+*/×^√] ?\(|\) ?[-+*/×^]/;

/** A text with one blank for each gap and bracket; the brackets of a calculation stay. */
const spaceOut = (text: string) =>
  (calculated.test(text) ? text.replace(/\s+/g, ' ') : text.replace(/[\s()]+/g, ' ')).trim();

/** One spelling of width, case, spaces, minus and raised digits; brackets go. */
function plainNumber(text: string): string {
  if (ascii.test(text)) return spaceOut(text.toLowerCase());
  const plain = text
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (raised) => `^${raised}`)
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−➖]/gu, '-')
    .replace(/[’‘]/g, "'")
    .replace(/⁄/g, '/')
    .replace(/乘以?/g, '×');
  return spaceOut(plain)
    .replace(/ ?(\p{Script=Han}) ?/gu, '$1')
    .replace(/的(-?\d+)次[方幂]/g, '^$1');
}

/** What a percent sign does: it is the unit, is not taken, makes a share of 1, or counts points. */
type Marks = 'percent' | 'none' | 'share' | 'points';

function signedValues(body: string, marks: Marks): readonly number[] {
  const sign = /^(?:\+|-|minus |negative |负)/.exec(body)?.[0] ?? '';
  const unsigned = body.slice(sign.length).trim();
  const numeral = unsigned
    .replace(/^百分之/, '')
    .replace(percentWord, '')
    .trim();
  const marked = numeral !== unsigned;
  if (marked && marks === 'none') return [];
  const values = unsignedValues(numeral).map((value) => (sign === '' || sign === '+' ? value : 0 - value));
  return values.flatMap((value) => {
    if (marked)
      return marks === 'percent' ? [value] : marks === 'share' ? [value / 100] : [value / 100, value];
    if (marks !== 'percent' || value === 0 || Math.abs(value) >= 1) return [value];
    // `1/10` is no tenth of a percent.
    return /\/|分之/.test(numeral) ? [value * 100] : [value, value * 100];
  });
}

/** Words that only count in Chinese, one for each sort of thing; the unit may name another than the learner. */
const counter = /[个名位条道题张块种项台份篇款只次层]$/;
const article = /^an? (?=(?:hundred|thousand|million|billion|trillion|dozen)(?![a-z]))/;

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

/** By what a number may be divided, since its unit says so much: 1, and 1e9 for `billion parameters`, whose key is 175. */
export const unitScalesOf = (units: readonly string[]): readonly number[] => [1, ...units.flatMap(scaleOf)];

function scaleOf(unit: string): readonly number[] {
  const scale = unitScale.exec(unit)?.[0].trim();
  return scale === undefined ? [] : valuesOf(`1${scale}`);
}
