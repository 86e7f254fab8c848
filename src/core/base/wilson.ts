/** A stretch of shares, 0-1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 95% interval of a share (Wilson 1927), or another with its own z; all shares if nothing was counted. */
export function wilsonIntervalOf(hits: number, of: number, z = 1.959964): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const end = (sign: number) => (share + (z * z) / (2 * of) + sign * spread) / (1 + (z * z) / of);
  return { low: Math.max(0, end(-1)), high: Math.min(1, end(1)) };
}
