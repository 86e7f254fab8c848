import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pick } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { lexiconOf } from '../language/lexicon.ts';
import { stemmed, wordsOf } from '../language/words.ts';
import { changeOfRight, sharedLanguages } from './right-change.ts';

/** A question of today with the one that its memories come from. */
export interface Continued {
  readonly before: LocatedItem;
  readonly now: LocatedItem;
  /** Where in the item of today the id is named that both share. */
  readonly idPath: DataPath;
  readonly id: string;
  /** Whether it is another question altogether. */
  readonly isAnother: boolean;
}

const known = new WeakMap<LocatedBank, { readonly base: LocatedBank; readonly all: readonly Continued[] }>();

/** Every question that takes over memories from one of before. */
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
      // That two questions claim an id is a finding already.
      if (before === undefined || (i === 0 && (claims.get(id) ?? now) !== now)) continue;
      const idPath: DataPath = i === 0 ? ['id'] : ['formerIds', i - 1];
      yield { before, now, idPath, id, isAnother: isAnother(before, now) };
      break;
    }
  }
}

/** The questions of a bank by all ids that memories of them may be kept under; its present id goes before a former one. */
function byId({ items }: LocatedBank): ReadonlyMap<string, LocatedItem> {
  return new Map([
    ...items.flatMap((located) => located.item.formerIds.map((id) => [id, located] as const)),
    ...items.toReversed().map((located) => [located.item.id, located] as const),
  ]);
}

/** Shares of content words below which two texts are about different things: of the pairs of our own bank, 93 % are. */
const low = 0.25;

/** Whether two items ask different things: stem and key have little in common in every language that both are written in. */
function isAnother(before: LocatedItem, now: LocatedItem): boolean {
  const shared = sharedLanguages(before, now);
  const stems = (lang: readonly [Lang, Lang]) =>
    [pick(before.item.stem, lang[0]), pick(now.item.stem, lang[1])] as const;
  const apart = (most: number) => shared.every((lang) => likeness(...stems(lang), lang[1]) <= most);
  if (shared.length === 0 || !apart(low)) return false;
  if (before.item.kind !== now.item.kind) return true;
  // Whether it is true says nothing of what a statement is about.
  const { asks } = kindOf(now.item);
  if (asks === 'judge') return apart(0);
  if (changeOfRight(before, now) === undefined) return false;
  if (asks === 'type-number') return true;
  return shared.every(([then, today]) => {
    const [was, is] = [kindOf(before.item).key(before.item, then), kindOf(now.item).key(now.item, today)];
    return was !== is && likeness(was, is, today) <= low;
  });
}

/** The share of its content words that the shorter of two texts has in common with the longer one. */
export function likeness(a: string, b: string, lang: Lang): number {
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
      .map(stemmed),
  );
}
