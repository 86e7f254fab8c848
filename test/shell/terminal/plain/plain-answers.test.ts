import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Prompt } from '#core/question/prompt.ts';
import { readPlainAnswer } from '#shell/terminal/plain/plain-answers.ts';
import { anyText } from '../../../arbitrary/any-text.ts';

const options = ['A', 'B', 'C'];
const one: Prompt = { type: 'pick-one', stem: '', options };
const judging: Prompt = {
  ...{ type: 'pick-one', stem: '', options: ['True', 'False'] },
  words: [
    ['true', 't', '对'],
    ['false', 'f', '错'],
  ],
};
const many: Prompt = { type: 'pick-many', stem: '', options };
const arrange: Prompt = { type: 'arrange', stem: '', by: '', options };
const pair: Prompt = { type: 'pair', stem: '', lefts: ['l', 'm'], rights: options };
const typed: Prompt = { type: 'type-in', stem: '', blanks: [''] };
const blanks: Prompt = { type: 'type-in', stem: '', blanks: ['[1]', '[2]'] };

describe('a typed line', () => {
  test.each([
    [one, '2', { type: 'picked', option: 'B' }],
    [one, ' ３ ', { type: 'picked', option: 'C' }],
    [one, '0', { type: 'unknown' }],
    [many, '1 3', { type: 'ticked', options: ['A', 'C'] }],
    [many, '1，3', { type: 'ticked', options: ['A', 'C'] }],
    [arrange, '3 1 2', { type: 'arranged', sequence: ['C', 'A', 'B'] }],
    [arrange, '312', { type: 'arranged', sequence: ['C', 'A', 'B'] }],
    [pair, '2 2', { type: 'paired', rights: ['B', 'B'] }],
    [judging, 'True', { type: 'picked', option: 'True' }],
    [judging, 'ｆ', { type: 'picked', option: 'False' }],
    [judging, '对', { type: 'picked', option: 'True' }],
    [judging, '2', { type: 'picked', option: 'False' }],
    [typed, '00', { type: 'typed', texts: ['00'] }],
    [typed, '::q', { type: 'typed', texts: [':q'] }],
    [typed, ':0', { type: 'unknown' }],
    [blanks, 'keys; values', { type: 'typed', texts: ['keys', 'values'] }],
    [blanks, '键；值', { type: 'typed', texts: ['键', '值'] }],
    [blanks, '键、值', { type: 'typed', texts: ['键', '值'] }],
    [blanks, '键，值', { type: 'typed', texts: ['键', '值'] }],
    [blanks, 'keys, values', { type: 'typed', texts: ['keys', 'values'] }],
    [blanks, '1,000, 2,000', { type: 'typed', texts: ['1,000', '2,000'] }],
    [blanks, 'keys, that is; values', { type: 'typed', texts: ['keys, that is', 'values'] }],
  ] as const)('%j %j is an answer', (prompt, line, answer) => {
    expect(readPlainAnswer(prompt, line, 'en')).toEqual({ type: 'answer', answer });
  });

  test.each([
    [one, '?', 'hint'],
    [typed, '?', 'hint'],
    [typed, '？', 'hint'],
    [typed, ':s', 'skip'],
    [one, 'S', 'skip'],
    [one, ':q', 'leave'],
    [typed, ':k', 'known'],
  ] as const)('%j %j is a wish', (prompt, line, type) => {
    expect(readPlainAnswer(prompt, line, 'en')).toEqual({ type });
  });

  test.each([
    ['q', '再按一次回车，就以“q”作答。要退出，请输入 :q。'],
    ['S', '再按一次回车，就以“S”作答。要跳过，请输入 :s。'],
    ['０', '再按一次回车，就以“０”作答。不知道就输入 :0。'],
  ])('%s alone may be meant as a key', (line, problem) => {
    const answer = { type: 'typed', texts: [line] };
    expect(readPlainAnswer(typed, line, 'zh')).toEqual({ type: 'ask-back', answer, problem });
  });

  test.each([
    [typed, ':k'],
    [one, 'k'],
  ] as const)('%j %j is no answer where it decides nothing', (prompt, line) => {
    const read = readPlainAnswer(prompt, line, 'en', ['hint', 'unknown', 'skip', 'leave']);
    expect(read).toEqual({ type: 'unclear', problem: 'This key does nothing here.' });
  });

  test('what is wanted is said with the words and keys there are', () => {
    expect(readPlainAnswer(judging, 'x', 'en')).toMatchObject({
      problem: 'Type true or false, or a number from 1 to 2.',
    });
    expect(readPlainAnswer(blanks, 'q', 'en')).toEqual({
      type: 'unclear',
      problem: 'Type 2 answers separated by semicolons, like: a; b\nTo quit, type :q.',
    });
  });

  test.each([
    [one, ''],
    [one, '4'],
    [one, '-1'],
    [one, 'A'],
    [many, ''],
    [many, '1 4'],
    [arrange, '1 2'],
    [arrange, '1 1 2'],
    [pair, '1'],
    [pair, '1 2 3'],
    [typed, ''],
    [blanks, 'keys'],
  ] as const)('%j %j is unclear, and says what to give', (prompt, line) => {
    for (const lang of ['en', 'zh'])
      expect(readPlainAnswer(prompt, line, lang)).toMatchObject({ type: 'unclear' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(one, many, arrange, pair, typed, blanks), anyText(), (p, line) => {
        readPlainAnswer(p, line, 'en');
      }),
    );
  });
});
