import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { lexiconOf } from '../language/lexicon/index.ts';
import { stemWord, wordsOf } from '../language/words.ts';
import { changeOfRight, sharedLanguagesOf } from './right-change.ts';

/** A current question with the earlier one whose progress it continues. */
export interface Continued {
  readonly before: LocatedItem;
  readonly now: LocatedItem;
  /** The place in the current item of the id that both share. */
  readonly idPath: DataPath;
  readonly id: string;
  /** Whether it is a different question. */
  readonly isAnother: boolean;
}

const known = new WeakMap<LocatedBank, { readonly base: LocatedBank; readonly all: readonly Continued[] }>();

/** Returns every question that continues the progress of an earlier one. */
export function continuedIn(bank: LocatedBank, base: LocatedBank): readonly Continued[] {
  const made = known.get(bank);
  if (made?.base === base) return made.all;
  const all = [...continuations(bank, base)];
  known.set(bank, { base, all });
  return all;
}

function* continuations(bank: LocatedBank, base: LocatedBank): Generator<Continued> {
  const earlier = byId(base);
  const claims = new Map(bank.items.flatMap((now) => now.item.formerIds.map((id) => [id, now] as const)));
  for (const now of bank.items) {
    const named = [now.item.id, ...now.item.formerIds].entries();
    for (const [i, id] of named) {
      const before = earlier.get(id);
      // If two questions claim an id, another rule reports it.
      if (before === undefined || (i === 0 && (claims.get(id) ?? now) !== now)) continue;
      const idPath: DataPath = i === 0 ? ['id'] : ['formerIds', i - 1];
      yield { before, now, idPath, id, isAnother: isAnother(before, now) };
      break;
    }
  }
}

/** Returns the questions of a bank by all ids under which their progress may be stored; a current id wins over a former one. */
function byId({ items }: LocatedBank): ReadonlyMap<string, LocatedItem> {
  return new Map([
    ...items.flatMap((located) => located.item.formerIds.map((id) => [id, located] as const)),
    ...items.toReversed().map((located) => [located.item.id, located] as const),
  ]);
}

/** The share of common content words below which two texts are about different things: 93% of the pairs in our bank are. */
const low = 0.25;

/** Returns whether two items ask different things: stem and answer have little in common in every shared language. */
function isAnother(before: LocatedItem, now: LocatedItem): boolean {
  const shared = sharedLanguagesOf(before, now);
  const stems = (lang: readonly [Lang, Lang]) =>
    [pickLanguage(before.item.stem, lang[0]), pickLanguage(now.item.stem, lang[1])] as const;
  const apart = (most: number) => shared.every((lang) => likenessOf(...stems(lang), lang[1]) <= most);
  if (shared.length === 0 || !apart(low)) return false;
  if (before.item.kind !== now.item.kind) return true;
  // The answer to a true-false statement says nothing about its subject.
  const { asks } = kindOf(now.item);
  if (asks === 'judge') return apart(0);
  if (changeOfRight(before, now) === undefined) return false;
  if (asks === 'type-number') return true;
  return shared.every(([then, today]) => {
    const [was, is] = [kindOf(before.item).key(before.item, then), kindOf(now.item).key(now.item, today)];
    return was !== is && likenessOf(was, is, today) <= low;
  });
}

/** Returns the share of content words of the shorter text that the longer one has too, 0-1. */
export function likenessOf(a: string, b: string, lang: Lang): number {
  if (a === b) return 1;
  const [one, other] = [contentOf(a, lang), contentOf(b, lang)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}

function contentOf(text: string, lang: Lang): ReadonlySet<string> {
  const { functionWords } = lexiconOf(lang);
  return new Set(
    wordsOf(text)
      .filter((word) => !functionWords.has(word))
      .map(stemWord),
  );
}
