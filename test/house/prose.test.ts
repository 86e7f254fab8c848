import { describe, expect, it } from 'vitest';
import { avoided, avoidedIn } from './prose.ts';

describe('the word list', () => {
  it.each(avoided.map(({ sample, instead }) => [sample, instead] as const))(
    'refuses “%s”',
    (sample, instead) => {
      expect(avoidedIn(sample).join()).toContain(instead);
      expect(avoidedIn(`It holds “${sample}”, or \`${sample}\`, as a quotation.`)).toEqual([]);
    },
  );

  it.each([
    'Who wrote the paper?',
    'Which mask keeps a token from later tokens, and where does it stand?',
    'Learners who are guessing pick the longest option.',
    'the line where it stands',
    '2 errors, 1 warning; 22% of 1,234',
  ])('allows “%s”', (text) => {
    expect(avoidedIn(text)).toEqual([]);
  });
});
