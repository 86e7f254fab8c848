import type { StudyDay } from './day.ts';
import type { States } from './fold.ts';
import { type Memory, retrievability } from './memory.ts';
import { type Random, shuffled } from './random.ts';

/** What planning needs to know of an item, without its texts. */
export interface ItemHead {
  readonly id: string;
  readonly deck: string;
  readonly kind: string;
  readonly level: number;
  readonly tags: readonly string[];
  readonly revision: number;
  readonly formerIds: readonly string[];
  readonly requires: readonly string[];
  readonly fact?: string;
}

/** New questions begun in one study day, unless told otherwise. */
export const newPerDay = 10;

/** Questions in one session, unless told otherwise: about ten minutes. */
const sessionLimit = 40;

/** What a session is planned from. */
export interface PlanInput {
  /** Every item of the bank, in deck order. */
  readonly heads: readonly ItemHead[];
  readonly states: States;
  readonly today: StudyDay;
  readonly random: Random;
  /** Which items may be asked; all by default. */
  readonly wanted?: (head: ItemHead) => boolean;
  readonly limit?: number;
  /** New questions for this session; by default what is left of the day's, and none while a backlog exists. */
  readonly fresh?: number;
  /** Asks what is not yet due as well, weakest memory first. */
  readonly practice?: boolean;
}

/** One question to be asked; `reask` counts how often it came back in this session. */
export interface Ask {
  readonly head: ItemHead;
  readonly reask: number;
}

/** A plan, with what it left out. */
export interface Plan {
  readonly queue: readonly Ask[];
  /** Reviews that are due now, whether or not they fit. */
  readonly due: number;
  /** New questions that could be asked, whether or not they fit today. */
  readonly unseen: number;
  readonly fresh: number;
  /** Reviews are more than fit: new questions wait. */
  readonly backlog: boolean;
}

/** The memory of an item at its present revision; undefined where it is new. */
export function memoryOf(head: ItemHead, states: States): Memory | undefined {
  return presentMemory(head, states.get(head.id)?.memory);
}

const presentMemory = (head: ItemHead, memory: Memory | undefined) =>
  memory !== undefined && memory.revision >= head.revision ? memory : undefined;

/** Decides what one session asks, and in which order: reviews first, then new questions. */
export function plan(input: PlanInput): Plan {
  const { today, random, limit = sessionLimit } = input;
  const { due, later, unseen, leftToday } = sifted(input);
  const backlog = due.length > limit;
  const reviews = backlog ? byRecall(due, today, 'likeliest first') : shuffled(due.map(headOf), random);
  const early = input.practice === true ? byRecall(later, today, 'weakest first') : [];
  const chosen = oneOfEachFact([...reviews, ...early]).slice(0, limit);
  const room = limit - chosen.length;
  const fresh = oneOfEachFact([...chosen, ...interleaved(unseen)])
    .slice(chosen.length)
    .slice(0, Math.max(0, Math.min(room, input.fresh ?? (backlog ? 0 : leftToday))));
  const queue = [...chosen, ...fresh].map((head) => ({ head, reask: 0 }));
  return { queue, due: due.length, unseen: unseen.length, fresh: fresh.length, backlog };
}

/** An item that was asked before, with what is remembered of it. */
interface Known {
  readonly head: ItemHead;
  readonly memory: Memory;
}

const headOf = ({ head }: Known) => head;

/** What may be asked, by whether it is due, due later, or new. */
interface Sifted {
  readonly due: readonly Known[];
  readonly later: readonly Known[];
  readonly unseen: readonly ItemHead[];
  /** New questions that may still be begun today. */
  readonly leftToday: number;
}

/** Looks each item up once: a bank may have ten thousand. */
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

/** New items but for those that require one of the others: they wait until it has been asked. */
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
    .map(({ head, memory }) => ({ head, recall: retrievability(memory, today) }))
    .sort((a, b) => sign * (a.recall - b.recall))
    .map(({ head }) => head);
}

function oneOfEachFact(heads: readonly ItemHead[]): readonly ItemHead[] {
  const facts = new Set<string>();
  return heads.filter((h) => {
    if (h.fact === undefined) return true;
    if (facts.has(h.fact)) return false;
    facts.add(h.fact);
    return true;
  });
}

/** Items in deck order, one deck after the other in turn. */
function interleaved(heads: readonly ItemHead[]): readonly ItemHead[] {
  const decks = new Map<string, ItemHead[]>();
  for (const head of heads) {
    const deck = decks.get(head.deck);
    if (deck === undefined) decks.set(head.deck, [head]);
    else deck.push(head);
  }
  const columns = [...decks.values()];
  const rows = Math.max(0, ...columns.map((c) => c.length));
  return Array.from({ length: rows }, (_, i) => columns.flatMap((c) => c[i] ?? [])).flat();
}
