import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { quoted, type Running, start } from '../program.ts';
import { drive } from '../pty/driver.ts';
import { tempFolder } from '../temp.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the bank that ships, as a learner's own, with a text in it that can be changed to one as long. */
function ownBank() {
  const folder = tempFolder();
  const bank = join(folder, 'bank');
  const some = (path: string) => !/decks.(?:0[3-9]|1)/.test(path);
  cpSync(join(root, 'questions'), bank, { recursive: true, filter: some });
  const deck = join(bank, 'decks', readdirSync(join(bank, 'decks'))[0] ?? '');
  const text = readFileSync(deck, 'utf8');
  const save = (mark: string) => {
    const aside = join(folder, 'aside');
    writeFileSync(aside, text.replace(/^title:.*$/m, `title: Edition ${mark}`));
    renameSync(aside, deck);
  };
  return { bank, save, data: ['--data-dir', join(folder, 'data')] };
}

/** A copy of the built program, and how it is started. */
function ownProgram() {
  const folder = join(tempFolder(), 'llmquiz');
  for (const name of ['bin', 'dist']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const script = join(folder, 'bin', 'llmquiz.js');
  return {
    dist: join(folder, 'dist'),
    script,
    start: (...args: readonly string[]) => start(args, { shell: `exec "$1" ${quoted([script])} "\${@:3}"` }),
  };
}

/** Puts the files of another version in the place of those of a built program. */
function anotherVersion(dist: string): void {
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const path = join(dist, name);
    if (!/\.\w+$/.test(name)) continue;
    const text = readFileSync(path, 'latin1');
    const other = name.startsWith('bank')
      ? text.replaceAll('e', 'E')
      : text.replace(/build="\w{64}"/, 'build="another"');
    writeFileSync(path, other, 'latin1');
  }
}

/** What may become of the folder of an installed program while it runs. */
const upgrades: readonly (readonly [string, (dist: string) => void])[] = [
  ['is removed', (dist) => rmSync(dist, { recursive: true })],
  [
    'is moved away, with another version in its place',
    (dist) => {
      renameSync(dist, `${dist}-old`);
      cpSync(`${dist}-old`, dist, { recursive: true });
      anotherVersion(dist);
      rmSync(`${dist}-old`, { recursive: true });
    },
  ],
  ['is written over by another version', anotherVersion],
  [
    'is written over, and half of it so far',
    (dist) => {
      for (const name of readdirSync(dist))
        if (name.endsWith('.part.js')) truncateSync(join(dist, name), 100);
      truncateSync(join(dist, 'bank', 'items.jsonl'));
    },
  ],
];

/** Answers so many questions in plain mode without knowing, as they are asked, and leaves. */
function answer(running: Running, count: number): void {
  let answered = 0;
  let read = 0;
  const look = () => {
    const unread = running.out().slice(read);
    if (!unread.endsWith(': ')) return;
    read = running.out().length;
    const label = unread.slice(unread.lastIndexOf('\n') + 1);
    if (label.includes('0 ')) answered += 1;
    running.type(
      answered > count ? 'q\n' : label.includes(':0') ? ':0\n' : label.includes('0 ') ? '0\n' : '\n',
    );
  };
  running.child.stdout?.on('data', look);
  look();
}

describe('a bank of the learner’s own', () => {
  it('that is saved while it is compiled is never shown as it was before', { timeout: 240_000 }, async () => {
    const { bank, save, data } = ownBank();
    for (let round = 0; round < 2; round++) {
      save(`${round}-0`);
      const first = start(['list', '--bank', bank, ...data]);
      let over = false;
      void first.ended.then(() => {
        over = true;
      });
      let saves = 0;
      while (!over && saves < 10 + 100 * round) {
        save(`${round}-${++saves % 10}`);
        await new Promise(setImmediate);
      }
      expect([await first.ended, first.err()]).toEqual([0, '']);
      const [second, third] = [
        start(['list', '--bank', bank, ...data]),
        start(['list', '--bank', bank, ...data]),
      ];
      for (const later of [second, third]) {
        expect(await later.ended).toBe(0);
        expect(later.out()).toContain(`Edition ${round}-${saves % 10} (`);
      }
    }
  });

  it('that is edited and compiled again under a quiz is asked on', { timeout: 120_000 }, async () => {
    const { bank, save, data } = ownBank();
    const list = async () => expect(await start(['list', '--bank', bank, ...data]).ended).toBe(0);
    save('old');
    await list();
    const quiz = start(['--plain', '--bank', bank, ...data, '--new', '6', '--seed', '1']);
    await quiz.shown(/1\/6 [\s\S]*: $/);
    save('new and longer');
    await list();
    answer(quiz, 6);
    expect([await quiz.ended, quiz.err()]).toEqual([0, '']);
    expect(quiz.out().match(/^Enter next/gm)?.length).toBeGreaterThanOrEqual(6);
  });
});

describe('an installed program', () => {
  it.each(upgrades)('that %s under a quiz asks on', { timeout: 120_000 }, async (_, upgrade) => {
    const { dist, start } = ownProgram();
    const data = tempFolder();
    const quiz = start('--plain', '--data-dir', data, '--new', '5', '--seed', '1');
    await quiz.shown(/1\/5 [\s\S]*: $/);
    upgrade(dist);
    answer(quiz, 5);
    expect([await quiz.ended, quiz.err()]).toEqual([0, '']);
    expect(quiz.out().match(/^Enter next/gm)?.length).toBeGreaterThanOrEqual(5);
  });

  it.each(upgrades.slice(-2))(
    'that %s under a quiz in a terminal asks on',
    { timeout: 120_000 },
    async (_, upgrade) => {
      const { dist, script } = ownProgram();
      const args = [script, '--data-dir', tempFolder(), '--seed', '1', '--deck', 'scaling', '--lang', 'en'];
      const quiz = drive({ args, env: { FORCE_COLOR: '1' } });
      await quiz.waitFor(/^1\/10 [\s\S]*^>/m);
      upgrade(dist);
      for (let n = 2; n <= 4; n++) {
        const isTyped = quiz.lines().some((line) => line.includes(":0 I don't know"));
        await quiz.keys(...(isTyped ? [':', '0', 'enter'] : ['0']));
        await quiz.waitFor('Enter next');
        await quiz.keys('enter');
        await quiz.waitFor(new RegExp(`^${n}/\\d+ [\\s\\S]*^>`, 'm'));
      }
      await quiz.keys('ctrl-c');
      expect(quiz.raw()).not.toMatch(/bug|updated/);
      expect(await quiz.ended).toMatchObject({ exitCode: 130 });
    },
  );

  it.each(upgrades)('that %s says so when it needs a part that is gone', async (_, upgrade) => {
    const { dist, start } = ownProgram();
    const check = start('check', '-', '--fix');
    // More than fits between two processes is taken only by one that reads, and so has loaded what it needs until then.
    const deck = `title: A  deck\nitems: []\n# ${'more'.repeat(1_000_000)}\n`;
    await new Promise((resolve) => check.child.stdin?.write(deck, resolve));
    upgrade(dist);
    check.child.stdin?.end();
    expect(await check.ended).toBe(1);
    expect(check.err()).toMatch(
      /^llmquiz: llmquiz was updated or removed while it was running\. Start it again\. .*\.\n$/,
    );
  });

  it.each(['cli.js', 'cli.part.js', 'load-part.js'])('without its %s says what to do', async (part) => {
    const { dist, start } = ownProgram();
    rmSync(join(dist, part));
    const list = start('list');
    expect(await list.ended).toBe(1);
    expect(list.err()).toMatch(/^llmquiz: .*\. If that fails, reinstall it\.\n$/);
  });
});
