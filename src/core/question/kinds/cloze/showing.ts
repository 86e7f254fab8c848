import { type Lang, pickLanguage } from '#core/base/text.ts';
import { hintBeginning, hintRange } from '../typed.ts';
import { blanksOf } from './blanks.ts';
import { numbersIn } from './filling.ts';
import type { ClozeItem } from './index.ts';
import { blankPattern, bracedOf } from './neighbours.ts';

/** The label of a blank, by its place. */
export function blankLabelOf(index: number): string {
  return `[${index + 1}]`;
}

/** The stem as a learner reads it, with gaps for its blanks. */
export function gappedStemOf(item: ClozeItem, lang: Lang): string {
  const stem = pickLanguage(item.stem, lang);
  const names = blanksOf(stem);
  const places = new Map(names.map((name, i) => [name, i]));
  const gapOf = (name: string) =>
    names.length === 1 ? '____' : `${blankLabelOf(places.get(name) ?? 0)} ____`;
  return bracedOf(stem.replace(blankPattern, (_, name: string) => gapOf(name)));
}

/** The text that is shown for each blank, in the order of the stem. */
export function clozeKeysOf(item: ClozeItem, lang: Lang): readonly string[] {
  return blanksOf(pickLanguage(item.stem, lang)).map((name) =>
    pickLanguage(item.accept[name]?.[0] ?? '', lang),
  );
}

/** The correct answer as it is shown. */
export function shownKeyOf(item: ClozeItem, lang: Lang): string {
  const keys = clozeKeysOf(item, lang);
  if (keys.length === 1) return keys.join();
  return keys.map((key, i) => `${blankLabelOf(i)} ${key}`).join(pickLanguage({ en: '; ', zh: '；' }, lang));
}

/** A hint for each blank. */
export function clozeHintOf(item: ClozeItem, lang: Lang): string {
  const hints = clozeKeysOf(item, lang).map((key) => {
    const [value] = numbersIn(key, /[%％]$/.test(key));
    if (value === undefined) return hintBeginning(key, lang);
    const sort = /^(19|20)\d\d$/.test(key) ? 'year' : /[%％]$/.test(key) ? 'percent' : 'plain';
    return hintRange(value, sort, lang);
  });
  return hints.length === 1 ? hints.join() : hints.map((hint, i) => `${blankLabelOf(i)} ${hint}`).join(' ');
}
