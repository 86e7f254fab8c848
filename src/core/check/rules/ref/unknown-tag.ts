import type { LocatedItem, Targets } from '#core/bank/located-bank.ts';
import { editDistanceOf } from '#core/base/edit-distance.ts';
import { findNearestIn, isOneTypoFrom } from '#core/base/nearest.ts';
import { tally } from '#core/base/tally.ts';
import { type Finding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

const deck = (tag: string) => makeSampleDeck('tags: [tokens]', `tags: [${tag}]`);
const tags = 'tokens: How a text is cut into tokens.\n';

export const refUnknownTag: Rule = {
  id: 'ref/unknown-tag',
  severity: 'warning',
  summary: 'A tag must be listed in tags.yaml; without that file, it must not be a typo of a common tag.',
  why: 'Learners who practise a topic by its tag miss questions whose tag is misspelt.',
  bad: { 'decks/tokens.yaml': deck('tokns'), 'tags.yaml': tags },
  good: { 'decks/tokens.yaml': deck('tokens'), 'tags.yaml': tags },
  *check({ items, targets }) {
    switch (targets.tags.state) {
      case 'unknown':
        return;
      case 'known':
        return yield* unlisted(items, targets.tags);
      case 'absent':
        return yield* misspelt(items);
      default:
        return targets.tags.state satisfies never;
    }
  },
};

function* unlisted(items: readonly LocatedItem[], { ids }: Targets): Generator<Finding> {
  const nearest = findNearestIn(ids);
  for (const located of items)
    for (const [i, tag] of located.item.tags.entries()) {
      if (ids.has(tag)) continue;
      const near = nearest(tag);
      const ways = near ? `did you mean \`${near}\`?` : 'add it there or use one of its tags';
      yield placeInItem(located, { at: ['tags', i], message: `tags.yaml has no tag \`${tag}\`; ${ways}` });
    }
}

/** A tag on this many questions is intended. */
const common = 3;
/** Shorter words are often one letter away from another word. */
const shortest = 5;

function* misspelt(items: readonly LocatedItem[]): Generator<Finding> {
  const counts = tally(items.flatMap(({ item }) => [...new Set(item.tags)]));
  const usual = [...counts].flatMap(([tag, count]) =>
    count >= common && tag.length >= shortest ? [tag] : [],
  );
  const similar = isOneTypoFrom(usual);
  for (const located of items)
    for (const [i, tag] of located.item.tags.entries()) {
      if (counts.get(tag) !== 1 || tag.length < shortest) continue;
      const near = similar(tag).find((other) => isOneSlip(tag, other));
      if (near === undefined) continue;
      const message = `only this question has the tag \`${tag}\`, but ${counts.get(near)} have \`${near}\`; did you mean that?`;
      yield placeInItem(located, { at: ['tags', i], message });
    }
}

/** Returns whether two tags differ by one typo: versions that differ in a digit are two things. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return false;
  return editDistanceOf(a, b) === 1 && a.replace(/\d/g, '') !== b.replace(/\d/g, '');
}
