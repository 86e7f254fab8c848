import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '#core/question/kinds/index.ts';
import { fakeMachine } from '../fake-world.ts';

const chinese = { LANG: 'zh_CN.UTF-8' };

describe('new, without a terminal,', () => {
  it.each(kinds.map(({ name }) => name))(
    'prints a %s question to write over, which check has no error in',
    async (kind) => {
      for (const env of [{}, chinese]) {
        const machine = fakeMachine();
        const { code, out } = await machine.run(`new ${kind}`, '', env);
        expect(code).toBe(0);
        const [item] = parse(out);
        expect(item).toMatchObject({ id: `${kind}-1`, kind });
        const language = env === chinese ? 'zh' : 'en';
        writeFileSync(join(machine.root, 'deck.yaml'), `title: T\nlanguage: ${language}\nitems:\n${out}`);
        expect((await machine.run('check deck.yaml --fail-on warning')).out).toBe(
          '1 question in 1 deck, no findings\n',
        );
      }
    },
  );

  it('gives it an id that the bank has not, in the language of the bank, and names its sources', async () => {
    const machine = fakeMachine();
    await machine.run('init . --language zh --title T');
    const deck = join(machine.root, 'questions', 'decks', '01-first.yaml');
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('id: closest-planet', 'id: choice-1'));
    const { out } = await machine.run('new choice');
    expect(parse(out)).toMatchObject([{ id: 'choice-2', stem: '离太阳最近的行星是哪一颗？' }]);
    expect(out).toContain('#   nasa-solar-system\n');
    expect(out).not.toContain('Save and close');
  });

  it('takes --bank before the folder that is here', async () => {
    const machine = fakeMachine();
    await machine.run('init .');
    cpSync('test/fixtures/bank', join(machine.root, 'mine'), { recursive: true });
    expect((await machine.run('new choice --bank mine')).out).toContain('#   almanac\n');
    expect((await machine.run('new choice --bank nowhere')).err).toContain('Cannot find nowhere');
  });
});

describe('a kind is known', () => {
  it.each([
    ['mcq', 'choice'],
    ['single-choice', 'choice'],
    ['单选题', 'choice'],
    ['TRUE-FALSE', 'true-false'],
    ['true_or_false', 'true-false'],
    ['填空', 'cloze'],
    ['排序', 'order'],
  ])('as %s', async (word, kind) => {
    expect(parse((await fakeMachine().run(`new ${word}`)).out)).toMatchObject([{ kind }]);
  });

  it.each([
    ['new chioce', 'Unknown kind `chioce`. Did you mean `choice`?'],
    ['new nonsense', 'Unknown kind `nonsense`. Choose from: choice, multi, true-false,'],
    ['new multiple-choice', '`multiple-choice` may be `choice` or `multi`. Name one of them.'],
    [
      'new',
      'Name a kind of question: `llmquiz new KIND`.\n  choice      choice\n  multi       multiple choice\n',
    ],
    ['new chioce --lang zh', '未知题型 `chioce`。你是否想输入 `choice`？'],
  ])('but not by `%s`', async (words, said) => {
    const { code, err } = await fakeMachine().run(words);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

it('a bank without a readable deck is no reason to print nothing', async () => {
  const machine = fakeMachine();
  mkdirSync(join(machine.root, 'questions'));
  writeFileSync(join(machine.root, 'questions', 'a.yaml'), 'title: T\nitems:\n  - id: a\n x\n');
  expect((await machine.run('new choice')).code).toBe(0);
});
