import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { applyPatch } from 'diff';
import { beforeEach, expect, it } from 'vitest';
import { fixFiles } from '#commands/check/fix-files.ts';
import { runCheck } from '#commands/check/run.ts';
import { checkInSteps } from '#core/check/check.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import type { World } from '#shell/system/world.ts';
import { tempFolder } from '../../temp.ts';

const now = { ms: Date.UTC(2026, 2, 1, 9), offset: 60 };
let cwd: string;
beforeEach(() => {
  cwd = tempFolder();
  mkdirSync(join(cwd, 'questions'));
});

const at = (name: string) => join(cwd, 'questions', name);
const put = (name: string, text: string | Buffer) => writeFileSync(at(name), text);
const get = (name: string) => readFileSync(at(name), 'utf8');
const broken = makeSampleDeck('Byte-pair encoding', '1.10')
  .replace('level: 1', 'level: 9')
  .replace('stem', 'question');
const fixedText = makeSampleDeck('Byte-pair encoding', '"1.10"').replace('level: 1', 'level: 9');

function worldIn(isTTY = false) {
  const printed = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write(chunk, _, done) {
          printed[name] += chunk;
          done();
        },
      }),
      { isTTY },
    );
  const world = {
    stdout: stream('out'),
    stderr: stream('err'),
    env: {},
    cwd,
    home: cwd,
    platform: 'linux',
    now: () => now,
  } as unknown as World;
  return { world, printed };
}

async function run(options: { fix?: boolean; diff?: boolean }, isTTY?: boolean) {
  const { world, printed } = worldIn(isTTY);
  const code = await runCheck(world, [], { format: 'concise', ...options });
  return { code, ...printed };
}

it('fixes files, says so, and prints the findings that are left', async () => {
  put('a.yaml', broken);
  put('b.yaml', sampleDeck.replace('bpe-name', 'b'));
  expect(await run({ fix: true })).toEqual({
    code: 1,
    err: 'questions/a.yaml: 2 findings fixed\n',
    out: 'questions/a.yaml:5:12: error: `level` must be at most 5, not 9 [schema/range]\n1 error in 2 files\n',
  });
  expect(get('a.yaml')).toBe(fixedText);
  expect(readdirSync(join(cwd, 'questions'))).toEqual(['a.yaml', 'b.yaml']);
  const { mtimeMs } = statSync(at('a.yaml'));
  expect(await run({ fix: true })).toMatchObject({ code: 1, err: '' });
  expect(statSync(at('a.yaml')).mtimeMs).toBe(mtimeMs);
});

it('ends well if all could be fixed', async () => {
  put('a.yaml', makeSampleDeck('tags: [tokens]', 'tags: tokens'));
  expect(await run({ fix: true })).toEqual({
    code: 0,
    err: 'questions/a.yaml: 1 finding fixed\n',
    out: '1 question in 1 deck, no findings\n',
  });
});

it('keeps the mode of a file, and a link a link', async () => {
  put('real.txt', broken);
  chmodSync(at('real.txt'), 0o640);
  symlinkSync('real.txt', at('a.yaml'));
  await run({ fix: true });
  expect(lstatSync(at('a.yaml')).isSymbolicLink()).toBe(true);
  expect(statSync(at('real.txt')).mode & 0o777).toBe(0o640);
  expect(get('real.txt')).toBe(fixedText);
});

it('shows what it would do as a patch, and writes nothing', async () => {
  put('a.yaml', `\ufeff${broken.replaceAll('\n', '\r\n')}`);
  const before = get('a.yaml');
  const { code, out } = await run({ diff: true });
  expect(code).toBe(1);
  expect(get('a.yaml')).toBe(before);
  expect(out).toMatch(/^--- questions\/a\.yaml\n\+\+\+ questions\/a\.yaml\n@@ -1,11 \+1,11 @@\n/);
  expect(applyPatch(before, out)).toBe(fixedText.replaceAll('\n', '\r\n'));
  expect(await run({ diff: true, fix: true })).toMatchObject({ code: 1, out });
  expect(get('a.yaml')).toBe(before);
});

it('shows nothing if there is nothing to fix', async () => {
  put('a.yaml', makeSampleDeck('level: 1', 'level: 9'));
  expect(await run({ diff: true })).toEqual({ code: 0, out: '', err: '' });
});

it('lets no control character of a file through to a terminal', async () => {
  put('a.yaml', makeSampleDeck('Byte-pair', 'Byte\u001b[2J-pair'));
  expect((await run({ diff: true }, true)).out).not.toContain('\u001b[2J');
  expect((await run({ diff: true }, false)).out).toContain('\u001b[2J');
});

it('does not overwrite what changed meanwhile, and fixes the others', async () => {
  put('a.yaml', `${broken}# newer\n`);
  put('b.yaml', broken);
  const files = ['a', 'b'].map((name) => ({ path: `questions/${name}.yaml`, text: broken }));
  const { world, printed } = worldIn();
  await expect(fixFiles(world, files, checkInSteps, { verdict: () => 1 })).rejects.toThrow(
    'questions/a.yaml was not written: it was changed by another program.',
  );
  expect(get('a.yaml')).toBe(`${broken}# newer\n`);
  expect(get('b.yaml')).toBe(fixedText);
  expect(printed.err).toMatch(/^questions\/b\.yaml: \d findings fixed\n$/);
  expect(readdirSync(join(cwd, 'questions'))).toEqual(['a.yaml', 'b.yaml']);
});

it('does not write a file that is not UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0x23, 0xff, 0x0a])]);
  put('a.yaml', bytes);
  await expect(run({ fix: true })).rejects.toThrow('it is not UTF-8');
  expect(readFileSync(at('a.yaml'))).toEqual(bytes);
});

it('prints the text of standard input, and what is left beside it', async () => {
  const { world, printed } = worldIn();
  const files = [{ path: 'in.yaml', text: broken }];
  const { code } = await fixFiles(world, files, checkInSteps, { stdin: 'in.yaml', verdict: () => 1 });
  expect(code).toBe(1);
  expect(printed.out).toBe(fixedText);
  expect(printed.err).toMatch(/^in\.yaml: 2 findings fixed\nin\.yaml:5:12: error: .*\[schema\/range\]\n$/);
});
