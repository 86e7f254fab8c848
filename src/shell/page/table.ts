import stringWidth from 'fast-string-width';

/**
 * Rows of cells as lines with aligned columns, the first so many, which are texts, to the left and the others to the right. If
 * that is wider than the given width (0: never), the first cell of each row gets a separate line.
 */
export function layOutTable(
  rows: readonly (readonly string[])[],
  width: number,
  texts = 1,
): readonly string[] {
  const lines = aligned(rows, texts);
  if (width === 0 || lines.every((line) => stringWidth(line) <= width)) return lines;
  const figures = aligned(
    rows.map(([, ...cells]) => ['', ...cells]),
    texts,
  );
  return rows.flatMap(([name = ''], i) => [name, figures[i] ?? '']);
}

/** The fewest columns in which a shortened text still tells what it is. */
const fewestColumns = 8;

/** The same with one line for each row: first cells that are too wide end in an ellipsis; undefined if hardly anything would be left of them. */
export function confineTable(
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] | undefined {
  const widest = (line: readonly string[]) => Math.max(0, ...line.map((text) => stringWidth(text)));
  const names = widest(rows.map(([name = '']) => name));
  const room = width - (widest(aligned(rows, 1)) - names);
  if (room < Math.min(names, fewestColumns)) return undefined;
  return aligned(
    rows.map(([name = '', ...cells]) => [shortened(name, room), ...cells]),
    1,
  );
}

function shortened(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (stringWidth(`${short}${segment}…`) > width) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

function aligned(rows: readonly (readonly string[])[], texts: number): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - stringWidth(cell));
        return i < texts ? `${cell}${gap}` : `${gap}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
