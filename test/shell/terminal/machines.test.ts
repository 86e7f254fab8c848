import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '#core/question/prompt.ts';
import type { Key } from '#shell/terminal/keys/keys.ts';
import { askWithWishes } from '#shell/terminal/rich/asking.ts';
import { chooseNext } from '#shell/terminal/rich/machines/after-feedback.ts';
import { arrange } from '#shell/terminal/rich/machines/arrange.ts';
import { chooseReason } from '#shell/terminal/rich/machines/choose-reason.ts';
import { machineFor } from '#shell/terminal/rich/machines/index.ts';
import type { Machine } from '#shell/terminal/rich/machines/machine.ts';
import { pair } from '#shell/terminal/rich/machines/pair.ts';
import { pickMany } from '#shell/terminal/rich/machines/pick-many.ts';
import { pickOne } from '#shell/terminal/rich/machines/pick-one.ts';
import { judge, reveal } from '#shell/terminal/rich/machines/reveal.ts';
import { typeIn } from '#shell/terminal/rich/machines/type-in.ts';
import { writeNote } from '#shell/terminal/rich/machines/write-note.ts';
import { pressed, run, seen } from './pressing.ts';

const options = ['A', 'B', 'C'];

describe('pick-one', () => {
  const machine = pickOne({ options }, 'en');
  const picked = (option: string) => ({ type: 'done', result: { type: 'picked', option } });

  test.each([
    [['2'], 'B'],
    [['２'], 'B'],
    [['down', 'enter'], 'A'],
    [['down', 'down', 'j', 'down', 'up', 'enter'], 'B'],
    [['up', 'enter'], 'C'],
    [['down', 'up', 'enter'], 'C'],
    [['down', 'down', 'down', 'down', 'enter'], 'A'],
    [['end', 'enter'], 'C'],
    [['9', '3'], 'C'],
  ])('%j picks %s', (names, option) => {
    expect(pressed(machine, ...names)).toEqual(picked(option));
  });

  test('a digit without an option, and a paste, mean nothing', () => {
    expect(machine.onKey({ cursor: 0 }, { type: 'typed', text: '4' })).toEqual({ type: 'pass' });
    expect(machine.onKey({ cursor: 0 }, { type: 'pasted', text: '1 is the answer' })).toEqual({
      type: 'pass',
    });
  });

  test('Enter picks nothing before the cursor was moved: it may be one too many', () => {
    expect(pressed(machine, 'enter')).toMatchObject({ type: 'state', problem: expect.any(String) });
    expect(pressed(judge('en'), 'enter')).toMatchObject({ type: 'state', problem: expect.any(String) });
    expect(pressed(machine, 'enter', 'down', 'enter')).toEqual(picked('A'));
  });

  test('words of one character are keys', () => {
    const judging = pickOne(
      {
        options: ['True', 'False'],
        words: [
          ['true', 't', '对'],
          ['false', 'f', '错'],
        ],
      },
      'en',
    );
    for (const key of ['t', 'T', '对', '1']) expect(pressed(judging, key)).toEqual(picked('True'));
    for (const key of ['f', 'ｆ', '错', '2']) expect(pressed(judging, key)).toEqual(picked('False'));
    expect(judging.view({ cursor: -1 }).keys).toEqual([['1-2 t/f', 'answer']]);
  });

  test('what is seen', () => {
    expect(seen(machine)).toEqual(['  1. A', '  2. B', '  3. C', '> ']);
    expect(seen(machine, 'down', 'down')).toEqual(['  1. A', '> 2. B', '  3. C', '> ']);
  });
});

describe('pick-many', () => {
  const machine = pickMany({ options }, 'en');
  const ticked = (...chosen: readonly string[]) => ({
    type: 'done',
    result: { type: 'ticked', options: chosen },
  });

  test('digits and the space bar tick and untick, Enter confirms', () => {
    expect(pressed(machine, '3', '1', 'enter')).toEqual(ticked('A', 'C'));
    expect(pressed(machine, '3', '1', '3', 'enter')).toEqual(ticked('A'));
    expect(pressed(machine, 'down', 'space', 'enter')).toEqual(ticked('B'));
    expect(seen(machine, '3', '1')).toEqual(['> 1. [x] A', '  2. [ ] B', '  3. [x] C', '> 1 3']);
  });

  test('at least one', () => {
    expect(pressed(machine, 'enter')).toMatchObject({
      type: 'state',
      problem: expect.stringContaining('at least one'),
    });
    expect(pressed(machine, '1', '1', 'enter')).toMatchObject({ type: 'state' });
  });
});

describe('arrange', () => {
  const machine = arrange({ options, by: 'oldest first' }, 'en');
  const arranged = (...sequence: readonly string[]) => ({
    type: 'done',
    result: { type: 'arranged', sequence },
  });

  test('the numbers in turn', () => {
    expect(pressed(machine, '3', '1', '2', 'enter')).toEqual(arranged('C', 'A', 'B'));
    expect(pressed(machine, '3', '1', 'enter')).toEqual(arranged('C', 'A', 'B'));
    expect(pressed(machine, '3', '3', '1', '2', 'enter')).toEqual(arranged('C', 'A', 'B'));
    expect(pressed(machine, '3', '1', 'backspace', '2', 'enter')).toEqual(arranged('C', 'B', 'A'));
    expect(seen(machine, '3')).toEqual(['[oldest first]', ' =3. C', '> 1. A', '  2. B', '> 3']);
  });

  test('the order as it was shown is no answer: Enter may be one too many', () => {
    const problem = 'Put them in order first.';
    expect(pressed(machine, 'enter')).toMatchObject({ type: 'state', problem });
    expect(pressed(machine, 'down', 'enter')).toMatchObject({ type: 'state', problem });
    expect(pressed(machine, 'space', 'space', 'enter')).toMatchObject({ type: 'state', problem });
    expect(pressed(machine, '1', '2', '3', 'enter')).toEqual(arranged('A', 'B', 'C'));
  });

  test('some of the numbers are not an order', () => {
    expect(pressed(machine, '3', 'enter')).toMatchObject({ type: 'state', problem: expect.any(String) });
    expect(pressed(machine, '3', 'backspace', 'enter')).toEqual(arranged('C', 'A', 'B'));
  });

  test('the space bar grabs, arrows carry, the space bar lets go', () => {
    expect(pressed(machine, 'space', 'down', 'enter')).toEqual(arranged('B', 'A', 'C'));
    expect(pressed(machine, 'space', 'down', 'space', 'down', 'enter')).toEqual(arranged('B', 'A', 'C'));
    expect(pressed(machine, 'space', 'up', 'enter')).toEqual(arranged('B', 'C', 'A'));
    expect(seen(machine, 'down', 'space')).toContain('* 2. B');
  });
});

describe('pair', () => {
  const machine = pair({ lefts: ['x', 'y'], rights: options }, 'en');
  const paired = (...rights: readonly string[]) => ({ type: 'done', result: { type: 'paired', rights } });

  test('a digit, or arrows and Enter, for each left; Enter confirms', () => {
    expect(pressed(machine, '3', '1', 'enter')).toEqual(paired('C', 'A'));
    expect(pressed(machine, 'down', 'enter', 'down', 'enter', 'enter')).toEqual(paired('B', 'C'));
    expect(pressed(machine, '3', '1')).toMatchObject({ type: 'state' });
  });

  test('Backspace goes back', () => {
    expect(pressed(machine, '3', '1', 'backspace', '2', 'enter')).toEqual(paired('C', 'B'));
    expect(pressed(machine, 'backspace', '1', '2', 'enter')).toEqual(paired('A', 'B'));
  });

  test('what is seen', () => {
    expect(seen(machine, '3')).toEqual([
      '  x = C',
      '> y = ?',
      'goes with:',
      '  1. A',
      '  2. B',
      '> 3. C',
      '> 3',
    ]);
  });
});

describe('type-in', () => {
  const machine = typeIn({ blanks: [''], unit: 'tokens' }, 'en');
  const typed = (...texts: readonly string[]) => ({ type: 'done', result: { type: 'typed', texts } });

  test('any text is an answer', () => {
    for (const text of ['300B', 'quit', '00', '??', '２０２０', '大语言模型', ':x', 'a:q'])
      expect(pressed(machine, text, 'enter')).toEqual(typed(text));
    expect(pressed(machine, '::q', 'enter')).toEqual(typed(':q'));
    expect(pressed(machine, ' 300B ', 'enter')).toEqual(typed('300B'));
  });

  test.each([
    ['q', 'Press Enter again to answer "q". To quit, type :q.'],
    ['Ｓ', 'Press Enter again to answer "Ｓ". To skip, type :s.'],
    ['0', 'Press Enter again to answer "0". If you don\'t know, type :0.'],
  ])('%s alone is an answer only when Enter is pressed again', (text, problem) => {
    expect(pressed(machine, text, 'enter')).toMatchObject({ type: 'state', problem });
    expect(pressed(machine, text, 'enter', 'enter')).toEqual(typed(text));
    expect(pressed(machine, text, 'enter', 'x', 'backspace', 'enter')).toMatchObject({ problem });
  });

  test('each blank asks back, also one that was left by an arrow', () => {
    const cloze = typeIn({ blanks: ['[1]', '[2]'] }, 'en');
    expect(pressed(cloze, 'q', 'down', '0', 'enter')).toMatchObject({
      state: { blank: 1 },
      problem: expect.stringContaining('"0"'),
    });
    const both = ['q', 'down', '0', 'enter', 'enter'];
    expect(pressed(cloze, ...both)).toMatchObject({
      state: { blank: 0 },
      problem: expect.stringContaining('"q"'),
    });
    expect(pressed(cloze, ...both, 'enter', 'enter')).toEqual(typed('q', '0'));
  });

  test.each([
    ['?', 'hint'],
    ['？', 'hint'],
    [':?', 'hint'],
    ['：？', 'hint'],
    [':0', 'unknown'],
    [':s', 'skip'],
    [':Q', 'leave'],
  ])('%s wishes for %s', (text, wish) => {
    expect(pressed(machine, text, 'enter')).toMatchObject({ type: 'wish', wish });
  });

  test('an empty line is no answer', () => {
    expect(pressed(machine, 'enter')).toMatchObject({ type: 'state', problem: expect.any(String) });
  });

  test('what is pasted is typed, and not sent', () => {
    const step = run(machine, [{ type: 'pasted', text: '300 billion' }]);
    expect(step).toMatchObject({ type: 'state', state: { lines: [{ text: '300 billion', cursor: 11 }] } });
  });

  test('editing', () => {
    expect(pressed(machine, '3x0', 'left', 'backspace', 'enter')).toEqual(typed('30'));
    expect(pressed(machine, '0', 'home', '3', 'end', 'B', 'enter')).toEqual(typed('30B'));
    expect(pressed(machine, '大👨‍👩‍👧e\u0301', 'backspace', 'backspace', 'enter')).toEqual(typed('大'));
  });

  test('a single blank needs no name', () => {
    expect(seen(typeIn({ blanks: ['[1]'] }, 'en'), 'a')).toEqual(['> a']);
  });

  test('what was typed before stands there to be given again, changed, or replaced by the first letter', () => {
    const again = typeIn({ blanks: [''] }, 'en', ['player']);
    expect(seen(again)).toEqual(['> player']);
    expect(pressed(again, 'enter')).toEqual(typed('player'));
    expect(pressed(again, 'x', 'y', 'enter')).toEqual(typed('xy'));
    expect(pressed(again, 'backspace', 'd', 'enter')).toEqual(typed('played'));
    expect(pressed(again, 'home', 'x', 'enter')).toEqual(typed('xplayer'));
    const cloze = typeIn({ blanks: ['[1]', '[2]'] }, 'en', ['residual', 'player']);
    expect(pressed(cloze, 'enter', 'l', 'enter')).toEqual(typed('residual', 'l'));
  });

  test.each([
    ['en', 'next blank', 'confirm'],
    ['zh', '下一空', '确认'],
  ])('Enter leads to the next blank, not to the next question, in %s', (lang, next, last) => {
    const cloze = typeIn({ blanks: ['[1]', '[2]'] }, lang);
    expect(cloze.view(cloze.initial).keys).toEqual([['Enter', next]]);
    expect(cloze.view({ ...cloze.initial, blank: 1 }).keys).toEqual([['Enter', last]]);
  });

  test('several blanks, one after the other, and back', () => {
    const cloze = typeIn({ blanks: ['[1]', '[2]'] }, 'en');
    expect(pressed(cloze, 'a', 'enter', 'd', 'enter')).toEqual(typed('a', 'd'));
    expect(pressed(cloze, 'a', 'enter', 'up', 'c', 'enter', 'd', 'enter')).toEqual(typed('ac', 'd'));
    expect(pressed(cloze, 'a', 'enter', 'backspace', 'c', 'down', 'd', 'enter')).toEqual(typed('ac', 'd'));
    expect(pressed(cloze, 'down', 'd', 'enter')).toMatchObject({
      state: { blank: 0 },
      problem: expect.any(String),
    });
    expect(seen(cloze, 'a', 'enter', 'd')).toEqual(['  [1] a', '> [2]', '> d']);
  });
});

describe('reveal', () => {
  test('Enter reveals', () => {
    expect(pressed(reveal('en'), '1')).toMatchObject({ type: 'state' });
    expect(pressed(reveal('en'), 'enter')).toEqual(revealed(''));
  });

  const revealed = (text: string) => ({ type: 'done', result: { type: 'revealed', text } });

  test('the answer may be typed first', () => {
    expect(pressed(reveal('en'), 't', 't', 'q', '0', 'enter')).toEqual(revealed('tq0'));
    expect(pressed(reveal('en'), 't', 'enter')).toEqual(revealed(''));
    expect(pressed(reveal('en'), 't', 'a', 'backspace', 'backspace', 't', 'b', 'enter')).toEqual(
      revealed('b'),
    );
    expect(reveal('en').onKey(null, { type: 'pasted', text: 'a mask' })).toEqual({
      ...{ type: 'state', state: { text: 'a mask', cursor: 6 } },
    });
    expect(pressed(reveal('en'), 't', ':', 'q', 'enter')).toMatchObject({ type: 'wish', wish: 'leave' });
    const asked = askWithWishes(reveal('en'), { allowed: ['leave'], colon: false }, 'en');
    expect(asked.view(asked.initial).keys).toContainEqual(['q', 'quit']);
    expect(asked.view({ inner: { text: 'm', cursor: 1 }, hinted: false }).keys).toContainEqual([
      ':q',
      'quit',
    ]);
    expect(seen(reveal('en'), 't', 'm')).toEqual(['Type your answer in your own words.', '> m']);
    expect(pressed(judge('en', 'a mask'), '2')).toEqual({
      ...{ type: 'done', result: { type: 'self-judged', verdict: 'partial', text: 'a mask' } },
    });
  });

  test.each([
    ['1', 'correct'],
    ['2', 'partial'],
    ['３', 'wrong'],
    ['down enter', 'correct'],
    ['up enter', 'wrong'],
  ])('%s judges it %s', (keys, verdict) => {
    expect(pressed(judge('en'), ...keys.split(' '))).toEqual({
      type: 'done',
      result: { type: 'self-judged', verdict },
    });
  });
});

describe('wishes', () => {
  const all = ['hint', 'unknown', 'skip', 'leave'] as const;
  const machine = askWithWishes(
    pickOne({ options }, 'en'),
    { allowed: all, hint: 'Not A.', colon: false },
    'en',
  );

  test('a hint stays, and is counted once', () => {
    const hinted = ['  1. A', '> 2. B', '  3. C', 'Hint: Not A.'];
    expect(seen(machine, '?', 'down', 'down')).toEqual([...hinted, '> ']);
    expect(seen(machine, '?', 'down', 'down', '?')).toEqual([...hinted, 'No more hints.', '> ']);
    expect(pressed(machine, '？', '?', '2')).toEqual({
      type: 'done',
      result: { type: 'given', given: { type: 'picked', option: 'B' }, hints: 1 },
    });
  });

  test('a hint that was shown is not offered again', () => {
    const step = pressed(machine, '?');
    const keysOf = (state: typeof machine.initial) => machine.view(state).keys.map(([key]) => key);
    expect(keysOf(machine.initial)).toEqual(['1-3', '?', '0', 's', 'q']);
    expect(step.type === 'state' && keysOf(step.state)).toEqual(['1-3', '0', 's', 'q']);
  });

  test('there may be no hint', () => {
    const bare = askWithWishes(pickOne({ options }, 'en'), { allowed: all, colon: false }, 'en');
    expect(seen(bare, '?')).toContain('No hint here.');
    expect(pressed(bare, '?', '1')).toMatchObject({ result: { hints: 0 } });
  });

  test.each([
    ['0', { type: 'unknown', hints: 0 }],
    ['０', { type: 'unknown', hints: 0 }],
    ['s', { type: 'skip' }],
    ['Q', { type: 'leave', code: 0 }],
  ])('%s', (key, result) => {
    expect(pressed(machine, key)).toEqual({ type: 'done', result });
  });

  test('only what is allowed', () => {
    const judging = askWithWishes(judge('en'), { allowed: ['leave'], colon: false }, 'en');
    expect(pressed(judging, '0', 's', '?')).toMatchObject({ type: 'state' });
    expect(pressed(judging, 'q')).toMatchObject({ result: { type: 'leave' } });
  });

  test('behind a colon where answers are typed', () => {
    const typing = askWithWishes(
      typeIn({ blanks: [''] }, 'en'),
      { allowed: all, hint: 'Not A.', colon: true },
      'en',
    );
    expect(pressed(typing, 'q')).toMatchObject({ type: 'state' });
    expect(pressed(typing, ':q', 'enter')).toEqual({ type: 'done', result: { type: 'leave', code: 0 } });
    expect(seen(typing, ':?', 'enter')).toEqual(['Hint: Not A.', '> ']);
  });
});

describe('the reason of a flag', () => {
  const machine = chooseReason('en');
  test.each([
    [['2'], { reason: 'unclear' }],
    [['３'], { reason: 'answer-right' }],
    [['n', 'o', 'enter'], { text: 'no' }],
    [['x', 'backspace', '5'], { reason: 'outdated' }],
    [['in 2 places', 'enter'], { text: 'in 2 places' }],
    [[' 1 ', 'enter'], { reason: 'wrong' }],
    [['9', 'enter'], { text: '9' }],
    [['enter'], 'cancelled'],
    [['space', 'enter'], 'cancelled'],
    [['escape'], 'cancelled'],
    [['n', 'o', 'escape'], 'cancelled'],
  ])('%j: %j', (names, result) => {
    expect(pressed(machine, ...names)).toEqual({ type: 'done', result });
  });

  test('is one of a list, or typed', () => {
    expect(seen(machine, 'o')).toEqual([
      'What is wrong with this question?',
      '  1. the correct answer is wrong',
      '  2. the question is unclear',
      '  3. my answer was right',
      '  4. bad translation',
      '  5. outdated',
      '> o',
    ]);
    expect(machine.onKey(machine.initial, { type: 'up' })).toEqual({ type: 'pass' });
    expect(machine.view({ text: 'o', cursor: 1 }).keys).toEqual([
      ['Enter', 'flag'],
      ['Esc', 'cancel'],
    ]);
  });
});

describe('a note of the learner', () => {
  test.each([
    ['', ['as in BERT', 'enter'], 'as in BERT'],
    ['as in BERT', ['enter'], 'as in BERT'],
    ['as in BERT', ['home', 'not ', 'enter'], 'not as in BERT'],
    ['x', ['backspace', 'enter'], ''],
    ['x', ['backspace', 'y', 'escape'], 'x'],
    ['', ['y', 'escape'], ''],
  ])('%j, with %j, becomes %j', (before, names, result) => {
    expect(pressed(writeNote(before, 'en'), ...names)).toEqual({ type: 'done', result });
  });

  test('says what Enter does', () => {
    const keysOf = (before: string) => writeNote(before, 'en').view({ text: '', cursor: 0 }).keys;
    expect([keysOf(''), keysOf('x')]).toEqual([
      [['Enter', 'cancel']],
      [
        ['Enter', 'save'],
        ['Esc', 'cancel'],
      ],
    ]);
    const machine = writeNote('x', 'zh');
    expect(machine.view(machine.initial).keys).toEqual([
      ['Enter', '保存'],
      ['Esc', '取消'],
      ['Ctrl-U', '清空'],
    ]);
  });
});

describe('after feedback', () => {
  test.each([
    ['enter', 'correct', { type: 'next' }],
    ['u', 'correct', { type: 'undo' }],
    ['r', 'correct', { type: 'amend', verdict: 'wrong' }],
    ['R', 'wrong', { type: 'amend', verdict: 'correct' }],
    ['r', 'partial', { type: 'amend', verdict: 'correct' }],
    ['e', 'correct', { type: 'easy' }],
    ['x', 'wrong', { type: 'suspend' }],
    ['ｆ', 'wrong', { type: 'say-flag' }],
    ['n', 'correct', { type: 'say-note' }],
    ['q', 'wrong', { type: 'leave', code: 0 }],
  ] as const)('%s after %s', (key, verdict, result) => {
    expect(pressed(chooseNext({ verdict, unknown: false, hinted: false }, false, 'en'), key)).toEqual({
      type: 'done',
      result,
    });
  });

  test('easy is only for what was right without a hint, which is hard at best', () => {
    for (const judged of [
      { verdict: 'wrong', unknown: false, hinted: false },
      { verdict: 'correct', unknown: false, hinted: false, seen: 'right' },
      { verdict: 'correct', unknown: false, hinted: false, isRepeated: true },
      { verdict: 'correct', unknown: false, hinted: true },
    ] as const)
      expect(pressed(chooseNext(judged, false, 'en'), 'e')).toEqual({ type: 'state', state: null });
  });

  test('who said that they do not know was not right', () => {
    const unknown = { verdict: 'wrong', unknown: true, hinted: false } as const;
    expect(pressed(chooseNext(unknown, false, 'en'), 'r')).toEqual({ type: 'state', state: null });
  });

  test('right after a miss that was undone may be called right, and is no more than that', () => {
    const seen = { verdict: 'correct', unknown: false, hinted: false, seen: 'miss' } as const;
    const amend = { type: 'amend', verdict: 'correct' };
    expect(pressed(chooseNext(seen, false, 'en'), 'r')).toEqual({ type: 'done', result: amend });
    for (const key of ['e', 'k'])
      expect(pressed(chooseNext(seen, false, 'en'), key)).toEqual({ type: 'state', state: null });
  });

  test('there is more to read if the window had no room for it', () => {
    const judged = { verdict: 'wrong', unknown: false, hinted: false } as const;
    expect(pressed(chooseNext(judged, true, 'en'), 'm')).toEqual({ type: 'done', result: { type: 'more' } });
    expect(chooseNext(judged, true, 'zh').view(null).keys.slice(0, 2)).toEqual([
      ['Enter', '下一题'],
      ['m', '更多'],
    ]);
    expect(pressed(chooseNext(judged, false, 'en'), 'm')).toEqual({ type: 'state', state: null });
  });

  test('an answer that was not recorded is tried again or given up', () => {
    const notRecorded = { reason: 'the disk is full', canRetry: true };
    const unrecorded = chooseNext(
      { verdict: 'correct', unknown: false, hinted: false, notRecorded },
      false,
      'en',
    );
    expect(pressed(unrecorded, 'enter')).toEqual({ type: 'done', result: { type: 'retry' } });
    expect(pressed(unrecorded, 'q')).toEqual({ type: 'done', result: { type: 'leave', code: 1 } });
    expect(pressed(unrecorded, 'u')).toEqual({ type: 'state', state: null });
  });

  test('where nothing can be recorded, it goes on or leaves', () => {
    const notRecorded = { reason: 'it is read-only', canRetry: false };
    const unrecorded = chooseNext(
      { verdict: 'correct', unknown: false, hinted: false, notRecorded },
      false,
      'en',
    );
    expect(pressed(unrecorded, 'enter')).toEqual({ type: 'done', result: { type: 'next' } });
    expect(pressed(unrecorded, 'q')).toEqual({ type: 'done', result: { type: 'leave', code: 0 } });
    expect(unrecorded.view(null).keys).toEqual([
      ['Enter', 'next'],
      ['q', 'quit'],
    ]);
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 4, unit: 'grapheme' }),
  fc.constantFrom('1', '2', '3', ' ', 'j', ':', '0'),
);
const key: fc.Arbitrary<Key> = fc.oneof(
  text.map((t): Key => ({ type: 'typed', text: t })),
  text.map((t): Key => ({ type: 'pasted', text: t })),
  fc
    .constantFrom(
      'enter',
      'up',
      'down',
      'left',
      'right',
      'home',
      'end',
      'tab',
      'backspace',
      'delete',
      'word-left',
    )
    .map((type) => ({ type }) as Key),
  fc.constantFrom('word-right', 'erase-before', 'erase-after', 'erase-word').map((type) => ({ type }) as Key),
);
const prompts: readonly Prompt[] = [
  { type: 'pick-one', stem: '', options },
  { type: 'pick-many', stem: '', options },
  { type: 'type-in', stem: '', blanks: [''] },
  { type: 'type-in', stem: '', blanks: ['[1]', '[2]', '[3]'] },
  { type: 'arrange', stem: '', by: '', options },
  { type: 'pair', stem: '', lefts: ['x', 'y'], rights: options },
  { type: 'reveal', stem: '', key: 'k', points: [] },
];

describe('whatever is pressed', () => {
  test.each(prompts)('the keys of the welcome work at once: $type', (prompt) => {
    const wishes = {
      allowed: ['hint', 'unknown', 'skip', 'leave'],
      colon: prompt.type === 'type-in',
    } as const;
    const machine = askWithWishes(machineFor(prompt, 'zh'), wishes, 'zh') as Machine<unknown, unknown>;
    const keys = (key: string) => [':', key, ...(wishes.colon ? ['enter'] : [])];
    expect(pressed(machine, ...keys('q'))).toMatchObject({ type: 'done', result: { type: 'leave' } });
    expect(pressed(machine, ...keys('0'))).toMatchObject({ type: 'done', result: { type: 'unknown' } });
  });

  test('no machine throws, and the cursor stays in the line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prompts), fc.array(key, { maxLength: 30 }), (prompt, pressedKeys) => {
        const machine = askWithWishes(
          machineFor(prompt, 'zh'),
          { allowed: ['hint'], colon: prompt.type === 'type-in' },
          'zh',
        );
        const step = run(machine as Machine<unknown, unknown>, pressedKeys);
        if (step.type !== 'state') return;
        const { entry } = (machine as Machine<unknown, unknown>).view(step.state);
        expect(entry.cursor).toBeGreaterThanOrEqual(0);
        expect(entry.cursor).toBeLessThanOrEqual(entry.text.length);
      }),
    );
  });

  test('an arrangement is a permutation', () => {
    const machine = arrange({ options: ['A', 'B', 'C', 'D', 'E'], by: '' }, 'en');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (pressedKeys) => {
        const step = run(machine, pressedKeys);
        const order = step.type === 'state' ? step.state.order : [0, 1, 2, 3, 4];
        expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
        if (step.type === 'done')
          expect(step.result.type === 'arranged' && step.result.sequence.toSorted()).toEqual([
            'A',
            'B',
            'C',
            'D',
            'E',
          ]);
      }),
    );
  });
});
