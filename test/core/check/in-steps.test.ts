import { expect, it } from 'vitest';
import type { Steps } from '#core/base/steps.ts';
import { checkBank, checkInSteps } from '#core/check/check.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { fixBank, fixInSteps } from '#core/check/fix/fix-bank.ts';

const broken = sampleDeck.replace('tags: [tokens]', 'tags: tokens');
const files = [1, 2, 3].map((i) => ({ path: `decks/${i}.yaml`, text: broken }));

function watched<T>(steps: Steps<T>) {
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { shares, result: step.value };
    shares.push(step.value);
  }
}

it('a check in steps finds the same, and its share done never falls', () => {
  const { shares, result } = watched(checkInSteps(files));
  expect(result.diagnostics).toEqual(checkBank(files).diagnostics);
  expect(result.diagnostics.length).toBeGreaterThan(0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeCloseTo(1);
  // A step for each file's YAML, each file, each question and each rule, at least.
  expect(shares.length).toBeGreaterThan(3 * 3 + 80);
});

it('fixes in steps are the same, and the share done never falls within the two usual passes', () => {
  const { shares, result } = watched(fixInSteps(files, checkInSteps));
  expect(result).toEqual(fixBank(files, (now) => checkBank(now).diagnostics));
  expect(result.map(({ made }) => made.length)).toEqual([1, 1, 1]);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeCloseTo(1);
});
