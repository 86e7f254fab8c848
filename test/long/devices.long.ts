import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { type Random, randomFrom } from '#core/base/random.ts';
import { openHistory } from '#shell/log/history.ts';
import { oneOf, shipped } from '../beside.ts';
import { replying } from '../learner.ts';
import { commitAll, type Git, gitIn, must } from '../outside.ts';
import { start } from '../program.ts';
import { recordedIn } from '../recorded.ts';
import { tempFolder } from '../temp.ts';
import { lostOf, type Told, transcriptOf } from '../transcript.ts';
import { printFigures, runSeed } from './figures.ts';

/** A machine with its own home, clock and time zone, and a clone of the folder of logs. */
interface Device {
  readonly home: string;
  readonly data: string;
  readonly events: string;
  readonly git: Git;
  /** How far its clock is off, in hours. */
  readonly off: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

/** What happened in a world. */
interface Sum {
  sessions: number;
  answers: number;
  deeds: number;
  damages: number;
  conflicts: number;
  unions: number;
  copies: number;
}

async function devicesIn(folder: string, name: number, union: boolean): Promise<readonly Device[]> {
  const remote = join(folder, 'remote.git');
  await must(gitIn(folder), 'init', '-q', '--bare', '-b', 'main', remote);
  const clocks = [
    { off: 0, zone: 60 },
    { off: 3 + 17 / 60, zone: -480 },
    { off: -5, zone: 330 },
  ];
  const devices: Device[] = [];
  for (const [i, clock] of clocks.entries()) {
    const data = join(folder, `data-${i}`);
    const events = join(data, 'events');
    mkdirSync(data, { recursive: true });
    await must(gitIn(folder), 'clone', '-q', remote, events);
    const git = gitIn(events);
    if (i === 0) {
      writeFileSync(join(events, '.gitattributes'), union ? '*.jsonl merge=union\n' : '');
      await must(git, 'checkout', '-q', '-b', 'main');
      await commitAll(git);
      await must(git, 'push', '-q', '-u', 'origin', 'main');
    }
    // The device is named after it: the same in each run.
    devices.push({ home: `/nonexistent/${name}-${i}`, data, events, git, ...clock });
  }
  return devices;
}

/** The program on a device at its own time. */
function startOn({ home, data, off, zone }: Device, ms: number, ...args: readonly string[]) {
  const now = toIso({ ms: Math.round(ms + off * 3_600_000), offset: zone });
  return start([...args, '--lang', 'en', '--data-dir', data], { env: { HOME: home, LLMQUIZ_NOW: now } });
}

/** A short session: a few answers, some of them followed by a deed. */
async function study(device: Device, ms: number, seed: string, random: Random): Promise<readonly Told[]> {
  let left = 1 + Math.floor(random() * 5);
  const running = startOn(device, ms, '--plain', '--seed', seed);
  replying(running, (asked, unknown) => {
    if (asked === 'more') return random() < 0.5 ? 'n' : 'q';
    if (asked === 'after') return random() < 0.25 ? oneOf(['u', 'r', 'f 1', 'x'], random) : '';
    left -= 1;
    if (left < 0) return unknown === ':0' ? ':q' : 'q';
    return random() < 0.5 ? unknown : '1';
  });
  expect([await running.ended, running.err()]).toEqual([0, '']);
  const { shown, refused } = transcriptOf(running.out());
  expect(refused).toEqual([]);
  return shown;
}

/** Damage to one of the logs on a device that takes no answer away, or a copy of it under another name. */
function damage({ events }: Device, random: Random, sum: Sum): void {
  const names = readdirSync(events).filter((name) => name.endsWith('.jsonl'));
  if (names.length === 0) return;
  sum.damages += 1;
  const path = join(events, oneOf(names, random));
  const way = Math.floor(random() * 5);
  if (way < 4) writeFileSync(path, damaged(readFileSync(path, 'utf8'), way, random));
  else if (names.length < 12) {
    sum.copies += 1;
    cpSync(path, path.replace(/\.jsonl$/, ` (conflicted copy ${sum.copies}).jsonl`));
  }
}

/** The text of a log with lines doubled, a torn end, lines in another order, or the line ends of another system. */
function damaged(text: string, way: number, random: Random): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const sorted = () => lines.map((line) => ({ line, at: random() })).sort((a, b) => a.at - b.at);
  if (way === 0) return `${text}${text.endsWith('\n') ? '' : '\n'}${lines.slice(-3).join('\n')}\n`;
  if (way === 1) return `${text}{"v":1,"id":"torn-${Math.floor(random() * 1e6)}`;
  if (way === 2)
    return `${sorted()
      .map(({ line }) => line)
      .join('\n')}\n`;
  return `${lines.map((line) => line.replace(/\r?$/, '\r')).join('\n')}\n`;
}

/** Commits, pulls and pushes; a merge that fails is committed with its marks in the files. */
async function exchange({ git }: Device, sum: Sum, union: boolean): Promise<void> {
  await commitAll(git);
  for (let tries = 0; tries < 5; tries++) {
    await must(git, 'fetch', '-q');
    const merged = await git('merge', '-q', '--no-edit', 'origin/main');
    if (!merged.ok) {
      sum.conflicts += 1;
      await commitAll(git);
    } else if (union && merged.out !== '') sum.unions += 1;
    if ((await git('push', '-q', 'origin', 'HEAD:main')).ok) return;
  }
  throw new Error('nothing can be pushed');
}

/** What a device makes of the logs, from the snapshot it has or from nothing. */
async function viewOn(device: Device, ms: number) {
  const running = startOn({ ...device, off: 0, zone: 0 }, ms, 'stats', '--json');
  expect(await running.ended).toBe(0);
  const { states } = openHistory(device.events, join(device.data, 'cache'), shipped());
  return { stats: running.out(), states };
}

/** Sixty rounds of study, damage and exchange on three devices, and what each device makes of it in the end. */
async function world(name: number) {
  const union = name % 2 === 0;
  const random = randomFrom(`${runSeed} world ${name}`);
  const sum: Sum = { sessions: 0, answers: 0, deeds: 0, damages: 0, conflicts: 0, unions: 0, copies: 0 };
  const devices = await devicesIn(tempFolder(), name, union);
  const shown: Told[] = [];
  let ms = Date.UTC(2026, 2, 1, 9);
  for (let round = 0; round < 60; round++) {
    const device = oneOf(devices, random);
    ms += random() * 30 * 3_600_000;
    const told = await study(device, ms, `${runSeed} ${name} ${round}`, random);
    shown.push(...told);
    sum.sessions += 1;
    sum.answers += told.filter(({ type }) => type === 'reviewed').length;
    sum.deeds += told.filter(({ type }) => type !== 'reviewed').length;
    if (random() < 0.2) damage(device, random, sum);
    if (random() < 0.6) await exchange(device, sum, union);
  }
  for (const device of [...devices, ...devices]) await exchange(device, sum, union);
  const lost = devices.map(({ events }) => lostOf(shown, recordedIn(events).events).length);
  const [first] = devices;
  const writers = new Set(recordedIn(first?.events ?? '').events.map((event) => event.device)).size;
  return {
    sum: { ...sum, writers },
    lost: Math.max(...lost),
    views: await viewsOf(devices, ms + 30 * 3_600_000),
  };
}

/** What each device makes of the logs: from the snapshot that it has, and from nothing. */
async function viewsOf(devices: readonly Device[], ms: number) {
  const views = [];
  for (const device of devices) {
    const data = `${device.data}-fresh`;
    const events = join(data, 'events');
    cpSync(device.events, events, { recursive: true });
    views.push(await viewOn(device, ms), await viewOn({ ...device, data, events }, ms));
  }
  return views;
}

it('three devices that exchange their logs by git come to the same, to the last digit', async () => {
  const worlds = await Promise.all([1, 2].map(world));
  for (const [i, { sum, views, lost }] of worlds.entries()) {
    const differing = views.filter((view) => !isDeepStrictEqual(view, views[0])).length;
    printFigures(`three devices, world ${i + 1}`, { ...sum, lost, 'views of 6 that differ': differing });
    for (const view of views) expect.soft(view).toEqual(views[0]);
    expect.soft(lost).toBe(0);
    expect.soft(sum.answers).toBeGreaterThan(60);
    expect.soft(sum.writers).toBe(3);
  }
});
