import type { Lang } from '#core/base/text.ts';

/** How numbers are written in a language. */
interface NumberStyle {
  readonly thousands: string;
  readonly decimals: string;
  /** Large numbers with their names, one and several of them, the largest first. */
  readonly scales: readonly (readonly [by: number, one: string, several: string])[];
  /** What stands between the name of a large number and what is counted. */
  readonly of?: string;
}

const english: NumberStyle = {
  thousands: ',',
  decimals: '.',
  scales: [
    [1e12, 'trillion', 'trillion'],
    [1e9, 'billion', 'billion'],
    [1e6, 'million', 'million'],
  ],
};

const styles: Readonly<Record<Lang, NumberStyle>> = {
  en: english,
  zh: {
    ...english,
    scales: [
      [1e12, '万亿', '万亿'],
      [1e8, '亿', '亿'],
      [1e4, '万', '万'],
    ],
  },
  ja: {
    ...english,
    scales: [
      [1e12, '兆', '兆'],
      [1e8, '億', '億'],
      [1e4, '万', '万'],
    ],
  },
  de: {
    thousands: '.',
    decimals: ',',
    scales: [
      [1e12, 'Billion', 'Billionen'],
      [1e9, 'Milliarde', 'Milliarden'],
      [1e6, 'Million', 'Millionen'],
    ],
  },
  fr: {
    thousands: '\u00a0',
    decimals: ',',
    scales: [
      [1e9, 'milliard', 'milliards'],
      [1e6, 'million', 'millions'],
    ],
    of: 'de',
  },
  es: { thousands: '.', decimals: ',', scales: [[1e6, 'millón', 'millones']], of: 'de' },
  it: {
    thousands: '.',
    decimals: ',',
    scales: [
      [1e9, 'miliardo', 'miliardi'],
      [1e6, 'milione', 'milioni'],
    ],
    of: 'di',
  },
};

const baseOf = (lang: Lang) => lang.split('-', 1)[0] ?? lang;
const styleOf = (lang: Lang): NumberStyle => {
  const base = baseOf(lang);
  return Object.hasOwn(styles, base) ? (styles[base] ?? english) : english;
};

/** Returns whether a language divides thousands by a point and decimals by a comma. */
export const hasDecimalComma = (lang: Lang): boolean => styleOf(lang).decimals === ',';

/** In French one and a half are one, in German they are several. */
const isOne = (mantissa: string, lang: Lang) =>
  mantissa === '1' || (baseOf(lang) === 'fr' && Number(mantissa) < 2);

/** A number the short way: `300 billion`, `3000 亿` or `300 Milliarden`, `12,288` or `12.288`, `0.1`, `3.14×10^23`. */
export function showNumber(value: number, lang: Lang): string {
  if (value < 0) return `-${showNumber(-value, lang)}`;
  const { thousands, decimals, scales } = styleOf(lang);
  if (value >= 1e16 || (value > 0 && value < 1e-6))
    return value.toExponential().replace('.', decimals).replace(/e\+?/, '×10^');
  const scale = scales.find(([by]) => value >= by);
  if (scale !== undefined) {
    const [by, one, several] = scale;
    const mantissa = String(Number((value / by).toPrecision(15)));
    if (/^\d+(\.\d{1,3})?$/.test(mantissa) && Number(mantissa) < 1e4)
      return `${mantissa.replace('.', decimals)}${/^[兆億万]$/.test(one) && baseOf(lang) === 'ja' ? '' : ' '}${isOne(mantissa, lang) ? one : several}`;
  }
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimals}${fraction}`;
}

/** A number that is shown, and its unit as it stands behind it: `78%`, `78 %` in German, `300万个`, `68 millions de m²`. */
export function joinUnit(value: string, unit: string, lang: Lang): string {
  const isHan = /[\p{Script=Han}]$/u.test(value) && /^[\p{Script=Han}\p{Script=Katakana}]/u.test(unit);
  const isClose = isHan || (/^[%％]/.test(unit) && !spacedPercent.has(baseOf(lang)));
  if (isClose) return `${value}${unit}`;
  const { of } = styleOf(lang);
  if (of === undefined || !/\p{L}{3}$/u.test(value)) return `${value} ${unit}`;
  return /^[aeiouyéèêàâîôh]/iu.test(unit) && of === 'de' && baseOf(lang) === 'fr'
    ? `${value} d’${unit}`
    : `${value} ${of} ${unit}`;
}

const spacedPercent: ReadonlySet<Lang> = new Set(['de', 'fr', 'es']);
