import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { findNearest } from '#core/base/nearest.ts';
import { pickLanguage, wordingsOf } from '#core/base/text.ts';
import { continuedIn, likenessOf } from './continued.ts';
import { sharedLanguagesOf } from './right-change.ts';

/** Finds the new question that probably replaced an earlier one whose id is gone. */
export type HeirOf = (before: LocatedItem) => LocatedItem | undefined;

/** The most comparisons of stems that are made. */
const mostPairs = 10_000;

/** The share of common words from which one stem is probably the other, reworded. */
const alike = 0.6;

/** Returns a function that finds replacements among new questions: by stem, else by id, else by common words. */
export function heirsIn(bank: LocatedBank, base: LocatedBank): HeirOf {
  const old = new Set(continuedIn(bank, base).map(({ now }) => now));
  const fresh = bank.items.filter((located) => !old.has(located));
  const byStem = new Map(
    fresh.toReversed().flatMap((located) => wordingsOf(located.item.stem).map((stem) => [stem, located])),
  );
  const byId = new Map(fresh.map((located) => [located.item.id, located]));
  let pairs = 0;
  return (before) => {
    const { item } = before;
    const same = wordingsOf(item.stem).flatMap((stem) => byStem.get(stem) ?? [])[0];
    pairs += fresh.length;
    if (same !== undefined || pairs > mostPairs) return same;
    const id = findNearest(item.id, byId.keys());
    return id === undefined ? mostAlike(before, fresh) : byId.get(id);
  };
}

function mostAlike(before: LocatedItem, fresh: readonly LocatedItem[]): LocatedItem | undefined {
  const rated = fresh.map((located) => {
    const shares = sharedLanguagesOf(before, located).map(([then, today]) =>
      likenessOf(pickLanguage(before.item.stem, then), pickLanguage(located.item.stem, today), today),
    );
    return { located, likeness: Math.max(0, ...shares) };
  });
  const best = Math.max(alike, ...rated.map((r) => r.likeness));
  return rated.find((r) => r.likeness === best)?.located;
}
