import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

const glossary = `token:
  write: { en: token, zh: 词元（token） }
  avoid:
    en: [word piece]
    zh:
      - { text: 标记, except: [标记问题], note: 标记指标注 }
      - 令牌
tuning:
  write: { en: fine-tuning, zh: 有监督微调, de: Feinabstimmung }
  avoid: { en: [finetuning, C++], zh: [监督微调, embedding], de: [Finetuning] }
`;

const found = (deck: string, terms = glossary, more: Readonly<Record<string, string>> = {}) =>
  checkBank(
    Object.entries({ 'decks/a.yaml': deck, 'glossary.yaml': terms, ...more }).map(([path, text]) => ({
      path,
      text,
    })),
    { wanted: ({ id }) => id === 'text/glossary' || id.startsWith('schema/') },
  ).diagnostics;
const wordsIn = (text: string, lang = 'en') =>
  found(sampleDeck.replace(/rationale: .*/, `rationale: { ${lang}: ${JSON.stringify(text)} }`)).flatMap(
    ({ message }) => /^`(.*)` is a wording/.exec(message)?.[1] ?? message,
  );

describe('text/glossary', () => {
  it('says what was found, where, and what to write', () => {
    const deck = makeSampleDeck('most frequent pair', 'most frequent word piece');
    expect(found(deck)).toEqual([
      expect.objectContaining({
        ...{ rule: 'text/glossary', severity: 'warning', item: 'bpe-name', path: 'decks/a.yaml' },
        message: '`word piece` is a wording to avoid; write `token`',
      }),
    ]);
    const chinese = sampleDeck.replace(/rationale: .*/, 'rationale: { zh: 这是一个标记。 }');
    expect(found(chinese)[0]?.message).toBe(
      '`标记` is a wording to avoid; write `词元（token）` (标记指标注)',
    );
  });

  it.each([
    ['in any case, over a line break', 'A Word\nPiece and Finetuning.', ['Word Piece', 'Finetuning']],
    ['each once', 'A word piece is a word piece.', ['word piece']],
    ['not in longer words', 'A sword piece, word pieces, refinetuning, finetuning2.', []],
    ['beside signs', '(word piece)-finetuning/', ['word piece', 'finetuning']],
    ['with signs of its own', 'In C++, not C.', ['C++']],
    [
      'not in code, quotations or addresses',
      '`word piece` “word piece” "word piece" https://a.org/finetuning',
      [],
    ],
    ['not in another language', 'Dies ist 标记.', []],
  ])('finds words %s', (_, text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    ['anywhere in Chinese', '每个标记都是令牌化的。', ['标记', '令牌']],
    ['not in its exceptions', '标记问题很多。', []],
    ['beside one of its exceptions', '标记问题与标记。', ['标记']],
    ['not in what is to be written', '有监督微调。', []],
    ['but in a part of it', '监督微调。', ['监督微调']],
    ['in letters between characters', '用embedding表示，而不是embeddings。', ['embedding']],
    ['not in titles', '见《令牌》和「令牌」。', []],
  ])('finds Chinese %s', (_, text, words) => {
    expect(wordsIn(text, 'zh')).toEqual(words);
  });

  it('goes by the language of a text, of its deck, and of the bank', () => {
    const german = makeSampleDeck('most frequent pair', 'Finetuning und finetuning');
    expect(found(german)).toHaveLength(1);
    expect(found(`language: de\n${german}`)[0]?.message).toContain('write `Feinabstimmung`');
    expect(found(german, glossary, { 'bank.yaml': 'language: de\n' })[0]?.message).toContain(
      'Feinabstimmung',
    );
    expect(found(`language: fr\n${german}`)).toEqual([]);
    expect(wordsIn('一个令牌', 'zh-CN')).toEqual(['令牌']);
  });

  it('judges titles, primers, notes and reasons, but not what may be typed or is cited', () => {
    const deck = (fields: string) =>
      makeSampleDeck('key: Byte-pair encoding', `key: Byte-pair encoding\n    ${fields}`).replace(
        'kind: recall',
        'kind: text',
      );
    expect(found(makeSampleDeck('title: Tokens', 'title: Word piece\nprimer: Finetuning.'))).toHaveLength(2);
    expect(found(deck('accept: [word piece]'))).toEqual([]);
    expect(found(deck('reject: [{ text: word piece, why: No finetuning. }]'))).toHaveLength(1);
    expect(found(sampleDeck.replace(/title: (?!Tokens).*/, 'title: Word piece'))).toEqual([]);
    const notes = 'statements: [{ id: a, lines: [1], says: A word piece., verdict: right }]\n';
    expect(found(sampleDeck, glossary, { 'notes.yaml': notes }).map(({ path }) => path)).toEqual([
      'notes.yaml',
    ]);
  });

  it('can be allowed for a question', () => {
    const deck = makeSampleDeck('most frequent pair', 'most frequent word piece');
    const allowed = deck.replace(
      '    level: 1',
      '    level: 1\n    lint: { allow: [{ rule: text/glossary, reason: History. }] }',
    );
    expect(found(allowed)).toEqual([]);
  });

  it.each([
    ['a term without what to write', 'token: { avoid: { en: [a] } }', 'schema/missing-key'],
    ['a wording in no language', 'token: { write: a, avoid: [b] }', 'schema/wrong-type'],
    ['an empty wording', 'token: { write: a, avoid: { en: [" "] } }', 'schema/missing-key'],
    ['an unknown field', 'token: { write: a, avoid: { en: [{ text: b, but: [c] }] } }', 'schema/unknown-key'],
    ['a text', 'token: a', 'schema/wrong-type'],
  ])('refuses %s', (_, terms, rule) => {
    expect(found(sampleDeck, terms).map((one) => one.rule)).toEqual([rule]);
  });

  it('takes any sign for itself', () => {
    const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
    for (const sign of signs) {
      const terms = JSON.stringify({ a: { write: 'x', avoid: { en: [`sub${sign}word`] } } });
      const deck = makeSampleDeck('title: Tokens', `title: ${JSON.stringify(`A sub${sign}word`)}`);
      expect(found(deck, terms), sign).toHaveLength(1);
      expect(found(makeSampleDeck('title: Tokens', 'title: A sub word'), terms), sign).toEqual([]);
    }
  });

  it('takes a term that avoids nothing, and texts in all forms', () => {
    expect(
      found(sampleDeck, 'token: { write: token }\nb: { write: b, avoid: { en: [(x*, "[y"] } }\n'),
    ).toEqual([]);
  });
});
