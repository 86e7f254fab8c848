import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeBadId } from '#core/bank/shape/wording.ts';
import { endOf, trimEnd } from '#core/base/trim-end.ts';

it('takes off what a pattern at the end would', () => {
  const some = fc.string({ unit: fc.constantFrom(...'a. 。?！\n') });
  fc.assert(
    fc.property(some, (text) => {
      expect(trimEnd(text, /[\s.?!:。？！：]/u)).toBe(text.replace(/[\s.?!:。？！：]+$/u, ''));
    }),
    { numRuns: 2000 },
  );
});

it('leaves what a pattern at the end would', () => {
  const some = fc.string({ unit: fc.constantFrom(...'a中', '\u{20000}', '\ud840', '\udc00', '😀') });
  fc.assert(
    fc.property(some, (text) => {
      expect(endOf(text, /\p{Script=Han}/u)).toBe(/\p{Script=Han}+$/u.exec(text)?.[0] ?? '');
    }),
    { numRuns: 2000 },
  );
});

it('looks at each character once at most, however many there are of its sort', () => {
  let looked = 0;
  const dot = { test: (character: string) => looked++ >= 0 && character === '.' } as unknown as RegExp;
  expect(trimEnd(`${'.'.repeat(10_000)}x`, dot)).toHaveLength(10_001);
  expect(looked).toBe(1);
  expect(trimEnd(`x${'.'.repeat(10_000)}`, dot)).toBe('x');
  expect(looked).toBe(10_002);
});

it('tells several ids from one that is none, as cutting at the marks with the blanks around them does', () => {
  const written = fc.string({ unit: fc.constantFrom('a', 'b-c', ' ', ',', '，', '；', '_', '\t') });
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  fc.assert(
    fc.property(written, (text) => {
      const ids = text.split(/\s*[,，、;；]\s*/);
      const several = ids.length > 1 && ids.every((one) => id.test(one));
      expect(
        describeBadId('`id`', text).message.endsWith(`which is several ids; write ${ids.join(', ')}`),
      ).toBe(several);
    }),
    { numRuns: 2000 },
  );
});
