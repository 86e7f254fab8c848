import type { Aliases } from '../../bank/aliases.ts';
import { shippedBankId } from '../../bank/bank-id.ts';

/** Which events count for a bank, and for which of its items. */
export interface Claim {
  /** The id of the bank, which its new events get. */
  readonly bank: string;
  /** All ids that it goes by in the logs. */
  readonly ids: ReadonlySet<string>;
  readonly aliases: Aliases;
  /** Whether events without a bank, on an item of this id, count for another one. */
  readonly isTaken: (item: string) => boolean;
  /** Another text if `isTaken` may tell otherwise. */
  readonly taken: string;
}

/** The claim of the bank that ships: to its own events, and to all without a bank. */
export const shippedClaimOf = (aliases: Aliases = new Map()): Claim => ({
  ...{ bank: shippedBankId, ids: new Set([shippedBankId]), aliases },
  ...{ isTaken: () => false, taken: '' },
});

/** What a claim goes by: an event, or what the fold needs of it. */
interface Claimable {
  readonly item: string;
  readonly bank?: string | undefined;
}

/** An event by the id that its item has now; undefined if it counts for another bank. */
export function pickClaimed<E extends Claimable>(event: E, claim: Claim): E | undefined {
  const { bank } = event;
  if (bank === undefined ? claim.isTaken(event.item) : !claim.ids.has(bank)) return undefined;
  const item = claim.aliases.get(event.item);
  return item === undefined ? event : { ...event, item };
}
