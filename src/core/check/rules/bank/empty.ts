import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

export const bankEmpty: Rule = {
  id: 'bank/empty',
  severity: 'error',
  summary: 'There are questions: in the bank, and in each of its decks.',
  why: 'An empty deck is as a rule a slip: a wrong path, a file not saved, a list indented under nothing.',
  bad: 'title: Tokens\nitems: []\n',
  good: sampleDeck,
  *check({ files, decks, whole }) {
    for (const { source, written } of decks) {
      if (written !== 0) continue;
      const blank = source.data === null;
      const message = blank
        ? 'this file is empty: a deck has a `title` and `items`'
        : 'this deck has no questions: add one, or remove the file';
      yield { path: source.path, at: source.place(blank ? [] : ['items']), message };
    }
    const [first] = files;
    if (!whole || first === undefined || decks.length > 0) return;
    const message = 'this bank has no deck: a deck is a file with a `title` and `items`';
    yield { path: first.path, at: first.span(0, 0), message };
  },
};
