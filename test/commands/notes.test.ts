import { describe, expect, it } from 'vitest';
import type { Bank } from '#core/bank/compile.ts';
import { bankWith, fakeMachine, typed } from '../fake-world.ts';

const statements: Bank['statements'] = [
  { id: 'fruit', verdict: 'right', says: { en: 'Some fruit is yellow.', zh: '有的水果是黄色的。' } },
  {
    ...{ id: 'numbers', verdict: 'corrected', says: { en: 'Three is even.', zh: '三是偶数。' } },
    correction: { en: 'It is odd.', zh: '三是奇数。' },
  },
  { id: 'taste', verdict: 'opinion', says: { en: 'Plums are best.', zh: '李子最好吃。' } },
];

const notesOf: Readonly<Record<string, readonly string[]>> = {
  'a-choice': ['fruit', 'numbers'],
  'a-multi': ['numbers'],
};

/** A machine whose bank has notes. */
const noted = () =>
  fakeMachine({
    ...bankWith((item) => ({ ...item, notes: notesOf[item.id] ?? [] })),
    statements,
  });

describe('notes', () => {
  it('are listed with their verdict, and how well their questions are remembered', async () => {
    const machine = noted();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'q'));
    machine.set('2026-03-03T10:00:00.000+01:00');
    expect((await machine.run('notes')).out).toMatchInlineSnapshot(`
      "3 notes, 2 with questions, 2 of these started.

      - Some fruit is yellow. (right)
        fruit: 1 question, 1 started, est. recall 70%

      - Three is even. (wrong)
        It is odd.
        numbers: 2 questions, 1 started, est. recall 70%

      - Plums are best. (opinion)
        taste: no questions

      "
    `);
    expect((await machine.run('notes --lang zh')).out).toMatchInlineSnapshot(`
      "3 条笔记，其中 2 条有题目，2 条已学。

      - 有的水果是黄色的。（正确）
        fruit: 1 道题，已学 1 道，预计记忆率 70%

      - 三是偶数。（有误）
        三是奇数。
        numbers: 2 道题，已学 1 道，预计记忆率 70%

      - 李子最好吃。（观点）
        taste: 没有题目

      "
    `);
  });

  it('are those of a question, or named themselves, each once', async () => {
    const machine = noted();
    const idsIn = (out: string) => out.match(/^ {2}[a-z]+(?=: )/gm)?.map((id) => id.trim());
    expect(idsIn((await machine.run('notes a-multi')).out)).toEqual(['numbers']);
    expect(idsIn((await machine.run('notes taste')).out)).toEqual(['taste']);
    expect(idsIn((await machine.run('notes a-choice numbers')).out)).toEqual(['fruit', 'numbers']);
    const { code, err } = await machine.run('notes fruits');
    expect([code, err]).toEqual([2, 'llmquiz: No note for `fruits`. Did you mean `fruit`?\n']);
  });

  it('are data for programs', async () => {
    const { notes } = JSON.parse((await noted().run('notes --json')).out);
    expect(notes[1]).toEqual({
      ...{ id: 'numbers', verdict: 'corrected', items: ['a-choice', 'a-multi'], begun: 0 },
      ...{
        says: { en: 'Three is even.', zh: '三是偶数。' },
        correction: { en: 'It is odd.', zh: '三是奇数。' },
      },
    });
  });

  it('of a bank without any are none', async () => {
    expect((await fakeMachine().run('notes')).out).toBe('This bank has no notes.\n');
  });

  it('stand in show', async () => {
    expect((await noted().run('show a-multi')).out).toContain(
      '\nStatements that this question checks:\n- Three is even. (wrong)\n  It is odd.\n',
    );
    expect((await noted().run('show a-text')).out).not.toContain('Statements that this question checks');
  });

  it('are read in the quiz by m after an answer, and when it is looked back at', async () => {
    const machine = noted();
    const { out } = await machine.run('--seed 1 --deck kinds', typed('4', 'm', '', 'b', 'm', '', 'q'));
    const pages = out.split('Statements that this question checks:\n').slice(1);
    expect(pages).toHaveLength(2);
    for (const page of pages)
      expect(page).toMatch(
        /^- Some fruit is yellow\. \(right\)\n- Three is even\. \(wrong\)\n {2}It is odd\.\n/,
      );
    expect(out.slice(0, out.indexOf(', m more'))).not.toContain('notes');
  });

  it('are read in Chinese', async () => {
    const { out } = await noted().run('--seed 1 --deck kinds --lang zh', typed('4', 'm', 'q'));
    expect(out).toContain(
      '本题考查的说法：\n- 有的水果是黄色的。（正确）\n- 三是偶数。（有误）\n  三是奇数。\n',
    );
  });
});
