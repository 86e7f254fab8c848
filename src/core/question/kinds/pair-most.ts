/** Pairs as many things as possible with places that each fits, the places that a thing names first being the better ones. */
export function pairMost(fits: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const holder = new Map<number, number>();
  const settle = (thing: number, tried: Set<number>): boolean =>
    (fits[thing] ?? []).some((place) => {
      if (tried.has(place)) return false;
      tried.add(place);
      const other = holder.get(place);
      if (other !== undefined && !settle(other, tried)) return false;
      holder.set(place, thing);
      return true;
    });
  for (const thing of fits.keys()) settle(thing, new Set());
  return new Map([...holder].map(([place, thing]) => [thing, place]));
}
