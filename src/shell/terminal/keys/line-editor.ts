import { replaceHidden } from '#core/base/neutral.ts';
import { trimEnd } from '#core/base/trim-end.ts';

import type { Key } from './keys.ts';

/** A line being typed: its text, and the index of the cursor in it. */
export interface Edited {
  readonly text: string;
  readonly cursor: number;
}

/** Nothing typed yet. */
export const emptyLine: Edited = { text: '', cursor: 0 };

/** The line after a key; undefined if the key does not edit. The cursor is never inside a character. */
export function editLine(line: Edited, key: Key): Edited | undefined {
  const result = unaligned(line, key);
  return result === undefined ? undefined : { text: result.text, cursor: aligned(result) };
}

function unaligned({ text, cursor }: Edited, key: Key): Edited | undefined {
  const cut = (from: number, to: number): Edited => ({
    text: text.slice(0, from) + text.slice(to),
    cursor: from,
  });
  switch (key.type) {
    case 'typed':
    case 'pasted':
      return inserted({ text, cursor }, key.text);
    case 'left':
      return { text, cursor: before(text, cursor) };
    case 'right':
      return { text, cursor: after(text, cursor) };
    case 'word-left':
      return { text, cursor: wordBefore(text, cursor) };
    case 'word-right':
      return { text, cursor: cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0) };
    case 'home':
      return { text, cursor: 0 };
    case 'end':
      return { text, cursor: text.length };
    case 'backspace':
      return cut(before(text, cursor), cursor);
    case 'delete':
      return cut(cursor, after(text, cursor));
    case 'erase-before':
      return cut(0, cursor);
    case 'erase-after':
      return cut(cursor, text.length);
    case 'erase-word':
      return cut(wordBefore(text, cursor), cursor);
    default:
      return undefined;
  }
}

function inserted({ text, cursor }: Edited, added: string): Edited {
  // Together with the character before it: a variation selector follows its character.
  const before = replaceHidden(text.slice(0, cursor) + added, () => '');
  return { text: before + text.slice(cursor), cursor: before.length };
}

/** Moves the cursor behind a character that an edit joined around it, such as a letter and an accent. */
function aligned({ text, cursor }: Edited): number {
  const { start, end } = characterAt(text, cursor);
  return start === cursor ? cursor : end;
}

const before = (text: string, at: number) => (at === 0 ? 0 : characterAt(text, at - 1).start);
const after = (text: string, at: number) => characterAt(text, at).end;

function wordBefore(text: string, at: number): number {
  return trimEnd(text.slice(0, at).trimEnd(), /\S/).length;
}

/**
 * Where the character that holds an index begins and ends, as a reader counts characters; at the end both are the length.
 * Looked up around the index: to walk all characters of a long line takes time that grows faster than the line.
 */
export function characterAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const found = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text).containing(at);
  return found === undefined
    ? { start: text.length, end: text.length }
    : { start: found.index, end: found.index + found.segment.length };
}
