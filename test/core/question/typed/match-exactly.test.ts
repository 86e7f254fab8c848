import { describe, expect, it } from 'vitest';
import { makeExactMatcher } from '#core/question/typed/match-exactly.ts';

describe('an exact matcher', () => {
  const accepted = ["f'(x)", '"a"', 'a b', 'é'];
  const isRight = (typed: string) => makeExactMatcher(accepted, []).isRight(typed);

  it.each(["f'(x)", " f'(x) ", "`f'(x)`", "“f'(x)”", '＂a＂', '`"a"`', 'a\u3000b', 'a\u00a0b', '「a b」'])(
    'takes %s',
    (typed) => expect(isRight(typed)).toBe(true),
  );

  it.each(['"a b"', "'a b'", '‘a b’', '『a b』', '` a b `', 'e\u0301', '＂é＂'])(
    'takes %s in any quotes',
    (typed) => expect(isRight(typed)).toBe(true),
  );

  it.each(['(a b)', 'xa by', '“a b"', "f'(x)f"])('takes off nothing but a pair of quotes: %s', (typed) =>
    expect(isRight(typed)).toBe(false),
  );

  it.each(['f(x)', "f' (x)", "F'(x)", "f'(x).", 'a', '‘a’', 'a  b', 'A b', 'ab', '``', ''])(
    'refuses %s',
    (typed) => expect(isRight(typed)).toBe(false),
  );

  it('knows the other answers in the same way, and forgives no typo', () => {
    const matcher = makeExactMatcher(accepted, ["F'(x)", 'ab']);
    const { other, typo, otherTypo, exchanged, preposition } = matcher;
    expect([other("`F'(x)`"), other('ab'), other('aB')]).toEqual([0, 1, undefined]);
    expect([typo("f'(y)"), otherTypo("F'(y)")]).toEqual([undefined, undefined]);
    expect([exchanged('a c'), preposition('in a b')]).toEqual([[], undefined]);
  });

  it('passes over a full stop of Japanese or Chinese at the end', () => {
    expect(
      ['春はあけぼの。', '春はあけぼの', '「春はあけぼの。」'].map(
        makeExactMatcher(['春はあけぼの'], []).isRight,
      ),
    ).toEqual([true, true, true]);
    expect(makeExactMatcher(['春はあけぼの。'], []).isRight('春はあけぼの。')).toBe(true);
    expect(isRight("f'(x)。")).toBe(true);
  });
});
