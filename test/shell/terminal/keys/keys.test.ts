import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysIn, nothingPending } from '#shell/terminal/keys/keys.ts';
import { anyText } from '../../../arbitrary/any-text.ts';
import { chunk } from '../pressing.ts';

const typed = (text: string) => ({ type: 'typed', text });

describe('the keys of a chunk', () => {
  test.each([
    ['1', [typed('1')]],
    ['11', [typed('1'), typed('1')]],
    ['1\r', [typed('1'), { type: 'enter' }]],
    ['jjjj', [typed('j'), typed('j'), typed('j'), typed('j')]],
    ['？', [typed('？')]],
    ['你好', [typed('你'), typed('好')]],
    ['𠮷', [typed('𠮷')]],
    ['\r\n', [{ type: 'enter' }]],
    ['\u001b[A', [{ type: 'up' }]],
    ['\u001b[B\u001b[B', [{ type: 'down' }, { type: 'down' }]],
    ['\u001bOA', [{ type: 'up' }]],
    ['\u001b[1;2A', [{ type: 'up' }]],
    ['\u001b[1;5D', [{ type: 'word-left' }]],
    ['\u001b[3~', [{ type: 'delete' }]],
    ['\u001b[4;2~', [{ type: 'end' }]],
    ['\u0003', [{ type: 'interrupt' }]],
    ['\u0004', [{ type: 'end-of-input' }]],
    ['\u001a', [{ type: 'suspend' }]],
    ['\u007f\b', [{ type: 'backspace' }, { type: 'backspace' }]],
    ['\u001b[I\u001b[200;1R\u001bq\u001b[[A', []],
  ])('%j', (text, expected) => {
    expect(chunk(text)).toEqual(expected);
  });

  test('many characters at once are a paste, whether the terminal says so or not', () => {
    const pasted = [{ type: 'pasted', text: '1 is the answer, quit' }];
    expect(chunk('1 is the answer, quit')).toEqual(pasted);
    expect(chunk('1 is the answer, quit\r')).toEqual(pasted);
    expect(chunk('\u001b[200~1 is the answer, quit\n\u001b[201~')).toEqual(pasted);
    expect(chunk('\u001b[200~1\u001b[201~')).toEqual([{ type: 'pasted', text: '1' }]);
  });

  test('a paste is one line without anything a terminal would obey', () => {
    expect(chunk('\u001b[200~a\r\n  b\tc\u001b[31m\u0007\u202e\r\u001b[201~')).toEqual([
      { type: 'pasted', text: 'a b c' },
    ]);
  });

  test('Ctrl-C is heard in the middle of everything', () => {
    expect(chunk('abcd\u0003')).toEqual([{ type: 'pasted', text: 'abcd' }, { type: 'interrupt' }]);
    const { pending } = keysIn('\u001b[200~never ends', nothingPending);
    expect(keysIn('\u0003', pending).keys).toEqual([{ type: 'interrupt' }]);
  });
});

/** The keys of chunks that come one after the other. */
function keysOf(...pieces: readonly string[]) {
  let pending = nothingPending;
  return pieces.flatMap((piece) => {
    const read = keysIn(piece, pending);
    pending = read.pending;
    return read.keys;
  });
}

describe('a late reply to another program', () => {
  test.each([
    ['the colour of the background', '\u001b]11;rgb:1e1e/1e1e/1e1e\u001b\\'],
    ['the same, ended by BEL', '\u001b]11;rgb:1e1e/1e1e/1e1e\u0007'],
    ['the same, ended in one byte', '\u001b]11;rgb:1e1e/1e1e/1e1e\u009c'],
    ['the name of the terminal', '\u001bP>|tmux 3.4\u001b\\'],
    ['an APC', '\u001b_Gi=31;OK\u001b\\'],
    ['a PM', '\u001b^x\u001b\\'],
    ['an SOS', '\u001bXx\u001b\\'],
  ])('types nothing, wherever it is cut: %s', (_, reply) => {
    expect(chunk(`8${reply}0`)).toEqual([typed('8'), typed('0')]);
    for (let at = 1; at < reply.length; at += 1)
      expect(keysOf(`8${reply.slice(0, at)}`, `${reply.slice(at)}0`), String(at)).toEqual([
        typed('8'),
        typed('0'),
      ]);
    expect(keysOf(...`8${reply}0`)).toEqual([typed('8'), typed('0')]);
  });

  test('one that never ends swallows no Enter, no arrow and no Ctrl-C', () => {
    expect(keysOf('\u001b]', 'ab', '\r', 'c')).toEqual([{ type: 'enter' }, typed('c')]);
    expect(keysOf('\u001b]ab', '\u001b[A')).toEqual([{ type: 'up' }]);
    expect(keysOf('\u001bPab', '\u0003')).toEqual([{ type: 'interrupt' }]);
  });

  test('one that never ends swallows at most 4,096 characters', () => {
    expect(keysOf(`\u001b]${'x'.repeat(4095)}`, 'x', 'x', 'q')).toEqual([typed('q')]);
    const many = '\u001b]'.repeat(100_000);
    expect(keysOf(many, 'q', '\r')).toEqual([{ type: 'enter' }]);
  });
});

describe('once the terminal marks pastes, what it does not mark was typed', () => {
  const marked = '\u001b[?2004;1$y';
  const abc = ['a', 'b', 'c'].map(typed);

  test('a text and Enter in one chunk', () => {
    expect(keysOf('abc\r')).toEqual([{ type: 'pasted', text: 'abc' }]);
    expect(keysOf(marked, 'abc\r')).toEqual([...abc, { type: 'enter' }]);
    expect(keysOf('\u001b[?2004;2$y', 'abc\r\n')).toEqual([...abc, { type: 'enter' }]);
    expect(keysOf('\u001b[200~x\u001b[201~', 'abc\r')).toEqual([
      { type: 'pasted', text: 'x' },
      ...abc,
      { type: 'enter' },
    ]);
  });

  test('a long one is typed at once', () => {
    const long = 'ab'.repeat(50);
    expect(keysOf(marked, `${long}\r`)).toEqual([{ type: 'pasted', text: long }, { type: 'enter' }]);
    expect(keysOf(marked, long)).toEqual([{ type: 'pasted', text: long }]);
  });

  test('but a paste answers nothing, and neither do several lines', () => {
    expect(keysOf(marked, '\u001b[200~abc\r\u001b[201~')).toEqual([{ type: 'pasted', text: 'abc' }]);
    expect(keysOf(marked, 'ab\rc\r')).toEqual([{ type: 'pasted', text: 'ab c' }]);
  });

  test.each(['\u001b[?2004;0$y', '\u001b[?2004;4$y', '\u001b[?2026;1$y'])('%j does not say so', (reply) => {
    expect(keysOf(reply, 'abc\r')).toEqual([{ type: 'pasted', text: 'abc' }]);
  });
});

test('a sequence and a paste may come in pieces', () => {
  const pieces = ['\u001b', '[', 'A', '\u001b[20', '0~ab', 'c\u001b[2', '01~', 'x'];
  let pending = nothingPending;
  const all = pieces.flatMap((piece) => {
    const read = keysIn(piece, pending);
    pending = read.pending;
    return read.keys;
  });
  expect(all).toEqual([{ type: 'up' }, { type: 'pasted', text: 'abc' }, typed('x')]);
});

test('one chunk may hold any number of pastes', () => {
  const { keys, pending } = keysIn('\u001b[200~ab\u001b[201~\r'.repeat(100_000), nothingPending);
  expect(keys).toHaveLength(200_000);
  expect(keys.slice(-2)).toEqual([{ type: 'pasted', text: 'ab' }, { type: 'enter' }]);
  expect(pending).toEqual({ ...nothingPending, marks: true });
});

test('no input throws, and none types what a terminal would obey', () => {
  const piece = fc.oneof(
    anyText({ maxLength: 6 }),
    fc.constantFrom('\u001b[200~', '\u001b[201~', '\u001b', '[', '\r', '\u0003'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      let pending = nothingPending;
      for (const text of pieces) {
        const read = keysIn(text, pending);
        pending = read.pending;
        for (const key of read.keys) if ('text' in key) expect(key.text).not.toMatch(/[\0-\x1f\x7f]/);
      }
    }),
  );
});

test('blanks of a paste with an end of line among them are one, however many blanks there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\u3000', '\n', '\t', '\r') }), (pasted) => {
      const text = pasted.replaceAll(/\s*[\r\n\t]+\s*/g, ' ').trimEnd();
      expect(chunk(`\u001b[200~${pasted}\u001b[201~`)).toEqual(text === '' ? [] : [{ type: 'pasted', text }]);
    }),
  );
  const long = `a${' '.repeat(200_000)}x`;
  expect(chunk(`\u001b[200~${long}\u001b[201~`)).toEqual([{ type: 'pasted', text: long }]);
});
