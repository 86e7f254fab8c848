import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Random, randomFrom } from '#core/base/random.ts';
import { openHistory } from '#shell/log/history.ts';
import { atOnce, differs, type Place, placeIn, shipped } from '../beside.ts';
import { review, stamped } from '../events.ts';
import { replying } from '../learner.ts';
import { start } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { itemIds, lostOf, type Told, transcriptOf } from '../transcript.ts';
import { type Damaged, damages } from './damages.ts';
import { printFigures, runSeed } from './figures.ts';

/** What went wrong with one damaged log, in words; empty where nothing did. */
type Faults = readonly string[];

/** Runs the program to its end, or gives up; says what must never be seen. */
async function run({ data }: Place, command: readonly string[], deeds: readonly string[] = []) {
  const running = start([...command, '--lang', 'en', '--data-dir', data]);
  const wishes = [...deeds];
  replying(running, (asked, unknown) => {
    if (asked === 'answer') return unknown;
    return asked === 'after' ? (wishes.shift() ?? 'q') : 'q';
  });
  const over = new AbortController();
  const late = sleep(60_000, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
  const code = await Promise.race([running.ended, late]);
  over.abort();
  running.child.kill('SIGKILL');
  const name = command.find((word) => /^[a-z]/.test(word)) ?? 'quiz';
  const faults: string[] = [];
  if (code === 'late') faults.push(`${name} hangs`);
  else if (typeof code !== 'number' || code > 2) faults.push(`${name} ends with ${code}`);
  if (/^ +at |bug in llmquiz/m.test(running.err())) faults.push(`${name}: ${running.err()}`);
  return { code, out: running.out(), err: running.err(), faults };
}

/** Five commands on a damaged log: what is wrong with what they did. */
async function faultsOf(
  place: Place,
  { bytes, intact }: Damaged,
  known: ReadonlySet<string>,
): Promise<Faults> {
  const faults: string[] = [];
  const told: Told[] = [];
  const did = async (command: readonly string[], deeds?: readonly string[]) => {
    const ran = await run(place, command, deeds);
    faults.push(...ran.faults);
    return ran;
  };
  const quiz = await did(['--plain', '--seed', runSeed, '--new', '5'], ['', 'x', 'q']);
  if (quiz.faults.length > 0) return faults;
  const { shown } = transcriptOf(quiz.out);
  told.push(...shown);
  if (shown.length !== 4) faults.push(`quiz shows ${shown.length} of 4, and says ${quiz.err || quiz.out}`);
  const item = shown.find(({ type }) => type === 'suspended')?.item ?? 'none';
  if ((await did(['stats', '--json'])).code !== 0) faults.push('stats fails');
  if ((await did(['resume', item])).code === 0) told.push({ type: 'resumed', item });
  // What it takes back is another question where damage has put another event last.
  const undone = (await did(['undo'])).code === 0 ? 1 : 0;
  if (told.length + undone !== 6) faults.push('resume or undo fails');
  await did(['doctor']);
  const recorded = openHistory(place.events, join(place.data, 'cache'), shipped()).events();
  const ids = new Set(recorded.map(({ id }) => id));
  const unread = intact.filter(({ id }) => !ids.has(id)).length;
  if (unread > 0) faults.push(`${unread} intact lines are not read`);
  const added = recorded.filter(({ id }) => !known.has(id));
  const lost = lostOf(told, added);
  if (added.filter(({ type }) => type === 'undone').length !== undone) faults.push('lost: undone');
  if (lost.length > 0) faults.push(`lost: ${lost.map(({ type }) => type).join(', ')}`);
  if (!readFileSync(place.log).subarray(0, bytes.length).equals(bytes)) faults.push('the log was changed');
  if (differs(place)) faults.push('the snapshot differs after doctor');
  return faults;
}

/** A log of forty answers, of which a snapshot may have been taken before the accident. */
async function damagedLog(name: string, random: Random, snapshot: boolean) {
  const place = await placeIn(tempFolder());
  const items = itemIds().slice(0, 20);
  const events = [...items, ...items].map((item, i) =>
    stamped(
      review(item, { rating: random() < 0.5 ? 'again' : 'good' }),
      i + 1,
      `2026-0${1 + (i % 6)}-${10 + (i % 15)}T10:00:00Z`,
      basename(place.log, '.jsonl'),
    ),
  );
  mkdirSync(place.events, { recursive: true });
  writeFileSync(place.log, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  if (snapshot) openHistory(place.events, join(place.data, 'cache'), shipped()).save();
  const damaged = damages[name]?.(events, random);
  if (damaged === undefined) throw new Error(`no damage of the name ${name}`);
  writeFileSync(place.log, damaged.bytes);
  return { place, damaged, known: new Set(events.map(({ id }) => id)) };
}

it('damaged logs crash nothing, and cost neither a whole line nor a later answer', async () => {
  const todo = Object.keys(damages).flatMap((name) => [true, false].map((snapshot) => ({ name, snapshot })));
  const found = await atOnce(4, todo, async ({ name, snapshot }) => {
    const random = randomFrom(`${runSeed} damaged ${name}`);
    const { place, damaged, known } = await damagedLog(name, random, snapshot);
    const faults = await faultsOf(place, damaged, known);
    for (const fault of faults)
      console.log(`damaged logs: ${name}${snapshot ? ' after a snapshot' : ''}: ${fault}`);
    return { name, faults };
  });
  const faulty = found.filter(({ faults }) => faults.length > 0);
  printFigures('damaged logs', {
    logs: todo.length,
    commands: 5 * todo.length,
    'with a fault': faulty.length,
  });
  expect(faulty).toEqual([]);
});
