import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { type Start, start } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { unprivileged } from '../unprivileged.ts';

const { program, within, missing } = unprivileged();

/** How to start the program as a user whom the system does not know, without a name or a home; or why nobody can. */
function stranger(): Start | string {
  if (process.getuid?.() === 0) return missing ?? { user: 64_999, program };
  try {
    userInfo();
  } catch {
    // We are one.
    return {};
  }
  const become = 'unshare --user --map-user=64999 --map-group=64999 --';
  if (spawnSync('sh', ['-c', `${become} true`]).status === 0) return { shell: `exec ${become} "$@"` };
  return 'this user cannot become one whom the system does not know';
}

const unknown = stranger();

/** Runs the program to its end on what is typed. */
async function run(args: readonly string[], how: Start, typed = '') {
  const running = start(args, how);
  running.child.stdin?.end(typed);
  return { code: await running.ended, out: running.out(), err: running.err() };
}

/** A folder that everybody may write in. */
function openFolder(): string {
  const folder = tempFolder(within);
  chmodSync(folder, 0o777);
  return folder;
}

interface Home {
  readonly name: string;
  readonly reason: string;
  readonly how: Start;
  readonly skipped?: string | undefined;
  /** What is typed that would need a path derived from it: all commands are tried with one of them, since they ask the same. */
  readonly commands: readonly string[];
}

const homes: readonly Home[] = [
  {
    name: 'no home at all',
    reason: 'HOME is not set, and the system knows no home folder for this user',
    how: { ...(typeof unknown === 'string' ? {} : unknown), env: { HOME: undefined } },
    skipped: typeof unknown === 'string' ? unknown : undefined,
    commands: ['', 'where'],
  },
  {
    name: 'an empty HOME',
    reason: 'HOME is empty',
    how: { env: { HOME: '' } },
    commands: ['', 'where', 'stats', 'doctor', 'undo', 'resume agi-abbreviation'],
  },
  {
    name: 'a HOME that is not absolute',
    reason: 'HOME is not an absolute path: ada',
    how: { env: { HOME: 'ada' } },
    commands: ['', 'where'],
  },
];

describe.each(homes)('with $name', ({ reason, how, skipped, commands }) => {
  beforeEach((context) => context.skip(skipped !== undefined, skipped));

  it('commands that need none work', async () => {
    const cwd = openFolder();
    expect(await run(['--version'], how)).toMatchObject({ code: 0, err: '' });
    expect(await run(['--help'], how)).toMatchObject({ code: 0, err: '' });
    expect(await run(['list'], how)).toMatchObject({ code: 0, err: '' });
    expect(await run(['check', '-'], { ...how, cwd }, sampleDeck)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(commands)(
    'a path that would be derived from it is refused, with what to type next: llmquiz %s',
    async (words) => {
      const args = words.split(' ').filter((word) => word !== '');
      const cwd = openFolder();
      expect(await run(args, { ...how, cwd }, 'q\n')).toEqual({
        code: 2,
        out: '',
        err: `llmquiz: Cannot find a folder for your answers: ${reason}. Choose one with --data-dir DIR.\n`,
      });
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it.each([
    ['--data-dir', 'data', (folder: string) => ({ args: ['--data-dir', folder], env: {} })],
    ['a variable', 'data', (folder: string) => ({ args: [], env: { LLMQUIZ_DATA_DIR: folder } })],
    [
      'XDG variables',
      'data/llmquiz',
      (folder: string) => ({ args: [], env: { XDG_DATA_HOME: folder, XDG_CACHE_HOME: `${folder}/cache` } }),
    ],
  ])('answers are kept in the folder that is named by %s', async (_, kept, named) => {
    const folder = openFolder();
    const { args, env } = named(join(folder, 'data'));
    const at = { ...how, env: { ...how.env, ...env } };
    const quiz = await run(['--plain', '--deck', 'history', ...args], at, ':0\nq\n');
    expect([quiz.code, quiz.err]).toEqual([0, '']);
    const events = join(folder, kept, 'events');
    const [log = ''] = readdirSync(events);
    expect(readFileSync(join(events, log), 'utf8').split('\n')).toHaveLength(2);
  });
});

describe('with answers in a folder that is named', () => {
  it('they are found again', async () => {
    const data = openFolder();
    const how = { env: { HOME: '' } };
    const args = ['--data-dir', data];
    expect((await run(['--plain', '--deck', 'history', ...args], how, ':0\nq\n')).code).toBe(0);
    const where = JSON.parse((await run(['where', '--json', ...args], how)).out);
    expect(where.answers).toBe(join(data, 'events'));
    expect(readFileSync(where.thisDevice, 'utf8').split('\n')).toHaveLength(2);
    const stats = JSON.parse((await run(['stats', '--json', ...args], how)).out);
    expect(stats.reviews).toBe(1);
  });
});

describe('in a folder that was deleted', () => {
  const deleted = () => ({ shell: 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', cwd: tempFolder() });
  const refused = {
    code: 2,
    out: '',
    err: 'llmquiz: Cannot find the current folder; it was deleted or moved. Change to another one with cd.\n',
  };

  it('commands that need none work', async () => {
    const data = tempFolder();
    expect(await run(['--version'], deleted())).toMatchObject({ code: 0, err: '' });
    expect(await run(['list'], deleted())).toMatchObject({ code: 0, err: '' });
    expect(await run(['--plain', '--data-dir', data], deleted(), 'q\n')).toMatchObject({ code: 0, err: '' });
    expect(await run(['stats', '--data-dir', data], deleted())).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [['check', 'questions']],
    [['check', '-']],
    [['--data-dir', 'mine']],
    [['list', '--bank', 'questions', '--data-dir', '/dev/null/data']],
  ])('others are refused in words: %j', async (args) => {
    expect(await run(args, deleted())).toEqual(refused);
  });
});

describe('an output that cannot be written', () => {
  const full = '/dev/full';

  it.each([[['--version']], [['list']], [['check', '-']], [['--help']]])(
    'ends %j with words and exit code 1',
    async (args) => {
      const { code, err } = await run(args, { shell: `exec "$@" >${full}` });
      expect({ code, err }).toEqual({
        code: 1,
        err: 'llmquiz: Cannot write to standard output (ENOSPC). Redirect it to another file, or free some space.\n',
      });
    },
  );

  it('keeps the session from asking on', async () => {
    const data = tempFolder();
    const how = { shell: `exec "$@" >${full}` };
    expect((await run(['--plain', '--data-dir', data], how, ':0\n\n:0\n')).code).toBe(1);
    expect((await run(['--version'], { shell: `exec "$@" >${full} 2>${full}` })).code).toBe(1);
  });

  beforeEach((context) => context.skip(!existsSync(full), `this system has no ${full}`));
});
