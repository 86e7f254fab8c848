import { describe, expect, it } from 'vitest';
import { foundBy } from './fixed.ts';

const deck = (fields: string, title = '{ en: Tokens, zh: 词元 }') => `title: ${title}
items:
  - id: one
    kind: text
    level: 1
    stem: { en: What is it called?, zh: 它叫什么？ }
    key: BPE
    rationale: { en: It is so., zh: 它会用 softmax 函数。 }
    sources: [{ title: A paper, url: https://example.org }]
${fields}`;
const places = (text: string) =>
  foundBy('text/missing-translation', text).map(({ at }) => `${at.line}:${at.column}`);

describe('text/missing-translation', () => {
  it.each([
    ['a text without one of the languages', '    hint: { en: Think. }', '10:11'],
    ['a text of words', '    hint: Think twice', '10:11'],
    ['a Chinese sentence', '    hint: 再想一想，就知道了', '10:11'],
    ['Chinese under English', '    hint: { en: 想一想, zh: 想一想 }', '10:17'],
    [
      'English under Chinese',
      '    hint: { en: Think., zh: It joins the most frequent pair of symbols into one again. }',
      '10:29',
    ],
    [
      'English with code and names under Chinese',
      '    hint: { en: Think., zh: "GPT-3 writes `merges.txt`, and BERT reads the file of words that came before it." }',
      '10:29',
    ],
    [
      'Chinese with a few English words under English',
      '    hint: { en: 这个 token 由最常见的一对符号合并而成，BPE 反复这样做。, zh: 想一想 }',
      '10:17',
    ],
    ['a reason', '    reject: [{ text: WordPiece, why: That is another }]', '10:38'],
  ])('finds %s', (_, field, at) => {
    expect(places(deck(`${field}\n`))).toEqual([at]);
  });

  it.each([
    ['a name', '    hint: GPT-3'],
    ['a number', '    hint: 3.14 %'],
    ['a formula', '    hint: QK^T / sqrt(d)'],
    ['code', '    hint: "`from here import this`"'],
    ['a word that the Chinese texts use', '    hint: softmax'],
    ['further answers', '    accept: [byte pair encoding, 字节对编码]'],
    ['a Chinese name', '    hint: 文心一言'],
    ['English that quotes Chinese', '    hint: { en: In Chinese it is “词元”., zh: 词元 }'],
    [
      'a title under Chinese',
      '    hint: { en: Think., zh: "“Attention Is All You Need, and the rest of it too, really”" }',
    ],
    [
      'names under Chinese',
      '    hint: { en: Think., zh: "GPT-2, GPT-3, PaLM, LLaMA, OPT, BLOOM, T5, BERT, Gopher, GLM" }',
    ],
    ['a few words under Chinese', '    hint: { en: Think., zh: Chain of thought prompting }'],
    ['code under Chinese', '    hint: { en: Think., zh: "`if a then b else c while d do e and f or g`" }'],
    ['numbers under Chinese', '    hint: { en: Think., zh: "1 2 3 4 5 6 7 8 9 10 11 12" }'],
    ['English about a Chinese name', '    hint: { en: Baidu calls it 文心一言., zh: 词元 }'],
    [
      'English that quotes a Chinese sentence',
      '    hint: { en: "The poem “床前明月光，疑是地上霜，举头望明月，低头思故乡” is split.", zh: 词元 }',
    ],
    ['a language that no other text has', '    hint: { en: a, zh: b, fr: c }'],
  ])('leaves %s alone', (_, field) => {
    expect(places(deck(`${field}\n`))).toEqual([]);
  });

  it('looks at the head of the file', () => {
    expect(places(deck('', 'The tokens'))).toEqual(['1:8']);
    expect(places(`${deck('')}intro: What it is about\n`)).toEqual(['10:8']);
  });

  it('takes the first answer of a blank for its key', () => {
    const cloze = (accept: string) =>
      deck('')
        .replace('kind: text', 'kind: cloze')
        .replace(/stem: .*/, 'stem: { en: "It is {{w}}.", zh: "它叫{{w}}。" }')
        .replace('key: BPE', `accept: { w: ${accept} }`);
    expect(places(cloze('[General, general one]'))).toEqual([]);
    expect(places(cloze('[general, General]'))).toEqual(['7:19']);
  });

  it('asks nothing of a deck in one language, or of a language that few stems have', () => {
    const plain = deck('').replaceAll(/\{ en: (.*?), zh: .*? \}/g, '$1');
    expect(places(plain)).toEqual([]);
    const item = plain.slice(plain.indexOf('  - id'));
    const many = [2, 3].map((n) => item.replace('one', `n-${n}`)).join('');
    expect(places(`${deck('')}${many}`)).toEqual([]);
  });

  it('looks at notes', () => {
    const notes = `title: { en: Notes, zh: 笔记 }
statements:
  - { id: a, lines: [1], says: { en: So., zh: 是。 }, verdict: right }
  - { id: b, lines: [2], says: { en: So. }, verdict: right }
  - { id: c, lines: [2], says: { en: So., zh: 是。 }, correction: It is not so, verdict: corrected }
`;
    const found = foundBy('text/missing-translation', { 'notes.yaml': notes });
    expect(found.map(({ at }) => `${at.line}:${at.column}`)).toEqual(['4:32', '5:65']);
  });
});
