import type { Edit } from '../base/diagnostic.ts';
import { isMapping } from '../yaml/data.ts';
import { readYaml, type YamlSource } from '../yaml/source.ts';

/** A deck with an entry more, and the stretch that is new, counted as places are: without the mark that a text may begin with. */
export interface ExtendedDeck {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Why nothing can be added to a deck. */
export type NotAdded =
  /** It cannot be read; the first fault is on this line. */
  | { readonly because: 'broken'; readonly line: number }
  /** Its `items` are not a list with an entry a line. */
  | { readonly because: 'no-list' }
  /** What is to be added cannot be read itself. */
  | { readonly because: 'entry'; readonly message: string };

/**
 * The text of a deck with entries behind those it has, indented as they are, with its line ends; all else stays as it is, byte for byte.
 * The entries are YAML of their own, a list or one map.
 */
export function addItem(text: string, entries: string): ExtendedDeck | NotAdded {
  const source = readYaml({ path: '', text });
  const [fault] = source.diagnostics;
  if (fault !== undefined) return { because: 'broken', line: fault.at.line };
  const added = readEntries(entries);
  if ('because' in added) return added;
  const spot = spotFor(source);
  if (spot === undefined) return { because: 'no-list' };
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const lines = indentEntries(added.lines, spot);
  const body = [...(spot.isSpaced ? [''] : []), ...lines].join(eol);
  const { edit, start } = editAt(spot, body, eol);
  const mark = text.length - source.text.length;
  const made = source.text.slice(0, edit.start) + edit.text + source.text.slice(edit.end);
  const whole = text.slice(0, mark) + made;
  const end = edit.start + edit.text.length;
  return isSame(whole, source, added.data) ? { text: whole, start, end } : { because: 'no-list' };
}

/** True if a text has all that a deck has, and the entries behind it. */
function isSame(text: string, before: YamlSource, entries: readonly unknown[]): boolean {
  const { data, diagnostics } = readYaml({ path: '', text });
  if (diagnostics.length > 0 || !isMapping(before.data)) return false;
  const items = [...itemsOf(before), ...entries];
  return JSON.stringify(data) === JSON.stringify({ ...before.data, items });
}

const itemsOf = ({ data }: YamlSource): readonly unknown[] =>
  isMapping(data) && Array.isArray(data.items) ? data.items : [];

interface Entries {
  readonly data: readonly unknown[];
  /** The lines, each entry beginning with `- ` in the first column. */
  readonly lines: readonly string[];
}

function readEntries(text: string): Entries | NotAdded {
  const { data, diagnostics } = readYaml({ path: '', text });
  const [fault] = diagnostics;
  if (fault !== undefined) return { because: 'entry', message: `${fault.at.line}: ${fault.message}` };
  const lines = text.trimEnd().split(/\r\n|\n/);
  const from = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const own = stripIndent(lines.slice(Math.max(0, from)));
  if (Array.isArray(data) && data.length > 0) return { data, lines: own };
  if (isMapping(data))
    return { data: [data], lines: own.map((line, i) => (i === 0 ? '- ' : line && '  ') + line) };
  return { because: 'entry', message: '' };
}

function stripIndent(lines: readonly string[]): readonly string[] {
  const indent = lines[0]?.search(/\S/) ?? 0;
  return lines.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line));
}

/** Where the entries go. */
interface Spot {
  /** Offsets in the text: what stands between them is replaced. */
  readonly at: number;
  readonly upTo: number;
  /** The columns before a dash, and from the dash to what follows it. */
  readonly indent: number;
  readonly gap: number;
  /** Whether an empty line stands between entries. */
  readonly isSpaced: boolean;
}

function spotFor(source: YamlSource): Spot | undefined {
  const { text, data } = source;
  const items = itemsOf(source);
  if (!isMapping(data) || !('items' in data)) return undefined;
  if (items.length === 0) return emptySpotFor(source);
  const last = source.place(['items', items.length - 1]);
  const head = /(^|\n)([ \t]*)(-[ \t]+|-[ \t]*(?:#.*)?\r?\n\s*)$/.exec(
    text.slice(0, startOfItem(source, items.length - 1)),
  );
  if (head === null) return undefined;
  const [, , before = '', dash = ''] = head;
  const above = text.slice(0, head.index + (head[1] ?? '').length);
  const at = lineEndAt(text, last.end);
  return {
    ...{ at, upTo: at, indent: before.length, gap: dash.includes('\n') ? 2 : dash.length },
    isSpaced: items.length > 1 && /\n\s*\n(?:[ \t]*#.*\n)*$/.test(above),
  };
}

/** The start of an entry behind its dash. */
const startOfItem = (source: YamlSource, index: number) => source.place(['items', index]).start;

/** `items:` with nothing behind it, or with `[]`. */
function emptySpotFor(source: YamlSource): Spot | undefined {
  const { text, data } = source;
  const key = source.place(['items'], 'key');
  const written = isMapping(data) && data.items !== null ? source.place(['items']) : key;
  const rest = text.slice(key.end, Math.max(written.end, key.end));
  if (!/^\s*:\s*\[\s*\]$|^$/.test(rest)) return undefined;
  const line = lineEndAt(text, key.end);
  const at = rest === '' ? line : key.end + 1;
  return { at, upTo: rest === '' ? line : written.end, indent: 2, gap: 2, isSpaced: false };
}

const lineEndAt = (text: string, from: number) => {
  const end = text.slice(from).search(/\r?\n/);
  return end === -1 ? text.length : from + end;
};

const indentEntries = (lines: readonly string[], { indent, gap }: Spot): readonly string[] =>
  lines.map((line) => {
    if (line.trim() === '') return '';
    const before = ' '.repeat(indent);
    if (line.startsWith('- ')) return `${before}-${' '.repeat(gap - 1)}${line.slice(2)}`;
    return line.startsWith('  ') ? before + ' '.repeat(gap) + line.slice(2) : before + line;
  });

function editAt({ at, upTo, isSpaced }: Spot, body: string, eol: string) {
  const edit: Edit = { start: at, end: upTo, text: `${eol}${body}` };
  return { edit, start: at + eol.length * (isSpaced ? 2 : 1) };
}
