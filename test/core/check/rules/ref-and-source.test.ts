import { describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { foundBy, type Texts } from './fixed.ts';

const messages = (rule: string, texts: Texts, whole = true) =>
  foundBy(rule, texts, whole).map((f) => f.message);
const places = (rule: string, texts: Texts) =>
  foundBy(rule, texts).map(({ path, at }) => `${path} ${at.line}:${at.column}`);

describe('ref/unknown-tag', () => {
  const item = sampleDeck.slice(sampleDeck.indexOf('  - id'));
  const tagged = (...tags: readonly string[]) =>
    `title: Tokens\nitems:\n${tags.map((tag, i) => item.replace('bpe-name', `i-${i}`).replace('[tokens]', `[${tag}]`)).join('')}`;

  it('names the tag of the list that was meant', () => {
    const files = { 'deck.yaml': tagged('token'), 'tags.yaml': 'tokens: { en: Tokens, zh: 词元 }\n' };
    expect(messages('ref/unknown-tag', files)).toEqual([
      'tags.yaml has no tag `token`; did you mean `tokens`?',
    ]);
  });

  it('goes by what is common if there is no list', () => {
    expect(messages('ref/unknown-tag', tagged('tokens', 'tokens', 'tokens', 'token'))).toEqual([
      'only this question has the tag `token`, but 3 have `tokens`; did you mean that?',
    ]);
  });

  it.each([
    ['two questions have it', ['tokens', 'tokens', 'tokens', 'token', 'token']],
    ['the other is not common', ['tokens', 'tokens', 'token']],
    ['it is two typos away', ['tokens', 'tokens', 'tokens', 'tokn']],
    ['it is a short word', ['bert', 'bert', 'bert', 'bart']],
    ['it is another version', ['gpt-2', 'gpt-2', 'gpt-2', 'gpt-3']],
  ])('is silent if %s', (_, tags) => {
    expect(messages('ref/unknown-tag', tagged(...tags))).toEqual([]);
  });

  it('is silent if only some of the bank is known', () => {
    expect(messages('ref/unknown-tag', tagged('tokens', 'tokens', 'tokens', 'token'), false)).toEqual([]);
  });

  it('is silent if the list is damaged', () => {
    const files = { 'deck.yaml': tagged('token'), 'tags.yaml': 'tokens: "a\n' };
    expect(messages('ref/unknown-tag', files)).toEqual([]);
  });
});

describe('ref/unused-source', () => {
  const entry = (id: string) =>
    `${id}:\n  authors: A\n  year: 2020\n  title: B\n  url: https://example.org/${id}\n`;
  const notes = 'statements: [{ id: a, lines: [1], says: So., verdict: right, sources: [{ ref: two }] }]\n';
  const deck = sampleDeck.replace(/sources:.*/s, 'sources: [{ ref: one }]\n');
  const bank = { 'deck.yaml': deck, 'notes.yaml': notes };

  it('counts what the notes name', () => {
    expect(places('ref/unused-source', { ...bank, 'sources.yaml': entry('one') + entry('two') })).toEqual([]);
    expect(
      places('ref/unused-source', { ...bank, 'sources.yaml': entry('one') + entry('two') + entry('three') }),
    ).toEqual(['sources.yaml 11:1']);
  });

  it('is silent if something could not be read, or is not there', () => {
    const files = { 'deck.yaml': deck, 'sources.yaml': entry('one') + entry('two') };
    expect(messages('ref/unused-source', files, false)).toEqual([]);
    expect(messages('ref/unused-source', { ...files, 'b.yaml': 'items: [' })).toEqual([]);
  });
});

it('source/not-https looks at questions and at the bibliography', () => {
  const sources = 'one: { authors: A, year: 2020, title: B, url: "http://example.org" }\n';
  expect(
    places('source/not-https', { 'deck.yaml': makeSampleDeck('https:', 'http:'), 'sources.yaml': sources }),
  ).toEqual(['deck.yaml 12:14', 'sources.yaml 1:47']);
});

it('source/missing leaves sources of the bibliography alone', () => {
  const deck = sampleDeck.replace(/sources:.*/s, 'sources: [{ ref: one }, { title: A book }]\n');
  expect(places('source/missing', deck)).toEqual(['deck.yaml 10:38']);
});

describe('source/stale', () => {
  const dated = (asOf: string) => makeSampleDeck('level: 1', `level: 1\n    asOf: "${asOf}"`);
  // 36 months before 1 June 2026.
  it.each([
    ['2023-05-31', 1],
    ['2023-06-01', 0],
    ['2023-05', 1],
    ['2023-06', 0],
    ['2022', 1],
    ['2023', 0],
  ])('a date of %s', (asOf, count) => {
    expect(messages('source/stale', dated(asOf))).toHaveLength(count);
  });

  const stem = (words: string) =>
    makeSampleDeck(
      'stem: What does BPE stand for?',
      `stem:\n      ${/[a-z]{4}/.test(words) ? 'en' : 'zh'}: ${words}`,
    );
  it.each([
    'Which model is currently the largest?',
    'What is the latest version of GPT?',
    'Which model is the state of the art on MMLU?',
    'As of now, which one leads?',
    '目前最大的模型是哪个？',
    '最新版 GPT 叫什么？',
    '截至目前，哪个模型最大？',
    'How many models are in use today?',
    'Which firm currently makes the most of them?',
    'Nowadays, which of them is used most?',
    '目前诊断它最可靠的方法是',
    '我国目前最大的模型是',
  ])('asks for a date: %s', (words) => {
    expect(messages('source/stale', stem(words))).toHaveLength(1);
    expect(messages('source/stale', stem(words).replace('level: 1', 'level: 1\n    asOf: 2026-05'))).toEqual(
      [],
    );
  });

  it.each([
    'As of now, in 2023, which one leads?',
    'Which paper set a new state of the art on nine of twelve tasks?',
    'What does the latest token attend to?',
    'How does it weigh the current input?',
    '截至 2023 年，目前哪个模型最大？',
    '它如何看待当前输入？',
    '最新生成的词元是什么？',
    'A man comes for a check-up today. Which drug is right?',
    'Which command deletes the currently selected layer?',
    'Upgrade to the latest version. Which file holds the setting?',
    'You currently have three servers. Which one should you stop first?',
    'This country, which is popular today, was once a colony.',
    'Which orator wrote a book that is still read today?',
    'Which formula uses `TODAY()` in place of “today”?',
    '组织目前的需求由谁估量？',
    '会车时下列做法正确的是',
    '患者目前最可能的诊断是',
    '明末有人说“如今骄惰成风”，这反映了什么？',
  ])('does not: %s', (words) => {
    expect(messages('source/stale', stem(words))).toEqual([]);
  });
});

describe('schema/length', () => {
  const lengths = (texts: Texts) => foundBy('schema/length', texts).map((f) => `${f.severity} ${f.at.line}`);
  it.each([
    ['a'.repeat(400), []],
    ['a'.repeat(401), ['info 7']],
    ['字'.repeat(200), []],
    ['字'.repeat(201), ['info 7']],
    ['a'.repeat(4_000), ['info 7']],
    ['a'.repeat(4_001), ['error 7']],
  ])('of a stem', (stem, found) => {
    expect(lengths(makeSampleDeck('What does BPE stand for?', stem))).toEqual(found);
  });

  it.each([
    ['a'.repeat(160), []],
    ['a'.repeat(161), ['info 9']],
    ['字'.repeat(81), ['info 9']],
  ])('of an option', (option, found) => {
    const multi = makeSampleDeck('kind: recall', 'kind: multi').replace(
      'key: Byte-pair encoding',
      `keys:\n      - ${option}\n    distractors: [{ text: a, why: b }]`,
    );
    expect(lengths(multi)).toEqual(found);
  });

  it('of any text of any file', () => {
    const notes = `statements: [{ id: a, lines: [1], says: ${'b'.repeat(4_001)}, verdict: right }]\n`;
    expect(lengths({ 'notes.yaml': notes })).toEqual(['error 1']);
  });
});

describe('meta/schema-modeline', () => {
  const line = '# yaml-language-server: $schema=x.json\n';
  const other = makeSampleDeck('bpe-name', 'other');
  it.each([
    ['none has it', ['', ''], []],
    ['all have it', [line, `---\n# a\n${line}`], []],
    ['one has it', ['', line], ['a.yaml 1:1']],
  ])('if %s', (_, [a = '', b = ''], found) => {
    expect(places('meta/schema-modeline', { 'a.yaml': a + sampleDeck, 'b.yaml': b + other })).toEqual(found);
  });
});
