import type { LocatedBank } from '#core/bank/located-bank.ts';
import { memoise } from '#core/base/memoise.ts';
import { tally } from '#core/base/tally.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Item } from '#core/question/kinds/index.ts';
import { lexiconOf } from '../../language/lexicon/index.ts';
import { stemWord } from '../../language/words.ts';
import { languagesOf, optionSetsOf } from '../../views/option-sets.ts';

// Ranges instead of character properties, for speed: all stems of a bank are split.
const runs = /[\u3400-\u9fff]{3,}|[a-z\u00c0-\u024f]{4,}(?:['’-][a-z\u00c0-\u024f]+)*/gi;

/** Chinese characters that join words, as in `越来越`, `的时候` and `是什么`. */
const particles = /[的了着是在和与或及也都就把被对从向于而且但不没有这那哪些个么之其所为以越时候会能可怎样]/;

/** Returns the terms by which texts echo each other, with their spelling: stemmed words of four letters or more, or runs of three Chinese characters. */
export function termsOf(text: string, lang: Lang): ReadonlyMap<string, string> {
  const { functionWords } = lexiconOf(lang);
  const terms = new Map<string, string>();
  for (const [run] of text.matchAll(runs)) {
    if (run > '\u2e7f') for (const three of threes(run)) terms.set(three, three);
    else {
      const word = run.toLowerCase().replace(/['’]s$/, '');
      if (!functionWords.has(word)) terms.set(stemWord(word), run);
    }
  }
  return terms;
}

function* threes(run: string): Generator<string> {
  for (let i = 0; i + 3 <= run.length; i++) {
    const three = run.slice(i, i + 3);
    if (!particles.test(three)) yield three;
  }
}

/** Returns the words of an item's tags: its topic gives nothing away. */
export function topicTermsOf({ tags }: Item): ReadonlySet<string> {
  return new Set(tags.flatMap((tag) => [stemWord(tag), ...tag.split('-').map(stemWord)]));
}

/** Counts the items of a bank with a term in the stem or the correct answer. */
export function countItemsWith(bank: LocatedBank, term: string): number {
  return counts(bank).get(term) ?? 0;
}

const counts = memoise((bank: LocatedBank): ReadonlyMap<string, number> => {
  const terms = bank.items.map((located) => [
    ...languagesOf(located).map((lang) => termsOf(pickLanguage(located.item.stem, lang), lang)),
    ...optionSetsOf(located).map(({ key, lang }) => termsOf(key.text, lang)),
  ]);
  return tally(terms.flatMap((own) => [...new Set(own.flatMap((found) => [...found.keys()]))]));
});
