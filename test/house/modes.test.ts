import {
  chmodSync,
  copyFileSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { start } from '../program.ts';
import { tempFolder } from '../temp.ts';

/** What lies under a folder that others may read, write or enter, with its permissions. */
function openUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = lstatSync(path);
    const open = (stats.mode & 0o077) === 0 ? [] : [`${path} ${(stats.mode & 0o777).toString(8)}`];
    return stats.isDirectory() ? [...open, ...openUnder(path)] : open;
  });
}

/** Every file and folder under a folder. */
const allUnder = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(String);

it.each(['022', '000'])('a first session leaves nothing that others may read (umask %s)', async (mask) => {
  const [home, bank] = [tempFolder(), tempFolder()];
  mkdirSync(join(bank, 'decks'));
  copyFileSync('questions/decks/01-history.yaml', join(bank, 'decks', 'a.yaml'));
  for (const name of ['sources.yaml', 'notes.yaml']) copyFileSync(join('questions', name), join(bank, name));
  const run = async (args: readonly string[], typed = '') => {
    const running = start(args, { env: { HOME: home }, shell: `umask ${mask}; "$@"` });
    running.child.stdin?.end(typed);
    expect({ code: await running.ended, err: running.err() }).toEqual({ code: 0, err: '' });
  };
  await run(['--plain', '--bank', bank], ':0\n\n:0\n\n:q\n');
  await run(['--plain'], ':0\n\n:q\n');
  await run(['check', bank, '--fail-on', 'error']);
  await run(['stats']);
  await run(['undo']);
  const made = allUnder(home);
  for (const part of ['snapshot.json', 'items.jsonl', 'index.json', '.jsonl', join('llmquiz', 'checks')])
    expect(made.some((path) => path.includes(part))).toBe(true);
  expect(made.some((path) => path.endsWith('.aside'))).toBe(false);
  expect(openUnder(home)).toEqual([]);
});

it('a report that is replaced keeps its permissions, and a new one has those of any file', async () => {
  const folder = tempFolder();
  const report = (name: string) => join(folder, name);
  writeFileSync(report('old.json'), '', { mode: 0o600 });
  for (const name of ['old.json', 'new.json']) {
    const words = ['check', join(process.cwd(), 'questions/decks/01-history.yaml'), '--format', 'json'];
    const running = start([...words, '--output', report(name)], {
      env: { HOME: tempFolder() },
      shell: 'umask 022; "$@"',
    });
    expect(await running.ended).toBe(0);
  }
  expect(lstatSync(report('old.json')).mode & 0o777).toBe(0o600);
  expect(lstatSync(report('new.json')).mode & 0o777).toBe(0o644);
});

it.runIf(process.getuid?.() === 0)(
  'a report is not written through a link that another user laid',
  async () => {
    const [shared, home] = [tempFolder(), tempFolder()];
    chmodSync(shared, 0o1777);
    const victim = join(home, 'victim');
    const write = async (link: string) => {
      const deck = join(process.cwd(), 'questions/decks/01-history.yaml');
      const running = start(['check', deck, '--select', 'schema', '--output', join(shared, link)], {
        env: { HOME: home },
      });
      return { code: await running.ended, err: running.err(), victim: readFileSync(victim, 'utf8') };
    };
    writeFileSync(victim, 'mine');
    for (const link of ['theirs', 'ours']) symlinkSync(victim, join(shared, link));
    lchownSync(join(shared, 'theirs'), 65_534, 65_534);
    expect(await write('theirs')).toEqual({
      code: 2,
      err: `llmquiz: --output: ${shared}/theirs is another user’s link in a shared folder. Choose another name.\n`,
      victim: 'mine',
    });
    expect(await write('ours')).toMatchObject({
      code: 0,
      err: '',
      victim: expect.stringContaining('no findings'),
    });
  },
);
