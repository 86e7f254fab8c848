import { describe, expect, it } from 'vitest';
import { choiceOf, deckText, type Fields, foundBy } from './bank-text.ts';

const found = (rule: string, items: readonly Fields[], whole = true) =>
  foundBy(rule, [deckText(items)], whole);
const many = (count: number, itemOf: (i: number) => Fields) =>
  Array.from({ length: count }, (_, i) => itemOf(i));

describe('bank/position-bias', () => {
  const numbers = (count: number, rankOf: (i: number) => number, of = 4, unit = '') =>
    many(count, (i) => {
      const key = 1000 + i;
      const wrong = Array.from({ length: of }, (_, rank) => key + 10 * (rank - rankOf(i))).filter(
        (n) => n !== key,
      );
      return choiceOf(
        `item-${i}`,
        `How many in case ${i}?`,
        [key, ...wrong].map((n) => `${n.toLocaleString('en')}${unit}`),
      );
    });
  const rule = 'bank/position-bias';

  it('is found from 30 questions, if the correct answer has one rank', () => {
    expect(
      found(
        rule,
        numbers(29, () => 1),
      ),
    ).toEqual([]);
    const [finding] = found(
      rule,
      numbers(30, () => 1),
    );
    expect(finding?.message).toMatch(
      /the correct one is the second smallest in 30 and the smallest in 0 \(even would be 8 each\)/,
    );
    expect(finding).toMatchObject({ severity: 'warning', at: { line: 1, column: 10 } });
  });

  it('is not found if ranks are even, or uneven by chance', () => {
    expect(
      found(
        rule,
        numbers(40, (i) => i % 4),
      ),
    ).toEqual([]);
    // Chi-square 19.2 (p = .0002), then 13.6 (p = .0035).
    const ranks = (counts: readonly number[]) =>
      counts.flatMap((count, rank) => Array<number>(count).fill(rank));
    expect(
      found(
        rule,
        numbers(40, (i) => ranks([22, 6, 6, 6])[i] ?? 0),
      ),
    ).toHaveLength(1);
    expect(
      found(
        rule,
        numbers(40, (i) => ranks([20, 8, 6, 6])[i] ?? 0),
      ),
    ).toEqual([]);
  });

  it('is looked for among as many options, and only if all are numbers', () => {
    const three = numbers(15, () => 1, 3).map((i) => ({ ...i, id: `three-${i.id}` }));
    expect(found(rule, [...numbers(15, () => 1), ...three])).toEqual([]);
    const words = numbers(40, () => 1).map((i) => ({ ...i, key: 'none of them' }));
    expect(found(rule, words)).toEqual([]);
  });

  it('sees numbers with a unit, as the quiz does that orders them', () => {
    expect(
      found(
        rule,
        numbers(30, () => 0, 4, ' layers'),
      ),
    ).toHaveLength(1);
  });
});

describe('bank/true-false-balance', () => {
  const rule = 'bank/true-false-balance';
  const statements = (right: number, wrong: number) =>
    many(right + wrong, (i) => ({
      id: `item-${i}`,
      kind: 'true-false',
      stem: `Case ${i} holds.`,
      key: i < right,
    }));

  it('is found if so uneven a split has a chance below one in a hundred', () => {
    expect(found(rule, statements(7, 0))).toEqual([]);
    expect(found(rule, statements(8, 0))[0]?.message).toContain('100% of the 8 true-false statements');
    expect(found(rule, statements(0, 8))[0]?.message).toContain('are false');
    expect(found(rule, statements(11, 2))).toEqual([]);
    expect(found(rule, statements(15, 3))).toHaveLength(1);
    expect(found(rule, statements(10, 10))).toEqual([]);
    expect(found(rule, [])).toEqual([]);
  });
});

describe('bank/difficulty-mix', () => {
  const rule = 'bank/difficulty-mix';
  const levels = (count: number, levelOf: (i: number) => number) =>
    many(count, (i) => ({
      id: `item-${i}`,
      kind: 'recall',
      stem: `What of ${i}?`,
      key: `This ${i}.`,
      level: levelOf(i),
    }));

  it('is found if one level has more than three fifths', () => {
    expect(
      found(
        rule,
        levels(50, (i) => (i < 30 ? 1 : 2)),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        levels(50, (i) => (i < 31 ? 1 : 2)),
      )[0]?.message,
    ).toContain('62% of the 50');
  });

  it('is found if no question is of the lower levels', () => {
    expect(
      found(
        rule,
        levels(50, (i) => 4 + (i % 2)),
      )[0]?.message,
    ).toContain('no question is at level 1 to 3');
    expect(
      found(
        rule,
        levels(50, (i) => 3 + (i % 3)),
      ),
    ).toEqual([]);
  });

  it('is for whole banks of 50', () => {
    expect(
      found(
        rule,
        levels(49, () => 1),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        levels(60, () => 1),
        false,
      ),
    ).toEqual([]);
  });
});

describe('bank/topic-coverage', () => {
  const items = (count: number, name: string) =>
    many(count, (i) => ({
      id: `${name}-${i}`,
      kind: 'recall',
      stem: `What of ${name} ${i}?`,
      key: `This ${i}.`,
    }));
  const decks = (...counts: readonly number[]) =>
    counts.map((count, i) => deckText(items(count, `deck-${i}`)));
  const rule = 'bank/topic-coverage';

  it('is found of a deck of fewer than five among large ones', () => {
    expect(foundBy(rule, decks(50, 4)).map((d) => d.path)).toEqual(['decks/1.yaml']);
    expect(foundBy(rule, decks(50, 5))).toEqual([]);
    // 20 on average is not large.
    expect(foundBy(rule, decks(28, 28, 4))).toEqual([]);
    expect(foundBy(rule, decks(29, 28, 4))).toHaveLength(1);
    expect(foundBy(rule, decks(50, 4), false)).toEqual([]);
  });
});

describe('bank/absolute-rate and bank/hedge-rate', () => {
  const options = (count: number, marked: (i: number, option: number) => boolean, mark: string) =>
    many(count, (i) =>
      choiceOf(
        `item-${i}`,
        `What holds in case ${i}?`,
        ['a', 'b', 'c', 'd'].map((o, j) => (marked(i, j) ? `${o} ${mark} holds` : `${o} holds`)),
      ),
    );

  it('absolutes are found if distractors alone have them', () => {
    const rule = 'bank/absolute-rate';
    const [finding] = found(
      rule,
      options(40, (i, o) => o === 1 + (i % 3), 'always'),
    );
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.message).toContain('in 33% of the distractors but in 0% of the correct answers (en)');
    expect(finding?.related).toHaveLength(3);
    // z = 3.16 (p = .0016), where 40 questions have 3.65.
    expect(
      found(
        rule,
        options(30, (_, o) => o === 1, 'always'),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        options(29, (_, o) => o > 0, 'always'),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        options(30, (_, o) => o > 0, 'always'),
      ),
    ).toHaveLength(1);
    expect(
      found(
        rule,
        options(40, (i, o) => o === i % 4, 'always'),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        options(40, () => true, 'always'),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        options(40, (_, o) => o === 0, 'always'),
      ),
    ).toEqual([]);
  });

  it('hedges are found if correct answers have them twice as often', () => {
    const rule = 'bank/hedge-rate';
    expect(
      found(
        rule,
        options(40, (_, o) => o === 0, 'often'),
      )[0]?.message,
    ).toContain('in 100% of the correct answers');
    expect(
      found(
        rule,
        options(90, (_, o) => o < 2, 'often'),
      ),
    ).toHaveLength(1);
    expect(
      found(
        rule,
        options(90, (_, o) => o < 3, 'often'),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        options(40, (_, o) => o === 1, 'often'),
      ),
    ).toEqual([]);
  });

  it('are too few to guess by below three in a hundred', () => {
    const few = (hedged: number) =>
      found(
        'bank/hedge-rate',
        many(1000, (i) =>
          choiceOf(`item-${i}`, `What of ${i}?`, [i < hedged ? 'it may be' : 'it is', 'b', 'c', 'd']),
        ),
      );
    expect(few(29)).toEqual([]);
    expect(few(30)).toHaveLength(1);
  });

  it('are looked for in Chinese', () => {
    const zh = many(40, (i) =>
      choiceOf(
        `item-${i}`,
        { zh: `情况 ${i} 如何？` },
        ['甲', '乙', '丙', '丁'].map((o, j) => ({ zh: j === 1 ? `总是${o}` : o })),
      ),
    );
    expect(found('bank/absolute-rate', zh)[0]?.message).toContain('(zh)');
  });
});
