import { shippedBankId } from '../../bank/bank-id.ts';
import { hashFnv1a } from '../../base/random.ts';
import type { BankBook, KnownBank } from './bank-book.ts';
import { type ItemAtHand, type Overlap, overlapOf } from './held-items.ts';

/** A bank that is open. */
export interface BankAtHand {
  /** The id that it says itself. */
  readonly own?: string | undefined;
  readonly path: string;
  readonly items: readonly ItemAtHand[];
}

/** What a bank that is open was found to be. */
export type Recognised =
  /** One that was used, also by other ids. */
  | { readonly type: 'known'; readonly id: string; readonly also: readonly string[] }
  /** New, or perhaps one that was used: the learner has to say. */
  | { readonly type: 'doubtful'; readonly id: string; readonly like: KnownBank; readonly overlap: Overlap }
  | { readonly type: 'new'; readonly id: string };

interface Candidate {
  readonly bank: KnownBank;
  readonly overlap: Overlap;
}

/**
 * Finds out which bank this is. One that says its id is that one, and keeps what was remembered of it when it said none. Any other is known by
 * its questions: by their ids and by what they ask, since banks of strangers call their questions alike.
 */
export function recogniseBank({ own, path, items }: BankAtHand, { banks, seen }: BankBook): Recognised {
  const here = seen.get(path)?.bank;
  const all = banks.map((bank): Candidate => ({ bank, overlap: overlapOf(items, bank.items()) }));
  const alike = all.filter(({ overlap }) => overlap.isAlike).sort(byOverlap);
  if (own !== undefined) {
    const nameless = alike.filter(({ bank }) => !bank.own && !bank.apart.has(own));
    const isKnown = nameless.length > 0 || banks.some(({ ids }) => ids.has(own));
    const also = nameless.map(({ bank }) => bank.id).filter((id) => id !== own);
    return isKnown ? { type: 'known', id: own, also } : { type: 'new', id: own };
  }
  const best = alike.find(({ bank }) => here !== undefined && bank.ids.has(here)) ?? alike[0];
  if (best !== undefined) {
    const also = joinable(best.bank, alike);
    // An id that a bank says itself wins; of several it cannot be told which.
    const named = best.bank.own ? best.bank : (also.find((bank) => bank.own) ?? best.bank);
    const others = [best.bank, ...also].filter((bank) => bank !== named);
    return { type: 'known', id: named.id, also: others.map(({ id }) => id) };
  }
  const id = idFor(items, banks);
  const isHere = ({ ids }: KnownBank) => here !== undefined && ids.has(here);
  const isApart = ({ apart }: KnownBank) => here !== undefined && apart.has(here);
  const [doubt] = all
    .filter(({ bank, overlap }) => overlap.same > 0 || (overlap.ids > 0 && isHere(bank)))
    .filter(({ bank }) => isHere(bank) || !isApart(bank))
    .sort(byOverlap);
  return doubt === undefined
    ? { type: 'new', id }
    : { type: 'doubtful', id, like: doubt.bank, overlap: doubt.overlap };
}

const byOverlap = (a: Candidate, b: Candidate) =>
  b.overlap.same - a.overlap.same || b.overlap.ids - a.overlap.ids || a.bank.since - b.bank.since;

/** The other banks that turn out to be this one: with at most one that says its id itself, and never the one that ships, which is opened without registers. */
function joinable(bank: KnownBank, alike: readonly Candidate[]): readonly KnownBank[] {
  const joined: KnownBank[] = [];
  if (bank.id === shippedBankId) return joined;
  for (const { bank: other } of alike) {
    if (other.id === shippedBankId) continue;
    const isOther = [bank, ...joined].some(({ apart }) => [...other.ids].some((id) => apart.has(id)));
    const isSecond = other.own && [bank, ...joined].some(({ own }) => own);
    if (other !== bank && !isOther && !isSecond) joined.push(other);
  }
  return joined;
}

/** An id for a bank that has none, made of its questions: two devices that meet the same bank come to the same id. */
function idFor(items: readonly ItemAtHand[], banks: readonly KnownBank[]): string {
  const text = items
    .map(({ ids: [id], asks }) => `${id}.${asks}`)
    .sort()
    .join(' ');
  const made = `bank-${hashFnv1a(text).toString(36)}${hashFnv1a(`${items.length} ${text}`).toString(36)}`;
  const taken = new Set(banks.flatMap(({ ids }) => [...ids]));
  let id = made;
  for (let n = 2; taken.has(id); n++) id = `${made}-${n}`;
  return id;
}
