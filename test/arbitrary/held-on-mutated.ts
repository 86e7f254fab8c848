import fc from 'fast-check';
import { expect } from 'vitest';
import { checkBank, readBase } from '#core/check/check.ts';
import { rules } from '#core/check/rules/index.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { frameOf } from '#shell/report/formats/frame.ts';
import { mutated } from './mutated.ts';

const { files } = readBankFiles(['questions'], process.cwd());
const known = new Set<string>(rules.map((rule) => rule.id));

/** A few questions of each deck, so that thousands of cases take seconds. */
const decks = files
  .filter(({ path }) => path.includes('decks/'))
  .flatMap(({ text }) => {
    const [head = '', ...items] = text.split(/(?<=\n)(?= {2}- id:)/);
    return [0, 5, 10].map((from) => head + items.slice(from, from + 4).join(''));
  });

/** Holds `check` on so many mutated decks: located findings of known rules, and no control character in a frame. */
export function holdsOnMutatedDecks(numRuns: number): void {
  let clean = 0;
  fc.assert(
    fc.property(mutated(decks), (text) => {
      const { diagnostics } = checkBank([{ path: 'deck.yaml', text }], { whole: false });
      const shown = text.replace(/^\ufeff/, '');
      for (const { rule, at, message } of diagnostics) {
        expect(known).toContain(rule);
        expect(message).not.toBe('');
        expect(at.start).toBeGreaterThanOrEqual(0);
        expect(at.end).toBeGreaterThanOrEqual(at.start);
        expect(at.end).toBeLessThanOrEqual(shown.length);
        expect(at.line).toBeGreaterThanOrEqual(1);
        const { line } = frameOf(shown, at, 80);
        expect(line).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }
      if (diagnostics.length === 0) clean++;
    }),
    { numRuns },
  );
  // Some changes do no harm, most do.
  expect(clean).toBeLessThan(0.75 * numRuns);
}

/** Holds `--since` on so many pairs of mutated decks: places within the text, and nothing new in what stayed the same. */
export function holdsOnMutatedPasts(numRuns: number): void {
  const since = ({ id }: { id: string }) => /^ref\/(?:key-changed|revision-back|id-)/.test(id);
  fc.assert(
    fc.property(mutated(decks), mutated(decks), (before, now) => {
      const [was, is] = [
        { path: 'a.yaml', text: before },
        { path: 'b.yaml', text: now },
      ];
      for (const { at } of checkBank([is], { base: readBase([was]), wanted: since }).diagnostics)
        expect(at.end).toBeLessThanOrEqual(now.replace(/^\ufeff/, '').length);
      expect(
        checkBank([is], { base: readBase([{ ...is, path: 'c.yaml' }]), wanted: since }).diagnostics,
      ).toEqual([]);
    }),
    { numRuns },
  );
}
