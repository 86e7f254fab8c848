import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

export const bankEmpty: Rule = {
  id: 'bank/empty',
  severity: 'error',
  summary: 'A bank and each of its decks must have questions.',
  why: 'An empty deck is usually a mistake: a wrong path, an unsaved file, a list indented under nothing.',
  bad: 'title: Tokens\nitems: []\n',
  good: sampleDeck,
  *check({ files, decks, whole }) {
    for (const { source, written } of decks) {
      if (written !== 0) continue;
      const isEmpty = source.data === null;
      const message = isEmpty
        ? 'this file is empty; give it a `title` and `items`'
        : 'this deck has no questions; add one or delete the file';
      yield { path: source.path, at: source.placeNear(isEmpty ? [] : ['items']), message };
    }
    const [first] = files;
    if (!whole || first === undefined || decks.length > 0) return;
    const message = 'this bank has no deck; add a file with a `title` and `items`';
    yield { path: first.path, at: first.span(0, 0), message };
  },
};
