import { describe, expect, it } from 'vitest';
import { checkBank, readBase } from '#core/check/check.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

type Files = Readonly<Record<string, string>>;

const filesOf = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));
const rulesSince = new Set([
  'ref/bank-id-changed',
  'ref/id-gone',
  'ref/id-reused',
  'ref/key-changed',
  'ref/revision-back',
]);

function findings(before: Files, now: Files, whole = true) {
  const { located, diagnostics } = checkBank(filesOf(now), { base: readBase(filesOf(before)), whole });
  return diagnostics
    .filter(({ rule }) => rulesSince.has(rule))
    .map(({ rule, path, at, message, related }) => {
      const text = located.files.find((f) => f.path === path)!.text.slice(at.start, at.end);
      return { rule, where: `${path}:${at.line} ${text}`, message, related };
    });
}

const found = (before: Files, now: Files, whole?: boolean) =>
  findings(before, now, whole).map(({ rule, where }) => `${rule} ${where}`);

/** The finding in one deck with one item, which is what `fields` says. */
const between = (before: string, now: string, languages?: { before?: string; now?: string }) =>
  found(
    { 'a.yaml': itemDeck(before, languages?.before) },
    { 'a.yaml': itemDeck(now, languages?.now ?? languages?.before) },
  );

const itemDeck = (fields: string, stem = 'What do the merges of BPE begin with?') => `title: T
items:
  - id: x
${fields
  .trim()
  .split('\n')
  .map((line) => `    ${line.replace(/^ {4}/, '')}`)
  .join('\n')}
    stem: ${stem}
    level: 1
    rationale: It starts with single bytes and joins them, pair by pair.
    sources: [{ title: A, url: "https://a.example/" }]
`;

const text = (key: string, more = '') => `kind: text\nkey: ${key}\n${more}`;
const choice = (key: string, ...wrong: readonly string[]) =>
  `kind: choice\nkey: ${key}\ndistractors:\n${wrong.map((w) => `  - { text: ${w}, why: No. }`).join('\n')}`;
const bilingual = '{ en: What do the merges of BPE begin with?, zh: BPE 的合并从什么开始？ }';

describe('ref/key-changed', () => {
  it.each([
    ['nothing', text('bytes'), text('bytes')],
    ['the layout', text('bytes'), text('"bytes"')],
    ['case and marks, which the grader forgives', text('Single bytes'), text('single-bytes')],
    ['a typo in the answer', text('single bytess'), text('single bytes')],
    [
      'the key and an accepted answer, which change places',
      text('bytes', 'accept: [octets]'),
      text('octets', 'accept: [bytes]'),
    ],
    [
      'an accepted answer in another spelling that is the same to the grader',
      text('single bytes'),
      text('single bytes', 'accept: [single-bytes]'),
    ],
    ['wrong answers', text('bytes'), text('bytes', 'reject: [{ text: letters, why: No. }]')],
    ['distractors', choice('bytes', 'words', 'lines'), choice('bytes', 'lines', 'pages', 'books')],
    [
      'the order of several keys',
      'kind: multi\nkeys: [bytes, pairs]\ndistractors: [{ text: lines, why: No. }]',
      'kind: multi\nkeys: [pairs, bytes]\ndistractors: [{ text: lines, why: No. }]',
    ],
    ['how a number is written', 'kind: number\nkey: 1.0', 'kind: number\nkey: 1'],
    ['how a large number is written', 'kind: number\nkey: 300e9', 'kind: number\nkey: 300000000000'],
    [
      'how a tolerance is written',
      'kind: number\nkey: 5\ntolerance: 2.0%',
      'kind: number\nkey: 5\ntolerance: 2%',
    ],
    ['a tolerance of nothing', 'kind: number\nkey: 5', 'kind: number\nkey: 5\ntolerance: exact'],
    ['a unit that is added', 'kind: number\nkey: 5', 'kind: number\nkey: 5\nunit: bytes'],
    ['an accepted answer more', text('bytes'), text('bytes', 'accept: [octets]')],
    [
      'forms that are right without being listed',
      text('byte pair', 'accept: [byte pairs, the byte pair, byte pair (BP)]'),
      text('byte pair'),
    ],
    [
      'an accepted answer as the key',
      text('bytes', 'accept: [octets]'),
      text('octets', 'accept: [bytes, octet]'),
    ],
    ['a wider tolerance', 'kind: number\nkey: 5', 'kind: number\nkey: 5\ntolerance: 2%'],
    ['a narrower one around the same key', 'kind: number\nkey: 5\ntolerance: 2%', 'kind: number\nkey: 5'],
    [
      'a key corrected within its tolerance',
      'kind: number\nkey: 100\ntolerance: 10%',
      'kind: number\nkey: 104\ntolerance: 5%',
    ],
    [
      'a number in another unit',
      'kind: number\nkey: 300\nunit: billion tokens',
      'kind: number\nkey: 300e9\nunit: tokens',
    ],
    [
      'the order and the forms of several parts',
      text('bytes and pairs', 'all: [[bytes, octets], pairs]'),
      text('pairs and bytes', 'all: [pairs, [octets, bytes, B]]'),
    ],
    ...[
      ['age', 'age, the oldest first'],
      ['smallest number of layers first', 'smalest number of layers first'],
      ['按年份，从早到晚', '按发布年份，从早到晚'],
    ].map(([was, is]): [string, string, string] => [
      `what an order goes by, told in other detail: ${is}`,
      `kind: order\nby: ${was}\nsequence: [a1, b1, c1]`,
      `kind: order\nby: ${is}\nsequence: [a1, b1, c1]`,
    ]),
    [
      'the order of pairs',
      'kind: match\npairs: [{ left: a, right: b }, { left: c, right: d }]',
      'kind: match\npairs: [{ left: c, right: d }, { left: a, right: b }]',
    ],
    ['the kind, with the same key', choice('bytes', 'words', 'lines'), text('bytes', 'accept: [octets]')],
  ])('lets be: %s', (_, before, now) => {
    expect(between(before, now)).toEqual([]);
  });

  it.each([
    ['another key', text('bytes'), text('letters'), '5 letters'],
    ['another right option', choice('bytes', 'words', 'lines'), choice('words', 'bytes', 'lines'), '5 words'],
    [
      'an accepted answer less',
      text('bytes', 'accept: [octets, chars]'),
      text('bytes', 'accept: [chars]'),
      '6 [chars]',
    ],
    ['no accepted answer any more', text('bytes', 'accept: [octets]'), text('bytes'), '5 bytes'],
    [
      'a slip that is an option of its own',
      choice('"git branch -d"', 'git branch', '"git branch -D"'),
      choice('"git branch -D"', 'git branch', '"git branch -d"'),
      '5 "git branch -D"',
    ],
    [
      'another key among several',
      'kind: multi\nkeys: [bytes, pairs]\ndistractors: [{ text: lines, why: No. }]',
      'kind: multi\nkeys: [bytes]\ndistractors: [{ text: lines, why: No. }, { text: pairs, why: No. }]',
      '5 [bytes]',
    ],
    ['another truth', 'kind: true-false\nkey: true', 'kind: true-false\nkey: false', '5 false'],
    ['another number', 'kind: number\nkey: 300e9', 'kind: number\nkey: 300e6', '5 300e6'],
    ['another unit', 'kind: number\nkey: 5\nunit: GB', 'kind: number\nkey: 5\nunit: MB', '6 MB'],
    [
      'a tolerance that refuses the earlier key',
      'kind: number\nkey: 100\ntolerance: 10%',
      'kind: number\nkey: 105\ntolerance: 1%',
      '5 105',
    ],
    [
      'a wider tolerance around a key that was wrong',
      'kind: number\nkey: 100',
      'kind: number\nkey: 120\ntolerance: x2',
      '5 120',
    ],
    [
      'exchanged numbers of another unit',
      'kind: number\nkey: 5\nunit: (days)',
      'kind: number\nkey: 5\nunit: (weeks)',
      '6 (weeks)',
    ],
    [
      'an accepted answer that is rejected now',
      text('bytes', 'accept: [octets]'),
      text('bytes', 'reject: [{ text: octets, why: No. }]'),
      '5 bytes',
    ],
    [
      'one part of several less',
      text('bytes and pairs', 'all: [bytes, pairs, words]').replace(
        'bytes and pairs',
        '"bytes, pairs and words"',
      ),
      text('bytes and pairs', 'all: [bytes, pairs]'),
      '5 bytes and pairs',
    ],
    ...[
      ['smallest first', 'largest first'],
      ['from the oldest to the newest', 'from the newest to the oldest'],
      ['从小到大', '从大到小'],
      ['year of publication', 'number of layers'],
    ].map(([was, is]): [string, string, string, string] => [
      `what an order goes by: ${is}`,
      `kind: order\nby: ${was}\nsequence: [a1, b1, c1]`,
      `kind: order\nby: ${is}\nsequence: [a1, b1, c1]`,
      `5 ${is}`,
    ]),
    [
      'another order',
      'kind: order\nby: age\nsequence: [a1, b1, c1]',
      'kind: order\nby: age\nsequence: [b1, a1, c1]',
      '6 b1',
    ],
    [
      'another pair',
      'kind: match\npairs: [{ left: a1, right: b1 }, { left: c1, right: d1 }]',
      'kind: match\npairs: [{ left: a1, right: d1 }, { left: c1, right: b1 }]',
      '5 { left: a1, right: d1 }',
    ],
    ['another kind with another key', choice('bytes', 'words', 'lines'), text('letters'), '5 letters'],
  ])('finds %s', (_, before, now, where) => {
    expect(between(before, now)).toEqual([`ref/key-changed a.yaml:${where}`]);
  });

  it('looks at each blank by itself, whatever it is called', () => {
    const cloze = (name: string, ...accept: readonly string[]) =>
      `kind: cloze\naccept: { ${name}: [${accept.join(', ')}] }`;
    const stem = (name: string) => `BPE joins {{${name}}}.`;
    expect(between(cloze('a', 'bytes'), cloze('b', 'bytes'), { before: stem('a'), now: stem('b') })).toEqual(
      [],
    );
    expect(between(cloze('a', 'bytes'), cloze('b', 'pairs'), { before: stem('a'), now: stem('b') })).toEqual([
      'ref/key-changed a.yaml:5 pairs',
    ]);
    expect(between(cloze('a', 'bytes'), cloze('a', 'bytes', 'octets'), { before: stem('a') })).toEqual([]);
    expect(between(cloze('a', 'bytes', 'octets'), cloze('a', 'octets'), { before: stem('a') })).toEqual([
      'ref/key-changed a.yaml:5 [octets]',
    ]);
  });

  it('compares the languages that both are written in', () => {
    const en = { before: undefined as never, now: bilingual };
    expect(between(text('bytes'), text('{ en: bytes, zh: 字节 }'), en)).toEqual([]);
    expect(between(text('bytes'), text('{ en: bytes, zh: 字节 }', 'accept: [单个字节]'), en)).toEqual([]);
    expect(between(text('bytes'), text('{ en: letters, zh: 字母 }'), en)).toEqual([
      'ref/key-changed a.yaml:5 letters',
    ]);
    const both = { before: bilingual };
    const [key, other] = [text('{ en: bytes, zh: 字节 }'), text('{ en: bytes, zh: 字母 }')];
    expect(between(key, other, both)).toEqual(['ref/key-changed a.yaml:5 字母']);
    expect(between(key, text('{ en: bytes, zh: 字节 }', 'accept: [单个字节]'), both)).toEqual([]);
  });

  it('counts what is typed in any language for all, as the grader does', () => {
    const both = { before: bilingual };
    const [apart, together] = [text('bytes', 'accept: [字节]'), text('{ en: bytes, zh: 字节 }')];
    expect(between(apart, together, both)).toEqual([]);
    expect(between(together, apart, both)).toEqual([]);
    expect(between(text('bytes'), together, both)).toEqual([]);
    expect(between(together, text('bytes'), both)).toEqual(['ref/key-changed a.yaml:5 bytes']);
    expect(
      between(together, text('bytes'), { before: bilingual, now: 'What do the merges begin with?' }),
    ).toEqual([]);
  });

  it('holds a text that stood in for its translation for the same', () => {
    const both = { before: bilingual };
    const [plain, translated] = [
      choice('bytes', 'words', 'lines'),
      choice('{ en: bytes, zh: 字节 }', 'words', 'lines'),
    ];
    expect(between(plain, translated, both)).toEqual([]);
    expect(between(translated, plain, both)).toEqual([]);
    expect(between(plain, choice('letters', 'words', 'lines'), both)).toEqual([
      'ref/key-changed a.yaml:5 letters',
    ]);
    expect(between(plain, choice('{ en: letters, zh: 字节 }', 'words', 'lines'), both)).toEqual([
      'ref/key-changed a.yaml:5 letters',
    ]);
    const pairs = (left: string) =>
      `kind: match\npairs: [{ left: ${left}, right: b1 }, { left: c1, right: d1 }]`;
    expect(between(pairs('a1'), pairs('{ en: a1, zh: 甲 }'), both)).toEqual([]);
  });

  it('lets stem, rationale, hint, level and sources be corrected', () => {
    const now = sampleDeck
      .replace('stand for', 'mean')
      .replace('again and again', 'over and over')
      .replace('level: 1', 'level: 2\n    hint: Two words and an algorithm.');
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': now })).toEqual([]);
  });

  it('is content with a higher revision, and says which', () => {
    expect(between(text('bytes'), text('letters', 'revision: 2'))).toEqual([]);
    const [finding] = findings(
      { 'a.yaml': itemDeck(text('bytes')) },
      { 'a.yaml': itemDeck(text('letters')) },
    );
    expect(finding?.message).toBe(
      'the answer changed from “bytes” to “letters” but `revision` is still 1, so old reviews would count for the new answer; set `revision: 2`',
    );
  });

  it('goes by former ids', () => {
    const now = itemDeck(text('letters', 'formerIds: [x]')).replace('id: x', 'id: y');
    expect(found({ 'a.yaml': itemDeck(text('bytes')) }, { 'a.yaml': now })).toEqual([
      'ref/key-changed a.yaml:5 letters',
    ]);
  });

  it('says nothing of what could not be asked before, or cannot now', () => {
    const broken = itemDeck('kind: text\nkey: bytes\nlevle: 1');
    expect(found({ 'a.yaml': broken }, { 'a.yaml': itemDeck(text('letters')) })).toEqual([]);
    expect(found({ 'a.yaml': itemDeck(text('letters')) }, { 'a.yaml': broken })).toEqual([]);
  });
});

describe('ref/revision-back', () => {
  it('finds a lower revision once, whatever the correct answer', () => {
    const [before, now] = [text('bytes', 'revision: 3'), text('letters', 'revision: 2')];
    expect(between(before, now)).toEqual(['ref/revision-back a.yaml:6 2']);
    expect(between(before, text('bytes'))).toEqual(['ref/revision-back a.yaml:3 id']);
    expect(between(before, text('bytes', 'revision: 3'))).toEqual([]);
  });
});

const other = sampleDeck
  .replace('bpe-name', 'softmax')
  .replace(/stem:.*/, 'stem: Which step turns logits into probabilities?')
  .replace(/key:.*/, 'key: The softmax function');
const entries = (deck: string) => deck.slice(deck.indexOf('  - id'));

describe('ref/bank-id-changed', () => {
  const bank = (about?: string) => ({
    'a.yaml': sampleDeck,
    ...(about === undefined ? {} : { 'bank.yaml': about }),
  });

  it('says what to do if the id is another one, is taken out, or is gone with its file', () => {
    const was = bank('id: go-basics\n');
    expect(findings(was, bank('title: Go\nid: go-course\n'))).toEqual([
      {
        rule: 'ref/bank-id-changed',
        where: 'bank.yaml:2 go-course',
        message:
          'the id of the bank changed from `go-basics` to `go-course`; set `id: go-basics` again, or learners lose their progress',
        related: undefined,
      },
    ]);
    expect(findings(was, bank('title: Go\n'))).toMatchObject([
      {
        where: expect.stringMatching(/^bank\.yaml:1/),
        message: expect.stringMatching(/^the bank no longer says its id; /),
      },
    ]);
    expect(findings(was, bank())).toMatchObject([
      {
        where: 'a.yaml:1 Tokens',
        message: expect.stringMatching(/^`bank\.yaml`, with the id of the bank, is gone; /),
      },
    ]);
  });

  it('is silent about an id that is new or the same, and about a file that was not named', () => {
    const was = bank('id: go-basics\n');
    expect(found(bank(), was)).toEqual([]);
    expect(found(bank('title: Go\n'), was)).toEqual([]);
    expect(found(was, bank('id: go-basics\ntitle: Go\n'))).toEqual([]);
    expect(found(was, bank(), false)).toEqual([]);
  });
});

describe('a statement to judge', () => {
  const of = (stem: string, language = 'en') => ({
    'a.yaml': itemDeck('kind: true-false\nkey: true', stem).replace(
      'items:',
      `language: ${language}\nitems:`,
    ),
  });

  it.each([
    ['Information flows from the key to the value.', 'Information does not flow from the key to the value.'],
    ['BPE never splits a byte.', 'BPE splits a byte.'],
    ["It doesn't read the next token.", 'It reads the next token.'],
    ['模型会读下一个词。', '模型不会读下一个词。'],
    ['Die Maske verdeckt das Wort.', 'Die Maske verdeckt das Wort nicht.'],
  ])('that is negated has another answer: %s', (was, is) => {
    const language = /\p{Script=Han}/u.test(was) ? 'zh' : /^Die/.test(was) ? 'de' : 'en';
    expect(found(of(was, language), of(is, language))).toEqual([`ref/key-changed a.yaml:7 ${is}`]);
  });

  it.each([
    ['It does not read the next token.', "It doesn't read the next token."],
    ['It reads the next token.', 'It reads the next token of the text.'],
  ])('that says the same has the same: %s', (was, is) => {
    expect(found(of(was), of(is))).toEqual([]);
  });
});

describe('ref/id-gone', () => {
  const two = sampleDeck + entries(other);

  it('lets questions move, and files be renamed', () => {
    expect(found({ 'a.yaml': two }, { 'a.yaml': sampleDeck, 'b.yaml': other })).toEqual([]);
    expect(
      found(
        { 'a.yaml': two },
        { 'z.yaml': entries(other).replace(/^/, 'title: T\nitems:\n') + entries(sampleDeck) },
      ),
    ).toEqual([]);
  });

  it('stands at the deck where the question was', () => {
    expect(
      found(
        { 'a.yaml': sampleDeck, 'b.yaml': two.replace('title: Tokens', 'title: B').replace('bpe-name', 'b') },
        { 'a.yaml': sampleDeck, 'b.yaml': other.replace('title: Tokens', 'title: B') },
      ),
    ).toEqual(['ref/id-gone b.yaml:1 B']);
  });

  it('stands at the deck that its neighbours went to, else at the first', () => {
    const before = { 'a.yaml': sampleDeck.replace('bpe-name', 'a'), 'old.yaml': two };
    expect(found(before, { 'a.yaml': before['a.yaml'], 'new.yaml': other.replace('Tokens', 'New') })).toEqual(
      ['ref/id-gone new.yaml:1 New'],
    );
    expect(found(before, { 'a.yaml': before['a.yaml'] })).toEqual([
      'ref/id-gone a.yaml:1 Tokens',
      'ref/id-gone a.yaml:1 Tokens',
    ]);
  });

  it('names the question that it likely is now: by stem, id, or words', () => {
    const heir = (now: string) => {
      const [{ message, where, related } = { message: '', where: '', related: [] }] = findings(
        { 'a.yaml': two },
        { 'a.yaml': now },
      );
      return [
        /if `([^`]*)` asks the same, add `formerIds: \[[^`]*\]` to it, else add `[^`]*, successor: \1 }`/.exec(
          message,
        )?.[1],
        where,
        related?.[0]?.message,
      ];
    };
    expect(heir(two.replace('bpe-name', 'expansion'))).toEqual([
      'expansion',
      'a.yaml:3 expansion',
      'the deck that `bpe-name` was in',
    ]);
    expect(
      heir(
        two
          .replace('bpe-name', 'bpe-names')
          .replace('What does BPE stand for?', 'Which words does it shorten?'),
      ),
    ).toEqual(['bpe-names', 'a.yaml:3 bpe-names', 'the deck that `bpe-name` was in']);
    expect(
      heir(
        two
          .replace('softmax', 'expansion')
          .replace('turns logits into probabilities', 'makes probabilities of logits'),
      ),
    ).toEqual(['expansion', 'a.yaml:13 expansion', 'the deck that `softmax` was in']);
    expect(heir(sampleDeck)).toEqual([undefined, 'a.yaml:1 Tokens', undefined]);
  });

  it('is content with a former id, and wants all of them kept', () => {
    const renamed = sampleDeck.replace('id: bpe-name', 'id: b\n    formerIds: [bpe-name]');
    const again = sampleDeck.replace('id: bpe-name', 'id: c\n    formerIds: [b, bpe-name]');
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': renamed })).toEqual([]);
    expect(found({ 'a.yaml': renamed }, { 'a.yaml': again })).toEqual([]);
    const forgetful = again.replace('[b, bpe-name]', '[b]');
    expect(found({ 'a.yaml': renamed }, { 'a.yaml': forgetful })).toEqual(['ref/id-gone a.yaml:4 [b]']);
    expect(found({ 'a.yaml': renamed }, { 'a.yaml': sampleDeck.replace('bpe-name', 'b') })).toEqual([
      'ref/id-gone a.yaml:3 id',
    ]);
    const [both] = findings({ 'a.yaml': renamed }, { 'a.yaml': sampleDeck.replace('bpe-name', 'd') });
    expect(both?.message).toContain('formerIds: [b, bpe-name]');
  });

  it('says nothing if not all of the bank was given, or could be read', () => {
    expect(found({ 'a.yaml': two }, { 'a.yaml': sampleDeck }, false)).toEqual([]);
    expect(found({ 'a.yaml': two }, { 'a.yaml': `${sampleDeck}  - id: "softmax\n` })).toEqual([]);
  });

  it('says nothing if there was no bank', () => {
    expect(found({}, { 'a.yaml': two })).toEqual([]);
  });
});

describe('ref/id-reused', () => {
  const reused = other.replace('softmax', 'bpe-name');

  it('is one finding, whatever else changed', () => {
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': reused })).toEqual([
      'ref/id-reused a.yaml:3 bpe-name',
    ]);
    const lower = sampleDeck.replace('level: 1', 'level: 1\n    revision: 3');
    expect(found({ 'a.yaml': lower }, { 'a.yaml': reused })).toEqual(['ref/id-reused a.yaml:3 bpe-name']);
  });

  it('counts with a higher revision too: what was stopped or flagged hangs on the id alone', () => {
    const raised = reused.replace('level: 1', 'level: 1\n    revision: 2');
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': raised })).toEqual([
      'ref/id-reused a.yaml:3 bpe-name',
    ]);
  });

  it('names where the old question went', () => {
    const now = { 'a.yaml': reused, 'b.yaml': sampleDeck.replace('bpe-name', 'bpe-meaning') };
    const [finding, ...more] = findings({ 'a.yaml': sampleDeck }, now);
    expect(more).toEqual([]);
    expect(finding?.message).toContain('add `bpe-name` to `formerIds` of `bpe-meaning`');
    expect(finding?.related?.[0]).toMatchObject({ path: 'b.yaml', at: { line: 3 } });
  });

  it('goes by former ids', () => {
    const now = other.replace('id: softmax', 'id: softmax\n    formerIds: [bpe-name]');
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': now })).toEqual(['ref/id-reused a.yaml:4 bpe-name']);
    const merged = sampleDeck.replace('id: bpe-name', 'id: bpe-name\n    formerIds: [softmax]');
    expect(found({ 'a.yaml': sampleDeck + entries(other) }, { 'a.yaml': merged })).toEqual([]);
  });

  it('lets a question be worded anew', () => {
    const reworded = sampleDeck.replace('What does BPE stand for?', 'Which words is BPE short for?');
    expect(found({ 'a.yaml': sampleDeck }, { 'a.yaml': reworded })).toEqual([]);
    const statement = (words: string, key = true) => ({
      'a.yaml': itemDeck(`kind: true-false\nkey: ${key}`, words),
    });
    const before = statement('BPE begins with single bytes and joins pairs.');
    expect(found(before, statement('The tokenizer joins neighbours, byte by byte.'))).toEqual([]);
    expect(found(before, statement('Softmax turns logits into probabilities.'))).toEqual([
      'ref/id-reused a.yaml:3 x',
    ]);
  });

  it('judges by every language that both have', () => {
    const now = reused.replace(/stem: (.*)/, 'stem: { en: "$1", zh: BPE 是什么的缩写？ }');
    const before = sampleDeck.replace(/stem: (.*)/, 'stem: { en: "$1", zh: BPE 是哪几个词的缩写？ }');
    expect(found({ 'a.yaml': before }, { 'a.yaml': now })).toEqual([
      'ref/key-changed a.yaml:8 The softmax function',
    ]);
    expect(found({ 'a.yaml': before }, { 'a.yaml': reused })).toEqual(['ref/id-reused a.yaml:3 bpe-name']);
  });

  it('holds a change of kind with another stem for another question', () => {
    const now = itemDeck('kind: number\nkey: 5', 'How many layers has a small decoder?');
    expect(found({ 'a.yaml': itemDeck(text('bytes')) }, { 'a.yaml': now })).toEqual([
      'ref/id-reused a.yaml:3 x',
    ]);
  });
});
