import { placeAtTitle } from '#core/check/contract/place-at-title.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeEmbeddingDeck } from '#core/check/examples/cut-words.ts';

const fewestInBank = 50;
const fewestInDeck = 5;
/** The mean deck size above which a deck of a few questions is an exception. */
const usual = 20;

const example = (small: number) => ({
  'decks/01-tables.yaml': makeEmbeddingDeck(60, (i) => 1 + (i % 5)),
  'decks/02-more.yaml': makeEmbeddingDeck(small, (i) => 1 + (i % 5), 100),
});

export const bankTopicCoverage: Rule = {
  id: 'bank/topic-coverage',
  severity: 'info',
  summary: 'If decks average more than 20 questions, no deck should have fewer than 5.',
  why: 'A deck is a topic. Learners who finish it believe they know it, but a few questions cannot cover it.',
  get bad() {
    return example(fewestInDeck - 1);
  },
  get good() {
    return example(fewestInDeck);
  },
  *check({ decks, items, whole, complete }) {
    if (!whole || !complete || items.length < fewestInBank) return;
    const mean = items.length / decks.length;
    if (mean <= usual) return;
    for (const deck of decks) {
      const { written = fewestInDeck } = deck;
      if (written === 0 || written >= fewestInDeck) continue;
      const message = `this deck has ${written} question${written === 1 ? '' : 's'}, but decks of this bank have ${Math.round(mean)} on average; add some, or move ${written === 1 ? 'it' : 'them'} to another deck`;
      yield { ...placeAtTitle(deck), message };
    }
  },
};
