import type { Fix } from '#core/base/diagnostic.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';
import { type FileText, foundAt, pathOf, textsIn } from '#core/check/views/file-texts.ts';

export const textWhitespace: Rule = {
  id: 'text/whitespace',
  severity: 'info',
  fixable: true,
  summary: 'A text has no blanks at its ends, and single ones between its words.',
  why: 'Blanks at the ends are dropped when the bank is read, so that a text that needs them is not shown as meant; two within a text are as a rule a slip.',
  bad: sampleWith('Byte-pair encoding', '"Byte-pair encoding "'),
  good: sampleWith('Byte-pair encoding', '"Byte-pair encoding"'),
  *check({ files }) {
    for (const source of files) {
      for (const found of textsIn(source)) {
        const { text } = found;
        if (!suspect.test(text) || text.trim() === '') continue;
        // A block scalar ends with its last line's end.
        const kept = text.replace(/\n$/, '');
        const tidy = tidied(kept).trim();
        if (tidy === kept) continue;
        const within = tidied(kept) !== kept;
        const message = within
          ? 'two or more blanks in a row within this text: one is enough'
          : 'blanks at the end of this text, or before it, are dropped when it is shown: remove them, or put what needs them between backticks';
        yield foundAt(found, message, fixOf(found, tidy + (text === kept ? '' : '\n')));
      }
    }
  },
};

const suspect = /^\s|\s\n?$|\S[ \t]{2,}\S/;
/** Code is as its author wants it. */
const runs = /`[^`]*`|(?<=\S)[ \t]{2,}(?=\S)/g;

function tidied(text: string, laidOut = /\n[ \t]/.test(text)): string {
  // What has lines that begin with blanks is laid out by hand.
  return laidOut ? text : text.replace(runs, (run) => (run.startsWith('`') ? run : ' '));
}

function fixOf(found: FileText, value: string): Fix | undefined {
  const path = pathOf(found);
  const { start } = found.source.place(path);
  const written = found.source.written(path) ?? '';
  const tidy = rewritten(written);
  if (tidy === undefined) return undefined;
  const edit = { start, end: start + written.length, text: tidy };
  return { title: 'remove the needless blanks', edits: [edit], expects: { type: 'set', path, value } };
}

/** A scalar as it stands in a file, without them; undefined where that is more than taking them out. */
function rewritten(written: string): string | undefined {
  const quote = written[0] ?? '';
  if (quote === '>' || quote === '|') {
    const head = written.indexOf('\n');
    return (
      written.slice(0, head) + tidied(written.slice(head).replace(/(?<![ \t])[ \t]+(?=\n|$)/g, ''), false)
    );
  }
  if (written.includes('\n') || written.includes('\\')) return undefined;
  if (quote !== '"' && quote !== "'") return tidied(written);
  return `${quote}${tidied(written.slice(1, -1)).trim()}${quote}`;
}
