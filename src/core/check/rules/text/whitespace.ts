import type { Fix } from '#core/base/diagnostic.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { type FileText, findInText, pathOf, textsIn } from '#core/check/views/file-texts.ts';

export const textWhitespace: Rule = {
  id: 'text/whitespace',
  severity: 'info',
  fixable: true,
  summary: 'Texts should have no spaces at their ends, and single spaces between words.',
  why: 'Spaces at the ends are dropped when the bank is read, even if the text needs them. Double spaces are usually typos.',
  bad: makeSampleDeck('Byte-pair encoding', '"Byte-pair encoding "'),
  good: makeSampleDeck('Byte-pair encoding', '"Byte-pair encoding"'),
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
          ? 'two or more spaces in a row in this text; use one'
          : 'spaces before or after this text are dropped when it is shown; remove them, or put text that needs them in backticks';
        yield findInText(found, message, fixOf(found, tidy + (text === kept ? '' : '\n')));
      }
    }
  },
};

const suspect = /^\s|\s\n?$|\S[ \t]{2,}\S/;
/** Spaces in code are intended. */
const runs = /`[^`]*`|(?<=\S)[ \t]{2,}(?=\S)/g;

function tidied(text: string, laidOut = /\n[ \t]/.test(text)): string {
  // A text with indented lines is laid out by hand.
  return laidOut ? text : text.replace(runs, (run) => (run.startsWith('`') ? run : ' '));
}

function fixOf(found: FileText, value: string): Fix | undefined {
  const path = pathOf(found);
  const { start } = found.source.place(path);
  const written = found.source.written(path) ?? '';
  const tidy = rewritten(written);
  if (tidy === undefined) return undefined;
  const edit = { start, end: start + written.length, text: tidy };
  return { title: 'remove the extra spaces', edits: [edit], expects: { type: 'set', path, value } };
}

/** Returns a scalar as written, without extra spaces; undefined if that takes more than removing them. */
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
