/** The name of a deck without the number that orders its file. */
export const shortDeckNameOf = ({ name }: { readonly name: string }): string =>
  name.normalize().replace(/^\d+-/, '');

/** The name that tells a deck from all others: the short one, unless two decks have it. */
export function tellingDeckNameOf(
  deck: { readonly name: string },
  decks: readonly { readonly name: string }[],
): string {
  const short = shortDeckNameOf(deck);
  return decks.filter((other) => shortDeckNameOf(other) === short).length === 1 ? short : deck.name;
}
