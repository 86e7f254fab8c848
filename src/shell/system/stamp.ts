import { statSync } from 'node:fs';
import { codeOf } from './errno.ts';

/** A fingerprint of a file or folder without reading it: size, times of the last changes, and place on the disk. */
export interface FileStamp {
  /** All of it as a text: equal for what has not changed. */
  readonly text: string;
  /** When its content and when anything of it was changed last, in nanoseconds; none if there is no such file. */
  readonly times: readonly bigint[];
}

/** The stamp of what is at a path; links are followed. */
export function stampOf(path: string): FileStamp {
  try {
    const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (stats === undefined) return { text: 'gone', times: [] };
    const { size, mtimeNs, ctimeNs, ino } = stats;
    return { text: [size, mtimeNs, ctimeNs, ino].join(':'), times: [mtimeNs, ctimeNs] };
  } catch (error) {
    return { text: codeOf(error) ?? String(error), times: [] };
  }
}

/** Milliseconds within which a disk may give two changes the same time: clocks of systems tick in 4 to 16. */
const tick = 100;

/** The same on a disk that knows whole seconds alone, or even ones: such times have no fraction. */
const coarseTick = 2100;

/** The milliseconds to wait until a change of a file could no longer leave the stamp it has; 0 for a file that has rested. */
export function restTimeOf({ times }: FileStamp, now: number): number {
  const coarse = times.some((time) => time % 1_000_000_000n === 0n);
  const rest = coarse ? coarseTick : tick;
  const ages = times.map((time) => Math.abs(now - Number(time / 1_000_000n)));
  return ages.reduce((most, age) => Math.max(most, rest - age), 0);
}
