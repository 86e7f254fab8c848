import { type Document, isScalar, type Scalar, visit } from 'yaml';
import { spanOf } from './data.ts';
import type { Stop, Words } from './stop.ts';

/** A quote that is not closed, or not where it was meant to be. */
export function openQuote({ code, line: { text, from }, doc }: Stop): Words | undefined {
  const quoted = quotedBefore(doc, from);
  if (quoted === undefined) return undefined;
  const [start, end] = spanOf(quoted);
  const mark = text[start] ?? '"';
  const isOpen = end - start < 2 || text[end - 1] !== mark;
  if (end >= from - 1 && (isOpen || (code === 'MISSING_CHAR' && text.slice(end).trim() === '')))
    return { start, end: start + 1, message: `the quote opened here is never closed; close it with ${mark}` };
  const gap = text.slice(end, from);
  if (/[^ \t]/.test(gap)) return undefined;
  const other = mark === '"' ? "'" : '"';
  const ways = `quote it with ${other} instead, or write the text on the line after \`>-\``;
  if (/\n/.test(text.slice(start, end))) {
    const message = `the quote opened here is closed only lines below; close it on this line, or ${ways}`;
    return { start, end: start + 1, message };
  }
  const message = `text after the closing quote; if the value itself contains a ${mark}, ${ways}`;
  return { start: end - 1, end, message };
}

/** A list or map in brackets that is not closed. */
export function openBracket({ code, line: { text, from }, doc }: Stop): Words | undefined {
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return undefined;
  let found: number | undefined;
  visit(doc, {
    Collection(_, node) {
      const [start, end] = spanOf(node);
      const closing = text[start] === '[' ? ']' : '}';
      if (node.flow !== true || start >= from || text.slice(start, end).trimEnd().endsWith(closing))
        return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  if (found === undefined) return undefined;
  const bracket = text[found] ?? '[';
  const close = bracket === '[' ? ']' : '}';
  const message = `the \`${bracket}\` opened here is never closed; close it with \`${close}\`, or put the value in quotes`;
  return { start: found, end: found + 1, message };
}

function quotedBefore(doc: Document, offset: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(doc, {
    Scalar(_, node) {
      if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return;
      if (spanOf(node)[1] <= offset + 1) found = node;
    },
  });
  return isScalar(found) ? found : undefined;
}
