import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixtures } from '../fixtures.ts';
import type { Program } from './used.ts';

/** One of the two builds, and a folder that it has for itself in this run. */
export interface Build {
  readonly root: string;
  readonly scratch: string;
  readonly env: Program['env'];
}

/** Something that both builds do. A run is made ready, which is not measured, and then measured. */
export interface BesideRow {
  readonly name: string;
  readonly ready?: (build: Build) => void;
  readonly program: (build: Build) => Program;
  /**
   * The most processor time that is good: as a share of the old build's, or of what the old build takes beyond `node -e 0`, or
   * in times of `node -e 0`; and the most memory, in MiB.
   */
  readonly goal: {
    readonly of: 'old' | 'old excess' | 'floor';
    readonly most: number;
    readonly memory?: number;
  };
  /** The most rounds for what is slow. */
  readonly rounds?: number;
}

/** The rows, one entry each; `shipped` is the path of the shipped bank. */
export function rowsOf(
  { data, largeBank, middleBank, choices }: Fixtures,
  shipped: string,
): readonly BesideRow[] {
  const large = ['--bank', largeBank];
  return [
    {
      name: 'first fold of 1,000,000 reviews, bank of 10,000 compiled',
      rounds: 5,
      ready: (build) => forgetSnapshots(learner(build, data['large-1m'], 'fold')),
      program: (build) => quiz(build, learner(build, data['large-1m'], 'fold'), large),
      goal: { of: 'old', most: 0.25, memory: 150 },
    },
    {
      name: 'first question, 10,000 items, 1,000,000 reviews',
      program: (build) => quiz(build, learner(build, data['large-1m'], 'warm'), large),
      goal: { of: 'old excess', most: 0.5 },
    },
    {
      name: 'first question, shipped bank, 10,000 reviews',
      program: (build) => quiz(build, learner(build, data['shipped-10k'], 'shipped'), []),
      goal: { of: 'floor', most: 1.5 },
    },
    {
      name: '`check`, 500 items',
      program: (build) => check(build, middleBank),
      goal: { of: 'old', most: 0.65 },
    },
    {
      name: '`check`, 10,000 items',
      rounds: 7,
      program: (build) => check(build, largeBank),
      goal: { of: 'old', most: 0.6, memory: 130 },
    },
    {
      name: '`check`, 14,000 choice questions',
      rounds: 5,
      program: (build) => check(build, choices),
      goal: { of: 'old', most: 0.6, memory: 350 },
    },
    {
      name: '`check`, shipped bank',
      program: (build) => check(build, shipped),
      goal: { of: 'old', most: 0.65 },
    },
    {
      name: 'first opening of an own bank of 10,000',
      rounds: 7,
      ready: ({ scratch }) => rmSync(join(scratch, 'opening'), { recursive: true, force: true }),
      program: (build) => quiz(build, join(build.scratch, 'opening'), large),
      goal: { of: 'old', most: 0.6 },
    },
  ];
}

/** A data directory of a build with the logs of a fixture, made at the first use; what the build keeps beside them stays. */
function learner({ scratch }: Build, fixture: string, name: string): string {
  const directory = join(scratch, name);
  const events = join(directory, 'events');
  if (mkdirSync(events, { recursive: true }) !== undefined)
    for (const log of readdirSync(join(fixture, 'events')))
      linkSync(join(fixture, 'events', log), join(events, log));
  return directory;
}

/** Removes what a build keeps of memories: one snapshot of all, or one for each bank. */
function forgetSnapshots(directory: string): void {
  for (const name of ['snapshot.json', 'snapshots'])
    rmSync(join(directory, 'cache', name), { recursive: true, force: true });
}

/** A check of a bank from its files, with nothing kept from an earlier one. */
const check = ({ root, env }: Build, bank: string): Program => ({
  ...{ root, env, until: 'its end' },
  args: ['bin/llmquiz.js', 'check', bank, '--no-cache', '--format', 'concise'],
});

/** A plain quiz up to its first question. */
const quiz = ({ root, env }: Build, directory: string, more: readonly string[]): Program => ({
  ...{ root, env, until: 'its first question' },
  args: ['bin/llmquiz.js', '--plain', '--seed', '1', '--data-dir', directory, ...more],
});
