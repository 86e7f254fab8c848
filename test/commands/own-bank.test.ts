import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
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
  const cached = () => {
    const banks = join(machine.data, 'cache', 'banks');
    return join(banks, readdirSync(banks)[0] ?? '', 'items.jsonl');
  };
  return { machine, file: join(bank, 'facts.yaml'), cached };
}

describe("a bank of the learner's own", () => {
  it('is asked, from the cache the second time, and anew where it changed', async () => {
    const { machine, file } = withOwnBank();
    for (let i = 0; i < 2; i++)
      expect((await machine.run('--bank bank --seed 1', typed('q'))).out).toContain(
        '1/2  Facts\nParis is the capital of France.\n',
      );
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Paris is the capital of France.', 'Paris lies in France.'),
    );
    expect((await machine.run('--bank bank --seed 1', typed('q'))).out).toContain(
      '1/2  Facts\nParis lies in France.\n',
    );
    expect((await machine.run('--seed 1', typed('q'), { LLMQUIZ_BANK: 'bank' })).out).toContain(
      '1/2  Facts\n',
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

  it.each([0, 100])('with a cache that was cut to %i bytes is compiled anew', async (bytes) => {
    const { machine, cached } = withOwnBank();
    await machine.run('--bank bank --seed 1', typed('q'));
    truncateSync(cached(), bytes);
    expect(await machine.run('--bank bank --seed 1', typed('q'))).toMatchObject({
      code: 0,
      out: expect.stringMatching('Paris is the capital'),
      err: '',
    });
  });

  it('with a cache that holds garbage says what to remove, without a stack trace', async () => {
    const { machine, cached } = withOwnBank();
    await machine.run('--bank bank --seed 1', typed('q'));
    writeFileSync(cached(), readFileSync(cached()).fill(0));
    expect(await machine.run('--bank bank --seed 1', typed('q'))).toMatchObject({
      code: 1,
      err: `llmquiz: The compiled bank ${cached()} is damaged. Remove its directory, or install llmquiz again.\n`,
    });
  });

  it('that is broken is refused with its findings, and asked without the broken questions when told', async () => {
    const { machine, file } = withOwnBank();
    writeFileSync(file, readFileSync(file, 'utf8').replace('key: false', 'kye: false'));
    const refused = await machine.run('--bank bank', typed('q'));
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^bank\/facts\.yaml:\d+:\d+: .*kye[\s\S]*llmquiz: The bank at bank has 1 error; `llmquiz check bank` shows them\. .*--skip-broken\.\n$/,
    );
    const skipped = await machine.run('--bank bank --skip-broken --seed 1', typed('q'));
    expect(skipped).toMatchObject({
      code: 0,
      out: expect.stringMatching(/0 to review, 2 new\./),
      err: expect.stringMatching(/Skipping what is broken; 2 questions left\.\n$/),
    });
  });

  it('that asks badly is asked all the same: how well it asks is for its maintainer to know', async () => {
    const { machine, file } = withOwnBank();
    const again = ['text: { en: Bern, zh: 伯尔尼 }', 'why: { en: It is elsewhere., zh: 在别处。 }'];
    const distractors = [0, 1].map(() => `      - { ${again.join(', ')} }`).join('\n');
    const choice = `kind: choice\n    level: 1\n    key: { en: Paris, zh: 巴黎 }\n    distractors:\n${distractors}`;
    const text = readFileSync(file, 'utf8').replace(/kind: true-false\n {4}level: 1/, choice);
    writeFileSync(file, text.replace('    key: true\n', '').replace('en: Paris is the', 'en: What is the'));
    expect((await machine.run('check bank')).out).toContain('item/duplicate-option');
    expect(await machine.run('--bank bank --seed 1', typed('q'))).toMatchObject({ code: 0, err: '' });
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
