import type { Statement } from '../../bank/compile.ts';
import type { ItemHead } from '../../bank/head.ts';
import type { StudyDay } from '../events/day.ts';
import { estimateRecall } from '../memory/memory.ts';
import type { States } from '../memory/state.ts';
import { memoryOf } from '../plan/sift.ts';

/** A note of a bank, and how well its questions are remembered. */
export interface Mastery {
  readonly statement: Statement;
  /** The questions that cover it, in the order of the bank. */
  readonly items: readonly string[];
  /** How many of them were answered. */
  readonly begun: number;
  /** The mean chance of recall, 0-1, of those; undefined if there are none. */
  readonly recall?: number;
}

/** How well each note is remembered on a study day, by the questions that cover it. */
export function masteryOf(
  statements: readonly Statement[],
  items: readonly { readonly head: ItemHead; readonly notes: readonly string[] }[],
  states: States,
  today: StudyDay,
): readonly Mastery[] {
  const covering = new Map<string, ItemHead[]>(statements.map(({ id }) => [id, []]));
  for (const { head, notes } of items) for (const id of notes) covering.get(id)?.push(head);
  return statements.map((statement) => {
    const heads = covering.get(statement.id) ?? [];
    const begun = heads.flatMap((head) => memoryOf(head, states) ?? []).filter(({ reviews }) => reviews > 0);
    const sum = begun.reduce((total, memory) => total + estimateRecall(memory, today), 0);
    return {
      ...{ statement, items: heads.map(({ id }) => id), begun: begun.length },
      ...(begun.length === 0 ? {} : { recall: sum / begun.length }),
    };
  });
}
