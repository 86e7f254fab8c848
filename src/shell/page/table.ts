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
