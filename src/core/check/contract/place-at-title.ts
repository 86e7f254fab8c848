import type { LocatedBank, LocatedDeck } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pathIn } from '#core/base/text.ts';
import type { Finding } from './rule.ts';

/** Returns the place of a finding on a whole deck: its title, in one language if the finding is about one; the deck, if it has no title. */
export function placeAtTitle({ source, title }: LocatedDeck, lang?: Lang): Pick<Finding, 'path' | 'at'> {
  const path: DataPath = lang === undefined ? ['title'] : pathIn(title, ['title'], lang);
  return { path: source.path, at: source.placeNear(path) };
}

/** Yields a finding on the whole bank, at the title of its first deck; none if it has no deck. */
export function* findOnBank(
  { decks }: LocatedBank,
  message: string,
  { lang, ...rest }: Omit<Partial<Finding>, 'message'> & { readonly lang?: Lang } = {},
): Generator<Finding> {
  const [first] = decks;
  if (first !== undefined) yield { ...rest, ...placeAtTitle(first, lang), message };
}
