import { neutraliseLine } from '#core/base/neutral.ts';
import { randomFrom } from '#core/base/random.ts';
import type { Lang } from '#core/base/text.ts';
import type { Item } from '#core/question/kinds/index.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';

/** The stem of an item as a learner reads it, with gaps for blanks. */
export const stemOf = (item: Item, lang: Lang): string =>
  kindOf(item).prompt(item, { lang, random: randomFrom(item.id) }).stem;

/** The stem of the item with an id; the id itself if it is not in the bank. */
export function stemBy(id: string, bank: Pick<BankStore, 'entry'>, lang: Lang): string {
  const entry = bank.entry(id);
  return entry === undefined ? neutraliseLine(id) : stemOf(entry.item, lang);
}
