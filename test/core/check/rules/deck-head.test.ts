import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { foundBy } from './fixed.ts';

const withHead = (field: string) => makeSampleDeck('title: Tokens', `title: Tokens\n${field}`);
const rulesIn = (field: string) =>
  ['schema', 'text', 'yaml'].flatMap((group) =>
    [...all(group)].flatMap((rule) => foundBy(rule, withHead(field)).map((found) => found.rule)),
  );
const rules = [
  ...['schema/length', 'schema/wrong-type', 'schema/unknown-key', 'text/placeholder', 'text/left-over'],
  ...[
    'text/unclosed-markdown',
    'text/missing-translation',
    'text/html',
    'text/language-tag',
    'text/invisible',
  ],
];
const all = (group: string) => rules.filter((rule) => rule.startsWith(`${group}/`));
const paragraphs = 'primer: |-\n  Text is cut into pieces.\n\n  Each has a number.';

describe('the primer of a deck', () => {
  it('is a text in one language or several', () => {
    expect(rulesIn(paragraphs)).toEqual([]);
    expect(rulesIn('primer: { en: Text is cut., zh: 文本会被切开。 }')).toEqual([]);
  });

  it.each([
    ['a list', 'primer: [Text is cut.]', 'schema/wrong-type'],
    ['over 4,000 characters', `primer: ${'word '.repeat(801)}`, 'schema/length'],
    ['over 2,000 Chinese characters', `primer: ${'词'.repeat(2001)}`, 'schema/length'],
    ['a placeholder', 'primer: TODO', 'text/placeholder'],
    ['nothing to read', 'primer: { en: n/a, zh: 文本。 }', 'text/placeholder'],
    ['an open code span', 'primer: Text is `cut.', 'text/unclosed-markdown'],
    ['HTML', 'primer: Text is <b>cut</b>.', 'text/html'],
    ['a tag of a country', 'primer: { en: Text is cut., cn: 文本会被切开。 }', 'text/language-tag'],
    ['what was said to the author', "primer: As an AI language model, I can't say.", 'text/left-over'],
  ])('is checked as any text: %s', (_, field, rule) => {
    expect(rulesIn(field)).toEqual([rule]);
  });

  it('is wanted in all languages of the deck', () => {
    const both = (text: string) =>
      text
        .replace('title: Tokens', 'title: { en: Tokens, zh: 词元 }')
        .replace('stem: What does BPE stand for?', 'stem: { en: What does BPE stand for?, zh: 什么是 BPE？ }')
        .replace('key: Byte-pair encoding', 'key: { en: Byte-pair encoding, zh: 字节对编码 }')
        .replace(/rationale: (.*)/, 'rationale: { en: "$1", zh: 它把最常见的一对符号合并成一个。 }');
    const places = (text: string) => foundBy('text/missing-translation', both(text)).map(({ at }) => at.line);
    expect(places(sampleDeck)).toEqual([]);
    expect(places(`${sampleDeck}primer: Text is cut into pieces.\n`)).toHaveLength(1);
    expect(places(`${sampleDeck}primer: { en: Text is cut., zh: 文本会被切开。 }\n`)).toEqual([]);
  });

  it.each(['intro', 'primer'])('may begin with what is to come: %s', (field) => {
    expect(rulesIn(`${field}: { en: Here are ten questions on text., zh: 以下是 }`)).toEqual([]);
  });
});
