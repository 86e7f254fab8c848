import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../fake-world.ts';

const deck = fileURLToPath(new URL('../fixtures/bank/decks/02-facts.yaml', import.meta.url));
const sources = fileURLToPath(new URL('../fixtures/bank/sources.yaml', import.meta.url));

/** A machine with a bank of the learner's own beside it. */
function withOwnBank() {
  const machine = fakeMachine();
  const bank = join(dirname(machine.data), 'bank');
  mkdirSync(bank);
  copyFileSync(deck, join(bank, 'facts.yaml'));
  copyFileSync(sources, join(bank, 'sources.yaml'));
  const folder = () => {
    const banks = join(machine.data, 'cache', 'banks');
    return join(banks, readdirSync(banks).find((name) => !name.startsWith('old')) ?? '');
  };
  return { machine, file: join(bank, 'facts.yaml'), folder };
}

/** Writes a text over a whole file, which stays as long as it is. */
const fill = (path: string, text: string) => writeFileSync(path, readFileSync(path).fill(text));

function inPlaceOf(path: string, put: (path: string) => void): void {
  rmSync(path, { recursive: true });
  put(path);
}

describe("a bank of the learner's own", () => {
  it('is asked, from the cache the second time, and anew where it changed', async () => {
    const { machine, file } = withOwnBank();
    for (let i = 0; i < 2; i++)
      expect((await machine.run('--bank bank --seed 1', typed('q'))).out).toContain(
        '1/2  Facts  fact-forward\nParis is the capital of France.\n',
      );
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Paris is the capital of France.', 'Paris lies in France.'),
    );
    expect((await machine.run('--bank bank --seed 1', typed('q'))).out).toContain(
      '1/2  Facts  fact-forward\nParis lies in France.\n',
    );
    expect((await machine.run('--seed 1', typed('q'), { LLMQUIZ_BANK: 'bank' })).out).toContain(
      '1/2  Facts  fact-forward\n',
    );
  });

  it('is compiled anew where a deck was added to a folder that had only folders in it', async () => {
    const { machine, file } = withOwnBank();
    const decks = join(dirname(file), 'decks');
    mkdirSync(join(decks, 'geography'), { recursive: true });
    copyFileSync(file, join(decks, 'geography', 'facts.yaml'));
    rmSync(file);
    const asked = async () => (await machine.run('--bank bank --seed 1', typed('q'))).out;
    expect(await asked()).toContain('3 questions in 1 deck');
    const more = readFileSync(deck, 'utf8')
      .replace('title: Facts', 'title: More')
      .replace(/id: /g, 'id: more-');
    writeFileSync(join(decks, 'more.yaml'), more);
    expect(await asked()).toContain('6 questions in 2 decks');
  });

  it('is compiled anew where a deck was added to a folder that was empty', async () => {
    const { machine, file } = withOwnBank();
    const asked = async (path: string) => (await machine.run(`--bank ${path} --seed 1`, typed('q'))).out;
    const decks = join(dirname(file), 'decks');
    mkdirSync(join(decks, 'later'), { recursive: true });
    copyFileSync(file, join(decks, 'facts.yaml'));
    rmSync(file);
    expect(await asked('bank/decks')).toContain('3 questions in 1 deck');
    const more = readFileSync(deck, 'utf8')
      .replace('title: Facts', 'title: More')
      .replace(/id: /g, 'id: more-');
    writeFileSync(join(decks, 'later', 'more.yaml'), more);
    expect(await asked('bank/decks')).toContain('6 questions in 2 decks');
  });

  it('is read at once again when it was saved while it was read, or stays out of the cache', async () => {
    const { machine, file } = withOwnBank();
    const asked = async () => (await machine.run('--bank bank --seed 1', typed('q'))).out;
    const before = readFileSync(file, 'utf8');
    const after = before.replace('Paris is the capital of France.', 'Tours is the capital of France.');
    expect(after).toHaveLength(before.length);
    // Each edit has the size of the other text, and comes at another moment of the run before.
    for (let turn = 0; turn < 12; turn++) {
      const run = asked();
      for (let i = 0; i < turn; i++) await new Promise(setImmediate);
      writeFileSync(file, turn % 2 === 0 ? after : before);
      await run;
      expect(await asked()).toContain(turn % 2 === 0 ? 'Tours is the capital' : 'Paris is the capital');
    }
  });

  it('is compiled anew where notes, sources or tags come to lie beside its decks', async () => {
    const { machine, file } = withOwnBank();
    const decks = join(dirname(file), 'decks');
    mkdirSync(decks);
    renameSync(file, join(decks, 'facts.yaml'));
    renameSync(join(dirname(file), 'sources.yaml'), join(dirname(file), 'aside'));
    const shown = async (path: string) => (await machine.run(`show fact-forward --bank ${path}`)).out;
    const cited = 'Ada and Bo 2020';
    expect(await shown('bank/decks/facts.yaml')).not.toContain(cited);
    renameSync(join(dirname(file), 'aside'), join(dirname(file), 'sources.yaml'));
    expect(await shown('bank/decks/facts.yaml')).toContain(cited);
  });

  it.each<readonly [string, (folder: string) => void]>([
    ['texts cut to nothing', (folder) => truncateSync(join(folder, 'items.jsonl'))],
    ['texts of zero bytes', (folder) => fill(join(folder, 'items.jsonl'), '\0')],
    ['texts that are null', (folder) => fill(join(folder, 'items.jsonl'), 'null\n')],
    ['texts that are {}', (folder) => fill(join(folder, 'items.jsonl'), '{}\n')],
    ['an index that is null', (folder) => writeFileSync(join(folder, 'index.json'), 'null')],
    ['an index of zero bytes', (folder) => fill(join(folder, 'index.json'), '\0')],
    ['a folder as its index', (folder) => inPlaceOf(join(folder, 'index.json'), mkdirSync)],
    [
      'a full folder as its texts',
      (folder) =>
        inPlaceOf(join(folder, 'items.jsonl'), (path) => mkdirSync(join(path, 'deep'), { recursive: true })),
    ],
    [
      'a pipe as its index',
      (folder) => inPlaceOf(join(folder, 'index.json'), (path) => execFileSync('mkfifo', [path])),
    ],
    [
      'a pipe as its texts',
      (folder) => inPlaceOf(join(folder, 'items.jsonl'), (path) => execFileSync('mkfifo', [path])),
    ],
    ['a file in the place of its folder', (folder) => inPlaceOf(folder, (path) => writeFileSync(path, ''))],
  ])('with a compiled form that has %s is compiled anew, and doctor says so', async (_, damage) => {
    const { machine, folder } = withOwnBank();
    const asked = () => machine.run('--bank bank --seed 1', typed('q'));
    const first = await asked();
    damage(folder());
    expect(await asked()).toEqual(first);
    expect((await machine.run('doctor --bank bank')).out).toContain('Compiled bank: intact\n');
    damage(folder());
    expect(await machine.run('doctor --bank bank')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Compiled bank: was damaged(?: \(\w+\))?; compiled again in /),
    });
    expect(await machine.run('doctor --bank bank')).toMatchObject({ code: 0, err: '' });
  });

  it('that cannot be kept is compiled each time, and doctor says why', async () => {
    const { machine } = withOwnBank();
    mkdirSync(join(machine.data, 'cache'), { recursive: true });
    writeFileSync(join(machine.data, 'cache', 'banks'), 'mine');
    const asked = () => machine.run('--bank bank --seed 1', typed('q'));
    const first = await asked();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(await asked()).toEqual(first);
    expect(await machine.run('doctor --bank bank')).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /Compiled bank: cannot be saved in .* \(E\w+\), so every start takes longer\./,
      ),
    });
    expect((await machine.run('doctor --bank bank --lang zh')).out).toContain('编译后的题库：无法保存到');
  });

  it('is kept compiled beside the newest others alone', async () => {
    const { machine, folder } = withOwnBank();
    const banks = join(machine.data, 'cache', 'banks');
    for (let n = 0; n < 20; n++) {
      mkdirSync(join(banks, `old-${n}`), { recursive: true });
      utimesSync(join(banks, `old-${n}`), 1_700_000_000 + n, 1_700_000_000 + n);
    }
    await machine.run('--bank bank --seed 1', typed('q'));
    expect(readdirSync(banks)).toHaveLength(16);
    expect(readdirSync(banks)).toContain('old-19');
    expect(readdirSync(banks)).not.toContain('old-4');
    expect(readdirSync(folder()).sort()).toEqual(['index.json', 'items.jsonl']);
  });

  it('that is broken is asked without the broken questions, and says so each time', async () => {
    const { machine, file } = withOwnBank();
    writeFileSync(file, readFileSync(file, 'utf8').replace('key: false', 'kye: false'));
    for (let i = 0; i < 2; i++)
      expect(await machine.run('--bank bank --seed 1', typed('q'))).toMatchObject({
        code: 0,
        out: expect.stringMatching(/\n2 new questions\.\n/),
        err: 'Skipped: 1 question with errors (fact-backward). List all errors with `llmquiz check bank`.\n',
      });
    expect((await machine.run('list --bank bank --lang de')).err).toContain('(fact-backward).');
    expect((await machine.run('list --bank bank --lang zh')).err).toBe(
      '已跳过 1 道有错误的题（fact-backward）。可用 `llmquiz check bank` 查看所有错误。\n',
    );
  });

  it('that is broken is refused with its findings if it is to be strict, whatever was kept of it', async () => {
    const { machine, file } = withOwnBank();
    writeFileSync(file, readFileSync(file, 'utf8').replace('key: false', 'kye: false'));
    await machine.run('list --bank bank');
    const refused = await machine.run('--bank bank --strict', typed('q'));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^bank\/facts\.yaml:\d+:\d+: .*kye[\s\S]*llmquiz: The bank at bank has 1 error\. List them with `llmquiz check bank`\.\n$/,
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('kye: false', 'key: false'));
    expect(await machine.run('--bank bank --strict', typed('q'))).toMatchObject({ code: 0, err: '' });
  });

  it('in which nothing can be asked is refused with its findings', async () => {
    const { machine, file } = withOwnBank();
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('rationale:', 'rational:'));
    const { code, out, err } = await machine.run('--bank bank', typed('q'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/rational.*\n[\s\S]*llmquiz: The bank at bank has \d+ errors\./);
  });

  it('leaves out a question with two equal options: no one can tell which is right', async () => {
    const { machine, file } = withOwnBank();
    const again = ['text: { en: Bern, zh: 伯尔尼 }', 'why: { en: It is elsewhere., zh: 在别处。 }'];
    const distractors = [0, 1].map(() => `      - { ${again.join(', ')} }`).join('\n');
    const choice = `kind: choice\n    level: 1\n    key: { en: Paris, zh: 巴黎 }\n    distractors:\n${distractors}`;
    const text = readFileSync(file, 'utf8').replace(/kind: true-false\n {4}level: 1/, choice);
    writeFileSync(file, text.replace('    key: true\n', '').replace('en: Paris is the', 'en: What is the'));
    expect((await machine.run('check bank')).out).toContain('item/duplicate-option');
    const asked = await machine.run('--bank bank --seed 1', typed('q'));
    expect(asked).toMatchObject({
      code: 0,
      err: expect.stringContaining('Skipped: 1 question with errors (fact-forward).'),
    });
    expect(asked.out).not.toContain('fact-forward');
  });

  it('that is empty says so', async () => {
    const { machine, file } = withOwnBank();
    writeFileSync(file, 'title: Nothing\nitems: []\n');
    const { code, out, err } = await machine.run('--bank bank', typed('q'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/no questions|has no|empty/i);
    expect(err).not.toContain('bug');
  });
});
