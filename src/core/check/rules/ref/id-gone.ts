import type { LocatedBank, LocatedDeck, LocatedItem } from '#core/bank/located-bank.ts';
import { grouped } from '#core/base/grouped.ts';
import { atTitle } from '#core/check/contract/at-title.ts';
import { type Finding, inItem, pointer, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';
import { heirsIn } from '#core/check/since/heirs.ts';

export const refIdGone: Rule = {
  id: 'ref/id-gone',
  severity: 'error',
  summary: 'No id goes: a question that gets another one keeps the old one under `formerIds`.',
  why: 'What learners remember is kept under the id: with it, months of their answers would be lost.',
  base: sampleDeck,
  bad: sampleWith('bpe-name', 'bpe-meaning'),
  good: sampleWith('id: bpe-name', 'id: bpe-meaning\n    formerIds: [bpe-name]'),
  *check(bank, { base }) {
    // What could not be read is not gone, and neither is what is in other files.
    if (base === undefined || !bank.whole || !bank.complete) return;
    const present = new Set([
      ...bank.ids.flatMap(({ of, id }) => (of === 'item' ? [id] : [])),
      ...bank.items.flatMap(({ item }) => item.formerIds),
    ]);
    const heirOf = heirsIn(bank, base);
    const deckOf = decksOf(bank, base);
    const nowOf = new Map(continuedIn(bank, base).map(({ before, now }) => [before, now]));
    const told = new Set<string>();
    for (const before of base.items) {
      const lost = idsOf(before).filter((id) => !present.has(id) && !told.has(id));
      const deck = deckOf(before);
      if (lost.length === 0 || deck === undefined) continue;
      for (const id of lost) told.add(id);
      const now = nowOf.get(before);
      yield now === undefined ? goneFrom(deck, lost, heirOf(before)) : noFormer(now, lost);
    }
  },
};

const idsOf = ({ item }: LocatedItem) => [item.id, ...item.formerIds];

/** One finding for a question with all the ids that it ever had. */
function goneFrom(deck: LocatedDeck, lost: readonly string[], heir: LocatedItem | undefined): Finding {
  const message = `\`${lost[0]}\` is gone, and with the id what learners remember of it`;
  if (heir === undefined) {
    const advice = `put it back, or write \`${formerIds(lost)}\` in the question that took its place; if it is withdrawn for good, \`--ignore ref/id-gone\` lets this change pass`;
    return { ...atTitle(deck), message: `${message}: ${advice}` };
  }
  const { id } = heir.item;
  return {
    ...atTitle(deck),
    message: `${message}: likely it is \`${id}\` now; if so, write \`${formerIds(lost)}\` there`,
    related: [pointer(heir, ['id'], `\`${id}\`, which is new`)],
  };
}

/** A question that lost ids it had before has them no more, though it is there itself. */
function noFormer(now: LocatedItem, lost: readonly string[]): Finding {
  const ids = lost.map((id) => `\`${id}\``).join(', ');
  const message = `${ids} was a former id of \`${now.item.id}\`, and what learners remember under it is lost: write it under \`formerIds\` again`;
  return inItem(now, { at: ['formerIds'], message });
}

const formerIds = (ids: readonly string[]) => `formerIds: [${ids.join(', ')}]`;

/** The deck to look for a question in: its own, else the one that most of its neighbours are in now, else the first. */
function decksOf({ decks, items }: LocatedBank, base: LocatedBank) {
  const byPath = new Map(decks.map((deck) => [deck.source.path, deck]));
  const pathOf = new Map(items.map(({ item, source }) => [item.id, source.path]));
  const neighbours = grouped(base.items, ({ source }) => source.path);
  const moved = new Map<string, LocatedDeck | undefined>();
  return ({ source: { path } }: LocatedItem): LocatedDeck | undefined => {
    if (!moved.has(path)) {
      const now = grouped(neighbours.get(path) ?? [], ({ item }) => pathOf.get(item.id));
      const [most] = [...now]
        .filter(([to]) => to !== undefined)
        .sort(([, a], [, b]) => b.length - a.length)
        .map(([to]) => byPath.get(to ?? ''));
      moved.set(path, byPath.get(path) ?? most ?? decks[0]);
    }
    return moved.get(path);
  };
}
