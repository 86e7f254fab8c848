import { neutraliseLine } from '#core/base/neutral.ts';
import { makeSpan } from '#shell/page/line.ts';
import type { Paint } from '#shell/page/paint.ts';
import { wrapLine } from '#shell/page/render.ts';
import { widthOf } from '#shell/page/wrap.ts';
import { characterAt } from '../keys/line-editor.ts';
import type { KeyHelp } from '../shared/after-wishes.ts';
import type { MachineEntry, Row, View } from './machines/machine.ts';

/** A terminal window, in columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A view as lines of a window: none is as wide as the window, and there are fewer than it has rows. */
export interface Drawn {
  /** All but the last, painted. */
  readonly lines: readonly string[];
  /** The visible part of the entry. */
  readonly entry: MachineEntry;
}

/** The mark before the entry on the last line. */
export const entryLead = '> ';

/** A view, wrapped and cut to a window. If not everything fits, the row with the focus stays visible. */
export function layOut(view: View, size: Size, paint: Paint): Drawn {
  const width = Math.max(10, size.columns - 1);
  const body = view.rows.map((row) => ({ lines: linesOf(row, width, paint), focus: row.focus === true }));
  const below = [
    ...view.notes.flatMap((row) => linesOf(row, width, paint)),
    ...helpLinesOf(view.keys, width, paint),
  ];
  const entry = entryWithin(view.entry, width - entryLead.length - 1);
  // The last line is the entry's, and the window keeps one more.
  const room = Math.max(1, size.rows - 2);
  const lines = body.flatMap((row) => row.lines);
  const spaced = [...(lines.length > 0 ? ['', ...lines] : []), '', ...below];
  if (spaced.length <= room) return { lines: spaced, entry };
  if (lines.length + below.length <= room) return { lines: [...lines, ...below], entry };
  return { lines: cropped(body, below.slice(0, Math.max(0, room - 3)), room, paint), entry };
}

/** A row as lines indented under its text, which may contain line breaks. */
function linesOf({ lead = '', text, style }: Row, width: number, paint: Paint): readonly string[] {
  const indent = ' '.repeat(lead.length);
  const lines = text.split('\n').flatMap((part) => {
    const line = style === undefined ? part : [makeSpan(style, part)];
    return wrapLine(line, width - lead.length, paint);
  });
  return lines.map((line, i) => (i === 0 ? paintedLead(lead, style, paint) : indent) + line);
}

const paintedLead = (lead: string, style: Row['style'], paint: Paint) =>
  style === undefined || lead.trim() === '' ? lead : paint.style(style, lead);

/** The keys with their effects, on as few lines as can be; a key stays on one line with its effect. */
export function helpLinesOf(keys: readonly KeyHelp[], width: number, paint: Paint): readonly string[] {
  const helps = keys.map(([key, does]) => neutraliseLine(`${key} ${does}`.trim()));
  const [wide, narrow] = [joinHelps(helps, '   ', width), joinHelps(helps, '  ', width)];
  return (narrow.length < wide.length ? narrow : wide).map((text) => paint.style('dim', text));
}

function joinHelps(helps: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const help of helps) {
    if (line !== '' && widthOf(line + gap + help) > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? help : gap + help;
  }
  return line === '' ? lines : [...lines, line];
}

interface Block {
  readonly lines: readonly string[];
  readonly focus: boolean;
}

/**
 * As many lines of the body as there is room for above what stands below: those around the last focus, under the first
 * one where that is another; dots where lines are missing.
 */
function cropped(
  body: readonly Block[],
  below: readonly string[],
  room: number,
  paint: Paint,
): readonly string[] {
  const lines = body.flatMap((block) => block.lines);
  const focus = body.findLastIndex((block) => block.focus);
  const before = body.slice(0, Math.max(0, focus)).flatMap((block) => block.lines).length;
  const tall = body[focus]?.lines.length ?? 1;
  const height = Math.max(1, room - below.length);
  const middle = before - Math.floor((height - tall) / 2);
  const from = Math.max(0, Math.min(middle, before, lines.length - height));
  const dots = paint.style('dim', '...');
  const [first] = body.find((block) => block.focus)?.lines ?? [];
  const isAbove = first !== undefined && lines.indexOf(first) < from;
  const seen = lines.slice(from, from + height).map((line, i) => {
    const focused = from + i >= before && from + i < before + tall;
    if (focused) return line;
    if (i === 0 && from > 0) return isAbove ? first : dots;
    return i === height - 1 && from + height < lines.length ? dots : line;
  });
  return [...seen, ...below];
}

/** The part of an entry around its cursor that is at most so many columns wide. */
function entryWithin({ text, cursor }: MachineEntry, room: number): MachineEntry {
  // Both measures count: inquirer takes the length of the last line for its width.
  const isWithin = (part: string) => part.length <= room && widthOf(part) <= room;
  if (isWithin(text)) return { text, cursor };
  // Only what can be seen is looked at: the line may be a whole book that was pasted.
  const { start } = characterAt(text, Math.max(0, cursor - 2 * room));
  const near = text.slice(start, cursor + 2 * room);
  const ends = [...Array.from(new Intl.Segmenter().segment(near), ({ index }) => start + index), text.length];
  let from = cursor;
  for (const end of ends.toReversed()) if (end < cursor && isWithin(text.slice(end, cursor))) from = end;
  let to = cursor;
  for (const end of ends) if (end > cursor && isWithin(text.slice(from, end))) to = end;
  return { text: text.slice(from, to), cursor: cursor - from };
}
