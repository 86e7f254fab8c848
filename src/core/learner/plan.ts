import type { ItemHead } from '../bank/head.ts';
import { groupBy } from '../base/group-by.ts';
import { type Random, shuffle } from '../base/random.ts';
import type { StudyDay } from './day.ts';
import type { States } from './fold.ts';
import { type Memory, retrievabilityOn } from './memory.ts';

/** The default number of new questions in one study day. */
export const newPerDay = 10;

/** The default number of questions in one session: about ten minutes. */
const sessionLimit = 40;

/** The inputs of a plan. */
export interface PlanInput {
  /** Every item of the bank, in deck order. */
  readonly heads: readonly ItemHead[];
  readonly states: States;
  readonly today: StudyDay;
  readonly random: Random;
  /** Selects the items that may be asked; all by default. */
  readonly wanted?: (head: ItemHead) => boolean;
  readonly limit?: number;
  /** New questions for this session; by default what is left of the day's, and none while a backlog exists. */
  readonly fresh?: number;
  /** Also asks items that are not due yet, the weakest memory first. */
  readonly practice?: boolean;
}

/** One question to ask; `reask` counts its repetitions in this session. */
export interface Ask {
  readonly head: ItemHead;
  readonly reask: number;
}

/** A plan, with the numbers of questions that did not fit. */
export interface Plan {
  readonly queue: readonly Ask[];
  /** Reviews that are due now, whether or not they fit. */
  readonly due: number;
  /** New questions that could be asked, whether or not they fit today. */
  readonly unseen: number;
  readonly fresh: number;
  /** True if more reviews are due than fit, so that new questions wait. */
  readonly backlog: boolean;
}

/** The memory of an item at its present revision; undefined if it is new. */
export function memoryOf(head: ItemHead, states: States): Memory | undefined {
  return presentMemory(head, states.get(head.id)?.memory);
}

const presentMemory = (head: ItemHead, memory: Memory | undefined) =>
  memory !== undefined && memory.revision >= head.revision ? memory : undefined;

/** Plans the questions of one session in their order: reviews first, then new questions. */
export function planSession(input: PlanInput): Plan {
  const { today, random, limit = sessionLimit } = input;
  const { due, later, unseen, leftToday } = sifted(input);
  const backlog = due.length > limit;
  const reviews = backlog ? byRecall(due, today, 'likeliest first') : shuffle(due.map(headOf), random);
  const early = input.practice === true ? byRecall(later, today, 'weakest first') : [];
  const chosen = taken(oneOfEachFact([...reviews, ...early]), limit);
  const room = Math.max(0, Math.min(limit - chosen.length, input.fresh ?? (backlog ? 0 : leftToday)));
  const fresh = taken(oneOfEachFact(followed(chosen, unseen)), chosen.length + room).slice(chosen.length);
  const queue = [...chosen, ...fresh].map((head) => ({ head, reask: 0 }));
  return { queue, due: due.length, unseen: unseen.length, fresh: fresh.length, backlog };
}

/** An item that was asked before, with its memory. */
interface Known {
  readonly head: ItemHead;
  readonly memory: Memory;
}

const headOf = ({ head }: Known) => head;

/** The items that may be asked: due now, due later, or new. */
interface Sifted {
  readonly due: readonly Known[];
  readonly later: readonly Known[];
  readonly unseen: readonly ItemHead[];
  /** New questions that may still be started today. */
  readonly leftToday: number;
}

/** Sorts the items, looking each up once: a bank may have ten thousand. */
function sifted({ heads, states, today, wanted }: PlanInput): Sifted {
  const due: Known[] = [];
  const later: Known[] = [];
  const unseen: ItemHead[] = [];
  const asked = new Map<string, string>();
  let begun = 0;
  for (const head of heads) {
    const state = states.get(head.id);
    const memory = presentMemory(head, state?.memory);
    if (memory?.first === today) begun += 1;
    if (head.fact !== undefined && memory?.last === today) asked.set(head.fact, head.id);
    if (state?.suspended === true || (wanted !== undefined && !wanted(head))) continue;
    if (memory === undefined) unseen.push(head);
    else (memory.due <= today ? due : later).push({ head, memory });
  }
  const free = ({ fact, id }: ItemHead) => fact === undefined || (asked.get(fact) ?? id) === id;
  return {
    due: due.filter(({ head }) => free(head)),
    later: later.filter(({ head }) => free(head)),
    unseen: withGrounds(unseen).filter(free),
    leftToday: newPerDay - begun,
  };
}

/** New items without those that require one of the others and wait until it has been asked. */
function withGrounds(unseen: readonly ItemHead[]): readonly ItemHead[] {
  if (unseen.every(({ requires }) => requires.length === 0)) return unseen;
  const ids = new Set(unseen.map(({ id }) => id));
  return unseen.filter(({ requires }) => !requires.some((id) => ids.has(id)));
}

function byRecall(
  items: readonly Known[],
  today: StudyDay,
  order: 'likeliest first' | 'weakest first',
): readonly ItemHead[] {
  const sign = order === 'likeliest first' ? -1 : 1;
  return items
    .map(({ head, memory }) => ({ head, recall: retrievabilityOn(memory, today) }))
    .sort((a, b) => sign * (a.recall - b.recall))
    .map(({ head }) => head);
}

function* oneOfEachFact(heads: Iterable<ItemHead>): Generator<ItemHead> {
  const facts = new Set<string>();
  for (const head of heads) {
    if (head.fact !== undefined && facts.has(head.fact)) continue;
    if (head.fact !== undefined) facts.add(head.fact);
    yield head;
  }
}

/** Some items, then those of each deck in turn, in its order; made on demand, since a bank may have thousands. */
function* followed(first: readonly ItemHead[], heads: readonly ItemHead[]): Generator<ItemHead> {
  yield* first;
  const columns = [...groupBy(heads, ({ deck }) => deck).values()];
  const rows = Math.max(0, ...columns.map((column) => column.length));
  for (let row = 0; row < rows; row++)
    for (const column of columns) {
      const head = column[row];
      if (head !== undefined) yield head;
    }
}

function taken(heads: Iterable<ItemHead>, count: number): readonly ItemHead[] {
  const some: ItemHead[] = [];
  if (count > 0)
    for (const head of heads) {
      some.push(head);
      if (some.length === count) break;
    }
  return some;
}
