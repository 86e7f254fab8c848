import { type Random, shuffle } from '#core/base/random.ts';
import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '../item.ts';
import type { Remark } from '../prompt.ts';
import { sortAscending } from '../typed/quantity.ts';
import type { Option } from './kind.ts';

/** Options as they are shown: numbers in ascending order, in which they are read fastest; all others shuffled. */
export function layOutOptions(options: readonly Text[], lang: Lang, random: Random): readonly string[] {
  const texts = options.map((option) => pickLanguage(option, lang));
  return sortAscending(texts) ?? shuffle(texts, random);
}

/** The hint of an item with options: the author's own, else one distractor named as wrong. */
export function strikeOutOne(
  item: CommonItem & { readonly distractors: readonly Distractor[] },
  lang: Lang,
  random: Random,
): { readonly hint?: string } {
  if (item.hint !== undefined) return { hint: pickLanguage(item.hint, lang) };
  const distractor = item.distractors[Math.floor(random() * item.distractors.length)];
  if (distractor === undefined) return {};
  const wrong = pickLanguage(distractor.text, lang);
  return { hint: pickLanguage({ en: `Not this one: ${wrong}`, zh: `不是：${wrong}` }, lang) };
}

/** The remark on a distractor given as an answer: why it is wrong. */
export function reasonFor({ text, why }: Distractor, lang: Lang): Remark {
  return { type: 'why', option: pickLanguage(text, lang), why: pickLanguage(why, lang) };
}

/** The stem with its options listed below it, in an order that does not tell which is the key. */
export function optionFrontOf(item: CommonItem, options: readonly Text[], lang: Lang): string {
  const texts = options.map((option) => pickLanguage(option, lang));
  const lines = sortAscending(texts) ?? rearrange(texts);
  return [pickLanguage(item.stem, lang), ...lines.map((line) => `- ${line}`)].join('\n');
}

/** The texts in alphabetical order; in reverse if they are given in that order, since it may be the correct answer. */
export function rearrange(texts: readonly string[]): readonly string[] {
  const sorted = texts.toSorted();
  return sorted.every((text, i) => text === texts[i]) ? sorted.reverse() : sorted;
}

/** n!, for the chance of guessing an order. */
export function factorialOf(n: number): number {
  return n <= 1 ? 1 : n * factorialOf(n - 1);
}

/** Distractors as options. */
export function wrongOptionsOf(distractors: readonly Distractor[]): readonly Option[] {
  return distractors.map(({ text, why }, i) => ({
    text,
    why,
    right: false,
    path: ['distractors', i, 'text'],
  }));
}
