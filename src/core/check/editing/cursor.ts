import { type Fields, findFields, findLevels, type Level, listEntry, readRow } from './rows.ts';

/** Where the cursor stands in a file that may be half written. */
export interface Cursor {
  /** From the file to the map, list or field in which something is typed. */
  readonly levels: readonly Level[];
  /** The fields that the map at the cursor has already. */
  readonly fields: Fields;
  /** Whether the value of a field is typed; else a field, or an entry of a list. */
  readonly isValue: boolean;
  /** The stretch that is typed, as offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** Whether a colon follows, so that only the name of a field is typed. */
  readonly hasColon: boolean;
  /** Whether a blank must come before what is typed: it stands right behind a colon or a dash. */
  readonly isTight: boolean;
}

/** Finds where the cursor stands by the indentation of the lines around it, so that what is broken elsewhere does not matter. */
export function findCursor(text: string, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const tail = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (/(?:^|\s)#/.test(before)) return undefined;
  const lines = text.split('\n');
  const index = text.slice(0, lineStart).split('\n').length - 1;
  const rows = lines.map((line) => readRow(line.replace(/\r$/, '')));
  const here = readRow(before) ?? { dashes: [], column: before.length, field: undefined, value: '' };
  const around = findLevels(rows, index, here);
  if (around === undefined) return undefined;
  const fields = findFields(rows, index, here.column);
  const isTight = /[:-]$/.test(before);
  if (here.field === undefined && !/^[[{]/.test(here.value))
    return {
      levels: around,
      fields,
      isValue: false,
      start: isTight ? offset : offset - here.value.length,
      end: offset + (/^[^\s:]*/.exec(tail)?.[0].length ?? 0),
      hasColon: /^[^\s:]*:/.test(tail),
      isTight,
    };
  const levels = here.field === undefined ? around : [...around, { field: here.field, fields }];
  return { ...findInFlow(levels, fields, here, tail, offset), isTight };
}

/** A bracket or brace that is open before the cursor. */
interface Open {
  readonly sign: string;
  readonly fields: Map<string, string>;
  field?: string | undefined;
}

/** Follows the brackets and braces that a value has opened before the cursor. */
function findInFlow(
  levels: readonly Level[],
  fields: Fields,
  { field, value }: { readonly field: string | undefined; readonly value: string },
  tail: string,
  offset: number,
): Omit<Cursor, 'isTight'> {
  const { open, word } = openIn(value);
  const typed = word.trimStart().replace(/^["']/, '');
  const top = open.at(-1);
  const isKey = top?.sign === '{' && top.field === undefined;
  const isEntry = top === undefined ? field === undefined : top.sign === '[';
  return {
    levels: [
      ...levels,
      ...open.flatMap((o): readonly Level[] => {
        if (o.sign === '[') return [listEntry];
        return o.field === undefined ? [] : [{ field: o.field, fields: o.fields }];
      }),
    ],
    fields: isKey ? top.fields : fields,
    isValue: !isKey && !isEntry,
    start: offset - typed.length,
    end: offset + (/^[^\s,[\]{}"':]*/.exec(tail)?.[0].length ?? 0),
    hasColon: isKey && /^[^\s,}:]*:/.test(tail),
  };
}

/** What is open at the end of a value, and the word that is typed there. */
function openIn(value: string): { readonly open: readonly Open[]; readonly word: string } {
  const open: Open[] = [];
  let word = '';
  for (const sign of value) {
    const top = open.at(-1);
    const isBare = (top !== undefined || word.trim() === '') && !/^\s*["'][^"']*$/.test(word);
    if (isBare && (sign === '[' || sign === '{')) open.push({ sign, fields: new Map() });
    else if (isBare && (sign === ']' || sign === '}')) open.pop();
    else if (isBare && top !== undefined && sign === ',') {
      if (top.field !== undefined) top.fields.set(top.field, word.trim());
      top.field = undefined;
    } else if (isBare && top?.sign === '{' && top.field === undefined && sign === ':')
      top.field = word.trim().replace(/^["']|["']$/g, '');
    else {
      word += sign;
      continue;
    }
    word = '';
  }
  return { open, word };
}
