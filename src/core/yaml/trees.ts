import { type Document, isScalar } from 'yaml';
import type { DataPath } from '../base/data-path.ts';
import { dataOf, isMapping, type SyntaxFault } from './data.ts';
import { deepest, type Parsed, parseYaml } from './parse.ts';
import { type Part, splitParts } from './parts.ts';
import { readQuickly } from './quick.ts';
import { describeSyntaxError, tabbed } from './syntax.ts';
import { parsePart, type Tree, treeOf, treesOnDemand } from './tree.ts';

/** What one YAML text holds. */
export interface TreeReading {
  readonly trees: readonly Tree[];
  readonly data: unknown;
  readonly faults: readonly SyntaxFault[];
}

const mostCharacters = 16 * 1024 * 1024;

const tooLong: TreeReading = {
  trees: [],
  data: undefined,
  faults: [
    {
      rule: 'yaml/limits',
      start: 0,
      end: 0,
      message: 'this file is larger than 16 MiB; split it into several decks',
    },
  ],
};

/** Parses a text, whole if that can be done, else part by part. */
export function readTrees(raw: string): TreeReading {
  if (raw.length > mostCharacters) return tooLong;
  const quick = readQuickly(raw);
  if (quick === undefined) return readTreesSlowly(raw);
  let trees: readonly Tree[] | undefined;
  return {
    get trees() {
      trees ??= treesOnDemand(raw);
      return trees;
    },
    data: quick.data,
    faults: [],
  };
}

/** The same by the parser that says what is wrong. */
export function readTreesSlowly(raw: string): TreeReading {
  if (isBinary(raw)) return { trees: [], data: undefined, faults: [] };
  const faults: SyntaxFault[] = [];
  const text = withoutHazards(raw, faults);
  const whole = parseYaml(text);
  const { doc, second } = whole;
  if (second !== undefined) {
    const message = 'a second YAML document begins here, but a file holds one deck; move it to another file';
    faults.push({ rule: 'yaml/multi-doc', start: second, end: Math.min(second + 3, text.length), message });
  }
  if (doc.errors.length > 0 || whole.tooDeep !== undefined) {
    return readParts(second === undefined ? text : text.slice(0, second), whole, faults);
  }
  return {
    trees: [treeOf({ prefix: [], start: 0, text }, doc)],
    data: dataOf(doc.contents, text, faults),
    faults,
  };
}

/** Whether a text is not one at all: UTF-16 read as UTF-8, or no text file. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 200);
  return head.split('\0').length - 1 > head.length / 5;
}

/** Takes out, length for length, what would change how the rest is read: directives, conflicts, lone carriage returns. */
function withoutHazards(raw: string, faults: SyntaxFault[]): string {
  const text = withoutConflicts(raw.replace(/\r(?!\n)/g, '\n'), faults);
  const lone = raw.search(/\r(?!\n)/);
  if (lone !== -1) {
    const message =
      'lines end with a lone carriage return, which YAML does not accept as a line end; save the file with LF line ends';
    faults.push({ rule: 'yaml/syntax', start: lone, end: lone + 1, message });
  }
  const head = /^(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*/.exec(text)?.[0] ?? '';
  for (const directive of head.matchAll(/^%[^\r\n]*/gm)) {
    const message =
      'a YAML directive can change how the whole file is read, so banks do not use them; remove this line';
    const end = directive.index + directive[0].length;
    faults.push({ rule: 'yaml/anchor-alias-tag', start: directive.index, end, message });
  }
  return head.replace(/^%/gm, '#') + text.slice(head.length);
}

/** A text with the first version wherever git left two of some lines: each such place is one fault. */
function withoutConflicts(text: string, faults: SyntaxFault[]): string {
  if (!/^<{7} /m.test(text) || !/^>{7} /m.test(text)) return text;
  let version: 'ours' | 'theirs' | undefined;
  return text.replace(/^[^\r\n]+/gm, (line, start: number) => {
    const mark = /^([<|=>])\1{6}(?= |$)/.exec(line)?.[1];
    const isTheirs = version === 'theirs';
    if (mark === '<') {
      const message = 'git left a conflict here; keep one of the two versions, and remove the conflict marks';
      faults.push({ rule: 'yaml/syntax', start, end: start + 7, message });
      version = 'ours';
    } else if (mark !== undefined && version !== undefined) {
      version = mark === '>' ? undefined : 'theirs';
    } else if (!isTheirs) return line;
    return ' '.repeat(line.length);
  });
}

function readParts(text: string, whole: Parsed, faults: SyntaxFault[]): TreeReading {
  const before = faults.length;
  const trees: Tree[] = [];
  const data = new Map<string, unknown>();
  for (const part of splitParts(text)) {
    const parsed = parsePart(part);
    trees.push(treeOf(part, parsed.doc));
    const own: SyntaxFault[] = [];
    const value = dataOf(parsed.doc.contents, part.text, own, text);
    const error = part.astray ? misplaced(part) : (unread(parsed, part.text) ?? stray(part, parsed.doc));
    if (error) add(error, own, part.text);
    for (const fault of own) faults.push(shifted(fault, part));
    put(data, part, error ? undefined : value);
  }
  const fault = faults.length === before ? unread(whole, text) : undefined;
  if (fault) faults.push(fault);
  return { trees, data: data.size > 0 ? Object.fromEntries(data) : undefined, faults };
}

/** Adds what makes a part unreadable; where something else was found in that line, that is what the fix is for. */
function add(error: SyntaxFault, own: SyntaxFault[], text: string): void {
  const i = own.findIndex((fault) => lineOf(fault, text) === lineOf(error, text));
  const known = own[i];
  if (known === undefined) own.push(error);
  else {
    const { fix: _, ...fault } = known;
    own[i] = error.fix ? { ...fault, fix: error.fix } : fault;
  }
}

/** The first thing that makes a text unreadable: what follows in the same part is as a rule caused by it. */
function unread({ doc, tooDeep }: Parsed, text: string): SyntaxFault | undefined {
  if (tooDeep !== undefined) {
    const message = `lists and maps are nested more than ${deepest} deep here; make them flatter`;
    return { rule: 'yaml/limits', start: tooDeep, end: tooDeep + 1, message };
  }
  const [error] = [...doc.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return error && describeSyntaxError(error, doc, text);
}

function misplaced({ astray, text }: Part): SyntaxFault {
  const tab = text.search(/\S|\t/);
  if (astray === undefined || text[tab] === '\t')
    return { rule: 'yaml/syntax', start: tab, end: tab + 1, message: tabbed };
  const { column, siblings } = astray;
  const message = `this dash is in column ${column}, the dashes beside it in column ${siblings}; align them`;
  return { rule: 'yaml/syntax', start: column - 1, end: column, message };
}

/** What stands before the first key of a file, if anything does. */
function stray({ prefix }: Part, { contents }: Document): SyntaxFault | undefined {
  const blank = contents === null || (isScalar(contents) && contents.value === null);
  if (prefix.length > 0 || blank) return undefined;
  const start = contents.range?.[0] ?? 0;
  const message = 'this line is not `field: value`; a bank file must begin with a field';
  return { rule: 'yaml/syntax', start, end: start + 1, message };
}

function put(data: Map<string, unknown>, part: Part, value: unknown): void {
  const [key, index] = part.prefix;
  if (typeof key !== 'string') return;
  if (index === undefined) {
    data.set(key, isMapping(value) ? value[key] : undefined);
    return;
  }
  const list = data.get(key);
  const element: unknown = Array.isArray(value) ? value[0] : undefined;
  if (Array.isArray(list)) list.push(element);
  else data.set(key, [element]);
}

function shifted(fault: SyntaxFault, { start: by, prefix }: Part): SyntaxFault {
  const moved = <S extends { readonly start: number; readonly end: number }>(stretch: S): S => ({
    ...stretch,
    start: stretch.start + by,
    end: stretch.end + by,
  });
  const first = fault.first && moved(fault.first);
  const expects = fault.fix?.expects;
  const fix = fault.fix && {
    ...fault.fix,
    edits: fault.fix.edits.map(moved),
    ...(expects && 'path' in expects
      ? { expects: { ...expects, path: toFilePath(expects.path, prefix) } }
      : {}),
  };
  return { ...moved(fault), ...(first ? { first } : {}), ...(fix ? { fix } : {}) };
}

/** A path in a part of a file as one in the file: an element's text is a list of that element alone. */
export function toFilePath(path: DataPath, prefix: DataPath): DataPath {
  return prefix.length < 2 ? path : [...prefix, ...path.slice(1)];
}

function lineOf(fault: SyntaxFault, text: string): number {
  return text.lastIndexOf('\n', fault.start - 1);
}
