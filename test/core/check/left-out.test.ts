import { describe, expect, it } from 'vitest';
import { checkBank, isForErrors } from '#core/check/check.ts';
import type { Example } from '#core/check/contract/rule.ts';
import { leftOutOf } from '#core/check/left-out.ts';
import { rules } from '#core/check/rules/index.ts';

const filesOf = (example: Example) =>
  typeof example === 'string'
    ? [{ path: 'deck.yaml', text: example }]
    : Object.entries(example).map(([path, text]) => ({ path, text }));

const forAsking = (example: Example) =>
  checkBank(filesOf(example), { wanted: isForErrors, today: '2026-06-01' });
const leftOut = (checked: ReturnType<typeof checkBank>) =>
  leftOutOf(
    checked,
    checked.diagnostics.filter(({ severity }) => severity === 'error'),
  );
const idsIn = ({ bank }: ReturnType<typeof checkBank>) =>
  bank.decks.flatMap(({ items }) => items.map(({ id }) => id));

const base = `
    level: 1
    rationale: The strait parts Asia from America and is named after its explorer.
    sources: [{ title: Atlas, url: "https://example.org/atlas" }]
`;
const written = (id: string, rest: string) => `  - id: ${id}\n    ${rest}${base}`;
const deckOf = (...items: readonly string[]) => `title: Seas\nitems:\n${items.join('')}`;

describe('an error of a rule', () => {
  const errors = rules.filter(({ severity, base: before, off }) => severity === 'error' && !before && !off);

  it.each(errors)('$id keeps out what the rule says, and nothing else', ({ id, keepsOut, bad, good }) => {
    const checked = forAsking(bad);
    const finding = checked.diagnostics.find(({ rule }) => rule === id);
    expect(finding).toBeDefined();
    const asked = idsIn(checked);
    if (keepsOut !== undefined) {
      const { questions = 0, lines } = leftOut(checked) ?? {};
      expect(questions + (lines?.length ?? 0)).toBeGreaterThan(0);
    } else if (id !== 'bank/empty') expect(asked).toEqual(checked.all.items.map(({ item }) => item.id));
    expect(leftOut(forAsking(good))).toBeUndefined();
  });
});

describe('what is left out of the quiz', () => {
  it('is each question of which no one can tell which answer is right', () => {
    const seas = ['Bering Strait', 'Cook Strait'].map((key, i) =>
      written(`sea-${i}`, `kind: text\n    stem: What parts Asia from America?\n    key: ${key}`),
    );
    const other = written(
      'other',
      'kind: text\n    stem: What parts Spain from Morocco?\n    key: Gibraltar',
    );
    const checked = forAsking(deckOf(...seas, other));
    expect(idsIn(checked)).toEqual(['other']);
    expect(leftOut(checked)).toEqual({ questions: 2, ids: ['sea-0', 'sea-1'], lines: [] });
  });

  it('is one question of a circle, so that the others can be asked', () => {
    const circle = ['a', 'b', 'c'].map((id, i) =>
      written(
        id,
        `kind: text\n    requires: [${'bca'[i]}]\n    stem: Which sea is number ${id} of them?\n    key: Sea ${id}`,
      ),
    );
    const checked = forAsking(deckOf(...circle));
    expect(idsIn(checked)).toHaveLength(2);
    expect(leftOut(checked)).toMatchObject({ questions: 1 });
  });

  it('is not what lacks only a source, a note, or is asked twice', () => {
    const twice = ['one', 'two'].map((id) =>
      written(id, 'kind: text\n    stem: What parts Asia from America?\n    key: Bering Strait'),
    );
    const checked = forAsking(
      deckOf(...twice).replace(
        '{ title: Atlas, url: "https://example.org/atlas" }',
        '{ ref: atlas, at: p. 4 }',
      ),
    );
    expect(idsIn(checked)).toEqual(['one', 'two']);
    expect(leftOut(checked)).toBeUndefined();
  });

  it('may be more than can be counted', () => {
    const item = written(
      'one',
      'kind: text\n    stem: What parts Asia from America?\n    key: Bering Strait',
    );
    const checked = forAsking(`${deckOf(item)}---\n${deckOf(item)}`);
    expect(idsIn(checked)).toEqual(['one']);
    expect(leftOut(checked)).toEqual({
      questions: 0,
      ids: [],
      lines: [expect.stringContaining('[yaml/multi-doc]')],
    });
  });

  it('is counted even if it has no id, and is not named by an id that fills the screen', () => {
    const item = 'kind: text\n    stem: What parts Asia from America?\n    key: Bering Strait';
    const long = written('x'.repeat(200), item.replace('text', 'texd'));
    const none = written('x', item).replace('id: x', 'ID: x');
    expect(leftOut(forAsking(deckOf(long, none)))).toMatchObject({ questions: 2, ids: [] });
  });
});
