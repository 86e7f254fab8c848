import type { Edit } from './diagnostic.ts';

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [result, upTo] = ['', 0];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(upTo, edit.start) + edit.text;
    upTo = edit.end;
  }
  return result + text.slice(upTo);
}

/** Some edits of a text, and others of what it became, as edits of the text; `between` is what it became. */
export function composeEdits(
  first: readonly Edit[],
  second: readonly Edit[],
  between: string,
): readonly Edit[] {
  const stretches = [...madeIn(first), ...second.map((edit) => ({ ...edit, grown: 0, edits: [edit] }))];
  let moved = 0;
  return joined(stretches.sort(byStart)).map(({ start, end, grown, edits }) => {
    const own = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const edit = {
      start: start - moved,
      end: end - moved - grown,
      text: applyEdits(between.slice(start, end), own),
    };
    moved += grown;
    return edit;
  });
}

/** A stretch of the text between two rounds of edits: by how much the first made it longer, and what the second does in it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly grown: number;
  readonly edits: readonly Edit[];
}

const byStart = (a: Pick<Edit, 'start' | 'end'>, b: typeof a) => a.start - b.start || a.end - b.end;

/** The stretches that edits wrote, at their places afterwards. */
function madeIn(edits: readonly Edit[]): readonly Stretch[] {
  let moved = 0;
  return [...edits].sort(byStart).map(({ start, end, text }) => {
    const from = start + moved;
    const grown = text.length - (end - start);
    moved += grown;
    return { start: from, end: from + text.length, grown, edits: [] };
  });
}

/** Stretches that touch as one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: { start: number; end: number; grown: number; edits: Edit[] }[] = [];
  for (const { start, end, grown, edits } of stretches) {
    const last = all.at(-1);
    if (last === undefined || start > last.end) all.push({ start, end, grown, edits: [...edits] });
    else {
      last.end = Math.max(last.end, end);
      last.grown += grown;
      last.edits.push(...edits);
    }
  }
  return all;
}

/** Lines of a text that became others; each but the last of a text with its newline. */
export interface LineChange {
  /** The line of the text before which the first of them is, counted from 0. */
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The changes that edits make to lines: the touched lines, without unchanged ones at either end. */
export function lineChangesOf(lines: readonly string[], edits: readonly Edit[]): readonly LineChange[] {
  const starts = startsOf(lines);
  return blocksOf(edits, lines, starts).flatMap((block) => {
    const removed = lines.slice(block.from, block.to);
    const start = starts[block.from] ?? 0;
    const own = block.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return trimmed({ at: block.from, removed, added: linesOf(applyEdits(removed.join(''), own)) });
  });
}

/** A text as its lines, each with its newline. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The offset of each line, and the end of the last. */
function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0];
  let length = 0;
  for (const line of lines) {
    length += line.length;
    starts.push(length);
  }
  return starts;
}

/** Edits that touch the same lines: those from `from` up to `to`. */
interface Block {
  readonly from: number;
  to: number;
  readonly edits: Edit[];
}

function blocksOf(
  edits: readonly Edit[],
  lines: readonly string[],
  starts: readonly number[],
): readonly Block[] {
  const blocks: Block[] = [];
  // After a last newline, one more line can start.
  const last = lines.length === 0 || lines.at(-1)?.endsWith('\n') ? lines.length : lines.length - 1;
  let line = 0;
  for (const edit of [...edits].sort(byStart)) {
    while (line < last && (starts[line + 1] ?? 0) <= edit.start) line++;
    const from = line;
    while (line < last && (starts[line + 1] ?? 0) <= edit.end) line++;
    const to = Math.min(lines.length, line + 1);
    const block = blocks.at(-1);
    if (block !== undefined && from < block.to) {
      block.to = Math.max(block.to, to);
      block.edits.push(edit);
      continue;
    }
    // Lines that are taken out whole leave the next one as it was.
    const isWhole =
      edit.text === '' && line > from && starts[from] === edit.start && starts[line] === edit.end;
    blocks.push({ from, to: isWhole ? line : to, edits: [edit] });
  }
  return blocks;
}

function trimmed({ at, removed, added }: LineChange): readonly LineChange[] {
  const least = Math.min(removed.length, added.length);
  let head = 0;
  while (head < least && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < least - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  if (head + tail === Math.max(removed.length, added.length)) return [];
  const inner = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return [{ at: at + head, removed: inner(removed), added: inner(added) }];
}
