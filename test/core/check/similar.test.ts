import { describe, expect, it } from 'vitest';
import { similarPairs, type WordSet } from '../../../src/core/check/similar.ts';
import { seeded } from '../../../src/core/random.ts';

const setOf = (words: string, group = 'one'): WordSet => ({ group, words: new Set(words.split(' ')) });

describe('similar pairs', () => {
  it('are those at the threshold and above, of one group', () => {
    const sets = [setOf('a b c d'), setOf('a b c d e'), setOf('a b c f g'), setOf('a b c d', 'two')];
    expect([...similarPairs(sets, 0.8)]).toEqual([{ first: 0, second: 1, likeness: 0.8 }]);
  });

  it('are all that comparing each with each finds', () => {
    const random = seeded('pairs');
    const sets = Array.from({ length: 200 }, () =>
      setOf(
        Array.from({ length: 3 + Math.floor(random() * 9) }, () => `w${Math.floor(random() ** 2 * 14)}`).join(
          ' ',
        ),
      ),
    );
    const slow = sets.flatMap((a, i) =>
      sets.slice(i + 1).flatMap((b, j) => {
        const shared = [...a.words].filter((w) => b.words.has(w)).length;
        return shared / (a.words.size + b.words.size - shared) >= 0.7 ? [`${i} ${i + 1 + j}`] : [];
      }),
    );
    expect(slow.length).toBeGreaterThan(10);
    expect([...similarPairs(sets, 0.7)].map((p) => `${p.first} ${p.second}`).sort()).toEqual(slow.sort());
  });

  it('take no more comparisons per set where there are more sets', () => {
    const compared = (count: number) => {
      let comparisons = 0;
      const sets = Array.from({ length: count }, (_, i) => setOf(`city${i} is the capital of land${i} true`));
      for (const _ of similarPairs(sets, 0.7, () => comparisons++));
      return comparisons;
    };
    expect(compared(2000)).toBeLessThanOrEqual(2 * compared(1000) + 10);
  });
});
