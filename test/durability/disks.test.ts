import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Event } from '#core/learner/events/event.ts';
import { readLog } from '#shell/log/read-log.ts';
import { linesOf, review, stamped } from '../events.ts';
import { type Start, start } from '../program.ts';
import { fill, smallDisk, tempFolder } from '../temp.ts';
import { unprivileged } from '../unprivileged.ts';

const { user, program, within, missing } = unprivileged();
const asUser: Start = { user, program };

const session = (data: string) => [
  '--plain',
  '--seed',
  '7',
  '--data-dir',
  data,
  '--lang',
  'en',
  '--deck',
  'scaling',
];

/** Runs the program to its end on what is typed. */
async function run(args: readonly string[], typed = '', how: Start = asUser) {
  const running = start(args, how);
  running.child.stdin?.end(typed);
  return { code: await running.ended, out: running.out(), err: running.err() };
}

let logName: string | undefined;

/** Where this machine's log is; its name is the same in every data directory, so the program is asked once. */
async function logOf(data: string): Promise<string> {
  if (logName === undefined) {
    const { out } = await run(['where', '--json', '--data-dir', data]);
    logName = basename((JSON.parse(out) as { thisDevice: string }).thisDevice);
  }
  return join(data, 'events', logName);
}

/** A data directory with a log of two answers that belongs to the user. */
async function withLog() {
  const data = tempFolder(within);
  const log = await logOf(data);
  mkdirSync(join(data, 'events'));
  const text = linesOf(
    ['llm-abbreviation', 'agi-abbreviation'].map((item, i) =>
      stamped(review(item), i + 1, '2026-03-01T10:00:00Z'),
    ),
  );
  writeFileSync(log, text);
  if (user !== undefined) for (const path of [data, join(data, 'events'), log]) chownSync(path, user, user);
  onTestFinished(() => {
    for (const path of [data, join(data, 'events'), log]) if (existsSync(path)) chmodSync(path, 0o755);
  });
  return { data, log, text };
}

/** Items and lines of a log that cannot be read. */
function contents(log: string) {
  const events: Event[] = [];
  let unreadable = 0;
  readLog(log, 0, (line) => {
    if (line.type === 'event') events.push(line.event);
    if (line.type === 'unreadable') unreadable += 1;
  });
  return { events, unreadable };
}

const unknown = (out: string) => (out.lastIndexOf(':0') > out.lastIndexOf('Enter') ? ':0\n' : '0\n');

describe('a log that may not be written', () => {
  beforeEach((context) => context.skip(missing !== undefined, missing));

  it('is read, the learner is told so, and the session goes on unrecorded', async () => {
    const { data, log, text } = await withLog();
    chmodSync(log, 0o444);
    const { code, out, err } = await run(session(data), ':0\n\n:0\n\n:q\n');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      `This session is NOT recorded: cannot write to ${log} (EACCES).\nMake the file writable, or choose another folder with --data-dir.\n`,
    );
    expect(out).not.toContain('Welcome');
    expect(out).toContain(`This answer is NOT recorded: cannot write to ${log} (EACCES).\n`);
    expect(out).toMatch(/\n2\/\d+ {2}/);
    expect(readFileSync(log, 'utf8')).toBe(text);
    const stats = JSON.parse((await run(['stats', '--json', '--data-dir', data])).out);
    expect(stats.reviews).toBe(2);
  });

  it('is told of by doctor, with what to do', async () => {
    const { data, log } = await withLog();
    chmodSync(log, 0o444);
    const { code, out } = await run(['doctor', '--data-dir', data]);
    expect(out).toContain(`${log}: 2 events, read-only\n`);
    expect(out).toMatch(/cannot record answers: no write permission .*make it writable/i);
    expect(code).toBe(1);
  });

  it.each([
    ['undo', ['undo']],
    ['resume', ['resume', 'agi-abbreviation']],
  ])('refuses %s and says why', async (_, args) => {
    const { data, log } = await withLog();
    const suspended = { type: 'suspended', item: 'agi-abbreviation' } as const;
    const events = [stamped(suspended, 3, '2026-03-02T10:00:00Z', basename(log, '.jsonl'))];
    writeFileSync(log, linesOf(events));
    chmodSync(log, 0o444);
    const { code, out, err } = await run([...args, '--data-dir', data]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^llmquiz: (Cannot undo|Not recorded): cannot write to .* \(EACCES\)\.\n$/);
  });

  it('nor be made, in a directory that is read-only', async () => {
    const { data, log } = await withLog();
    rmSync(log);
    chmodSync(join(data, 'events'), 0o555);
    const { code, out, err } = await run(session(data), '0\nq\n');
    expect([code, err]).toEqual([expect.any(Number), '']);
    expect(out).toContain('This session is NOT recorded');
    expect(readdirSync(join(data, 'events'))).toEqual([]);
  });

  it('nor may the data directory be made', async () => {
    const parent = tempFolder(within);
    if (user === undefined) chmodSync(parent, 0o555);
    const { code, out, err } = await run(session(join(parent, 'new')), '');
    chmodSync(parent, 0o755);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`This session is NOT recorded: cannot write to ${join(parent, 'new', 'events')}`);
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('one clear message that names the file, and no stack trace', () => {
  beforeEach((context) => context.skip(missing !== undefined, missing));

  const commands = [
    session,
    ...['stats', 'doctor', 'undo'].map((name) => (data: string) => [name, '--data-dir', data]),
  ];

  it.each([
    [
      'a log that may not be read',
      /\.jsonl: no read permission/,
      ({ log }: { log: string }) => chmodSync(log, 0),
    ],
    [
      'a log that is a directory',
      /\.jsonl: it is a folder; move it away/,
      ({ log }: { log: string }) => {
        rmSync(log);
        mkdirSync(log);
        // Under a strict umask it would be ours alone.
        chmodSync(log, 0o755);
      },
    ],
    [
      '`events` that is a file',
      /events: part of the path is a file/,
      ({ data }: { data: string }) => {
        rmSync(join(data, 'events'), { recursive: true });
        writeFileSync(join(data, 'events'), 'mine');
      },
    ],
    [
      'a data directory that is a file',
      /part of the path is a file, not a folder; choose another with --data-dir/,
      ({ data }: { data: string }) => {
        rmSync(data, { recursive: true });
        writeFileSync(data, 'mine');
      },
    ],
  ])('%s', async (_, message, damage) => {
    const at = await withLog();
    damage(at);
    for (const args of commands) {
      const { code, err, out } = await run(args(at.data), 'q\n');
      // doctor goes on to the other logs.
      const said = err === '' ? `llmquiz: ${out.split('\n', 1)[0]}\n` : err;
      expect(said).toMatch(message);
      expect(said).toMatch(/^llmquiz: Cannot (read|write) .*\.\n$/);
      expect(code).toBe(1);
    }
  });
});

describe('a disk that fills up in a session', () => {
  it('leaves the answer unacknowledged until there is room, and then records it once', async (context) => {
    const disk = smallDisk(64);
    if (disk === undefined) return context.skip('mounting is not allowed here');
    const log = await logOf(disk);
    mkdirSync(join(disk, 'events'), { mode: 0o777 });
    chmodSync(join(disk, 'events'), 0o777);
    writeFileSync(log, '\n'.repeat(4000));
    const filler = fill(disk);
    const running = start(session(disk), {});
    await running.shown(/I don't know/);
    running.type(unknown(running.out()));
    await running.shown(/try again/);
    expect(running.out()).toContain('This answer is NOT recorded: the disk is full.');
    expect(running.out()).not.toContain('Enter next');
    running.type('\n');
    await running.shown(/try again/, 2);
    rmSync(filler);
    running.type('\n');
    await running.shown(/Enter next/);
    expect(contents(log)).toMatchObject({
      events: [{ type: 'reviewed', seq: 1 }],
      unreadable: expect.any(Number),
    });
    running.type('\n');
    await running.shown(/I don't know/, 2);
    running.type(unknown(running.out()));
    await running.shown(/Enter next/, 2);
    running.type('q\n');
    expect([await running.ended, running.err()]).toEqual([0, '']);
    expect(contents(log).events.map((e) => e.seq)).toEqual([1, 2]);
    expect(new Set(contents(log).events.map((e) => e.id)).size).toBe(2);
  });

  it('lets the learner leave, with what was not recorded told by the exit code', async (context) => {
    const disk = smallDisk(64);
    if (disk === undefined) return context.skip('mounting is not allowed here');
    const log = await logOf(disk);
    mkdirSync(join(disk, 'events'));
    writeFileSync(log, '\n'.repeat(4000));
    fill(disk);
    const running = start(session(disk), {});
    await running.shown(/I don't know/);
    running.type(unknown(running.out()));
    await running.shown(/try again/);
    running.type('q\n');
    expect([await running.ended, running.err()]).toEqual([1, '']);
    expect(running.out()).toMatch(/quit: q\n$/);
    expect(contents(log).events).toEqual([]);
  });
});

/** What lifts a limit of a running process, where it is installed. */
const lifter = 'prlimit';

describe('a limit on the size of files (ulimit -f)', () => {
  it('is met like a full disk: told, kept going, and once lifted recorded once', async (context) => {
    const data = tempFolder();
    const log = await logOf(data);
    mkdirSync(join(data, 'events'));
    const before = linesOf([stamped(review('llm-abbreviation'), 1, '2026-03-01T10:00:00Z')]);
    writeFileSync(log, `${before}${'\n'.repeat(1024 - 100 - before.length)}`);
    const running = start(session(data), { shell: 'ulimit -S -f 1; exec "$@"' });
    await running.shown(/I don't know/);
    running.type(unknown(running.out()));
    await running.shown(/try again/);
    expect(running.out()).toMatch(/This answer is NOT recorded: the disk is full\./);
    expect(statSync(log).size).toBe(1024);
    running.type('\n');
    await running.shown(/try again/, 2);
    expect(running.out()).toMatch(/This answer is NOT recorded: the file has reached a size limit/);
    if (spawnSync(lifter, ['--version']).status !== 0) {
      running.child.kill();
      return context.skip('prlimit is not here to lift the limit');
    }
    execFileSync(lifter, ['--pid', `${running.child.pid}`, '--fsize=unlimited:']);
    running.type('\n');
    await running.shown(/Enter next/);
    running.type('q\n');
    expect([await running.ended, running.err()]).toEqual([0, '']);
    expect(contents(log)).toMatchObject({
      events: [{ item: 'llm-abbreviation' }, { type: 'reviewed' }],
      unreadable: 1,
    });
    expect(readFileSync(log, 'utf8').startsWith(before)).toBe(true);
  });
});
