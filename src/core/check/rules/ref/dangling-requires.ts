import type { LocatedItem } from '#core/bank/located-bank.ts';
import { findNearestIn } from '#core/base/nearest.ts';
import { type Finding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const after = (id: string) => `${sampleDeck}
  - id: bpe-start
    kind: recall
    level: 2
    tags: [tokens]
    requires: [${id}]
    stem: Which symbols does it have before the first pair is joined?
    key: The single characters of its corpus
    rationale: Every word can be spelt with them, so that none is unknown however rare it is.
    sources:
      - title: Neural Machine Translation of Rare Words with Subword Units
        url: https://aclanthology.org/P16-1162
`;

export const refDanglingRequires: Rule = {
  id: 'ref/dangling-requires',
  severity: 'error',
  keepsOut: 'question',
  summary: 'Ids under `requires` must exist in the bank and must not form a circle.',
  why: 'A question is not asked before those it requires, so none of a circle would ever be asked.',
  bad: after('bpe-nam'),
  good: after('bpe-name'),
  *check(bank) {
    const { state, ids } = bank.targets.items;
    if (state === 'known' && bank.complete) yield* unknown(bank.items, ids);
    yield* circles(bank.items);
  },
};

function* unknown(items: readonly LocatedItem[], written: ReadonlySet<string>): Generator<Finding> {
  const nearest = findNearestIn(written);
  for (const located of items)
    for (const [i, id] of located.item.requires.entries()) {
      if (written.has(id)) continue;
      const near = nearest(id);
      const ways = near === undefined ? 'use the id of a question or remove it' : `did you mean \`${near}\`?`;
      yield placeInItem(located, {
        at: ['requires', i],
        message: `no question has the id \`${id}\`; ${ways}`,
      });
    }
}

/** An item on the current path, and the index of its next requirement to follow. */
interface Step {
  readonly located: LocatedItem;
  next: number;
}

/** Follows the requirements of each item; coming back to an item on the path closes a circle. */
function* circles(items: readonly LocatedItem[]): Generator<Finding> {
  const byId = new Map(items.map((located) => [located.item.id, located]));
  const walked = new Set<LocatedItem>();
  for (const start of items) {
    if (start.item.requires.length === 0 || walked.has(start)) continue;
    const way: Step[] = [{ located: start, next: 0 }];
    walked.add(start);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const { located } = step;
      const at = step.next++;
      const id = located.item.requires[at];
      const required = id === undefined ? undefined : byId.get(id);
      const back = way.findIndex((s) => s.located === required);
      if (id === undefined) way.pop();
      else if (required !== undefined && back !== -1) yield closed(way.slice(back), at);
      else if (required !== undefined && !walked.has(required)) {
        walked.add(required);
        way.push({ located: required, next: 0 });
      }
    }
  }
}

/** How many questions of a long circle are named at its start, and at its end. */
const shownAtEnds = 4;

/** Builds the finding at the requirement that closes a circle; `circle` starts with the item that it comes back to. */
function closed(circle: readonly Step[], at: number): Finding {
  const all = circle.map(({ located }) => `\`${located.item.id}\``);
  const others = all.length - 2 * shownAtEnds;
  const between = `${others.toLocaleString('en')} others`;
  const ids = others > 1 ? [...all.slice(0, shownAtEnds), between, ...all.slice(-shownAtEnds)] : all;
  const message = `circular \`requires\` (${[...ids, ids[0]].join(' → ')}), so none of these questions is ever asked; remove one requirement`;
  const last = circle.at(-1);
  if (last === undefined) throw new RangeError('a circle has a last item');
  return placeInItem(last.located, { at: ['requires', at], message });
}
