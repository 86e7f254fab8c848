/** A step from a file to what the cursor is in: a field, or an entry of a list. */
export interface Level {
  /** The name of the field; undefined for an entry of a list. */
  readonly field: string | undefined;
  /** The fields that stand in one map with it, with their values as far as they are in one line. */
  readonly fields: Fields;
}

/** Fields of a map as they are written, with their values as far as they are in one line. */
export type Fields = ReadonlyMap<string, string>;

/** One line of a file: where its dashes and its field stand, and what they are. */
export interface YamlRow {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly field: string | undefined;
  readonly value: string;
}

const rowShape = /^(\s*)((?:-(?:\s+|$))*)(.*)$/;
const fieldShape = /^(?:"([^"]*)"|'([^']*)'|([^\s:#'"[{][^:#]*?))\s*:(?:\s+(.*))?$/;

/** The level of an entry of a list. */
export const listEntry: Level = { field: undefined, fields: new Map() };

/** Reads one line; undefined if it is empty or a comment. */
export function readRow(line: string): YamlRow | undefined {
  const [, indent = '', dashes = '', rest = ''] = rowShape.exec(line) ?? [];
  if ((rest === '' && dashes === '') || rest.startsWith('#')) return undefined;
  const [, double, single, plain, value = ''] = fieldShape.exec(rest) ?? [];
  const field = double ?? single ?? plain;
  return {
    dashes: [...dashes.matchAll(/-/g)].map(({ index }) => indent.length + index),
    column: indent.length + dashes.length,
    field,
    value: field === undefined ? rest : value.replace(/(?:^|\s+)#.*$/, ''),
  };
}

type Rows = readonly (YamlRow | undefined)[];

/** The fields and lists around a line, outermost first; undefined if it is in a text of several lines. */
export function findLevels(
  rows: Rows,
  index: number,
  { dashes, column }: Pick<YamlRow, 'dashes' | 'column'>,
): readonly Level[] | undefined {
  const levels: Level[] = dashes.map(() => listEntry);
  // Either in a map whose fields begin in this column, or in a list whose dashes do.
  let [at, isList] = dashes[0] === undefined ? [column, false] : [dashes[0], true];
  for (let i = index - 1; i >= 0 && (at > 0 || isList); i--) {
    const row = rows[i];
    if (row === undefined || row.column > at) {
      // An entry that begins a list of its own holds the list that the cursor is in.
      const outer = row?.dashes.indexOf(at) ?? -1;
      if (!isList || row === undefined || outer < 1) continue;
      levels.unshift(...row.dashes.slice(0, outer).map(() => listEntry));
      at = row.dashes[0] ?? at;
      continue;
    }
    const isBeside = !isList && row.column === at;
    if (!isBeside) {
      if (row.field === undefined || row.value !== '') return undefined;
      levels.unshift({ field: row.field, fields: findFields(rows, i, row.column) });
    }
    [at, isList] = row.dashes[0] === undefined ? [row.column, false] : [row.dashes[0], true];
    levels.unshift(...row.dashes.map(() => listEntry));
  }
  return levels;
}

/** The fields of the map whose fields begin in a column, around a line; that of the line itself is one only if it begins the map. */
export function findFields(rows: Rows, index: number, column: number): Fields {
  const fields = new Map<string, string>();
  const note = ({ column: own, field, value }: YamlRow) => {
    if (own === column && field !== undefined) fields.set(field, value);
  };
  const isFirst = (row: YamlRow | undefined) => (row?.dashes.length ?? 0) > 0;
  for (let i = index - 1; i >= 0 && !isFirst(rows[index]); i--) {
    const row = rows[i];
    if (row === undefined) continue;
    if (row.column < column) break;
    note(row);
    if (row.column === column && isFirst(row)) break;
  }
  for (const row of rows.slice(index + 1)) {
    if (row === undefined) continue;
    if (row.column < column || (row.dashes[0] ?? column) < column) break;
    note(row);
  }
  return fields;
}
