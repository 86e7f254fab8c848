import type { LocatedBank, LocatedDeck, LocatedItem } from '#core/bank/located-bank.ts';
import { groupBy } from '#core/base/group-by.ts';
import { placeAtTitle } from '#core/check/contract/place-at-title.ts';
import { type Finding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';
import { heirsIn } from '#core/check/since/heirs.ts';

export const refIdGone: Rule = {
  id: 'ref/id-gone',
  severity: 'error',
  summary:
    'No id may disappear; a renamed question keeps its old id under `formerIds`, a withdrawn one is listed in withdrawn.yaml.',
  why: 'Progress is stored under the id, so months of answers would be lost with it.',
  base: sampleDeck,
  bad: makeSampleDeck('bpe-name', 'bpe-meaning'),
  good: makeSampleDeck('id: bpe-name', 'id: bpe-meaning\n    formerIds: [bpe-name]'),
  *check(bank, { base, today }) {
    // Questions that could not be read, or are in other files, are not gone.
    if (base === undefined || !bank.whole || !bank.complete) return;
    const present = new Set([
      ...bank.ids.flatMap(({ of, id }) => (of === 'item' ? [id] : [])),
      ...bank.items.flatMap(({ item }) => item.formerIds),
      ...bank.withdrawals.map(({ id }) => id),
    ]);
    yield* unlisted(bank, base, present);
    const heirOf = heirsIn(bank, base);
    const deckOf = decksOf(bank, base);
    const nowOf = new Map(continuedIn(bank, base).map(({ before, now }) => [before, now]));
    const reported = new Set<string>();
    for (const before of base.items) {
      const lost = idsOf(before).filter((id) => !present.has(id) && !reported.has(id));
      const deck = deckOf(before);
      if (lost.length === 0 || deck === undefined) continue;
      for (const id of lost) reported.add(id);
      const now = nowOf.get(before);
      yield now === undefined ? goneFrom(deck, lost, heirOf(before), today) : noFormer(now, lost);
    }
  },
};

const idsOf = ({ item }: LocatedItem) => [item.id, ...item.formerIds];

/** Builds one finding for a removed question with all the ids that it ever had. */
function goneFrom(
  deck: LocatedDeck,
  lost: readonly string[],
  heir: LocatedItem | undefined,
  today: string,
): Finding {
  const message = `\`${lost[0]}\` was removed, so learners lose their progress on it`;
  const withdraw = (more = '') =>
    lost.map((id) => `\`${id}: { date: "${today || '2026-11-30'}", why: ...${more} }\``).join(' and ');
  if (heir === undefined) {
    const advice = `put it back, or add \`${formerIds(lost)}\` to the question that asks the same; to withdraw it for good, add ${withdraw()} to withdrawn.yaml`;
    return { ...placeAtTitle(deck), item: lost[0] ?? '', message: `${message}; ${advice}` };
  }
  const { id } = heir.item;
  return {
    ...placeInItem(heir, {
      at: ['id'],
      message: `${message}; if \`${id}\` asks the same, add \`${formerIds(lost)}\` to it, else add ${withdraw(`, successor: ${id}`)} to withdrawn.yaml`,
    }),
    related: [{ ...placeAtTitle(deck), message: `the deck that \`${lost[0]}\` was in` }],
  };
}

/** Yields the entries of withdrawn.yaml that are gone from it. */
function* unlisted(bank: LocatedBank, base: LocatedBank, present: ReadonlySet<string>): Generator<Finding> {
  const [first] = bank.decks;
  for (const { id, withdrawal } of base.withdrawals) {
    if (present.has(id) || first === undefined) continue;
    const message = `\`${id}\` is no longer in withdrawn.yaml, so the id may be used again; put its entry of ${withdrawal.date} back`;
    yield { ...placeAtTitle(first), item: id, message };
  }
}

/** Builds the finding for a question that is still there, but lost former ids. */
function noFormer(now: LocatedItem, lost: readonly string[]): Finding {
  const ids = lost.map((id) => `\`${id}\``).join(', ');
  const [were, them] = lost.length === 1 ? ['was a former id', 'it'] : ['were former ids', 'them'];
  const message = `${ids} ${were} of \`${now.item.id}\`, so learners lose their progress under ${them}; add ${them} to \`formerIds\` again`;
  return placeInItem(now, { at: ['formerIds'], mayBeMissing: true, message });
}

const formerIds = (ids: readonly string[]) => `formerIds: [${ids.join(', ')}]`;

/** Finds the deck at which a removed question is reported: its own, else the one that most of its neighbours are in now, else the first. */
function decksOf({ decks, items }: LocatedBank, base: LocatedBank) {
  const byPath = new Map(decks.map((deck) => [deck.source.path, deck]));
  const pathOf = new Map(items.map(({ item, source }) => [item.id, source.path]));
  const neighbours = groupBy(base.items, ({ source }) => source.path);
  const moved = new Map<string, LocatedDeck | undefined>();
  return ({ source: { path } }: LocatedItem): LocatedDeck | undefined => {
    if (!moved.has(path)) {
      const now = groupBy(neighbours.get(path) ?? [], ({ item }) => pathOf.get(item.id));
      const [most] = [...now]
        .filter(([to]) => to !== undefined)
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([to]) => byPath.get(to ?? ''));
      moved.set(path, byPath.get(path) ?? most ?? decks[0]);
    }
    return moved.get(path);
  };
}
