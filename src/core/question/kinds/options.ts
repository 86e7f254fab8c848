import { type Random, shuffled } from '#core/base/random.ts';
import { type Lang, pick, type Text } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '../item.ts';
import type { Remark } from '../prompt.ts';
import { ascending } from '../typed/quantity.ts';
import type { Option } from './kind.ts';

/** Options as they are shown: numbers in ascending order, in which they are read fastest; all others shuffled. */
export function laidOut(options: readonly Text[], lang: Lang, random: Random): readonly string[] {
  const texts = options.map((option) => pick(option, lang));
  return ascending(texts) ?? shuffled(texts, random);
}

/** The hint of an item with options: the author's own, else one distractor named as wrong. */
export function struckOut(
  item: CommonItem & { readonly distractors: readonly Distractor[] },
  lang: Lang,
  random: Random,
): { readonly hint?: string } {
  if (item.hint !== undefined) return { hint: pick(item.hint, lang) };
  const distractor = item.distractors[Math.floor(random() * item.distractors.length)];
  if (distractor === undefined) return {};
  const wrong = pick(distractor.text, lang);
  return { hint: pick({ en: `Not this one: ${wrong}`, zh: `不是：${wrong}` }, lang) };
}

/** The remark on a distractor given as an answer: why it is wrong. */
export function whyOf({ text, why }: Distractor, lang: Lang): Remark {
  return { type: 'why', option: pick(text, lang), why: pick(why, lang) };
}

/** The stem with its options listed below it, in an order that does not tell which is the key. */
export function frontWithOptions(item: CommonItem, options: readonly Text[], lang: Lang): string {
  const texts = options.map((option) => pick(option, lang));
  const lines = ascending(texts) ?? rearranged(texts);
  return [pick(item.stem, lang), ...lines.map((line) => `- ${line}`)].join('\n');
}

/** The texts in alphabetical order; in reverse if they are given in that order, since it may be the correct answer. */
export function rearranged(texts: readonly string[]): readonly string[] {
  const sorted = texts.toSorted();
  return sorted.every((text, i) => text === texts[i]) ? sorted.reverse() : sorted;
}

/** n!, for the chance of guessing an order. */
export function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** Distractors as options. */
export function wrongOptions(distractors: readonly Distractor[]): readonly Option[] {
  return distractors.map(({ text }, i) => ({ text, right: false, path: ['distractors', i, 'text'] }));
}
