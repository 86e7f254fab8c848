import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

export const textBom: Rule = {
  id: 'text/bom',
  severity: 'info',
  fixable: true,
  summary: 'Files should not begin with a byte order mark.',
  why: 'UTF-8 needs none, it is invisible, and some tools read it as part of the first field name.',
  bad: `\ufeff${sampleDeck}`,
  good: sampleDeck,
  *check({ files }) {
    for (const { path, bom, span } of files) {
      if (!bom) continue;
      const message = 'this file begins with a byte order mark (U+FEFF); save it as UTF-8 without one';
      // The mark is not part of the text that edits apply to: it is dropped when the file is written.
      yield { path, at: span(0, 0), message, fix: { title: 'remove the byte order mark', edits: [] } };
    }
  },
};
