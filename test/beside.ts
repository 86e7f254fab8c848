import { existsSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { aliasesOf } from '#core/bank/aliases.ts';
import type { Random } from '#core/base/random.ts';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { openStore } from '#shell/bank/bank-store.ts';
import { openHistory } from '#shell/log/history.ts';
import { folded } from './events.ts';
import { replying } from './learner.ts';
import { type Actor, acting } from './outside.ts';
import { type Running, start } from './program.ts';
import { recordedIn } from './recorded.ts';
import { lostOf, type Told, transcriptOf } from './transcript.ts';

/** A data directory and the log that sessions on it write. */
export interface Place {
  readonly data: string;
  readonly events: string;
  readonly log: string;
}

/** A data directory with the log of this machine, which need not be there yet. */
export async function placeIn(data: string): Promise<Place> {
  const running = start(['where', '--json', '--data-dir', data]);
  await running.ended;
  const { thisDevice: log } = JSON.parse(running.out()) as { readonly thisDevice: string };
  return { data, events: dirname(log), log };
}

/** Somebody who takes away what is in the log while the session waits; what was shown before is not the program's to keep. */
export interface Destroyer {
  readonly name: string;
  readonly destroy: () => unknown;
}

/** Four ways to take a log away. */
export function destroyers({ data, events, log }: Place): readonly Destroyer[] {
  return [
    { name: 'rm', destroy: () => rmSync(log, { force: true }) },
    { name: ': > log', destroy: () => existsSync(log) && truncateSync(log) },
    { name: 'rm -r events', destroy: () => rmSync(events, { recursive: true, force: true }) },
    { name: 'mv out', destroy: () => existsSync(log) && renameSync(log, join(data, 'moved')) },
  ];
}

/** How a session is run, and what happens beside it. */
interface Course {
  readonly seed: string;
  readonly random: Random;
  /** How many answers are given, at least. */
  readonly answers: number;
  readonly actor?: Actor;
  readonly destroyer?: Destroyer;
  /** Whether a last answer is given after the actor has stopped; else closing the session is all there is. */
  readonly oneMore: boolean;
}

/** What a session came to. */
export interface Counted {
  readonly code: number | NodeJS.Signals;
  readonly err: string;
  readonly answers: number;
  readonly deeds: number;
  /** Told as not recorded, mostly to be tried again. */
  readonly refused: number;
  /** Shown as done, and in no log. */
  readonly lost: readonly Told[];
  /** In a log, and never shown. */
  readonly unshown: readonly Told[];
  /** Acts beside the session. */
  readonly acts: number;
  /** Whether the next start works with other states than all events amount to. */
  readonly differs: boolean;
}

/**
 * Runs a session beside what happens to its log, and counts. An answer is shown once it was seen, after its fsync, in
 * the file that the path leads to; what a later replacement lacks is written again by a later append of the same
 * session, or by its end. So the actor stops before the session ends, and from then on nothing shown may be missing.
 */
export async function sessionBeside(place: Place, course: Course): Promise<Counted> {
  await course.actor?.ready?.();
  const gone = new Set(recordedIn(place.events).events.map((e) => e.id));
  const args = ['--plain', '--lang', 'en', '--seed', course.seed, '--data-dir', place.data];
  const running = start([...args, '--new', '120', '--limit', '200']);
  let forgiven = 0;
  const destroy = () => {
    for (const { id } of recordedIn(place.events).events) gone.add(id);
    forgiven = transcriptOf(running.out()).shown.length;
    course.destroyer?.destroy();
  };
  const settle = studying(running, course, destroy);
  const code = await running.ended;
  const acts = await settle();
  const { shown, refused } = transcriptOf(running.out());
  const device = basename(place.log, '.jsonl');
  const recorded = recordedIn(place.events).events.filter((e) => e.device === device && !gone.has(e.id));
  return {
    code,
    err: running.err(),
    answers: shown.filter(({ type }) => type === 'reviewed').length,
    deeds: shown.filter(({ type }) => type !== 'reviewed').length,
    refused: refused.length,
    lost: lostOf(shown.slice(forgiven), recorded),
    unshown: lostOf(recorded, [...shown, ...refused]),
    acts,
    differs: differs(place),
  };
}

/** Answers in a session while the actor is at work, and leaves it after that; returns what counts the acts beside it. */
function studying(running: Running, course: Course, destroy: () => void): () => Promise<number> {
  const { actor, destroyer, answers, oneMore, random } = course;
  let [given, tries, acts] = [0, 0, 0];
  let stop: (() => Promise<number>) | undefined;
  let last = '';
  let isUnknown = false;
  const settle = async () => {
    const stopping = stop;
    stop = undefined;
    acts += (await stopping?.()) ?? 0;
    return acts;
  };
  const destroyNow = () => {
    destroy();
    acts += 1;
  };
  const retried = async () => {
    tries += 1;
    // So often that the actor does not let it be recorded at all.
    if (tries > 200) given = Math.max(given, answers);
    if (tries > 200) await settle();
    return tries > 210 ? 'q' : '';
  };
  replying(running, async (asked, unknown) => {
    if (actor !== undefined && given < answers) stop ??= acting(actor);
    await sleep(random() * 15);
    if (asked === 'more') return 'q';
    if (asked === 'retry') return retried();
    if (destroyer !== undefined && given > 0 && given < answers && random() < 0.15) destroyNow();
    if (asked === 'answer') {
      isUnknown = random() < 0.7;
      return isUnknown ? unknown : '1';
    }
    // A flag leads back to the keys of the same answer.
    if (last !== 'f 1') given += 1;
    // What was not known cannot be called right.
    const wishes = ['u', isUnknown ? 'x' : 'r', 'f 1', 'x'];
    last = given < answers && random() < 0.2 ? oneOf(wishes, random) : '';
    if (given < answers) return last;
    await settle();
    return oneMore && given === answers ? '' : 'q';
  });
  return settle;
}

/** One of several, by dice. */
export function oneOf<T>(choices: readonly T[], random: Random): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

/** What counts for the bank that ships. */
export const shipped = () => {
  const bank = openStore(fileURLToPath(new URL('../dist/bank', import.meta.url)));
  if (bank === undefined) throw new Error('dist/bank cannot be read');
  return shippedClaimOf(aliasesOf(bank.index));
};

/** Whether the next start on a data directory works with other states than all its events amount to. */
export function differs({ data, events }: Pick<Place, 'data' | 'events'>): boolean {
  const cache = join(data, 'cache');
  mkdirSync(events, { recursive: true });
  const history = openHistory(events, cache, shipped());
  const truth = folded(history.events());
  return (
    truth.size !== history.states.size ||
    [...truth].some(([id, state]) => !isDeepStrictEqual(history.states.get(id), state))
  );
}

/** The sum of what sessions came to. */
export function summed(all: readonly Counted[]) {
  const sum = (of: (counted: Counted) => number) => all.reduce((total, counted) => total + of(counted), 0);
  return {
    sessions: all.length,
    answers: sum((c) => c.answers),
    deeds: sum((c) => c.deeds),
    acts: sum((c) => c.acts),
    refused: sum((c) => c.refused),
    lost: sum((c) => c.lost.length),
    unshown: sum((c) => c.unshown.length),
    differ: sum((c) => (c.differs ? 1 : 0)),
    unclean: all.filter((c) => c.code !== 0 || c.err !== '').map(({ code, err }) => `${code}: ${err}`),
  };
}

/** Works through what there is to do, so many at once. */
export async function atOnce<T, R>(
  count: number,
  todo: readonly T[],
  work: (one: T, i: number) => Promise<R>,
) {
  const results: R[] = [];
  const left = [...todo.entries()];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      results.push(await work(next[1], next[0]));
  };
  await Promise.all(Array.from({ length: count }, worker));
  return results;
}
