import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { fixed, foundBy } from './fixed.ts';

const places = (rule: string, text: string) => foundBy(rule, text).map(({ at }) => `${at.line}:${at.column}`);
const withKey = (key: string) => makeSampleDeck('Byte-pair encoding', key);
const afterFix = (rule: string, text: string) => foundBy(rule, text).map((found) => fixed(text, found));

describe('text/invisible', () => {
  it.each([
    ['a zero-width space', withKey('Byte\u200b-pair'), '8:14'],
    ['a soft hyphen', withKey('Byte\u00ad-pair'), '8:14'],
    ['a word joiner', withKey('Byte\u2060-pair'), '8:14'],
    ['a byte order mark within a text', withKey('Byte\ufeff-pair'), '8:14'],
    ['a joiner between letters', withKey('Byte\u200d-pair'), '8:14'],
    ['an escape', withKey('"Byte\\u200b-pair"'), '8:10'],
    ['an escape of two digits', withKey('"Byte\\xAD-pair"'), '8:10'],
    ['a comment', makeSampleDeck('level: 1', 'level: 1 # ba\u200bsic'), '5:18'],
    ['a separator of lines', withKey('Byte\u2028pair'), '8:14'],
    ['the same as an escape of YAML', withKey('"Byte\\Lpair \\P"'), '8:10'],
    ['a filler', withKey('Byte\u3164pair'), '8:14'],
    ['a filler of half a width, as an escape', withKey('"Byte\\uffa0pair"'), '8:10'],
    ['half a Korean syllable', withKey('Byte\u115f-pair'), '8:14'],
    ['a blank of Braille', withKey('Byte\u2800pair'), '8:14'],
    ['an annotation', withKey('Byte\ufff9-pair'), '8:14'],
    ['a Mongolian separator', withKey('Byte\u180e-pair'), '8:14'],
    ['a selector after a letter', withKey('Byte\ufe0f-pair'), '8:14'],
    ['a variant that a letter does not have', withKey('Byte\u{e0100}-pair'), '8:14'],
    ['a second selector', withKey('Byte ❤\ufe0f\ufe0f'), '8:17'],
  ])('finds it: %s', (_, text, at) => {
    expect(places('text/invisible', text)).toEqual([at]);
  });

  it.each([
    ['an emoji of several', '👩\u200d💻 codes'],
    ['an emoji with a sign for its look', '❤\ufe0f\u200d🔥'],
    ['an emoji of a skin tone', '👩🏽\u200d💻'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Thai', 'ภาษา\u200bไทย'],
    ['a Windows path in single quotes', "'C:\\users\\x'"],
    ['an emoji that asks for its look', '❤\ufe0f 1\ufe0f\u20e3 ✓\ufe0f'],
    ['a variant of a Chinese character', '葛\u{e0100}飾'],
    ['Mongolian', 'ᠪᠣᠯᠤᠨ\u180eᠠ ᠭ\u180bᠠ'],
    ['old Korean', '\u115f\u1161'],
    ['Braille', '⠓⠑⠇⠇⠕\u2800⠺⠕⠗⠇⠙'],
    ['escapes of what can be seen', '"\\u4e2d\\U0001F600 \\x41"'],
  ])('leaves alone: %s', (_, key) => {
    expect(places('text/invisible', withKey(key))).toEqual([]);
  });

  it('takes all out of a text at once, and comments clean', () => {
    expect(afterFix('text/invisible', withKey('B\u200byte-p\u2060air encoding'))).toEqual([sampleDeck]);
    const comment = makeSampleDeck('level: 1', 'level: 1 # ba\u200bsic');
    expect(afterFix('text/invisible', comment)).toEqual([comment.replace('\u200b', '')]);
  });

  it('keeps words apart', () => {
    expect(afterFix('text/invisible', withKey('Byte-pair\u2028encoding'))).toEqual([sampleDeck]);
    expect(afterFix('text/invisible', withKey('"\u3164Byte-pair\u2800\u2800encoding\u3164"'))).toEqual([
      withKey('"Byte-pair encoding"'),
    ]);
    expect(afterFix('text/invisible', withKey('Byte-pair \u3164encoding'))).toEqual([sampleDeck]);
  });

  it('fixes no escapes', () => {
    expect(foundBy('text/invisible', withKey('"Byte\\u200b-pair"')).map((f) => f.fix)).toEqual([undefined]);
    expect(foundBy('text/invisible', withKey('"By\u200bte\\u200b-pair"')).map((f) => f.fix)).toEqual([
      undefined,
    ]);
  });
});

describe('text/crlf-mixed', () => {
  const crlf = sampleDeck.replaceAll('\n', '\r\n');
  it('lets the more frequent win', () => {
    expect(afterFix('text/crlf-mixed', sampleDeck.replace('\n', '\r\n'))).toEqual([sampleDeck]);
    expect(afterFix('text/crlf-mixed', crlf.replace('\r\n', '\n'))).toEqual([crlf]);
  });

  it('keeps texts over several lines as they are', () => {
    const block = makeSampleDeck('Byte-pair encoding', '|\n      one\r\n      two');
    expect(afterFix('text/crlf-mixed', block)).toEqual([block.replace('\r', '')]);
  });
});

it('text/bom is about the first character only', () => {
  expect(places('text/bom', `\ufeff${sampleDeck}`)).toEqual(['1:1']);
  expect(places('text/bom', withKey('Byte\ufeff-pair'))).toEqual([]);
});

describe('text/unclosed-markdown', () => {
  const inText = (words: string) => withKey(JSON.stringify(words));
  it.each(['a `b', 'a ```b``', 'a `b` and `c', 'x **bold', '`**` and **bold', '这是**重点'])(
    'finds %s',
    (words) => {
      expect(places('text/unclosed-markdown', inText(words))).toEqual(['8:10']);
    },
  );

  it.each([
    'a `b` c',
    '**a** b',
    '这是**重点**的',
    '2**10 tokens',
    'n ** 2',
    'call f(**kwargs)',
    '`2**` of',
    '`',
    '* a',
    '```js\n`a\n```',
    '***a***',
    'Jus Dont Give A F***',
    'Metal Up Your A** and on',
    'her *** in a wringer',
    '/** @return a number */',
  ])('leaves %s alone', (words) => {
    expect(places('text/unclosed-markdown', inText(words))).toEqual([]);
  });
});

describe('text/whitespace', () => {
  it.each([
    ['at the end', '"a b "', '"a b"'],
    ['at the start', "' a b'", "'a b'"],
    ['within', 'a  b', 'a b'],
    ['in a folded text', '>-\n      a  b\n      c', '>-\n      a b\n      c'],
    ['at the end of a line of a folded text', '>-\n      a \n      b', '>-\n      a\n      b'],
  ])('removes spaces %s', (_, before, after) => {
    expect(afterFix('text/whitespace', withKey(before))).toEqual([withKey(after)]);
  });

  it.each([
    ['one line end after a block', '|\n      a b'],
    ['code', 'a `b  c` d'],
    ['what is laid out in lines', '|\n      if a:\n          b  # c'],
    ['paragraphs', '>-\n      a\n\n      b'],
  ])('leaves %s alone', (_, key) => {
    expect(places('text/whitespace', withKey(key))).toEqual([]);
  });

  it('is about texts that are read', () => {
    expect(places('text/whitespace', makeSampleDeck('level: 1', 'level: 1\n    asOf: "2026 "'))).toEqual([]);
  });
});

describe('text/nfc', () => {
  it('composes', () => {
    expect(afterFix('text/nfc', withKey('cafe\u0301'))).toEqual([withKey('caf\u00e9')]);
    expect(foundBy('text/nfc', withKey('"cafe\\u0301"')).map((f) => f.fix)).toEqual([undefined]);
  });

  it('leaves a comment and a Chinese text alone', () => {
    expect(places('text/nfc', withKey('字节对编码 # cafe\u0301'))).toEqual([]);
  });
});

describe('text/homoglyph', () => {
  it.each(['enc\u043eding', '\u0391ttention', 'T\u0415ST'])('finds %s', (key) => {
    expect(places('text/homoglyph', withKey(key))).toEqual(['8:10']);
  });

  it.each(['β-VAE', 'κ and ρ', 'модель', 'λx', 'βVAE', 'Τείχος'])('leaves %s alone', (key) => {
    expect(places('text/homoglyph', withKey(key))).toEqual([]);
  });
});

describe('text/smart-quotes', () => {
  it.each(['“a b”', '‘a b’', '„a b“', '“字节对编码”'])('finds %s', (key) => {
    expect(places('text/smart-quotes', withKey(key))).toEqual(['8:10']);
  });

  it.each(['"“a b”"', '“a” or “b”', 'a “b”', '“大”并没有'])('leaves %s alone', (key) => {
    expect(places('text/smart-quotes', withKey(key))).toEqual([]);
  });

  it('leaves quotes alone beside a value in straight ones', () => {
    const text = withKey('“a b”').replace('level: 1', 'level: 1\n    asOf: "2026-05"');
    expect(places('text/smart-quotes', text)).toEqual([]);
  });

  it('looks at notes too', () => {
    const notes = 'statements:\n  - { id: a, lines: [1], says: “So it is.”, verdict: right }\n';
    expect(foundBy('text/smart-quotes', { 'notes.yaml': notes })).toHaveLength(1);
  });
});
