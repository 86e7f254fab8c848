/** A value whose parts say so whenever one of them is looked at: for counting the work that is done on it. */
export function counting<T>(value: T, looked: () => void): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, part, receiver) {
      looked();
      return counting(Reflect.get(target, part, receiver), looked);
    },
  });
}
