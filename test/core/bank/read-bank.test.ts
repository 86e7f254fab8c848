import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { anyText } from '../../arbitrary/any-text.ts';
import { tries } from '../../tries.ts';

/** The rules on how a bank is written, not on how it asks. */
const ofForm = ({ id, off }: Rule) =>
  off !== true && (/^(?:yaml|text|schema|ref)\//.test(id) || id === 'bank/empty');
const check = (text: string, path = 'deck.yaml') => checkBank([{ path, text }], { wanted: ofForm });
const findings = (text: string) =>
  check(text).diagnostics.map(({ rule, at }) => `${at.line}:${at.column} ${rule}`);
const message = (text: string) => check(text).diagnostics.map((d) => d.message)[0] ?? '';

const choice = `title: Tokens
items:
  - id: bpe
    kind: choice
    level: 1
    stem: What does BPE stand for?
    key: Byte-pair encoding
    distractors:
      - { text: Bit-pair encoding, why: Bytes and not bits. }
      - { text: Basic pair encoding, why: It is byte. }
    rationale: It joins pairs.
    sources: [{ title: A paper, url: https://example.org }]
`;

describe('one fault in an item gives one finding, at its place', () => {
  it.each([
    ['a misspelt key', ['rationale:', 'rationle:'], '11:5 schema/unknown-key', '`rationale`'],
    ['a key by another name', ['stem:', 'question:'], '6:5 schema/unknown-key', '`stem`'],
    [
      'a misspelt key of an entry',
      ['why: It is byte.', 'whi: It is byte.'],
      '10:38 schema/unknown-key',
      '`why`',
    ],
    [
      'a key that is like none',
      ['level: 1', 'level: 1\n    colour: red'],
      '6:5 schema/unknown-key',
      '`hint`',
    ],
    [
      'a comma in a value without quotes',
      ['url: https://example.org', 'at: Tables 2, 3 and 4'],
      '12:47 schema/unknown-key',
      'quotes',
    ],
    ['a key that is not there', ['    level: 1\n', ''], '3:5 schema/missing-key', '`level`'],
    [
      'a key of an entry that is not there',
      ['{ text: Basic pair encoding, why: It is byte. }', '{ text: Basic }'],
      '10:11 schema/missing-key',
      '`why`',
    ],
    ['an address of a script', ['https://example.org', 'javascript:x'], '12:38 schema/bad-value', 'https'],
    ['a month that is none', ['level: 1', 'level: 1\n    asOf: 2020-13'], '6:11 schema/bad-value', 'no such'],
    ['an empty text', ['key: Byte-pair encoding', 'key:'], '7:5 schema/missing-key', 'empty'],
    ['a text of blanks', ['key: Byte-pair encoding', 'key: "  "'], '7:10 schema/missing-key', 'empty'],
    ['no language', ['key: Byte-pair encoding', 'key: {}'], '7:10 schema/missing-key', 'empty'],
    ['a misspelt kind', ['kind: choice', 'kind: chioce'], '4:11 schema/unknown-kind', '`choice`'],
    ['a kind under another name', ['kind: choice', 'type: choice'], '4:5 schema/unknown-key', '`kind`'],
    ['a kind as others call it', ['kind: choice', 'kind: MCQ'], '4:11 schema/unknown-kind', 'mean `choice`'],
    ['a kind that there is not', ['kind: choice', 'kind: essay'], '4:11 schema/unknown-kind', '`choice`'],
    ['no kind', ['    kind: choice\n', ''], '3:5 schema/missing-key', '`choice`'],
    ['an empty kind', ['kind: choice', 'kind:'], '4:5 schema/missing-key', '`choice`'],
    ['a level in quotes', ['level: 1', 'level: "1"'], '5:12 schema/wrong-type', 'quotes'],
    ['half a level', ['level: 1', 'level: 1.5'], '5:12 schema/wrong-type', 'whole number'],
    ['a level too high', ['level: 1', 'level: 9'], '5:12 schema/range', 'at most 5'],
    [
      'too few distractors',
      ['      - { text: Basic pair encoding, why: It is byte. }\n', ''],
      '9:7 schema/range',
      'at least 2',
    ],
    [
      'a text that is a list',
      ['key: Byte-pair encoding', 'key: [Byte-pair encoding]'],
      '7:10 schema/wrong-type',
      'must be text, or one text per language',
    ],
    [
      'a list that is a text',
      ['level: 1', 'level: 1\n    tags: tokens'],
      '6:11 schema/wrong-type',
      '[tokens]',
    ],
    ['a number as a text', ['key: Byte-pair encoding', 'key: 1.10'], '7:10 schema/unquoted-scalar', '"1.10"'],
    [
      'a number as a text in a language',
      ['key: Byte-pair encoding', 'key: { en: 0x1F, zh: 三十一 }'],
      '7:16 schema/unquoted-scalar',
      '0x1F',
    ],
    [
      'a truth value as a text',
      ['text: Basic pair encoding', 'text: true'],
      '10:17 schema/unquoted-scalar',
      '"true"',
    ],
    ['nothing as a text', ['key: Byte-pair encoding', 'key: ~'], '7:10 schema/unquoted-scalar', '"~"'],
    ['a year as a date', ['level: 1', 'level: 1\n    asOf: 2020'], '6:11 schema/unquoted-scalar', '"2020"'],
    ['an id in capitals', ['id: bpe', 'id: BPE Name'], '3:9 schema/bad-id', '`bpe-name`'],
    ['a tag in capitals', ['level: 1', 'level: 1\n    tags: [LLM]'], '6:12 schema/bad-id', '`llm`'],
    [
      'a date that is none',
      ['level: 1', 'level: 1\n    asOf: May 2020'],
      '6:11 schema/bad-value',
      'May 2020',
    ],
    ['an address that is none', ['https://example.org', 'example'], '12:38 schema/bad-value', 'https://'],
    [
      'a language by its name',
      ['key: Byte-pair encoding', 'key: { English: Byte-pair encoding }'],
      '7:12 schema/unknown-key',
      '`en`',
    ],
    [
      'a full-width colon in a map',
      ['key: Byte-pair encoding', 'key: { en：Byte-pair encoding }'],
      '7:12 schema/unknown-key',
      'full-width',
    ],
    ['an item that is a text', ['items:\n', 'items:\n  - what\n'], '3:5 schema/wrong-type', 'map'],
  ])('%s', (_, [from = '', to = ''], expected, word) => {
    const text = choice.replace(from, () => to);
    expect(findings(text)).toEqual([expected]);
    expect(message(text)).toContain(word);
  });

  it.each([
    [
      'a source by its key',
      ['[{ title: A paper, url: https://example.org }]', '[devlin2019]'],
      '{ ref: devlin2019 }',
    ],
    [
      'sources by a key',
      ['[{ title: A paper, url: https://example.org }]', 'devlin2019'],
      '[{ ref: devlin2019 }]',
    ],
    [
      'one source',
      ['[{ title: A paper, url: https://example.org }]', '{ ref: devlin2019 }'],
      'put it in [ ]',
    ],
    [
      'a source by its address',
      ['[{ title: A paper, url: https://example.org }]', '["https://e.org"]'],
      '{ title: ..., url: ... }',
    ],
    [
      'a distractor without its reason',
      ['{ text: Basic pair encoding, why: It is byte. }', 'Basic'],
      '{ text: ..., why: ... }',
    ],
    [
      'an address without its scheme',
      ['https://example.org', 'example.org/a'],
      'write https://example.org/a',
    ],
  ])('%s: it says what to write, and mends nothing', (_, [from = '', to = ''], way) => {
    const [found, ...others] = check(choice.replace(from, () => to)).diagnostics;
    expect(found?.message).toContain(way);
    expect(found?.fix).toBeUndefined();
    expect(others).toEqual([]);
  });

  it.each([
    ['number', 'key: 4 bytes', 'write 4, and `unit: bytes`'],
    ['number', 'key: 50,257', 'write 50257'],
    ['number', 'key: 128K', 'write 128, and `unit: K`, or 128000 if K is thousand'],
    ['number', 'key: 12.8万', 'write 128000'],
    ['number', 'key: 3%', 'write 3, and `unit: "%"`'],
    ['number', 'key: 3\n    tolerance: "5 %"', 'write 5%'],
    ['number', 'key: 3\n    tolerance: ±5％', 'write 5%'],
    ['true-false', 'key: no', 'write false'],
    ['true-false', 'key: "True"', 'write true'],
    ['true-false', 'key: 错', 'write false'],
  ])('a %s with %s: it says what to write', (kind, key, way) => {
    const text = choice
      .replace('kind: choice', `kind: ${kind}`)
      .replace(/key: .*\n[\s\S]*?(?= {4}rationale)/, `${key}\n`);
    const found = checkBank([{ path: 'd.yaml', text }], { wanted: (rule) => /^(schema|yaml)/.test(rule.id) });
    expect(found.diagnostics.map((d) => d.message)).toEqual([expect.stringContaining(way)]);
    expect(found.diagnostics[0]?.fix).toBeUndefined();
  });

  it.each([
    [
      'in one language',
      '{ en: "A {{unit}}?", zh: "甲 {{units}}？" }',
      'unit: [b]',
      '`stem.zh`: its blank {{units}} is called {{unit}}',
    ],
    [
      'in all',
      '{ en: "A {{unit}}?", zh: "甲 {{unit}}？" }',
      'units: [b]',
      '`accept`: {{units}} is called {{unit}} in the stem',
    ],
    ['in the only one', '"A {{unit}}?"', 'units: [b]', '`stem`: its blank {{unit}} is called {{units}}'],
  ])('a blank of two names %s', (_, stem, accept, said) => {
    const text = `title: T\nitems:\n  - id: a\n    kind: cloze\n    level: 1\n    stem: ${stem}\n    accept: { ${accept} }\n    rationale: r\n    sources: [{ title: A, url: https://e.org }]\n`;
    expect(check(text).diagnostics.map((d) => d.message)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ['a pair', 'T5: SentencePiece', 'write { left: T5, right: SentencePiece }'],
    ['a pair with a number', 'GPT-2: 50257', 'write { left: GPT-2, right: "50257" }'],
    ['a pair with marks', 'T5: "a, b"', 'write { left: T5, right: "a, b" }'],
    ['a pair in languages', 'T5: { en: one, zh: 一 }', 'write { left: T5, right: ... }'],
    ['an entry with one other key', 'name: T5', 'write { left: ..., right: ... }'],
  ])('%s where an entry has two keys: one finding says how to write it', (_, entry, way) => {
    const text = choice
      .replace('kind: choice', 'kind: match')
      .replace(
        / {4}key: .*\n[\s\S]*?(?= {4}rationale)/,
        () => `    pairs:\n      - ${entry}\n      - { left: a, right: b }\n`,
      );
    expect(findings(text)).toEqual(['8:9 schema/unknown-key']);
    expect(message(text)).toContain(way);
  });

  it('pairs as one map: it says what an entry looks like', () => {
    const text = choice
      .replace('kind: choice', 'kind: match')
      .replace(
        / {4}key: .*\n[\s\S]*?(?= {4}rationale)/,
        '    pairs:\n      T5: SentencePiece\n      BERT: WordPiece\n',
      );
    expect(findings(text)).toEqual(['8:7 schema/wrong-type']);
    expect(message(text)).toContain('write [{ left: ..., right: ... }, ...]');
  });

  const numeric = choice.replace(
    /key: .*\n[\s\S]*?(?= {4}rationale)/,
    'key: 175\n    unit: billion\n    tolerance: 5%\n',
  );
  it.each([
    [
      'text',
      'a text question has no `unit` and `tolerance`, but a number question does; write `kind: number`',
    ],
    ['recall', 'write `kind: number`'],
    ['choice', 'write `kind: number`'],
  ])('a number under kind: %s is one finding, at the kind', (kind, way) => {
    const text = numeric.replace('kind: choice', `kind: ${kind}`);
    expect(findings(text)).toEqual(['4:11 schema/bad-value']);
    expect(message(text)).toContain(way);
  });

  it('a number under kind: text that is written with its unit has a second fault', () => {
    const text = numeric.replace('kind: choice', 'kind: text').replace('175', '175B');
    expect(findings(text)).toEqual(['4:11 schema/bad-value', '7:10 schema/wrong-type']);
  });

  it('a kind is not doubted for one key that it has not', () => {
    expect(
      findings(
        numeric
          .replace('kind: choice', 'kind: text')
          .replace('175', 'many')
          .replace(/ {4}tol.*\n/, ''),
      ),
    ).toEqual(['8:5 schema/unknown-key']);
  });

  it.each([
    ['by another name', 'items:', 'cards:', '2:1 schema/unknown-key', 'mean `items`'],
    ['without its key', 'items:\n', '', '2:3 yaml/syntax', '`items:`'],
    ['as a text', 'items:', 'items: |', '2:8 schema/wrong-type', 'must be a list'],
  ])('a list of questions %s is one finding', (_, from, to, expected, word) => {
    const text = choice.replace(from, to);
    expect(findings(text)).toEqual([expected]);
    expect(message(text)).toContain(word);
    expect(message(text).length).toBeLessThan(200);
  });

  it('an empty deck is one finding in a bank with notes', () => {
    const notes = 'statements: [{ id: s, lines: [1], says: So., verdict: right, sources: [{ title: A }] }]\n';
    const { diagnostics } = checkBank(
      [
        { path: 'decks/a.yaml', text: choice },
        { path: 'decks/b.yaml', text: 'title: T\nitems: []\n' },
        { path: 'notes.yaml', text: notes },
      ],
      { wanted: ({ id }) => /^bank.(empty|uncovered)/.test(id) },
    );
    expect(diagnostics.map((d) => d.rule)).toEqual(['bank/empty']);
  });

  it('a long text in place of a list of few is not too long as well', () => {
    const text = choice.replace('kind: choice', 'kind: multi').replace('key: Byte', 'keys: Byte');
    expect(findings(text)).toEqual(['7:11 schema/wrong-type']);
  });

  it.each([
    ['brackets of an input method', 'tags: 【tokens，gpt】', 'write [tokens, gpt]'],
    ['a full-width comma between tags', 'tags: [tokens，gpt]', 'several ids; write tokens, gpt'],
    ['an enumeration comma between tags', 'tags: [tokens、gpt]', 'several ids; write tokens, gpt'],
  ])('%s: what to write, and no mend that is none', (_, tags, way) => {
    const [found, ...others] = check(choice.replace('level: 1', `level: 1\n    ${tags}`)).diagnostics;
    expect(found?.message).toContain(way);
    expect(found?.fix).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('and several faults give as many', () => {
    const text = choice
      .replace('level: 1', 'level: 9')
      .replace('kind: choice', 'kind: chioce')
      .replace('why: It', 'whi: It');
    expect(findings(text)).toEqual([
      '4:11 schema/unknown-kind',
      '5:12 schema/range',
      '10:38 schema/unknown-key',
    ]);
  });

  it.each([
    ['true or false', 'true-false'],
    ['True/False', 'true-false'],
    ['tf', 'true-false'],
    ['判断题', 'true-false'],
    ['单选', 'choice'],
    ['单选题', 'choice'],
    ['multiple choice', 'choice'],
    ['多选题', 'multi'],
    ['multi-select', 'multi'],
    ['填空题', 'cloze'],
    ['fill in the blank', 'cloze'],
    ['Short Answer', 'text'],
    ['numeric', 'number'],
    ['matching', 'match'],
    ['ordering', 'order'],
    ['flash card', 'recall'],
  ])('a kind called %s is told by its name here', (called, name) => {
    const { diagnostics } = check(choice.replace('kind: choice', `kind: ${called}`));
    expect(diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`; did you mean \`${name}\`?`),
    );
  });

  it('“multiple choice” with several keys is the kind that has them', () => {
    const { diagnostics } = check(
      choice.replace('kind: choice', 'kind: Multiple-Choice').replace(/key: (.*)/, 'keys: [$1]'),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'unknown kind "Multiple-Choice"; did you mean `multi`?',
    ]);
  });

  it('and under a kind that cannot be told, only what all kinds have is judged', () => {
    const text = choice
      .replace('kind: choice', 'kind: essay')
      .replace('level: 1', 'level: 9')
      .replace('key:', 'words:');
    expect(findings(text)).toEqual(['4:11 schema/unknown-kind', '5:12 schema/range']);
  });
});

describe('a broken item does not hide others', () => {
  const three = `${choice}${choice.slice(choice.indexOf('  - id')).replace('bpe', 'two')}${choice.slice(choice.indexOf('  - id')).replace('bpe', 'three')}`;

  it.each([
    ['in its shape', 'id: two\n    kind: choice', 'id: two\n    kind: essay'],
    ['in its YAML', 'id: two\n    kind: choice', 'id: two\n    kind: "choice'],
  ])('%s', (_, from, to) => {
    const { bank, diagnostics } = check(three.replace(from, to));
    expect(bank.decks[0]?.items.map((i) => i.id)).toEqual(['bpe', 'three']);
    expect(diagnostics).toHaveLength(1);
  });

  it('and an item with an id that another has is left out', () => {
    const { bank } = check(three.replace('id: two', 'id: three'));
    expect(bank.decks[0]?.items.map((i) => i.id)).toEqual(['bpe', 'three']);
  });
});

describe('the frame of a deck', () => {
  it.each([
    ['no title', choice.replace('title: Tokens\n', ''), ['1:1 schema/missing-key']],
    ['a misspelt title', choice.replace('title', 'titel'), ['1:1 schema/unknown-key']],
    ['questions for items', choice.replace('items', 'questions'), ['2:1 schema/unknown-key']],
    ['a list', '- a\n- b\n', ['1:1 schema/wrong-type']],
    ['a text', 'hello', ['1:1 schema/wrong-type']],
    ['items that are a map', 'title: T\nitems: { a: b }\n', ['2:8 schema/wrong-type']],
    ['no item', 'title: T\nitems:\n', ['2:1 bank/empty']],
    ['nothing', '', ['1:1 bank/empty']],
    ['comments alone', '# nothing\n', ['1:1 bank/empty']],
    ['UTF-16', Buffer.from(choice, 'utf16le').toString('utf8'), ['1:1 text/encoding']],
    ['a title with a syntax error', choice.replace('title: Tokens', 'title: "Tokens'), ['1:8 yaml/syntax']],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

describe('references', () => {
  const publication = 'authors: A\n  year: 2020\n  title: T\n  url: https://example.org\n';
  const sources = { path: 'sources.yaml', text: `a2020:\n  ${publication}` };
  const statement = (id: string) => `  - { id: ${id}, lines: [1], says: So it is., verdict: right }\n`;
  const notes = { path: 'notes.yaml', text: `statements:\n${statement('n-one')}` };
  const deck = (refs: string, of: string) => ({
    path: 'decks/d.yaml',
    text: sampleDeck.replace(/sources:.*/s, `sources: [${refs}]\n    notes: [${of}]\n`),
  });
  const rulesOf = (...args: Parameters<typeof checkBank>) =>
    checkBank(...args).diagnostics.map(({ rule, path }) => `${path} ${rule}`);

  it('are found to be good', () => {
    expect(rulesOf([deck('{ ref: a2020 }', 'n-one'), sources, notes])).toEqual([]);
  });

  it('to what is not there are found, with what is near', () => {
    const { diagnostics } = checkBank([deck('{ ref: a2021 }', 'n-one, n-oen'), sources, notes]);
    expect(diagnostics.map((d) => d.message)).toEqual([
      expect.stringContaining('did you mean `a2020`?'),
      expect.stringContaining('did you mean `n-one`?'),
    ]);
  });

  it('without the files they lead to are one finding each', () => {
    expect(rulesOf([deck('{ ref: a2020 }, { ref: b2020 }', 'n-one, n-two')])).toEqual([
      'decks/d.yaml ref/dangling-source',
      'decks/d.yaml ref/dangling-note',
    ]);
  });

  it('from a part of a bank are not judged where it has no such files', () => {
    expect(rulesOf([deck('{ ref: a2020 }', 'n-one')], { whole: false })).toEqual([]);
    expect(rulesOf([deck('{ ref: b2020 }', 'n-one'), sources], { whole: false })).toHaveLength(1);
  });

  it('are not judged by a file that could not be read', () => {
    const broken = { ...notes, text: `${notes.text}  - { id: "n-two, lines: [2] }\n` };
    expect(rulesOf([deck('{ ref: a2020 }', 'n-two'), sources, broken])).toEqual(['notes.yaml yaml/syntax']);
  });

  it('that are missing for a statement are a warning, but not while a question cannot be read', () => {
    const two = { ...notes, text: notes.text + statement('n-two') };
    const good = deck('{ ref: a2020 }', 'n-one');
    expect(rulesOf([good, sources, two])).toEqual(['notes.yaml bank/uncovered-note']);
    const broken = { ...good, text: good.text.replace('level: 1', 'level: 9') };
    expect(rulesOf([broken, sources, two])).toEqual(['decks/d.yaml schema/range']);
  });

  it('of former ids to ids in use are found', () => {
    const renamed = makeSampleDeck('tags: [tokens]', 'formerIds: [bpe-name]');
    expect(findings(renamed)).toEqual(['6:17 ref/duplicate-id']);
    const [one, two] = ['bpe-one', 'bpe-two'].map((id) =>
      renamed.replace('id: bpe-name', `id: ${id}`).replace('title: Tokens\nitems:\n', ''),
    );
    expect(findings(`title: Tokens\nitems:\n${one}${two}`)).toEqual(['16:17 ref/duplicate-id']);
  });

  it('are told from files by what they hold, or by name', () => {
    const parts = { ...sources, path: 'sources.d/d.yaml' };
    expect(rulesOf([deck('{ ref: a2020 }', 'n-one'), parts, { ...notes, path: 'other.yaml' }])).toEqual([]);
  });

  it('to tags are read from tags.yaml, whose entries are looked at one by one', () => {
    const tags = (text: string) =>
      rulesOf([
        { path: 'd.yaml', text: sampleDeck },
        { path: 'tags.yaml', text },
      ]);
    expect(tags('tokens: How a text is cut.\n')).toEqual([]);
    expect(tags('tokens: { en: How a text is cut., zh: 文本的切分 }\n')).toEqual([]);
    expect(tags('tokens: [a]\nA b: x\nc:\n')).toEqual([
      'tags.yaml schema/wrong-type',
      'tags.yaml schema/bad-id',
      'tags.yaml schema/missing-key',
    ]);
    expect(tags('- tokens\n')).toEqual(['d.yaml ref/unknown-tag', 'tags.yaml schema/wrong-type']);
  });

  it('hold for entries of the files, too', () => {
    const bad = { ...sources, text: `A 2020:\n  ${publication.replace('2020', '"2020"')}b2020: x\n` };
    expect(rulesOf([{ path: 'd.yaml', text: sampleDeck }, bad])).toEqual([
      'sources.yaml schema/bad-id',
      'sources.yaml schema/wrong-type',
      'sources.yaml schema/wrong-type',
    ]);
  });
});

describe('characters that cannot be seen', () => {
  it.each([
    ['an escape as it is', 'Byte-\u001b[2Jpair', '8:15 text/control-char'],
    ['an escape by its escape', '"Byte-\\e[2Jpair"', '8:10 text/control-char'],
    ['a NUL', 'Byte-\0pair', '8:15 text/control-char'],
    ['DEL and C1', 'Byte-\u007f\u009bpair', '8:15 text/control-char'],
    ['C1 by its escape', '"Byte-\\u009bpair"', '8:10 text/control-char'],
    ['a lone surrogate by its escape', '"Byte-\\ud800pair"', '8:10 text/control-char'],
    ['tag characters', 'Byte-\u{e0041}\u{e0042}pair', '8:15 text/control-char'],
    ['a right-to-left override', 'Byte-\u202epair', '8:15 text/bidi'],
    ['an isolate by its escape', '"Byte-\\u2066pair"', '8:10 text/bidi'],
    ['a lost character', 'Byte-\ufffdpair', '8:15 text/encoding'],
  ])('%s is found once', (_, key, expected) => {
    expect(findings(makeSampleDeck('Byte-pair encoding', key))).toEqual([expected]);
  });

  it.each([
    ['Chinese', '字节对编码'],
    ['emoji with joiners and selectors', '👩‍👩‍👧 ✔️'],
    ['a no-break space', 'a\u00a0b'],
    ['a lost character that is meant', '"\\ufffd"'],
    ['a tab', '"a\\tb"'],
  ])('%s is no finding', (_, key) => {
    expect(findings(makeSampleDeck('Byte-pair encoding', key))).toEqual([]);
  });

  it('in a comment are found, too', () => {
    expect(findings(`${sampleDeck}# \u202e\n`)).toEqual(['13:3 text/bidi']);
  });
});

it('never throws, whatever is done to a deck', () => {
  const edit = fc.record({
    at: fc.nat({ max: choice.length }),
    gone: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        ': ',
        '\n',
        '- ',
        '[',
        '{',
        '&a ',
        '*a',
        '!',
        '#',
        '\t',
        '\0',
        '\r',
        '---\n',
        '~',
        '1e400',
        '<<: ',
      ),
      anyText({ maxLength: 4 }),
    ),
  });
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('d.yaml', 'notes.yaml', 'sources.yaml'),
      (edits, path) => {
        const text = edits.reduce(
          (t, { at, gone, put }) => t.slice(0, at) + put + t.slice(at + gone),
          choice,
        );
        for (const { at, message: words } of check(text, path).diagnostics) {
          expect(at.start).toBeLessThanOrEqual(text.length);
          expect(words).not.toBe('');
        }
      },
    ),
    { numRuns: tries(1500) },
  );
});
