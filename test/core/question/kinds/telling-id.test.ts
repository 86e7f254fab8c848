import { describe, expect, it } from 'vitest';
import { isTellingId } from '#core/question/kinds/telling-id.ts';
import { fixtureBank } from '../../../fake-world.ts';

const items = fixtureBank().decks.flatMap((deck) => deck.items);
/** The item of a kind in the test bank, with another id. */
function named(kind: string, id: string) {
  const item = items.find((one) => one.kind === kind);
  if (item === undefined) throw new Error(`no ${kind}`);
  return { ...item, id };
}

describe('an id gives the answer away', () => {
  it.each([
    ['choice', 'why-banana'],
    ['choice', 'bananas'],
    ['multi', 'two-numbers'],
    ['text', 'gpt-transformer'],
    ['text', 'transformers-in-gpt'],
  ])('of a %s: %s', (kind, id) => {
    expect(isTellingId(named(kind, id))).toBe(true);
  });

  it.each([
    ['choice', 'yellow-fruit'],
    ['choice', 'plum-or-lime'],
    ['choice', 'ban'],
    ['text', 'gpt-stand-for'],
    ['true-false', 'true-water'],
  ])('not of a %s: %s', (kind, id) => {
    expect(isTellingId(named(kind, id))).toBe(false);
  });

  it('not if all of it is in view', () => {
    for (const item of items.filter(({ kind }) => kind === 'order' || kind === 'match')) {
      const words = JSON.stringify(item).match(/[a-z]{4,}/g) ?? [];
      expect(isTellingId({ ...item, id: words.join('-') })).toBe(false);
    }
  });
});
