import type { ItemHead } from '../../bank/head.ts';
import type { StudyDay } from '../events/day.ts';
import { type Memory, retrievabilityOn } from '../memory/memory.ts';
import type { States } from '../memory/state.ts';
import { type Aim, isAimedAt, isDueOn, isReviewed } from './aim.ts';
import { isFactShared, type NewBefore, spreadBefore } from './deadline.ts';
import type { DeckTally } from './fresh.ts';

/** The default number of new questions in one study day. */
export const newPerDay = 10;

/** The most questions of a day that are asked only to make sure that they are known, as a placement or the learner said. */
const checksPerDay = 5;

/** The items to ask from, and their states. */
export interface Selection {
  /** Every item of the bank, in deck order. */
  readonly heads: readonly ItemHead[];
  readonly states: States;
  /** Selects the items that may be asked; all by default. */
  readonly wanted?: (head: ItemHead) => boolean;
  /** What the learner has chosen to learn now; everything by default. */
  readonly aim?: Aim;
}

/** The memory of an item at its present revision; undefined if it is new. */
export function memoryOf(head: ItemHead, states: States): Memory | undefined {
  return presentMemory(head, states.get(head.id)?.memory);
}

const presentMemory = (head: ItemHead, memory: Memory | undefined) =>
  memory !== undefined && memory.revision >= head.revision ? memory : undefined;

/** An item that was asked before, with its memory. */
export interface Known {
  readonly head: ItemHead;
  readonly memory: Memory;
}

/** True for an item that is only said or presumed to be known, and was never asked. */
export const isCheck = ({ memory }: Pick<Known, 'memory'>): boolean => memory.reviews === 0;

/** True if an item was asked for the first time today, to make sure. */
const isCheckOf = (memory: Memory | undefined, today: StudyDay) =>
  memory !== undefined && memory.reviews === 1 && memory.last === today && memory.first < today;

/** True if an item is selected, as one to begin or to review. */
export const isWanted = (
  head: ItemHead,
  memory: Memory | undefined,
  { wanted, aim }: Pick<Selection, 'wanted' | 'aim'>,
): boolean =>
  (wanted?.(head) ?? true) && (memory === undefined ? isAimedAt(head, aim) : isReviewed(head, aim));

/** The selected items that were asked before and are not suspended. */
export function knownIn(selection: Selection): readonly Known[] {
  return selection.heads.flatMap((head) => {
    const state = selection.states.get(head.id);
    const memory = presentMemory(head, state?.memory);
    return memory === undefined || state?.suspended === true || !isWanted(head, memory, selection)
      ? []
      : [{ head, memory }];
  });
}

/** The items that may be asked. */
export interface Sifted {
  /** Due now, one of each fact; of checks a few a day. */
  readonly due: readonly Known[];
  readonly later: readonly Known[];
  /** New, and nothing that they require is. */
  readonly ready: readonly ItemHead[];
  /** The number of those selected that wait for others. */
  readonly waiting: number;
  /** New questions that may still be started today. */
  readonly leftToday: number;
  /** How new questions are spread before a deadline. */
  readonly spread?: NewBefore;
  readonly tallies: ReadonlyMap<string, DeckTally>;
}

/** Sorts the items, looking each up once: a bank may have ten thousand. */
export function sortHeads(selection: Selection, today: StudyDay): Sifted {
  const { heads, states } = selection;
  const due: Known[] = [];
  const later: Known[] = [];
  const unseen: ItemHead[] = [];
  /** New, and not selected. */
  const others = new Map<string, ItemHead>();
  const asked = new Map<string, string>();
  const tallies = new Map<string, Tally>();
  let begun = 0;
  let checked = 0;
  /** Of what new questions come from now. */
  let begunHere = 0;
  for (const head of heads) {
    const state = states.get(head.id);
    const memory = presentMemory(head, state?.memory);
    if (memory?.first === today && memory.reviews > 0) {
      begun += 1;
      if (isWanted(head, undefined, selection)) begunHere += 1;
    }
    if (isCheckOf(memory, today)) checked += 1;
    if (head.fact !== undefined && memory?.last === today) asked.set(head.fact, head.id);
    if (state?.suspended === true) continue;
    if (!isWanted(head, memory, selection)) {
      if (memory === undefined) others.set(head.id, head);
      continue;
    }
    count(head, memory !== undefined, tallies);
    if (memory === undefined) unseen.push(head);
    else (isDueOn(head, memory, selection.aim, today) ? due : later).push({ head, memory });
  }
  const free = ({ fact, id }: ItemHead) => fact === undefined || (asked.get(fact) ?? id) === id;
  const needed = requiredBy(unseen, others);
  for (const head of needed) count(head, false, tallies);
  const { ready, waiting } = grounded(unseen, needed);
  const unasked = due.filter(({ head }) => free(head));
  return {
    due: withFewChecks(weakestOfEachFact(unasked, today), checksPerDay - checked),
    later: later.filter(({ head }) => free(head)),
    ready: ready.filter(free),
    waiting,
    ...allowanceOf(selection.aim, today, { unseen, left: ready.length + waiting, begun, begunHere }),
    tallies,
  };
}

/** Of the checks those that have been due the longest: a placement may make a hundred due in one week. */
function withFewChecks(due: readonly Known[], left: number): readonly Known[] {
  const checks = due.filter(isCheck);
  if (checks.length <= left) return due;
  const chosen = checks.sort((a, b) => a.memory.due - b.memory.due).slice(0, Math.max(0, left));
  return due.filter((known) => !isCheck(known) || chosen.includes(known));
}

/** The new questions that are left, and how many were begun today: of all, and of what is selected. */
interface Begun {
  readonly unseen: readonly ItemHead[];
  readonly left: number;
  readonly begun: number;
  readonly begunHere: number;
}

/** The new questions of a day: by number, or as a deadline spreads what is left. */
function allowanceOf(
  { deadline, perDay }: Aim = {},
  today: StudyDay,
  { unseen, left, begun, begunHere }: Begun,
): Pick<Sifted, 'leftToday' | 'spread'> {
  const spread =
    deadline === undefined
      ? undefined
      : spreadBefore(deadline, today, left + begunHere, perDay, isFactShared(unseen));
  return spread === undefined
    ? { leftToday: (perDay ?? newPerDay) - begun }
    : { leftToday: spread.perDay - begunHere, spread };
}

interface Tally extends DeckTally {
  items: number;
  begun: number;
  readonly levels: Map<number, number>;
}

function count({ deck, level }: ItemHead, isBegun: boolean, tallies: Map<string, Tally>): void {
  let tally = tallies.get(deck);
  if (tally === undefined) {
    tally = { items: 0, begun: 0, levels: new Map() };
    tallies.set(deck, tally);
  }
  tally.items += 1;
  if (!isBegun) return;
  tally.begun += 1;
  tally.levels.set(level, (tally.levels.get(level) ?? 0) + 1);
}

/** What some new items require of other new ones, directly or through others. */
function requiredBy(unseen: readonly ItemHead[], others: ReadonlyMap<string, ItemHead>): readonly ItemHead[] {
  const needed = new Set<ItemHead>();
  const follow = ({ requires }: ItemHead) => {
    for (const id of requires) {
      const head = others.get(id);
      if (head === undefined || needed.has(head)) continue;
      needed.add(head);
      follow(head);
    }
  };
  for (const head of unseen) follow(head);
  return [...needed];
}

/** The new items that require none of the others, and the number of selected ones that do and wait. */
function grounded(
  unseen: readonly ItemHead[],
  needed: readonly ItemHead[],
): Pick<Sifted, 'ready' | 'waiting'> {
  const all = [...unseen, ...needed];
  const ids = new Set(all.map(({ id }) => id));
  const waits = ({ requires }: ItemHead) => requires.some((id) => ids.has(id));
  return { ready: all.filter((head) => !waits(head)), waiting: unseen.filter(waits).length };
}

/** Of the items of each fact the one that is the likeliest to be forgotten; the same whoever counts. */
function weakestOfEachFact(items: readonly Known[], today: StudyDay): readonly Known[] {
  const weakest = new Map<string, Known>();
  const recall = ({ memory }: Known) => retrievabilityOn(memory, today);
  for (const item of items) {
    const { fact } = item.head;
    if (fact === undefined) continue;
    const other = weakest.get(fact);
    if (other === undefined || recall(item) < recall(other)) weakest.set(fact, item);
  }
  return items.filter((item) => item.head.fact === undefined || weakest.get(item.head.fact) === item);
}

/** The items in the order of their chance of recall on a study day. */
export function sortByRecall(
  items: readonly Known[],
  day: StudyDay,
  order: 'likeliest first' | 'weakest first',
): readonly ItemHead[] {
  const sign = order === 'likeliest first' ? -1 : 1;
  return items
    .map(({ head, memory }) => ({ head, recall: retrievabilityOn(memory, day) }))
    .sort((a, b) => sign * (a.recall - b.recall))
    .map(({ head }) => head);
}
