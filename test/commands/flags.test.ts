import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { review, stamped } from '../events.ts';
import { bankWith, fakeMachine, fixtureBank, typed } from '../fake-world.ts';

/** Answers a question wrong, types what follows, and quits. */
async function wronged(...lines: readonly string[]) {
  const machine = fakeMachine();
  const { out } = await machine.run('--seed 1 --deck kinds --limit 1', typed('1', ...lines, 'q'));
  return { machine, out };
}

const deedsOf = ({ machine }: Awaited<ReturnType<typeof wronged>>) =>
  machine.events().map(({ v, id, device, seq, at, bank, ...deed }) => deed);

describe('after an answer, in plain mode', () => {
  it.each([
    [['f', '2'], { reason: 'unclear' }],
    [['f', '２'], { reason: 'unclear' }],
    [['f', 'no such fruit'], { text: 'no such fruit' }],
    [['f', '5 since 2020'], { reason: 'outdated', text: 'since 2020' }],
    [['f 3'], { reason: 'answer-right' }],
    [['f', 'Outdated'], { reason: 'outdated' }],
    [['f 题目表述不清'], { reason: 'unclear' }],
    [[':flag limes are yellow'], { text: 'limes are yellow' }],
  ])('%j flags the question with its reason', async (lines, words) => {
    const found = deedsOf(await wronged(...lines)).slice(1);
    expect(found).toEqual([{ type: 'flagged', item: 'a-choice', revision: 1, ...words }]);
  });

  it('an empty reason flags nothing, and the learner still chooses how to go on', async () => {
    const sat = await wronged('f', '', 'r');
    expect(sat.out).toContain('Not flagged.');
    expect(deedsOf(sat).map(({ type }) => type)).toEqual(['reviewed', 'amended']);
  });

  it('a flag and a note leave the choice open: the answer is counted as right afterwards', async () => {
    const sat = await wronged('f', '3', 'n', 'see the almanac', 'r');
    expect(deedsOf(sat).map(({ type }) => type)).toEqual(['reviewed', 'flagged', 'noted', 'amended']);
    expect(sat.out.match(/Which fruit is yellow/g)).toHaveLength(1);
    expect(sat.out.match(/Answer: banana|\+ \d\. banana/g)).toHaveLength(1);
  });

  it.each([
    [[':note see the almanac'], ['see the almanac']],
    [
      ['n', 'first', 'note second'],
      ['first', 'second'],
    ],
    [['n', 'first', 'n', ''], ['first']],
    [
      ['n', 'first', 'n', '-'],
      ['first', ''],
    ],
    [['n', ''], []],
  ])('%j writes notes', async (lines, notes) => {
    const noted = deedsOf(await wronged(...lines)).flatMap((deed) =>
      deed.type === 'noted' ? [deed.text] : [],
    );
    expect(noted).toEqual(notes);
  });

  it('all of it is asked in Chinese', async () => {
    const machine = fakeMachine();
    const lines = typed('1', 'f', '4', 'n', '想想香蕉', 'n', '-', 'q');
    const { out } = await machine.run('--seed 1 --deck kinds --limit 1 --lang zh', lines);
    for (const text of ['这道题有什么问题？', '  4. 翻译有问题', '已标记。', '备注已保存。', '备注已删除。'])
      expect(out).toContain(text);
  });
});

describe('a note', () => {
  it('is shown at the next feedback of its question and in show, until it is removed', async () => {
    const { machine } = await wronged('n', 'as yellow as the sun');
    machine.set('2026-03-02T10:00:00.000+01:00');
    const next = await machine.run('--seed 1 --deck kinds --limit 1', typed('0', 'n', '-', 'q'));
    const [question = '', feedback = ''] = next.out.split('Here is the answer.');
    expect(question).not.toContain('as yellow as the sun');
    expect(feedback).toContain('\nYour note: as yellow as the sun\n');
    expect((await machine.run('show a-choice')).out).not.toContain('as yellow');
    await machine.run('undo');
    expect((await machine.run('show a-choice')).out).toContain('Your note: as yellow as the sun');
    expect((await machine.run('show a-choice --lang zh')).out).toContain('你的备注：as yellow as the sun');
  });

  it('survives that the cache is lost, and that it is kept', async () => {
    const { machine } = await wronged('n', '黄色');
    for (const cache of ['one', 'one', 'two'])
      expect(
        (await machine.run('show a-choice', '', { XDG_CACHE_HOME: join(machine.root, cache) })).out,
      ).toContain('Your note: 黄色');
  });
});

describe('flags', () => {
  it('of nothing say how to flag', async () => {
    expect((await fakeMachine().run('flags')).out).toBe(
      'Nothing is flagged. In the quiz, press f after an answer to flag its question.\n',
    );
  });

  it('are listed with their reasons', async () => {
    const { machine } = await wronged('f', '3', 'f', 'no such fruit');
    expect((await machine.run('flags')).out).toMatchInlineSnapshot(`
      "a-choice
      Which fruit is yellow?
      - flagged on 2026-03-01: my answer was right (cherry)
      - flagged on 2026-03-01: no such fruit

      Report them to the maintainers of the bank: \`llmquiz flags --output flags.md\`.
      Settle a flag: \`llmquiz flags --clear ID\`.
      "
    `);
    expect((await machine.run('flags --lang zh')).out).toMatchInlineSnapshot(`
      "a-choice
      哪种水果是黄色的？
      - 2026-03-01 标记：我的回答是对的（cherry）
      - 2026-03-01 标记：no such fruit

      可用 \`llmquiz flags --output flags.md\` 生成给题库维护者的报告。
      清除标记：\`llmquiz flags --clear ID\`。
      "
    `);
    expect((await machine.run('stats')).out).toContain('Flagged: a-choice. See `llmquiz flags`.');
  });

  it('that older builds wrote are listed too, and so are answers that were counted as right', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'r'));
    const old = stamped({ type: 'flagged', item: 'a-text' }, 1, '2026-02-01T10:00:00+01:00', 'old');
    writeFileSync(join(machine.data, 'events', 'old.jsonl'), `${JSON.stringify(old)}\n`);
    const { out } = await machine.run('flags');
    expect(out).toContain('- flagged on 2026-02-01: no reason given');
    expect(out).toMatch(
      /Not flagged, but you counted your answer as right:\n\na-choice\n.*\n- counted as right: /,
    );
  });

  it('are settled by id or all at once, which can be undone', async () => {
    const { machine } = await wronged('f', '3');
    expect((await machine.run('flags --clear a-choice')).out).toBe('Flag cleared: Which fruit is yellow?\n');
    expect((await machine.run('flags')).out).toContain('Nothing is flagged.');
    expect((await machine.run('undo')).out).toBe('Flagged again: Which fruit is yellow?\n');
    expect((await machine.run('flags')).out).toContain('my answer was right');
    expect((await machine.run('redo')).code).toBe(0);
    expect((await machine.run('flags --clear a-choice')).err).toContain('`a-choice` is not flagged.');
    expect((await machine.run('flags --clear --all')).out).toBe('Nothing is flagged.\n');
  });

  it('of many questions are settled and undone together', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 2', typed('4', 'f 1', '', '1', 'f 2', 'q'));
    expect((await machine.run('flags --clear --all')).out).toBe('Flags of 2 questions cleared.\n');
    expect((await machine.run('undo', typed('y'))).out).toContain('2 questions flagged again.');
  });

  it('end if the question has a higher revision', async () => {
    const { machine } = await wronged('f', '1');
    machine.ship(bankWith((item) => (item.id === 'a-choice' ? { ...item, revision: 2 } : item)));
    expect((await machine.run('flags')).out).toContain('Nothing is flagged.');
    expect((await machine.run('stats')).out).not.toContain('Flagged');
  });

  it.each([
    ['flags --clear', 'Say whose flags to settle: question ids, or --all.'],
    ['flags --clear --all a-choice', 'Say whose flags to settle: question ids, or --all.'],
    ['flags --all', '--all goes with --clear.'],
    ['flags --clear --all --format json', 'Report the flags first'],
    ['flags a-choise', 'Did you mean `a-choice`?'],
    ['flags --format xml', 'Unknown format `xml`. Choose markdown or json.'],
  ])('refuse %s', async (words, message) => {
    const { code, err } = await fakeMachine().run(words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('the report for the maintainers', () => {
  it('is Markdown that shows what was typed as it was', async () => {
    const { machine } = await wronged('f', '3', 'f', 'see *this* <b>, @me', 'n', 'a secret of mine');
    const { out } = await machine.run('flags --format markdown');
    expect(out).toMatchInlineSnapshot(`
      "# Questions that a learner flagged

      llmquiz 0.1.0, 1 question. Answers are as they were given.

      ## \`a-choice\`

      Deck \`01-kinds\`, revision 1.

      > Which fruit is yellow?

      Answer in the bank: \`banana\`

      - Flagged: my answer was right: \`cherry\` (en, revision 1)
      - Flagged: see \\*this\\* \\<b\\>, @me
      "
    `);
    expect(out).not.toContain('secret');
    const chinese = (await machine.run('flags --format markdown --lang zh')).out;
    expect(chinese).toContain('题库中的答案：`香蕉`\n\n- 标记：我的回答是对的：`cherry`（en，修订 1）\n');
  });

  it('is JSON without days, device or other answers', async () => {
    const { machine } = await wronged('f', '3');
    const { out } = await machine.run('flags --format json');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      llmquiz: expect.any(String),
      questions: [
        {
          ...{ id: 'a-choice', deck: '01-kinds', revision: 1 },
          ...{ stem: 'Which fruit is yellow?', key: 'banana' },
          flags: [
            {
              ...{ revision: 1, reason: 'answer-right' },
              answer: { revision: 1, lang: 'en', given: expect.any(String) },
            },
          ],
          countedRight: [],
        },
      ],
    });
  });

  it('quotes backticks that were typed', async () => {
    const machine = fakeMachine();
    await machine.run('stats');
    const answer = { type: 'typed', texts: ['a `b` ``c'] } as const;
    const wrong = review('a-text', { verdict: 'wrong', rating: 'again', answer });
    const event = stamped(wrong, 1, '2026-02-01T10:00:00+01:00', 'old');
    const right = {
      type: 'amended',
      item: 'a-text',
      event: event.id,
      verdict: 'correct',
      rating: 'good',
    } as const;
    const lines = [event, stamped(right, 2, '2026-02-01T10:00:01+01:00', 'old')].map((e) =>
      JSON.stringify(e),
    );
    const { machine: other } = await wronged('f', '1');
    writeFileSync(join(other.data, 'events', 'old.jsonl'), `${lines.join('\n')}\n`);
    expect((await other.run('flags --format markdown')).out).toContain(
      '- Counted as right: ```a `b` ``c``` (en, revision 1)',
    );
  });

  it('is shown whole before it is written, and not written unless the learner wants it', async () => {
    const { machine } = await wronged('f', '3');
    const file = join(machine.root, 'flags.md');
    const no = await machine.run('flags --output flags.md', typed(''));
    expect([no.code, existsSync(file)]).toEqual([1, false]);
    expect(no.out).toContain('Nothing was written.');
    const yes = await machine.run('flags --output flags.md', typed('y'));
    const text = readFileSync(file, 'utf8');
    expect(yes.out.startsWith(text)).toBe(true);
    expect(yes.out).toContain('This is all that the file will contain. Write it to flags.md?');
    expect(yes.out).toContain('Written: flags.md');
    expect((await machine.run('flags --output f.json --yes')).out).toBe('Written: f.json\n');
    expect(JSON.parse(readFileSync(join(machine.root, 'f.json'), 'utf8')).questions).toHaveLength(1);
  });

  it('is not written if there is nothing to report', async () => {
    const { code, err } = await fakeMachine(fixtureBank()).run('flags --output flags.md');
    expect([code, err]).toEqual([1, 'llmquiz: Nothing is flagged, so there is nothing to report.\n']);
  });

  it('can be of some questions only', async () => {
    const { machine } = await wronged('f', '3');
    expect((await machine.run('flags --format markdown a-text')).out).toContain('0 questions');
  });
});
