import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { quoted, start } from '../program.ts';
import { tempFolder } from '../temp.ts';

const absent = spawnSync('strace', ['-V']).error !== undefined;
if (absent)
  console.warn('Not tested: that the system syncs what is told as done, since strace is not installed.');

/** What a learner reads once an act is done, by the type of its event; of an answer it is the verdict or the key. */
const tellings = {
  reviewed: new RegExp((['notKnown', 'wrong', 'key'] as const).map((word) => wordFor(word, 'en')).join('|')),
  amended: /Counted as right/,
  flagged: /Flagged/,
  suspended: /Suspended/,
  undone: /undone/i,
  resumed: /Resumed/,
};

/** What became of acts, in order: written to the log, synced there, told to the learner. */
function deedsIn(trace: string): readonly string[] {
  let log: string | undefined;
  return trace.split('\n').flatMap((line) => {
    const [, call, fd = '', rest = ''] = /(write|fsync|fdatasync)\((\d+)(.*)/.exec(line) ?? [];
    if (call === undefined) return [];
    if (fd === '1')
      return Object.entries(tellings).flatMap(([type, text]) => (text.test(rest) ? [`told ${type}`] : []));
    if (call !== 'write') return fd === log ? ['synced'] : [];
    const type = /\\"type\\":\\"(\w+)\\"/.exec(rest)?.[1];
    if (type === undefined || !rest.includes('\\"seq\\":')) return [];
    log = fd;
    return [`wrote ${type}`];
  });
}

const done = (...types: readonly (keyof typeof tellings)[]) =>
  types.flatMap((type) => [`wrote ${type}`, 'synced', `told ${type}`]);

/** Runs the program under strace: its calls of the system, and what it printed. */
async function traced(words: readonly string[], typed: readonly string[] = []) {
  const trace = join(tempFolder(), 'trace');
  const running = start(words, {
    shell: `exec strace -f -s 4096 -e trace=openat,write,fsync,fdatasync,rename -o ${quoted([trace])} "$@"`,
  });
  running.child.stdin?.end(typed.map((line) => `${line}\n`).join(''));
  expect(await running.ended).toBe(0);
  return { calls: readFileSync(trace, 'utf8'), out: running.out() };
}

const session = ['--plain', '--seed', '7'];

describe.skipIf(absent)('with strace (skipped if it is not installed)', () => {
  it('each answer is written and synced before its feedback is shown', async () => {
    const { calls } = await traced(
      [...session, '--data-dir', tempFolder()],
      [':0', '', ':0', '', ':0', '', ':q'],
    );
    expect(deedsIn(calls)).toEqual(done('reviewed', 'reviewed', 'reviewed'));
  });

  it('whatever else a learner does is written and synced before it is told as done', async () => {
    const data = ['--data-dir', tempFolder()];
    const answers = ['x', 'f 1', 'r', 'u', 'q'].flatMap((wish) => [
      // What was not known cannot be called right.
      wish === 'r' ? '1' : ':0',
      wish,
      ...(wish === 'f 1' ? [''] : []),
    ]);
    const { calls, out } = await traced([...session, ...data], answers);
    const wishes = ['suspended', 'flagged', 'amended', 'undone'] as const;
    expect(deedsIn(calls)).toEqual(
      done(...wishes.flatMap((wish) => ['reviewed', wish] as const), 'reviewed'),
    );
    expect(deedsIn((await traced(['undo', ...data])).calls)).toEqual(done('undone'));
    const item = /llmquiz\.js"? resume (\S+)`/.exec(out)?.[1] ?? '';
    expect(deedsIn((await traced(['resume', item, ...data])).calls)).toEqual(done('resumed'));
  });

  it('a file that `check --fix` has fixed is synced before it takes the place of the old one', async () => {
    const bank = join(tempFolder(), 'bank');
    cpSync('test/fixtures/bank', bank, { recursive: true });
    const deck = join(bank, 'decks', '02-facts.yaml');
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('{ en: It is., ', '{ en: "It is. ", '));
    const { calls } = await traced(['check', '--fix', '--no-cache', bank]);
    const [, aside, fd] = /openat\([^"]*"([^"]+\.aside)"[^\n]* = (\d+)/.exec(calls) ?? [];
    const deeds = calls.split('\n').flatMap((line) => {
      if (line.includes(` fsync(${fd})`) || line.includes(` fdatasync(${fd})`)) return ['synced'];
      return line.includes(` rename("${aside}", "${deck}")`) ? ['in its place'] : [];
    });
    expect(deeds).toEqual(['synced', 'in its place']);
    expect(readFileSync(deck, 'utf8')).toContain('{ en: "It is.", ');
  });
});
