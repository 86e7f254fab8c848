import type { Line } from '#shell/page/line.ts';
import { type Look, render } from '#shell/page/render.ts';
import type { Block, FeedbackParts, Head } from './feedback-lines.ts';

/** The rows of a window that a page may fill, and how lines become rows. */
export interface PageRoom {
  readonly look: Look;
  /** Infinite if the output is no window. */
  readonly rows: number;
}

/** A page, and what is left for the next ones. */
export interface Paged {
  readonly page: readonly Line[];
  readonly left: readonly Block[];
}

/** The first page of a feedback: verdict and correct answer, and as much of the rest as the window has room for. */
export function packFirst(parts: FeedbackParts, room: PageRoom): Paged {
  const heightWith = ({ lines, held = [] }: Head) => heightOf([...held, ...lines, ...parts.last], room);
  const fitting = parts.heads.find((head) => heightWith(head) <= room.rows);
  const head = fitting ?? parts.heads.at(-1) ?? { lines: [] };
  const rows = room.rows - heightWith(head);
  const blocks = [...parts.note, ...(head.next ?? []), ...parts.body, ...(head.later ?? [])];
  const count = countFitting(blocks, { ...room, rows });
  const shown = blocks.slice(0, count).flat();
  // Where the reading breaks off, the next review stands apart if it can.
  const isCut = count < blocks.length && parts.last.length > 0;
  const gap = isCut && heightOf(shown, room) < rows ? [''] : [];
  return {
    page: [...head.lines, ...shown, ...gap, ...parts.last],
    left: [...blocks.slice(count), ...parts.onRequest],
  };
}

/** The next page of what was left: at least one part of it, or a line of a part that is taller than the window, or what fits of a line that is. */
export function packNext(blocks: readonly Block[], room: PageRoom): Paged {
  const [first = [], ...others] = blocks;
  if (heightOf(first, room) > room.rows && first.length > 1)
    return packNext([...first.map((line) => [line]), ...others], room);
  const [line] = first;
  if (typeof line === 'string' && heightOf(first, room) > room.rows) {
    const rows = render(first, room.look).trimEnd().split('\n');
    const now = Math.max(1, room.rows);
    if (rows.length > now) return { page: rows.slice(0, now), left: [rows.slice(now), ...others] };
  }
  const count = Math.max(1, countFitting(blocks, room));
  return { page: blocks.slice(0, count).flat(), left: blocks.slice(count) };
}

/** How many of the first blocks have room together. */
function countFitting(blocks: readonly Block[], room: PageRoom): number {
  let left = room.rows;
  const full = blocks.findIndex((block) => {
    left -= heightOf(block, room);
    return left < 0;
  });
  return full === -1 ? blocks.length : full;
}

/** The rows that lines take in a window. */
function heightOf(lines: Block, { look }: PageRoom): number {
  return render(lines, look).split('\n').length - 1;
}
