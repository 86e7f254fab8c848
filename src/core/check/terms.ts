import type { Item } from '../kinds/index.ts';
import type { LocatedBank } from '../located-bank.ts';
import { type Lang, pick } from '../text.ts';
import { lexiconOf } from './lexicon.ts';
import { languagesOf, optionSets } from './option-sets.ts';
import { stemmed } from './words.ts';

const runs = /\p{Script=Han}{3,}|[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}]+)*/gu;

/** The words by which two texts echo each other, stemmed, each with how it is written: of four letters on, or three ideographs in a row. */
export function termsOf(text: string, lang: Lang): ReadonlyMap<string, string> {
  const { functionWords } = lexiconOf(lang);
  const terms = new Map<string, string>();
  for (const [run] of text.matchAll(runs)) {
    if (run > '\u2e7f')
      for (let i = 0; i + 3 <= run.length; i++) terms.set(run.slice(i, i + 3), run.slice(i, i + 3));
    else {
      const word = run.toLowerCase();
      if (word.length >= 4 && !functionWords.has(word)) terms.set(stemmed(word), run);
    }
  }
  return terms;
}

/** The words of an item's tags: what it is about is no secret. */
export function topicTerms({ tags }: Item): ReadonlySet<string> {
  return new Set(tags.flatMap((tag) => [stemmed(tag), ...tag.split('-').map(stemmed)]));
}

const counts = new WeakMap<LocatedBank, ReadonlyMap<string, number>>();

/** In how many items of a bank a term stands, in the stem or the options. */
export function itemsWith(bank: LocatedBank, term: string): number {
  const known = counts.get(bank) ?? counted(bank);
  counts.set(bank, known);
  return known.get(term) ?? 0;
}

function counted(bank: LocatedBank): ReadonlyMap<string, number> {
  const items = new Map<string, number>();
  for (const located of bank.items) {
    const { stem } = located.item;
    const options = optionSets(located).flatMap((set) => set.options.map((o) => [o.text, set.lang] as const));
    const texts = [...languagesOf(located).map((lang) => [pick(stem, lang), lang] as const), ...options];
    const terms = new Set(texts.flatMap(([text, lang]) => [...termsOf(text, lang).keys()]));
    for (const term of terms) items.set(term, (items.get(term) ?? 0) + 1);
  }
  return items;
}
