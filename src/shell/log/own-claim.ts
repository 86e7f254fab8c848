import type { Aliases } from '#core/bank/aliases.ts';
import { shippedBankId } from '#core/bank/bank-id.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { type Instant, toIso } from '#core/base/instant.ts';
import { hashFnv1a } from '#core/base/random.ts';
import type { Text } from '#core/base/text.ts';
import { type BankBook, bookOf, isHeld, type KnownBank } from '#core/learner/banks/bank-book.ts';
import { type BankLine, type BankNote, registerFormat } from '#core/learner/banks/bank-lines.ts';
import { type Claim, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { type ItemAtHand, itemsAtHand, type Overlap, packItems } from '#core/learner/banks/held-items.ts';
import { type Recognised, recogniseBank } from '#core/learner/banks/recognise-bank.ts';
import type { HostMachine } from '../system/world.ts';
import { readBankLines, recordBankLines } from './bank-register.ts';
import { deviceIn } from './device.ts';

/** What is looked at of a bank to recognise it. */
export interface BankFacts {
  readonly heads: readonly Pick<ItemHead, 'id' | 'formerIds'>[];
  /** What each item asks, in the order of the heads. */
  readonly stems: () => readonly Text[];
}

/** A learner's own bank. */
export interface OwnBankFacts extends BankFacts {
  /** The id that it says itself. */
  readonly id?: string | undefined;
  readonly title?: Text | undefined;
  readonly path: string;
  /** Changes when any of its texts does. */
  readonly digest: number;
  readonly aliases: Aliases;
}

/** A bank that may be one that was used. */
export interface Doubt {
  readonly path: string;
  readonly like: Pick<KnownBank, 'id' | 'title' | 'path'>;
  readonly overlap: Overlap;
  /** The number of questions in the bank at hand. */
  readonly items: number;
}

/** What recognising a bank depends on. */
export interface Recognising {
  readonly events: string;
  readonly machine: HostMachine;
  readonly now: Instant;
  /** The bank that ships. */
  readonly shipped: () => BankFacts;
  /** Changes when the bank that ships does. */
  readonly shippedStamp: string;
  /** Asks whether two banks are one; undefined if nobody can be asked. */
  readonly isSame: (doubt: Doubt) => Promise<boolean | undefined>;
  /** Says why it could not be noted which bank it is. */
  readonly warn: (reason: Text) => void;
}

/** Finds out which events count for a learner's own bank, and notes which bank it is. */
export async function findOwnClaim(bank: OwnBankFacts, place: Recognising): Promise<Claim> {
  if (bank.id === shippedBankId) return shippedClaimOf(bank.aliases);
  const device = deviceIn(place.events, place.machine);
  const { mine, others } = readBankLines(place.events, device);
  const book = bookOf(mine, others);
  const seen = book.seen.get(bank.path);
  const isKnown =
    seen !== undefined &&
    seen.digest === digestOf(seen.bank, bank, book, place) &&
    (seen.own === true ? seen.bank : undefined) === bank.id;
  if (isKnown) return claimOf(seen.bank, bank, book, place);
  const items = itemsAtHand(bank.heads, bank.stems());
  const found = recogniseBank({ own: bank.id, path: bank.path, items }, withShipped(book, place));
  const { id, judged } = await judgeFound(found, bank, place);
  const dated = (note: BankNote) => ({ v: registerFormat, at: toIso(place.now), ...note }) as BankLine;
  const joined = [...mine, ...judged.map(dated)];
  const noted = notesOn(id, bank, items, bookOf(joined, others), place).map(dated);
  const reason = recordBankLines(place.events, device, [...judged.map(dated), ...noted]);
  if (reason !== undefined) place.warn(reason);
  return claimOf(id, bank, bookOf([...joined, ...noted], others), place);
}

/** Whether two ids are of the same bank. */
const isOf = (id: string, { banks }: BankBook) => {
  const ids = banks.find((bank) => bank.ids.has(id))?.ids;
  return (other: KnownBank) => (ids === undefined ? other.ids.has(id) : other.ids === ids);
};

/** Changes when the bank does, or what is remembered of others: then it has to be looked at again. */
function digestOf(
  id: string,
  { digest }: OwnBankFacts,
  book: BankBook,
  { shippedStamp }: Recognising,
): number {
  const isThis = isOf(id, book);
  const others = book.banks.filter((bank) => !isThis(bank)).flatMap(({ packed }) => packed);
  return hashFnv1a([digest, shippedStamp, ...others].join('|'));
}

/** The book with the bank that ships, of which registers know only what others are of it. */
function withShipped(book: BankBook, { shipped }: Recognising): BankBook {
  const { heads, stems } = shipped();
  const isShipped = ({ id }: KnownBank) => id === shippedBankId;
  const items = new Map(itemsAtHand(heads, stems()).map(({ ids: [id], asks }) => [id, asks]));
  for (const [id, asks] of book.banks.find(isShipped)?.items() ?? []) items.set(id, asks);
  const bank: KnownBank = {
    ...{ id: shippedBankId, ids: new Set([shippedBankId]), own: true, since: Number.NEGATIVE_INFINITY },
    ...{ packed: [], items: () => items, apart: new Set<string>() },
  };
  return { ...book, banks: [bank, ...book.banks.filter((other) => !isShipped(other))] };
}

/** Decides in doubt, and what is to be noted for it. */
async function judgeFound(
  found: Recognised,
  { path, heads }: OwnBankFacts,
  { isSame }: Recognising,
): Promise<{ readonly id: string; readonly judged: readonly BankNote[] }> {
  const { id } = found;
  switch (found.type) {
    case 'new':
      return { id, judged: [] };
    case 'known':
      return { id, judged: found.also.map((other) => ({ type: 'same', banks: [id, other] })) };
    case 'doubtful': {
      const { like, overlap } = found;
      const answer = await isSame({ path, like, overlap, items: heads.length });
      if (answer === true) return { id: like.id, judged: [] };
      return { id, judged: answer === undefined ? [] : [{ type: 'apart', banks: [id, like.id] }] };
    }
    default:
      return found satisfies never;
  }
}

/** What is new about a bank: where it lies, and which questions it holds. */
function notesOn(
  id: string,
  bank: OwnBankFacts,
  items: readonly ItemAtHand[],
  book: BankBook,
  place: Recognising,
): readonly BankNote[] {
  const held = book.banks.find(({ ids }) => ids.has(id))?.items();
  const added = items.flatMap(({ ids: [item], asks }): [number, number][] =>
    held?.get(item) === asks ? [] : [[item, asks]],
  );
  const { path, title } = bank;
  return [
    {
      ...{ type: 'seen', bank: id, path, digest: digestOf(id, bank, book, place) },
      ...(bank.id === id ? { own: true } : {}),
      ...(title === undefined ? {} : { title }),
    },
    ...(added.length === 0 ? [] : [{ type: 'holds', bank: id, items: packItems(added) } as const]),
  ];
}

/** Which events count for the bank with an id. */
function claimOf(id: string, { id: own, aliases }: OwnBankFacts, book: BankBook, place: Recognising): Claim {
  const isThis = isOf(id, book);
  const known = book.banks.find(isThis);
  if (known === undefined || known.id === shippedBankId) return shippedClaimOf(aliases);
  const before = book.banks.slice(0, book.banks.indexOf(known)).filter((bank) => bank.id !== shippedBankId);
  const taken = new Map<string, boolean>();
  let shipped: ReadonlySet<string> | undefined;
  const isTakenFirst = (item: string) => {
    shipped ??= new Set(place.shipped().heads.flatMap((head) => [head.id, ...head.formerIds]));
    return shipped.has(item) || isHeld(item, before);
  };
  return {
    ...{ bank: own ?? known.id, ids: known.ids, aliases },
    isTaken(item) {
      const found = taken.get(item) ?? isTakenFirst(item);
      taken.set(item, found);
      return found;
    },
    taken: `${place.shippedStamp} ${hashFnv1a(before.flatMap(({ packed }) => packed).join('|'))}`,
  };
}
