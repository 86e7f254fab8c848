import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/base/text-edits.ts';
import { checkBank } from '#core/check/check.ts';
import { completeAt } from '#core/check/editing/complete.ts';
import { readYaml } from '#core/yaml/source.ts';

const { all: bank } = checkBank([
  {
    path: 'decks/a.yaml',
    text: `title: A
items:
  - id: first-one
    kind: number
    level: 1
    tags: [alpha, beta]
    stem: How many?
    key: 1
    rationale: There is one of them.
    sources: [{ ref: doe2020 }]
    fact: the-fact
`,
  },
  {
    path: 'sources.yaml',
    text: 'doe2020: { authors: Doe, year: 2020, title: T, url: https://a.org }\nbad: 1\n',
  },
  {
    path: 'notes.yaml',
    text: 'statements: [{ id: note-a, lines: [1], says: It is so., verdict: right }]\n',
  },
]);

/** What may be typed at the mark in a text: labels, and what the first of them makes of it. */
function complete(marked: string, role = 'deck') {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const candidates = completeAt(readYaml({ path: `${role}.yaml`, text }), offset, bank);
  return {
    labels: candidates.map(({ label }) => label),
    first: candidates.filter(({ isFirst }) => isFirst).map(({ label }) => label),
    with: (label: string) => {
      const found = candidates.find((one) => one.label === label);
      return found && applyEdits(text, [found.edit]);
    },
    about: (label: string) => candidates.find((one) => one.label === label)?.about,
  };
}

const head = 'title: A\nitems:\n  - id: x\n    kind: choice\n    level: 1\n';

describe('fields', () => {
  it('are those that the kind has and the question has not', () => {
    const { labels, first, about } = complete(`${head}    ¦\n    stem: What?\n`);
    expect(labels).toContain('distractors');
    expect(labels).not.toContain('accept');
    for (const there of ['id', 'kind', 'level', 'stem']) expect(labels).not.toContain(there);
    expect(first).toEqual(['rationale', 'sources', 'key', 'distractors']);
    expect(about('distractors')).toBe('Wrong options, usually three.');
  });

  it('are those of all kinds while there is none', () => {
    const { labels } = complete('items:\n  - id: x\n    ¦\n');
    expect(labels).toEqual(expect.arrayContaining(['kind', 'distractors', 'accept', 'tolerance']));
  });

  it.each([
    ['at the top of a deck', '¦\n', ['title', 'intro', 'primer', 'language', 'items']],
    ['behind a dash', `${head}    distractors:\n      - ¦\n`, ['text', 'why']],
    ['of an entry that has one', `${head}    distractors:\n      - text: A\n        ¦\n`, ['why']],
    ['in braces', `${head}    distractors: [{ text: A, ¦ }]\n`, ['why']],
    ['of an open brace', `${head}    sources: [{ ¦\n`, ['ref', 'at', 'title', 'url']],
    ['that fit those that are there', `${head}    sources:\n      - ref: a\n        ¦\n`, ['at']],
    ['of an exception', `${head}    lint:\n      allow:\n        - ¦\n`, ['rule', 'reason']],
    ['of an exception in braces', `${head}    lint: { allow: [{ rule: a/b, ¦`, ['reason']],
    [
      'that are beside it further down',
      `items:\n- id: x\n  kind: choice\n  lint:\n    ¦\n  level: 1\n`,
      ['allow'],
    ],
  ])('%s', (_, text, labels) => {
    expect(complete(text).labels).toEqual(labels);
  });

  it('of the other files', () => {
    expect(complete('id: x\n¦', 'bank').labels).toEqual(['title', 'language', 'licence', 'check']);
    expect(complete('check:\n  fail¦', 'bank').labels).toContain('failOn');
    expect(complete('doe:\n  year: 2020\n  ¦', 'sources').labels).toContain('authors');
    expect(complete('statements:\n  - id: a\n    ¦', 'notes').labels).toContain('verdict');
  });

  it('are written with their colon, in place of what was typed', () => {
    expect(complete(`${head}    rat¦\n`).with('rationale')).toBe(`${head}    rationale: \n`);
    expect(complete(`${head}    rat¦: a\n`).with('rationale')).toBe(`${head}    rationale: a\n`);
    expect(complete(`${head}    sources: [{ re¦ }]`).with('ref')).toBe(`${head}    sources: [{ ref:  }]`);
    expect(complete(`items:\n  -¦`).with('id')).toBe('items:\n  - id: ');
  });
});

describe('names', () => {
  it.each([
    ['kind: nu¦', ['choice', 'multi', 'true-false', 'number', 'text', 'cloze', 'order', 'match', 'recall']],
    ['requires: [¦', ['first-one']],
    ['requires:\n      - fi¦', ['first-one']],
    ['requires:\n    - fi¦', ['first-one']],
    ['fact: ¦', ['the-fact']],
    ['notes: [note-a, ¦]', ['note-a']],
    ['tags: [alpha, ¦]', ['alpha', 'beta']],
    ['sources: [{ ref: d¦ }]', ['doe2020', 'bad']],
    ['sources:\n      - at: 1\n        ref: ¦', ['doe2020', 'bad']],
    ['sources:\n      - ref: ¦', ['doe2020', 'bad']],
  ])('%s', (written, labels) => {
    expect(complete(`items:\n  - id: x\n    ${written}\n    level: 1\n`).labels).toEqual(labels);
  });

  it('are rules in exceptions and in the options of a bank', () => {
    const rules = complete(`${head}    lint: { allow: [{ rule: item/lo¦`);
    expect(rules.labels).toContain('item/longest-answer');
    expect(rules.with('item/longest-answer')).toBe(`${head}    lint: { allow: [{ rule: item/longest-answer`);
    expect(complete('check: { ignore: [¦] }', 'bank').labels).toEqual(
      expect.arrayContaining(['item', 'bank/guessability']),
    );
  });

  it('say what they name', () => {
    expect(complete('items:\n  - requires: [¦').about('first-one')).toBe('How many?');
    expect(complete('items:\n  - notes: [¦').about('note-a')).toBe('It is so.');
    expect(complete('items:\n  - sources: [{ ref: ¦').about('doe2020')).toBe('Doe 2020: T');
    expect(complete('items:\n  - tags: [¦').about('alpha')).toBe('used in 1 question');
    expect(complete('items:\n  - kind: ¦').about('recall')).toMatch(/\.$/);
  });

  it('come with the blank that is missing behind a colon', () => {
    expect(complete('items:\n  - kind:¦').with('choice')).toBe('items:\n  - kind: choice');
  });

  it('that a schema lists', () => {
    expect(complete('statements:\n  - verdict: ¦', 'notes').labels).toEqual([
      'right',
      'nuance',
      'corrected',
      'opinion',
      'contents',
    ]);
    expect(complete('items:\n  - id: x\n    kind: true-false\n    key: ¦').labels).toEqual(['true', 'false']);
    expect(complete('check: { failOn: ¦ }', 'bank').labels).toEqual(['error', 'warning', 'info']);
  });
});

it.each([
  ['in a comment', `${head}    # ¦\n`],
  ['in prose', `${head}    stem: What is ¦\n`],
  ['in a text of several lines', `${head}    stem: |\n      What is\n      ¦\n`],
  ['in a text that goes on', `${head}    stem: What is\n      key¦\n`],
])('nothing is offered %s', (_, text) => {
  expect(complete(text).labels).toEqual([]);
});

it('any place of any half of a deck can be asked for', () => {
  const text = `${head}    sources: [{ ref: "a", at: 'b' }, { ]\n   - - x:\n  tags: [a, {b: c\n\t- ? d\n`;
  for (let end = 0; end <= text.length; end++)
    for (const role of ['deck', 'bank', 'notes', 'sources', 'tags'] as const)
      expect(() =>
        completeAt(readYaml({ path: `${role}.yaml`, text: text.slice(0, end) }), Math.min(end, 90), bank),
      ).not.toThrow();
});
