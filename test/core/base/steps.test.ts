import { describe, expect, it } from 'vitest';
import { finish, runInTurn, type Steps, scaleSteps } from '#core/base/steps.ts';

function* halves(result: string): Steps<string> {
  yield 0.5;
  return result;
}

/** All shares, then the result. */
function sharesOf<T>(steps: Steps<T>): readonly [readonly number[], T] {
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return [shares, step.value];
    shares.push(step.value);
  }
}

describe('steps', () => {
  it('have one result, whoever looks at them', () => {
    expect(finish(halves('made'))).toBe('made');
    expect(sharesOf(halves('made'))).toEqual([[0.5], 'made']);
  });

  it('that are a part of others begin where those are', () => {
    expect(sharesOf(scaleSteps(halves('made'), 0.5, 0.25))).toEqual([[0.625], 'made']);
  });

  it('in turn are worth their sizes', () => {
    const parts = runInTurn(
      [1, 0, 3],
      (size) => size,
      (size, i) => halves(`${i}: ${size}`),
    );
    expect(sharesOf(parts)).toEqual([
      [0.125, 0.25, 0.25, 0.25, 0.625, 1],
      ['0: 1', '1: 0', '2: 3'],
    ]);
  });

  it('of nothing but empty parts are no share of anything', () => {
    const parts = runInTurn(
      ['a', 'b'],
      () => 0,
      (name) => halves(name),
    );
    expect(sharesOf(parts)).toEqual([
      [0, 0, 0, 0],
      ['a', 'b'],
    ]);
  });
});
