import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { fakeMachine } from '../../fake-world.ts';
import { start } from '../../program.ts';
import { tempFolder } from '../../temp.ts';
import { tries } from '../../tries.ts';
import { unprivileged } from '../../unprivileged.ts';

const { missing, within, ...somebody } = unprivileged();

const bin = resolve('bin', 'llmquiz.js');

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs the real program on a folder; it is stopped, and has no exit code, if it does not end by itself before the test has to. */
function check(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, 'check', '--format', 'concise', ...args], {
      cwd,
      timeout: 50_000,
      env: { PATH: process.env.PATH, HOME: cwd },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
      });
    child.on('close', (code) => done({ code, said }));
  });
}

/** Runs the check in this process, which spares a start for each of many files; `npm run long` starts the real program for each. */
async function checkHere(cwd: string, ...args: readonly string[]): Promise<Ended> {
  if (process.env.LLMQUIZ_LONG !== undefined) return check(cwd, ...args);
  const { code, out, err } = await fakeMachine().run(
    `check --format concise ${args.join(' ')}`,
    '',
    {},
    { cwd },
  );
  return { code, said: out + err };
}

const laughs = `a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${Array.from('bcdefghij')
  .map((name, i) => {
    const before = String.fromCharCode(name.charCodeAt(0) - 1);
    return `${name}: &${name} [${Array.from({ length: 9 + (i % 1) }, () => `*${before}`).join(', ')}]`;
  })
  .join('\n')}\n`;

// A tenth of the size in `npm test`, and all of it in `npm run long`: what takes the square of its size shows there.
describe('bad input ends soon, with a finding that says where', () => {
  it.each<[string, string | Buffer, RegExp]>([
    [
      'a scalar of 10 MB',
      makeSampleDeck('Byte-pair encoding', 'x'.repeat(tries(10_000_000))),
      /a\.yaml:\d+:\d+: /,
    ],
    ['5,000 syntax errors', `title: T\nitems:\n${'  - id: a: b\n'.repeat(tries(5000))}`, /\[yaml\/syntax\]/],
    ['820 levels of nesting', `title: ${'['.repeat(820)}x${']'.repeat(820)}\n`, /\[yaml\/limits\]/],
    [
      '820 levels of maps',
      Array.from({ length: 820 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      /\[yaml\/limits\]/,
    ],
    ['a billion laughs', laughs, /\[yaml\/anchor-alias-tag\]/],
    [
      '20,000 keys in a map',
      Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join(''),
      /\[yaml\/limits\]/,
    ],
    [
      '70,000 signs of a comment in a line',
      `${makeSampleDeck('level: 1', 'level: 9')}# Why${'  #'.repeat(tries(70_000))}\n`,
      /range/,
    ],
    [
      '100,000 quotes of which none ends',
      makeSampleDeck('does BPE', `does ${'《'.repeat(tries(100_000))} BPE`),
      /schema|item/,
    ],
    [
      '400,000 tabs in a text in lines',
      makeSampleDeck('Byte-pair encoding', `|\n      Byte${'\t'.repeat(tries(400_000))}x `),
      /schema\/length/,
    ],
    [
      '400,000 blanks in a broken list',
      makeSampleDeck('Byte-pair encoding', `[a] b${' '.repeat(tries(400_000))}c`),
      /yaml\/syntax/,
    ],
    [
      '400,000 blanks in a broken text',
      makeSampleDeck('Byte-pair encoding', `a: b${' '.repeat(tries(400_000))}c`),
      /yaml\/syntax/,
    ],
    ['NUL bytes', makeSampleDeck('Byte-pair', 'Byte\0pair'), /\[text\/control-char\]/],
    ['nothing but NUL bytes', Buffer.alloc(5000), /\[text\/encoding\]/],
    ['lone carriage returns', sampleDeck.replaceAll('\n', '\r'), /\[yaml\/syntax\]/],
    ['UTF-16', Buffer.from(`\ufeff${sampleDeck}`, 'utf16le'), /\[text\/encoding\]/],
    [
      'bytes that are not UTF-8',
      Buffer.from(sampleDeck.replace('frequent', 'fr\xe9quent'), 'latin1'),
      /\[text\/encoding\]/,
    ],
    ['an empty file', '', /\[bank\/empty\]/],
    ['a file of 17 MB', `title: ${'x'.repeat(17 * 1024 * 1024)}\n`, /\[yaml\/limits\]/],
  ])('%s', async (_, content, finding) => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'a.yaml'), content);
    const { code, said } = await checkHere(cwd, '.');
    expect(said.slice(0, 2000)).toMatch(finding);
    expect(code).toBe(1);
    expect(said).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  });

  it('a folder without YAML', async () => {
    const { code, said } = await check(tempFolder(), '.');
    expect(said).toContain('No .yaml files in');
    expect(code).toBe(2);
  });

  it('a path that is not there', async () => {
    const { code, said } = await check(tempFolder(), 'decks');
    expect(said).toContain('Cannot find decks');
    expect(code).toBe(2);
  });

  it('links that lead back to themselves', async () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'q'));
    writeFileSync(join(cwd, 'q', 'a.yaml'), sampleDeck);
    symlinkSync('.', join(cwd, 'q', 'again'));
    const { code, said } = await check(cwd, 'q');
    expect([code, said.split('\n')[0]]).toEqual([0, expect.stringContaining('1 question in 1 deck')]);
    symlinkSync('loop.yaml', join(cwd, 'q', 'loop.yaml'));
    const looped = await check(cwd, 'q');
    expect(looped.said).toContain('q/loop.yaml:1:1: error: this file cannot be read: it is a link to itself');
    expect(looped.said).toContain('1 error in 2 files');
    expect(looped.code).toBe(1);
    expect((await check(cwd, 'q', '--select', 'item')).code).toBe(1);
  });

  it('a file that may not be read', async (context) => {
    context.skip(missing !== undefined, missing);
    const cwd = tempFolder(within);
    writeFileSync(join(cwd, 'a.yaml'), sampleDeck);
    chmodSync(join(cwd, 'a.yaml'), 0);
    const running = start(['check', '--format', 'concise', '.'], { ...somebody, cwd });
    expect(await running.ended).toBe(1);
    expect(running.out()).toContain('a.yaml:1:1: error: this file cannot be read: no read permission');
  });

  it('a file that changes while it is read', async () => {
    const cwd = tempFolder();
    const path = join(cwd, 'a.yaml');
    writeFileSync(path, sampleDeck);
    let size = 0;
    const writer = setInterval(() => {
      size = (size + 1) % 40;
      writeFileSync(path, size % 3 === 0 ? '' : sampleDeck.slice(0, sampleDeck.length - size * 7));
    }, 1);
    try {
      for (let i = 0; i < tries(40); i++) expect([0, 1]).toContain((await check(cwd, '.')).code);
    } finally {
      clearInterval(writer);
    }
  });
});
