import type { BankIndex } from './compile.ts';

/** Former ids of items, and the ids they have now. */
export type Aliases = ReadonlyMap<string, string>;

/** The ids that items of a bank had before, with the ids they have now. */
export function aliasesOf({ heads }: BankIndex): Aliases {
  const aliases = new Map<string, string>();
  for (const { id, formerIds } of heads) for (const former of formerIds) aliases.set(former, id);
  return aliases;
}
