/** Values by their group, each group in the order of its values. */
export function groupBy<T, G>(values: Iterable<T>, groupOf: (value: T) => G): ReadonlyMap<G, readonly T[]> {
  const groups = new Map<G, T[]>();
  for (const value of values) {
    const of = groupOf(value);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [value]);
    else group.push(value);
  }
  return groups;
}
