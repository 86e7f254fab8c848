import type { DataPath } from '../base/data-path.ts';

/** A stretch of a file that is YAML by itself: a top-level entry, or one element of a top-level list. */
export interface Part {
  /** Empty for the file's head, `[key]` for an entry, `[key, index]` for an element of its list. */
  readonly prefix: DataPath;
  readonly start: number;
  readonly text: string;
  /** An element whose dash stands in another column (from 1) than its siblings' dashes. */
  readonly astray?: { readonly column: number; readonly siblings: number };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const entryLine = /^(?:"([^"]*)"|'([^']*)'|([^\s#"'[\]{},&*!|>@`%?-][^#]*?)):(?=\s|$)(.*)$/;
const ignorable = /^\s*(#.*)?$/;
const dash = /^([ \t]*)-(?=\s|$)/;

/**
 * Cuts a file at its top-level entries and at the elements of their lists. In valid YAML no other line can begin where these
 * do, so that a fault in one part cannot hide another part.
 */
export function splitParts(text: string): readonly Part[] {
  const cuts: { prefix: DataPath; start: number; astray?: NonNullable<Part['astray']> }[] = [];
  let list: { key: string; open: boolean; indent?: number; count: number } | undefined;
  for (const line of linesOf(text)) {
    const entry = entryLine.exec(line.text);
    if (entry) {
      const key = entry[1] ?? entry[2] ?? entry[3] ?? '';
      cuts.push({ prefix: [key], start: line.start });
      list = { key, open: ignorable.test(entry[4] ?? ''), count: 0 };
      continue;
    }
    if (list === undefined || !list.open || ignorable.test(line.text)) continue;
    const indent = dash.exec(line.text)?.[1];
    if (list.indent === undefined) {
      if (indent === undefined) list.open = false;
      else list.indent = indent.length;
    }
    if (indent === undefined || list.indent === undefined) continue;
    const astray = indent.length !== list.indent;
    if (astray && !/^[ \t]*-[ \t]+id:/.test(line.text)) continue;
    const columns = { column: indent.length + 1, siblings: list.indent + 1 };
    cuts.push({
      prefix: [list.key, list.count++],
      start: line.start,
      ...(astray ? { astray: columns } : {}),
    });
  }
  const first = cuts[0]?.start ?? text.length;
  const head = first > 0 ? [{ prefix: [], start: 0 }] : [];
  return [...head, ...cuts].map((cut, i, all) => ({
    ...cut,
    text: text.slice(cut.start, all[i + 1]?.start ?? text.length),
  }));
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    yield { start, text: text.slice(start, end).replace(/\r$/, '') };
    start = end + 1;
  }
}
