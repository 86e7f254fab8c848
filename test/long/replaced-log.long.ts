import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Random, randomFrom } from '#core/base/random.ts';
import {
  atOnce,
  type Counted,
  type Destroyer,
  destroyers,
  type Place,
  placeIn,
  sessionBeside,
  summed,
} from '../beside.ts';
import {
  type Actor,
  acting,
  carefulSynchroniser,
  checkingOut,
  fillingDisk,
  mixingSynchroniser,
  movingBack,
  pulling,
  renaming,
  slowSynchroniser,
  stashing,
  synchroniser,
} from '../outside.ts';
import { start } from '../program.ts';
import { recordedIn } from '../recorded.ts';
import { smallDisk, tempFolder } from '../temp.ts';
import { printFigures, runSeed } from './figures.ts';

/** Sessions of fifty answers on one data directory, one after the other. */
interface Lane {
  readonly answers: number;
  readonly beside: (place: Place, random: Random) => Actor | Destroyer;
  readonly data?: () => string;
}

const lanes: readonly Lane[] = [
  { answers: 350, beside: ({ log }) => synchroniser(log) },
  { answers: 200, beside: ({ log }, random) => slowSynchroniser(log, random) },
  { answers: 200, beside: ({ log }) => mixingSynchroniser(log) },
  { answers: 150, beside: ({ log }) => stashing(log, { union: true }) },
  { answers: 150, beside: ({ log }) => stashing(log, { union: false }) },
  { answers: 150, beside: ({ log, data }) => pulling(log, data, { union: true }) },
  { answers: 150, beside: ({ log, data }) => pulling(log, data, { union: false }) },
  { answers: 100, beside: ({ log }) => checkingOut(log, { union: true }) },
  { answers: 100, beside: ({ log }) => checkingOut(log, { union: false }) },
  { answers: 150, beside: ({ log }) => movingBack(log) },
  { answers: 100, beside: ({ log }) => renaming(log) },
  ...[0, 1, 2, 3].map((i): Lane => ({ answers: 50, beside: (place) => destroyers(place)[i] as Destroyer })),
];

async function sessionsOf({ answers, beside, data = tempFolder }: Lane, name: string) {
  const random = randomFrom(`${runSeed} ${name}`);
  const place = await placeIn(data());
  const actor = beside(place, random);
  const besides = 'act' in actor ? { actor } : { destroyer: actor };
  const all: Counted[] = [];
  for (let left = answers; left > 0; left -= 50) {
    const oneMore = random() < 0.5;
    const seed = `${runSeed} ${name} ${left}`;
    all.push(await sessionBeside(place, { ...besides, seed, random, answers: Math.min(50, left), oneMore }));
  }
  return { name: actor.name, all };
}

/** Prints what sessions came to, and holds that nothing was lost. */
function judge(row: string, all: readonly Counted[]): void {
  const { unclean, refused, differ, ...sum } = summed(all);
  printFigures(`replaced log: ${row}`, {
    ...sum,
    'told as not recorded': refused,
    'snapshots that differ': differ,
    'ended badly': unclean.length,
  });
  expect.soft({ ...sum, differ, unclean }).toMatchObject({ lost: 0, unshown: 0, differ: 0, unclean: [] });
}

it('of 2,000 answers beside synchronisers, git and movers of files, none that was shown is lost', async () => {
  const done = await atOnce(5, lanes, async (lane, i) => {
    const all = await sessionsOf(lane, `lane ${i}`);
    judge(all.name, all.all);
    return all.all;
  });
  const all = done.flat();
  judge('all', all);
  expect(summed(all).answers).toBeGreaterThanOrEqual(2000);
});

it('a disk that fills up again and again, below a synchroniser, loses nothing that was shown', async (context) => {
  const disk = smallDisk(192);
  if (disk === undefined) return context.skip('mounting is not allowed here');
  const lane: Lane = {
    answers: 100,
    data: () => disk,
    beside: ({ log }) => fillingDisk(disk, synchroniser(log)),
  };
  const { name, all } = await sessionsOf(lane, 'disk');
  judge(name, all);
});

it('`llmquiz undo` beside a synchroniser that loses nothing takes back what it says', async () => {
  const random = randomFrom(`${runSeed} undo`);
  const place = await placeIn(tempFolder());
  await sessionBeside(place, { seed: runSeed, random, answers: 60, oneMore: false });
  const count = () => recordedIn(place.events).events.filter((e) => e.type === 'undone').length;
  const before = count();
  const stop = acting(carefulSynchroniser(place.log));
  let told = 0;
  for (let i = 0; i < 40; i++) {
    const running = start(['undo', '--lang', 'en', '--data-dir', place.data]);
    if ((await running.ended) === 0) told += 1;
    else expect(running.err()).toMatch(/^llmquiz: Not undone/);
    await sleep(random() * 5);
  }
  const acts = await stop();
  printFigures('replaced log: undo', { acts, 'told as undone': told, lost: told - (count() - before) });
  expect(count() - before).toBe(told);
  expect(told).toBeGreaterThan(0);
});
