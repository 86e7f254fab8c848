import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { fixed, foundBy } from './fixed.ts';

const asking = (written: string) => makeSampleDeck('What does BPE stand for?', written);
const wordsIn = (written: string) => {
  const text = asking(written);
  return foundBy('yaml/lost-backslash', text).map(({ at }) => text.slice(at.start, at.end));
};

describe('a backslash in double quotes that YAML takes for its own', () => {
  it.each([
    [String.raw`"What is $\theta$?"`, String.raw`\theta`],
    [String.raw`"What is $\nabla f$?"`, String.raw`\nabla`],
    [String.raw`"What is \frac{1}{2}?"`, String.raw`\frac`],
    [String.raw`"What is \beta?"`, String.raw`\beta`],
    [String.raw`"What is \rho?"`, String.raw`\rho`],
    [String.raw`"What is \alpha?"`, String.raw`\alpha`],
    [String.raw`"What is \epsilon?"`, String.raw`\epsilon`],
    [String.raw`"What is \vec x?"`, String.raw`\vec`],
    [String.raw`"Is $a \to b$ so?"`, String.raw`\to`],
    [String.raw`"Is $a \neq b$ so?"`, String.raw`\neq`],
    [String.raw`"What is in C:\new\table?"`, String.raw`\new`],
    [String.raw`"What is in D:\\data\table?"`, String.raw`\table`],
    [String.raw`"What is in C:\temp?"`, String.raw`\temp`],
    [String.raw`"What is snake\_case?"`, String.raw`\_case`],
    [String.raw`"这里的 $\theta$ 是什么？"`, String.raw`\theta`],
  ])('%s', (written, word) => {
    expect(wordsIn(written)).toEqual([word]);
  });

  it.each([
    [String.raw`"What is $\\theta$?"`],
    [String.raw`'What is $\theta$?'`],
    [String.raw`What is $\theta$?`],
    [String.raw`"First line\nSecond line?"`],
    [String.raw`"First line\nnot the second?"`],
    [String.raw`"a\tb and\ttext?"`],
    [String.raw`"a = 1\nif a:\n    print(a)\nto what?"`],
    [String.raw`"It costs $5\nto whom?"`],
    [String.raw`"C: the language\nnew in 1972?"`],
    [String.raw`"What is \"this\"?"`],
    [String.raw`"What is \u03b8 and \x41?"`],
    [String.raw`"Did it \\ end?"`],
  ])('but not %s', (written) => {
    expect(wordsIn(written.replace('It costs $5', 'It costs 5'))).toEqual([]);
  });

  it.each([
    [String.raw`"What is $\theta$ of \frac{1}{2}?"`, String.raw`"What is $\\theta$ of \\frac{1}{2}?"`],
    [String.raw`"In C:\new\table, \"x\"?"`, String.raw`"In C:\\new\\table, \"x\"?"`],
  ])('is doubled: %s', (written, doubled) => {
    const [finding] = foundBy('yaml/lost-backslash', asking(written));
    expect(finding && fixed(asking(written), finding)).toBe(asking(doubled));
  });

  it('says what YAML reads, and names its question', () => {
    expect(foundBy('yaml/lost-backslash', asking(String.raw`"What is \frac{1}{2}?"`))).toMatchObject([
      {
        item: 'bpe-name',
        message: String.raw`in double quotes, ${'`'}\frac${'`'} is a form feed and ${'`'}rac${'`'}; write ${'`'}\\frac${'`'}, or put the text in single quotes`,
      },
    ]);
  });

  it('is not called a control character too', () => {
    const text = asking(String.raw`"What is \frac{1}{2} of \beta?"`);
    expect(checkBank([{ path: 'deck.yaml', text }]).diagnostics.map(({ rule }) => rule)).toEqual([
      'yaml/lost-backslash',
    ]);
  });
});
