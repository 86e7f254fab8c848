import type { Statement } from '#core/bank/compile.ts';
import type { Item } from '#core/question/kinds/index.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';

/** The notes that an item covers, in the order of the notes. */
export function statementsOf(
  { notes }: Pick<Item, 'notes'>,
  bank: Pick<BankStore, 'statements'>,
): readonly Statement[] {
  // Read only for an item that has any: they are one long line of the compiled bank.
  return notes.length === 0 ? [] : bank.statements().filter(({ id }) => notes.includes(id));
}
