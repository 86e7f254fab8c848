import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleDeck, sampleWith } from '../../src/core/check/example.ts';
import { fakeMachine } from '../fake-world.ts';

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

/** Changes what is kept so that it shows where it was used. */
function mark(file: string): void {
  const { key, result } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ key, result: { ...result, questions: 77 } }));
}

describe('what the last check came to', () => {
  it('is taken where nothing has changed', async () => {
    const { machine, kept } = withBank(sampleDeck);
    const first = await machine.run('check');
    expect(first).toMatchObject({ code: 0, out: '1 question in 1 deck, no findings\n' });
    expect(await machine.run('check')).toEqual(first);
    for (const file of kept()) mark(file);
    expect((await machine.run('check')).out).toBe('77 questions in 1 deck, no findings\n');
  });

  it('holds findings with their places, and what is allowed', async () => {
    const allowed = 'lint: { allow: [{ rule: source/not-https, reason: It has no other address. }] }';
    const bad = sampleWith('https:', 'http:').replace('level: 1', `level: 1\n    ${allowed}`);
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

  it('is not taken where a file has changed, or is called something else', async () => {
    const { machine, write, kept } = withBank(sampleDeck);
    await machine.run('check');
    for (const file of kept()) mark(file);
    write(`${sampleDeck}\n`);
    expect((await machine.run('check')).out).toBe('1 question in 1 deck, no findings\n');
    for (const file of kept()) mark(file);
    expect((await machine.run('check questions/a.yaml')).out).toBe('1 question in 1 deck, no findings\n');
  });

  it('is made again where what is kept is damaged', async () => {
    const { machine, kept } = withBank(sampleDeck);
    const first = await machine.run('check');
    for (const file of kept()) writeFileSync(file, '{"key":');
    expect(await machine.run('check')).toEqual(first);
  });
});
