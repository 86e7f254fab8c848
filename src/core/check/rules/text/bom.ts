import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

export const textBom: Rule = {
  id: 'text/bom',
  severity: 'info',
  fixable: true,
  summary: 'Files begin with their first character, and not with a byte order mark.',
  why: 'UTF-8 needs none, it cannot be seen, and tools that do not expect it take it for part of the first key.',
  bad: `\ufeff${sampleDeck}`,
  good: sampleDeck,
  *check({ files }) {
    for (const { path, bom, span } of files) {
      if (!bom) continue;
      const message = 'this file begins with a byte order mark (U+FEFF): save it as UTF-8 without one';
      // The mark stands before the text that edits are of: who makes this fix leaves it out when writing the file.
      yield { path, at: span(0, 0), message, fix: { title: 'remove the byte order mark', edits: [] } };
    }
  },
};
