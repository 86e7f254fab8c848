import type { DataPath } from '#core/base/data-path.ts';
import type { Edit } from '#core/base/diagnostic.ts';
import type { YamlSource } from '#core/yaml/source.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the edits that reorder a list, each entry as written and with its comments; undefined if it is unclear which comment
 * belongs to which entry. `order` has, for each position, the index of its new entry.
 */
export function reorderEntries(
  source: YamlSource,
  list: DataPath,
  order: readonly number[],
): readonly Edit[] | undefined {
  const { text } = source;
  const entries = order.map((_, i): Stretch => source.place([...list, i]));
  const stretches = entriesInFlow(text, entries) ?? entriesInLines(text, entries);
  return stretches?.flatMap(({ start, end }, i) => {
    const from = stretches[order[i] ?? i];
    if (from === undefined || order[i] === i) return [];
    return [{ start, end, text: text.slice(from.start, from.end) }];
  });
}

/** Returns the entries of `[a, b]`, if only commas separate them. */
function entriesInFlow(text: string, entries: readonly Stretch[]): readonly Stretch[] | undefined {
  const apart = entries
    .slice(1)
    .every(({ start }, i) => /^\s*,\s*$/.test(text.slice(entries[i]?.end, start)));
  return apart ? entries : undefined;
}

const dashBefore = /^([ \t]*)-[ \t]+$/;
const comment = /^([ \t]*)#/;
const space = /^\s*$/;

/** Returns entries that start with a dash as whole lines, with comments above the dash, beside the entry or indented under it. */
function entriesInLines(text: string, entries: readonly Stretch[]): readonly Stretch[] | undefined {
  const dashes = entries.map(({ start }) => {
    const line = lineStart(text, start);
    return { line, indent: dashBefore.exec(text.slice(line, start))?.[1] };
  });
  const indent = dashes[0]?.indent;
  if (indent === undefined || dashes.some((d) => d.indent !== indent)) return undefined;
  const ends = entries.map(({ end }) => withOwnComments(text, lineEnd(text, end), indent.length));
  const starts = dashes.map(({ line }, i) => withCommentsAbove(text, line, ends[i - 1] ?? 0));
  // A comment above the first entry may be about it, or about all of them.
  if (starts[0] !== dashes[0]?.line) return undefined;
  const between = starts.slice(1).every((start, i) => space.test(text.slice(ends[i], start)));
  if (!between) return undefined;
  return starts.map((start, i) => ({ start, end: ends[i] ?? start }));
}

/** Returns the end of the comments below an entry that are indented further than its dash. */
function withOwnComments(text: string, end: number, dash: number): number {
  if (end >= text.length) return end;
  const next = text.indexOf('\n', end) + 1;
  if (next === 0 || next >= text.length) return end;
  const own = (comment.exec(text.slice(next, lineEnd(text, next)))?.[1]?.length ?? -1) > dash;
  return own ? withOwnComments(text, lineEnd(text, next), dash) : end;
}

/** Returns the start of the comments right above a line, no further up than `from`. */
function withCommentsAbove(text: string, line: number, from: number): number {
  if (line <= from || line === 0) return line;
  const above = lineStart(text, line - 1);
  return above >= from && comment.test(text.slice(above, line)) ? withCommentsAbove(text, above, from) : line;
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Returns the end of a line, before its line end. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}
