import type { Diagnostic } from '../base/diagnostic.ts';
import { summarise } from '../base/findings.ts';
import type { CheckedBank } from './check.ts';

/** What the errors of a bank keep out of a quiz. */
export interface LeftOut {
  /** The number of questions, as far as they can be counted. */
  readonly questions: number;
  /** The first of their ids: some may have none that can be read. */
  readonly ids: readonly string[];
  /** The errors outside questions that have an id, in lines: they may hide more. */
  readonly lines: readonly string[];
}

/** The number of ids that are named, and the longest one that is: a wrong one may be a page of text. */
const [shown, longest] = [3, 40];

/** What errors of a bank keep out of the quiz; undefined if all is asked. */
export function leftOutOf({ bank, all }: CheckedBank, errors: readonly Diagnostic[]): LeftOut | undefined {
  const asked = new Set(bank.decks.flatMap(({ items }) => items.map(({ id }) => id)));
  const askedCount = bank.decks.reduce((sum, { items }) => sum + items.length, 0);
  const written = all.decks.reduce((sum, deck) => sum + (deck.written ?? 0), 0);
  const ids = new Set(all.ids.flatMap(({ of, id }) => (of === 'item' && !asked.has(id) ? [id] : [])));
  const questions = Math.max(ids.size, written - askedCount);
  const lines = summarise(errors.filter(({ item }) => item === undefined));
  if (questions === 0 && lines.length === 0) return undefined;
  return { questions, ids: [...ids].filter((id) => id.length <= longest).slice(0, shown), lines };
}
