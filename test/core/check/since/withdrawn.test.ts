import { describe, expect, it } from 'vitest';
import { checkBank, readBase } from '#core/check/check.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const another = sampleDeck
  .slice(sampleDeck.indexOf('  - id'))
  .replace('bpe-name', 'softmax')
  .replace(/stem:.*/, 'stem: Which step turns logits into probabilities?')
  .replace(/key:.*/, 'key: The softmax function')
  .replace(/rationale:.*/, 'rationale: It raises e to each of them and divides by the sum of all.');
const two = sampleDeck + another;
const entry = (id: string, more = '') => `${id}:\n  date: '2026-05-01'\n  why: It asked for a year.\n${more}`;

const filesOf = (deck: string, withdrawn = '') => [
  { path: 'decks/tokens.yaml', text: deck },
  ...(withdrawn === '' ? [] : [{ path: 'withdrawn.yaml', text: withdrawn }]),
];
const shown = (findings: ReturnType<typeof checkBank>['diagnostics']) =>
  findings.map(({ rule, message, at, path }) => `${path}:${at.line} ${rule} ${message}`);
const foundIn = (deck: string, withdrawn = '') =>
  shown(checkBank(filesOf(deck, withdrawn), { today: '2026-06-01' }).diagnostics);
const since = (before: ReturnType<typeof filesOf>, deck: string, withdrawn = '') =>
  shown(checkBank(filesOf(deck, withdrawn), { today: '2026-06-01', base: readBase(before) }).diagnostics);

describe('a withdrawn question', () => {
  it('is no finding, with or without a successor', () => {
    expect(foundIn(sampleDeck, entry('softmax'))).toEqual([]);
    expect(foundIn(sampleDeck, entry('softmax', '  successor: bpe-name\n'))).toEqual([]);
    expect(foundIn(sampleDeck, entry('softmax').replace('2026-05-01', '2026'))).toEqual([]);
  });

  it.each([
    ['still asked', two, entry('softmax'), ['decks/tokens.yaml:13 ref/withdrawn-id']],
    [
      'a former id',
      sampleDeck.replace('id: bpe-name', 'id: bpe-name\n    formerIds: [softmax]'),
      entry('softmax'),
      ['decks/tokens.yaml:4 ref/withdrawn-id'],
    ],
    [
      'with no such successor',
      sampleDeck,
      entry('softmax', '  successor: bpe\n'),
      ['withdrawn.yaml:4 ref/dangling-successor'],
    ],
    [
      'with a date of no day',
      sampleDeck,
      entry('softmax').replace('05-01', '02-30'),
      ['withdrawn.yaml:2 schema/bad-value'],
    ],
    [
      'with a date of another form',
      sampleDeck,
      entry('softmax').replace('2026-05-01', '1 May 2026'),
      ['withdrawn.yaml:2 schema/bad-value'],
    ],
    [
      'in the future',
      sampleDeck,
      entry('softmax').replace('05-01', '09-01'),
      ['withdrawn.yaml:2 source/future'],
    ],
    [
      'without a reason',
      sampleDeck,
      "softmax:\n  date: '2026-05-01'\n",
      ['withdrawn.yaml:2 schema/missing-key'],
    ],
    [
      'with no reason yet',
      sampleDeck,
      entry('softmax').replace(/why:.*/, 'why: TODO'),
      ['withdrawn.yaml:3 text/placeholder'],
    ],
    ['as a list', sampleDeck, '- softmax\n', ['withdrawn.yaml:1 schema/wrong-type']],
  ])('is one %s', (_, deck, withdrawn, findings) => {
    expect(foundIn(deck, withdrawn).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(findings);
  });

  it('names the question at the end of its successors, or the id that one has now', () => {
    const chain = `${entry('a', '  successor: b\n')}${entry('b', '  successor: bpe-name\n')}`;
    expect(foundIn(sampleDeck, chain)).toEqual([
      expect.stringContaining('`b` is withdrawn too; did you mean `bpe-name`?'),
    ]);
    const circle = `${entry('a', '  successor: b\n')}${entry('b', '  successor: a\n')}`;
    expect(foundIn(sampleDeck, circle)).toHaveLength(2);
    const renamed = sampleDeck.replace('id: bpe-name', 'id: bpe-meaning\n    formerIds: [bpe-name]');
    expect(foundIn(renamed, entry('a', '  successor: bpe-name\n'))).toEqual([
      expect.stringContaining('did you mean `bpe-meaning`?'),
    ]);
  });
});

describe('a question that is gone since', () => {
  it('is accepted if it is listed, with each of its former ids', () => {
    expect(since(filesOf(two), sampleDeck, entry('softmax'))).toEqual([]);
    const formerly = two.replace('id: softmax', 'id: softmax\n    formerIds: [soft-max]');
    expect(since(filesOf(formerly), sampleDeck, entry('softmax') + entry('soft-max'))).toEqual([]);
    expect(since(filesOf(formerly), sampleDeck, entry('softmax'))).toEqual([
      expect.stringContaining('`soft-max` was removed'),
    ]);
  });

  it('else comes with the entry to write', () => {
    expect(since(filesOf(two), sampleDeck)).toEqual([
      'decks/tokens.yaml:1 ref/id-gone `softmax` was removed, so learners lose their progress on it; put it back, or add `formerIds: [softmax]` to the question that asks the same; to withdraw it for good, add `softmax: { date: "2026-06-01", why: ... }` to withdrawn.yaml',
    ]);
    const reworded = sampleDeck + another.replace('id: softmax', 'id: logits-to-probabilities');
    expect(since(filesOf(two), reworded)).toEqual([
      expect.stringContaining(
        'add `softmax: { date: "2026-06-01", why: ..., successor: logits-to-probabilities }` to withdrawn.yaml',
      ),
    ]);
  });

  it('may not come back under its id, nor leave the list', () => {
    const before = filesOf(sampleDeck, entry('softmax'));
    expect(since(before, two)).toEqual([
      expect.stringContaining('decks/tokens.yaml:13 ref/id-reused `softmax` was withdrawn (2026-05-01)'),
    ]);
    expect(since(before, two, entry('softmax'))).toEqual([expect.stringContaining('ref/withdrawn-id')]);
    expect(since(before, sampleDeck)).toEqual([
      expect.stringContaining('ref/id-gone `softmax` is no longer in withdrawn.yaml'),
    ]);
  });
});
