import type { FileStamp } from '../system/stamp.ts';

/** The doors through which files are read while others may write them. */
export interface SettledReading<T> {
  readonly read: () => T;
  /** Every path that a reading depends on, also of files that are not there. */
  readonly pathsOf: (read: T) => readonly string[];
  readonly stampOf: (path: string) => FileStamp;
  /** Milliseconds until any later change alters the stamp. */
  readonly unrest: (stamp: FileStamp) => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** A value that was read, with the stamps of its files if they are known to belong to it. */
export interface Settled<T> {
  readonly read: T;
  readonly stamps?: Stamps;
}

/** Paths with the texts of their stamps. */
export type Stamps = readonly (readonly [path: string, stamp: string])[];

/** How often files are read again that are being changed. */
const patience = 8;

/** The longest wait for a file to come to rest, in milliseconds; a disk with a clock of whole seconds is not waited for. */
const longestWait = 100;

/**
 * Reads files as they are between two looks at their stamps that found the same. A stamp that a change just after it could leave as it
 * is proves nothing: it is looked at again a moment later. Files that never rest are returned as they were read last, without stamps.
 */
export async function readSettled<T>(reading: SettledReading<T>): Promise<Settled<T>> {
  const { read, pathsOf, unrest, wait } = reading;
  let last = read();
  for (let tries = 0; tries < patience; tries++) {
    const before = looked(pathsOf(last), reading);
    const restless = before.reduce((most, [, stamp]) => Math.max(most, unrest(stamp)), 0);
    if (restless > 0 && restless <= longestWait) {
      await wait(restless);
      continue;
    }
    last = read();
    const stamps = textsOf(before);
    if (JSON.stringify(stamps) !== JSON.stringify(textsOf(looked(pathsOf(last), reading)))) continue;
    return restless > 0 ? { read: last } : { read: last, stamps };
  }
  return { read: read() };
}

type Looked = readonly (readonly [path: string, stamp: FileStamp])[];

function looked<T>(paths: readonly string[], { stampOf }: SettledReading<T>): Looked {
  return [...new Set(paths)].sort().map((path) => [path, stampOf(path)]);
}

const textsOf = (looks: Looked): Stamps => looks.map(([path, { text }]) => [path, text]);
