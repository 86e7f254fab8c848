import type { Bank, Spoilers } from '#core/bank/compile.ts';
import { languagesIn, pickLanguage, type Text } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import type { Asks } from '#core/question/kinds/kind.ts';
import { wordsOf } from './language/words.ts';
import { holdersOf, phraseNameOf } from './rules/bank/phrases.ts';

/** How answers are given that can be read elsewhere and typed; a number is found everywhere. */
const typed: readonly Asks[] = ['type', 'fill'];

/** Shorter answers are found everywhere. */
const shortest = { letters: 3, han: 2 } as const;

/** An answer that more questions show than these belongs to the subject: nobody learns from one of them what to type. */
const mostHolders = 110;

/** For each item whose answer is typed, the items whose question or feedback shows that answer, by their places in the bank. */
export function findSpoilers({ decks }: Bank, most = mostHolders): Spoilers {
  const items = decks.flatMap((deck) => deck.items);
  const found = new Map<number, Set<number>>();
  const languages = languagesIn(items.map(({ stem }) => stem));
  for (const lang of languages.length === 0 ? [''] : languages) {
    const answers = items.flatMap((item, place) =>
      answersIn(item, lang).map((words) => ({ place, words, name: phraseNameOf(words) })),
    );
    const texts = items.map((item) => wordsOf(shownIn(item, lang)));
    // Its own text has it too.
    const holders = holdersOf(
      answers.map(({ words }) => words),
      texts,
      most + 1,
    );
    for (const { place, name } of answers)
      for (const holder of holders.get(name) ?? [])
        if (holder !== place) found.set(place, (found.get(place) ?? new Set()).add(holder));
  }
  const sorted = [...found].sort(([a], [b]) => a - b);
  return Object.fromEntries(sorted.map(([place, by]) => [place, [...by].sort((a, b) => a - b)]));
}

/** The answers that are right for an item, each as words. */
function answersIn(item: Item, lang: string): readonly (readonly string[])[] {
  const { asks, right } = kindOf(item);
  if (!typed.includes(asks)) return [];
  const texts = new Set(right(item).map(({ text }) => pickLanguage(text, lang)));
  return [...texts].filter(isTelling).map(wordsOf);
}

function isTelling(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= shortest.han || (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= shortest.letters;
}

/** A word of no language, so that no answer is found that begins in one text and ends in the next. */
const between = ' zqxjzqxj ';

/** All that a learner reads of an item, until the feedback is gone. */
function shownIn(item: Item, lang: string): string {
  const { options, columns, key } = kindOf(item);
  const offered = [...(options?.(item) ?? []), ...(columns?.(item) ?? []).flat()];
  const texts: readonly Text[] = [
    // The names of blanks are for their author.
    pickLanguage(item.stem, lang).replace(/\{\{[a-z0-9_-]+\}\}/g, ' _ '),
    ...offered.flatMap(({ text, why }) => [text, ...(why === undefined ? [] : [why])]),
    key(item, lang),
    item.rationale,
  ];
  return texts.map((text) => pickLanguage(text, lang)).join(between);
}
