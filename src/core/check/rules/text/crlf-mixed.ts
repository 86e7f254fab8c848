import type { Edit } from '#core/base/diagnostic.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { isBinary } from '#core/yaml/trees.ts';

export const textCrlfMixed: Rule = {
  id: 'text/crlf-mixed',
  severity: 'info',
  fixable: true,
  summary: 'All lines of a file should end the same way, with LF or with CRLF.',
  why: 'Editors may convert them all on saving, so that unchanged lines show up in reviews.',
  bad: sampleDeck.replace('\n', '\r\n'),
  good: sampleDeck.replaceAll('\n', '\r\n'),
  *check({ files }) {
    for (const { path, text, span } of files) {
      if (!text.includes('\r\n') || isBinary(text)) continue;
      const crlf = [...text.matchAll(/\r\n/g)].map((m) => m.index);
      const lf = [...text.matchAll(/(?<!\r)\n/g)].map((m) => m.index);
      const [fewer, ending, usual] = crlf.length > lf.length ? [lf, 'LF', 'CRLF'] : [crlf, 'CRLF', 'LF'];
      const [first] = fewer;
      if (first === undefined) continue;
      const lines = fewer.length === 1 ? 'this line ends' : `this line and ${fewer.length - 1} more end`;
      const message = `${lines} with ${ending}, the other lines with ${usual}; end all lines with ${usual}`;
      const edits = fewer.map(
        (at): Edit =>
          usual === 'CRLF' ? { start: at, end: at, text: '\r' } : { start: at, end: at + 1, text: '' },
      );
      const fix = { title: `end all lines with ${usual}`, edits };
      yield { path, at: span(first, first + (ending === 'LF' ? 1 : 2)), message, fix };
    }
  },
};
