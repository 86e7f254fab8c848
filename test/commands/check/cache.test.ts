import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { resultsKept } from '#shell/system/remember-result.ts';
import { readSealedJson, seal } from '#shell/system/sealed-file.ts';
import { fakeMachine } from '../../fake-world.ts';

/** A machine with a bank of one deck in `questions`. */
function withBank(text: string) {
  const machine = fakeMachine();
  const folder = join(dirname(machine.data), 'questions');
  mkdirSync(folder);
  const write = (changed: string) => writeFileSync(join(folder, 'a.yaml'), changed);
  write(text);
  const checks = join(machine.data, 'cache', 'checks');
  const kept = () => readdirSync(checks).map((name) => join(checks, name));
  return { machine, write, kept };
}

/** What is kept in a file. */
function keptIn(file: string): { readonly key: string; readonly result: object } {
  const kept = readSealedJson(file);
  if (kept.type === 'damaged') throw new Error('damaged');
  return kept.value as { readonly key: string; readonly result: object };
}

/** Changes what is kept so that it shows where it was used. */
function mark(file: string): void {
  const { key, result } = keptIn(file);
  writeFileSync(file, seal(JSON.stringify({ key, result: { ...result, questions: 77 } })));
}

describe('what the last check came to', () => {
  it('is used if nothing has changed', async () => {
    const { machine, kept } = withBank(sampleDeck);
    const first = await machine.run('check');
    expect(first).toMatchObject({ code: 0, out: '1 question in 1 deck, no findings\n' });
    expect(await machine.run('check')).toEqual(first);
    for (const file of kept()) mark(file);
    expect((await machine.run('check')).out).toBe('77 questions in 1 deck, no findings\n');
  });

  it('holds findings with their places, and what is allowed', async () => {
    const allowed = 'lint: { allow: [{ rule: source/not-https, reason: It has no other address. }] }';
    const bad = makeSampleDeck('https:', 'http:').replace('level: 1', `level: 1\n    ${allowed}`);
    const { machine } = withBank(bad.replace('What does', 'What\u200b does'));
    const first = await machine.run('check --format json');
    expect(JSON.parse(first.out)).toMatchObject({
      findings: [{ rule: 'text/invisible', line: 8 }],
      allowed: [{ rule: 'source/not-https' }],
    });
    expect(await machine.run('check --format json')).toEqual(first);
    expect((await machine.run('check --format pretty')).out).toContain('8 |     stem: What');
  });

  it.each(['--select yaml', '--ignore yaml', '--stale 12', '--no-cache'])(
    'is not taken with %s',
    async (option) => {
      const { machine, kept } = withBank(sampleDeck);
      await machine.run('check');
      for (const file of kept()) mark(file);
      expect((await machine.run(`check ${option}`)).out).toBe('1 question in 1 deck, no findings\n');
    },
  );

  it('is not used if a file has changed, or has another name', async () => {
    const { machine, write, kept } = withBank(sampleDeck);
    await machine.run('check');
    for (const file of kept()) mark(file);
    write(`${sampleDeck}\n`);
    expect((await machine.run('check')).out).toBe('1 question in 1 deck, no findings\n');
    for (const file of kept()) mark(file);
    expect((await machine.run('check questions/a.yaml')).out).toBe('1 question in 1 deck, no findings\n');
  });

  it.each<readonly [string, (file: string) => void]>([
    ['is cut', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))],
    ['is zero bytes', (file) => writeFileSync(file, readFileSync(file).fill(0))],
    ['is null', (file) => writeFileSync(file, 'null')],
    [
      'has a result of another shape',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"result":.*/, '"result":{}}')),
    ],
    [
      'is a folder with something in it',
      (file) => inPlaceOf(file, (path) => mkdirSync(join(path, 'a'), { recursive: true })),
    ],
    ['is a pipe', (file) => inPlaceOf(file, (path) => execFileSync('mkfifo', [path]))],
    ['is a device', (file) => inPlaceOf(file, (path) => symlinkSync('/dev/zero', path))],
  ])('is made again when what is kept %s, and doctor says so', async (_, damage) => {
    const { machine, kept } = withBank(sampleDeck);
    const first = await machine.run('check');
    for (const file of kept()) damage(file);
    expect(await machine.run('check')).toEqual(first);
    for (const file of kept())
      expect(readSealedJson(file)).toMatchObject({ value: { result: { questions: 1 } } });
    expect(await machine.run('doctor')).toMatchObject({ code: 0 });
    for (const file of kept()) damage(file);
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Check results: 1 damaged, deleted\n'),
    });
    expect(kept()).toEqual([]);
    expect(await machine.run('doctor')).toMatchObject({ code: 0 });
  });

  it('is kept of the newest lists of paths alone', async () => {
    const { machine, kept } = withBank(sampleDeck);
    await machine.run('check');
    const checks = dirname(kept()[0] ?? '');
    for (let n = 0; n < resultsKept + 10; n++) {
      const file = join(checks, `old-${n}.json`);
      writeFileSync(file, seal('null'));
      utimesSync(file, 1_700_000_000 + n, 1_700_000_000 + n);
    }
    const before = kept();
    await machine.run('check -', sampleDeck);
    expect(kept()).toHaveLength(resultsKept);
    expect(kept().filter((file) => !before.includes(file))).toHaveLength(1);
    expect(kept()).toEqual(expect.arrayContaining([join(checks, `old-${resultsKept + 9}.json`)]));
    expect(kept()).not.toContain(join(checks, 'old-0.json'));
  });
});

function inPlaceOf(path: string, put: (path: string) => void): void {
  rmSync(path, { recursive: true });
  put(path);
}
