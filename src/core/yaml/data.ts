import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Fix } from '../base/diagnostic.ts';
import type { RuleOf } from '../base/rule-id.ts';
import { quote } from './quote.ts';

/** Something wrong at a stretch of a text, before it is known where in the file that text stands. */
export interface SyntaxFault {
  readonly rule: RuleOf<'yaml'>;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The earlier half, such as the first of two equal keys. */
  readonly first?: { readonly start: number; readonly end: number; readonly message: string };
  /** With offsets of that text, and paths of the data in it. */
  readonly fix?: Fix;
}

/** How many keys a map of a bank may have. */
export const mostKeys = 10_000;

interface Reader {
  readonly text: string;
  readonly faults: SyntaxFault[];
  /** The text of the file, for names that another part of it may hold. */
  readonly whole: string;
  /** Where the reader is: a list for each node would cost more than the reading. */
  readonly path: (string | number)[];
}

/**
 * The plain data of a parsed YAML node; what banks may not use is found on the way. The library's own `toJS` throws, without
 * a place, at an alias that names nothing, and builds cycles and huge trees out of those that do.
 */
export function dataOf(root: unknown, text: string, faults: SyntaxFault[], whole = text): unknown {
  return dataIn({ text, faults, whole, path: [] }, root);
}

function dataIn(reader: Reader, node: unknown): unknown {
  if (isAlias(node)) {
    const [start, end] = spanOf(node);
    const message = unwanted('*', 'an alias');
    const fix = reader.whole.includes(`&${node.source}`) ? {} : quoting(reader, start, end);
    reader.faults.push({ rule: 'yaml/anchor-alias-tag', start, end, message, ...fix });
    return undefined;
  }
  refuseProperties(reader, node, 'value');
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, i) => under(reader, i, item));
  return isMap(node) ? mapIn(reader, node) : null;
}

function under(reader: Reader, step: string | number, node: unknown): unknown {
  reader.path.push(step);
  const data = dataIn(reader, node);
  reader.path.pop();
  return data;
}

function mapIn(reader: Reader, map: YAMLMap): unknown {
  const { faults } = reader;
  const seen = new Map<string, Pair>();
  const entries: [string, unknown][] = [];
  let headless = false;
  for (const pair of map.items) {
    const key = fieldOf(pair);
    const first = seen.get(key);
    if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
      faults.push({ rule: 'yaml/merge-key', ...ends(pair.key), message: merged });
    } else if (first) {
      // Where a dash is missing, all keys of the question after it stand there twice: that is one fault.
      if (!headless) faults.push(twice(key, first, pair));
      headless ||= key === 'id';
    } else {
      seen.set(key, pair);
      refuseProperties(reader, pair.key, 'key');
      entries.push([key, under(reader, key, pair.value)]);
    }
  }
  if (seen.size > mostKeys) {
    const [size, most] = [seen.size, mostKeys].map((count) => count.toLocaleString('en'));
    const message = `this map has ${size} fields, more than the ${most} that are allowed; split the file`;
    faults.push({ rule: 'yaml/limits', ...ends(map), message });
    // As unread as what has a syntax error: that each of its keys is none of a deck's would be said as many times.
    return undefined;
  }
  return Object.fromEntries(entries);
}

function refuseProperties(reader: Reader, node: unknown, part: 'key' | 'value'): void {
  const { text, faults } = reader;
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
  const sign = node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
  if (sign === undefined) return;
  let start = Math.max(0, text.lastIndexOf(sign, spanOf(node)[0]));
  while (start > 0 && /[^\s,[{]/.test(text[start - 1] ?? ' ')) start--;
  const length = /^\S*/.exec(text.slice(start, start + 200))?.[0].length ?? 1;
  const end = start + length;
  const message = unwanted(sign, sign === '&' ? 'an anchor' : 'a tag');
  const isFixable = part === 'value' && isTypo(reader, node);
  const fix = isFixable ? quoting(reader, start, Math.max(end, spanOf(node)[1])) : {};
  faults.push({ rule: 'yaml/anchor-alias-tag', start, end, message, ...fix });
}

/** Whether the sign before a value was hardly meant for YAML: nothing refers to it, and it names no type of YAML's own. */
function isTypo({ whole }: Reader, node: unknown): boolean {
  if (!isScalar(node) || node.type !== 'PLAIN') return false;
  if (node.anchor === undefined) return !/^(tag:|!<|!!)/.test(node.tag ?? '');
  return node.tag === undefined && !whole.includes(`*${node.anchor}`);
}

function quoting({ text, path }: Reader, start: number, end: number): { readonly fix?: Fix } {
  const value = text.slice(start, end).trimEnd();
  if (value.includes('\n')) return {};
  const edits = [{ start, end: start + value.length, text: quote(value) }];
  return { fix: { title: 'quote the value', edits, expects: { type: 'set', path: [...path], value } } };
}

const merged =
  '`<<` (merge) is not allowed in a bank; write the fields out, so that each question is complete by itself';

/** The start and the end of a node in the text it was parsed from, without blanks at its end. */
export function spanOf(node: Node): readonly [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

/** The key of a pair as text. */
export function fieldOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

function ends(node: unknown): { start: number; end: number } {
  const [start, end] = spanOf(node as Node);
  return { start, end };
}

function twice(key: string, first: Pair, second: Pair): SyntaxFault {
  return {
    rule: 'yaml/duplicate-key',
    ...ends(second.key),
    message:
      key === 'id'
        ? '`id` is here twice; put `- ` before it if a new entry begins here, or remove one'
        : `\`${key}\` is here twice, but only one can count; remove or rename one`,
    first: { ...ends(first.key), message: `the first \`${key}\`` },
  };
}

function unwanted(sign: string, name: string): string {
  return `YAML reads a value that begins with \`${sign}\` as ${name}, which banks do not use; put the value in quotes, or remove the \`${sign}\``;
}

/** A YAML map as plain data. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether some data is a map, and not a list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
