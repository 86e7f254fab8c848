import type { Aliases } from '#core/bank/aliases.ts';
import { type Claim, shippedClaimOf } from '#core/learner/banks/claim.ts';
import type { OwnBankFacts, Recognising } from './own-claim.ts';

/** A learner's own bank, and what recognising it depends on. */
export interface OwnBankAtHand {
  readonly bank: OwnBankFacts;
  readonly place: Recognising;
}

/** Finds out which events count for a bank: for the one that ships, unless it is the learner's own. */
export async function findClaim(aliases: Aliases, own?: OwnBankAtHand): Promise<Claim> {
  if (own === undefined) return shippedClaimOf(aliases);
  // The bank that ships needs none of it.
  const { findOwnClaim } = await import('./own-claim.ts');
  return findOwnClaim(own.bank, own.place);
}
