import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { fixed, foundBy } from './fixed.ts';

const places = (rule: string, text: string) => foundBy(rule, text).map(({ at }) => `${at.line}:${at.column}`);
const withKey = (key: string) => makeSampleDeck('Byte-pair encoding', key);

describe('yaml/comment-eats-text', () => {
  it.each([
    ['a letter', withKey('What is C #sharp'), '8:10'],
    ['a digit', withKey('The #2 of C #1 thing'), '8:10'],
    ['an ideograph', withKey('语言 C #号'), '8:10'],
    ['itself', withKey('WordPiece writes ##ing'), '8:10'],
    ['itself and a blank', withKey('A joint, with ## before it'), '8:10'],
    ['a tab before it', withKey('C\t#1'), '8:10'],
    ['a text over two lines', withKey('What is\n      the C #1'), '8:10'],
    ['an element of a list', `${sampleDeck}      - title: A b #3\n`, '13:16'],
    ['a question after a blank', makeSampleDeck('What does BPE stand for?', 'What is C # used for?'), '7:11'],
  ])('finds a sign before %s', (_, text, at) => {
    expect(places('yaml/comment-eats-text', text)).toEqual([at]);
  });

  it.each([
    ['an ordinary comment', withKey('Byte-pair encoding # as in the paper')],
    ['a comment after a number', makeSampleDeck('level: 1', 'level: 2   #basic')],
    ['a comment after an id', makeSampleDeck('id: bpe-name', 'id: bpe-name #first')],
    ['a customary word', withKey('Byte-pair encoding #TODO look it up')],
    ['quotes', withKey('"C #1"')],
    ['a comment after quotes', withKey('"C" #1')],
    ['no blank before it', withKey('C#1')],
    ['a folded text', withKey('>-\n      What is C #1\n      of all')],
    ['a question about a finished stem', makeSampleDeck('stand for?', 'stand for? # or mean?')],
    ['a question about a key', withKey('Byte-pair encoding # or was it two words?')],
    ['a row of signs', withKey('Byte-pair encoding ########')],
    ['a comment line', makeSampleDeck('    level', '    #1\n    level')],
  ])('leaves alone: %s', (_, text) => {
    expect(places('yaml/comment-eats-text', text)).toEqual([]);
  });
});

describe('yaml/ambiguous-scalar', () => {
  it.each(['no', 'Yes', 'ON', 'off', 'y', '12:30', '1:02:03', '2024-01-31', '1_000', '0b11'])(
    'finds %s and puts it in quotes',
    (word) => {
      const text = withKey(word);
      const found = foundBy('yaml/ambiguous-scalar', text);
      expect(found.map((f) => fixed(text, f))).toEqual([withKey(`"${word}"`)]);
    },
  );

  it.each(['"no"', "'12:30'", 'no, never', '12:75', '09:30', '2024-01', 'nO', '>-\n      no'])(
    'leaves %s alone',
    (key) => {
      expect(places('yaml/ambiguous-scalar', withKey(key))).toEqual([]);
    },
  );

  it('finds one among quoted ones', () => {
    expect(places('yaml/ambiguous-scalar', withKey('{ en: "no", no: no }'))).toEqual(['8:22', '8:26']);
  });

  it('finds a language that is a truth value', () => {
    const text = withKey('\n      en: Byte-pair encoding\n      no: Koding');
    const found = foundBy('yaml/ambiguous-scalar', text);
    expect(found.map(({ at }) => `${at.line}:${at.column}`)).toEqual(['10:7']);
    expect(found.map((f) => fixed(text, f))).toEqual([text.replace('no:', '"no":')]);
  });

  it('leaves dates in asOf alone', () => {
    expect(
      places('yaml/ambiguous-scalar', makeSampleDeck('level: 1', 'level: 1\n    asOf: 2024-01-31')),
    ).toEqual([]);
  });
});
