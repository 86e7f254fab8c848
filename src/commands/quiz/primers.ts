import type { BankIndex } from '#core/bank/compile.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { States } from '#core/learner/memory/state.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import type { Leave, Terminal } from '#shell/terminal/shared/terminal.ts';

/** The minutes that the primer takes that may be read before a question; undefined if none may. */
export type OfferPrimer = (head: ItemHead) => number | undefined;

/** Offers the primer of a deck before its first answer, at one question of a session: a second offer would be in the way. */
export function makePrimerOffer(
  { decks, heads }: Pick<BankIndex, 'decks' | 'heads'>,
  { states }: { readonly states: States },
): OfferPrimer {
  let isOffered = false;
  return ({ deck: name }) => {
    if (isOffered) return undefined;
    const minutes = decks.find((deck) => deck.name === name)?.primer;
    if (minutes === undefined) return undefined;
    const isAnswered = (head: ItemHead) => (states.get(head.id)?.memory?.reviews ?? 0) > 0;
    if (heads.some((head) => head.deck === name && isAnswered(head))) return undefined;
    isOffered = true;
    return minutes;
  };
}

/** Shows the primer of a deck; how the learner leaves, if they do. */
export async function readPrimer(
  deck: string,
  { bank, terminal, lang }: { readonly bank: BankStore; readonly terminal: Terminal; readonly lang: Lang },
): Promise<Leave | undefined> {
  const { title = deck } = bank.index.decks.find(({ name }) => name === deck) ?? {};
  const primer = bank.asides().primers[deck];
  if (primer === undefined) return undefined;
  return terminal.read({ title: pickLanguage(title, lang), text: pickLanguage(primer, lang) });
}
