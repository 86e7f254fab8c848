import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import { showNumber } from '../typed/show-number.ts';

/** A hint that narrows a typed text without giving it away: how it begins, and how long it is. */
export function hintBeginning(key: string, lang: Lang): string {
  const [first = '', ...others] = [...key];
  const words = key.split(/\s+/).length;
  const length = pickLanguage(
    {
      en: words > 1 ? `${words} words` : `${others.length + 1} characters`,
      zh: /^\p{Script=Han}+$/u.test(key) ? `${others.length + 1} 个字` : `${others.length + 1} 个字符`,
    },
    lang,
  );
  if (others.length === 0) return pickLanguage({ en: 'A single character.', zh: `只有 ${length}。` }, lang);
  return pickLanguage(
    { en: `Starts with “${first}”; ${length}.`, zh: `以“${first}”开头，共 ${length}。` },
    lang,
  );
}

/** A hint that narrows a number without giving it away: the decade, the quarter of a hundred, or the power of ten. */
export function hintRange(key: number, sort: 'year' | 'percent' | 'plain', lang: Lang): string {
  if (sort === 'year') {
    const decade = Math.floor(key / 10) * 10;
    return between(String(decade), String(decade + 9), lang);
  }
  if (sort === 'percent' && key >= 0 && key <= 100) {
    const low = Math.min(75, Math.floor(key / 25) * 25);
    return between(`${low}%`, `${low + 25}%`, lang);
  }
  if (key === 0) return between('-1', '1', lang);
  // `1e11`, not 10 ** 11: a power may be off by its last bit and would show as such.
  const power = Number(Math.abs(key).toExponential().split('e')[1]);
  const ends = [power, power + 1].map((p) => Number(`1e${p}`) * Math.sign(key)).sort((a, b) => a - b);
  const [low = '', high = ''] = ends.map((end) => showNumber(end, lang));
  return between(low, high, lang);
}

function between(low: string, high: string, lang: Lang): string {
  const zh = `在 ${low} 和 ${high} 之间。`.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return pickLanguage({ en: `Between ${low} and ${high}.`, zh }, lang);
}

/** How long a text may be to be read as an answer: one that is much longer than any that is right is wrong. */
export const longestOf = (accepted: readonly Text[]): number =>
  300 + 2 * Math.max(0, ...accepted.flatMap(wordingsOf).map(({ length }) => length));
