/** Something that takes an input of a size, made ready beforehand: what it is given back is what is measured. */
export type Grown = (size: number) => () => unknown;

/** How the time of something grows with its input. */
export interface Growth {
  readonly name: string;
  /** CPU milliseconds by size, in ascending order. */
  readonly times: readonly (readonly [size: number, ms: number])[];
  /** What the time grows with, as a power of the size: 1 is in proportion, 2 is quadratic; none where it took no time to speak of. */
  readonly exponent: number | undefined;
}

/** Three times the time at double the size is the limit. */
export const limit = 1.6;

/** Less time than that tells of no growth: constant parts and noise are as long. */
const leastMs = 50;
/** A size that takes as long is the last one. */
const mostMs = 400;

/** Measures something at double the size again and again, until it takes long enough or the size is the largest. */
export function grow(name: string, sizes: { from: number; to: number }, grown: Grown): Growth {
  const runs = new Map<number, () => unknown>();
  const times = new Map<number, number>();
  for (let size = sizes.from; size <= sizes.to; size *= 2) {
    runs.set(size, grown(size));
    times.set(size, cpuMs(runs.get(size)));
    if ((times.get(size) ?? 0) > mostMs) break;
  }
  const growth = () => growthOf(name, [...times]);
  // The first run of a thing compiles it, and others may take the processor's caches: the shortest of some is what it takes.
  for (let again = 0; again < 3 && (growth().exponent ?? 0) > limit; again++)
    for (const size of [...times.keys()].slice(-3))
      times.set(size, Math.min(times.get(size) ?? 0, cpuMs(runs.get(size))));
  return growth();
}

/** Times as a growth: the power of the size that they grow with, over twice the double of it where it is known. */
export function growthOf(name: string, times: Growth['times']): Growth {
  const last = times.at(-1);
  const before = times.at(-3) ?? times.at(-2);
  if (before === undefined || last === undefined || last === before || last[1] < leastMs)
    return { name, times, exponent: undefined };
  const exponent = Math.log2(last[1] / Math.max(before[1], 0.5)) / Math.log2(last[0] / before[0]);
  return { name, times, exponent };
}

/** CPU milliseconds that something takes. */
export function cpuMs(run: (() => unknown) | undefined): number {
  const from = process.cpuUsage();
  run?.();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Growths as lines of a table, the steepest first. */
export function tableOf(growths: readonly Growth[]): string {
  const rows = growths
    .filter(({ exponent }) => exponent !== undefined)
    .sort((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0));
  const lines = rows.map(({ name, times, exponent = 0 }) => {
    const shown = times
      .slice(-4)
      .map(([size, ms]) => `${size}: ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`);
    return `| ${name} | ${exponent.toFixed(2)}${exponent > limit ? ' !' : ''} | ${shown.join(', ')} |`;
  });
  return ['| what | exponent | CPU time |', '|---|---|---|', ...lines].join('\n');
}
