/** A function that makes what it gives once for each object: many rules ask the same of the same question or bank. */
export function memoise<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

/** A function that keeps what it made last, and makes it anew only for another argument. */
export function memoiseOne<K, V>(make: (of: K) => V): (of: K) => V {
  let last: { readonly of: K; readonly made: V } | undefined;
  return (of) => {
    if (last === undefined || last.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}
