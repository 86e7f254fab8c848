import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic, Place } from '../base/diagnostic.ts';
import { type Fault, keyOf, span } from './data.ts';
import { type Placer, placer } from './place.ts';
import { inFile, type Reading, readTrees, type Tree } from './trees.ts';

/** A file of a bank as it was read. */
export interface BankFile {
  readonly path: string;
  readonly text: string;
  /** Why it could not be read; its text is then empty. */
  readonly unread?: string;
}

/** One scalar of a file: its value, and the stretch of the file it is written in. */
interface WrittenScalar {
  readonly value: unknown;
  readonly written: string;
  readonly at: Place;
  /** Where it stands in the data, and whether as a key or as a value. */
  readonly path: DataPath;
  readonly part: 'key' | 'value';
}

/** The data of a YAML file together with the places it stands at. */
export interface YamlSource {
  readonly path: string;
  /** The file's text without a byte order mark; all offsets are offsets of it. */
  readonly text: string;
  /** Whether the file begins with a byte order mark. */
  readonly bom: boolean;
  /** Plain data; what a syntax error has damaged is there as `undefined`. */
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** The place of a value, or of its key; where there is none, the head of the nearest parent. */
  readonly place: (path: DataPath, part?: 'value' | 'key') => Place;
  readonly span: (start: number, end: number) => Place;
  /** A scalar as its author wrote it, empty where a key has no value; undefined where there is no scalar. */
  readonly written: (path: DataPath) => string | undefined;
  readonly scalars: () => Iterable<WrittenScalar>;
}

/**
 * Reads one YAML text; never throws. After a syntax error, what the error does not touch is read all the same. `read` is what
 * reads the text.
 */
export function readYaml(file: BankFile, read: (text: string) => Reading = readTrees): YamlSource {
  const text = withoutMark(file.text);
  const { path } = file;
  const reading = file.unread === undefined ? read(text) : unreadable(file.unread);
  let placed: Placer | undefined;
  const at: Placer = (start, end) => {
    placed ??= placer(text);
    return placed(start, end);
  };
  return {
    path,
    text,
    bom: text.length < file.text.length,
    data: reading.data,
    diagnostics: reading.faults.map((fault) => diagnosed(fault, path, at)),
    span: at,
    place: (where, part = 'value') => at(...stretch(text, reading.trees, where, part)),
    written: (where) => {
      const { value, start, whole } = find(reading.trees, where);
      if (isScalar(value)) return slice(text, value, start);
      return whole && value === undefined ? '' : undefined;
    },
    *scalars() {
      for (const { doc, start, prefix } of reading.trees)
        for (const { node, part, ...where } of scalarsOf(doc.contents)) {
          const [from, to] = span(node);
          const path = inFile(where.path, prefix);
          const written = slice(text, node, start);
          yield { value: node.value, written, at: at(start + from, start + to), path, part };
        }
    },
  };
}

function unreadable(reason: string): Reading {
  const message = `this file cannot be read: ${reason}; mend that, or take the file out of the bank`;
  return { trees: [], data: undefined, faults: [{ rule: 'yaml/syntax', start: 0, end: 0, message }] };
}

/** A text without the byte order mark it may begin with. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function diagnosed({ rule, start, end, message, first, fix }: Fault, path: string, at: Placer): Diagnostic {
  const related = first && [{ path, at: at(first.start, first.end), message: first.message }];
  return {
    rule,
    severity: 'error',
    path,
    at: at(start, end),
    message,
    ...(related ? { related } : {}),
    ...(fix ? { fix } : {}),
  };
}

interface Found {
  readonly key?: Node;
  readonly value?: Node;
  /** Where the tree they are in starts. */
  readonly start: number;
  /** Whether the whole path was there; otherwise this is its nearest parent. */
  readonly whole: boolean;
}

function find(trees: readonly Tree[], path: DataPath): Found {
  const tree = treeOf(trees, path);
  if (tree === undefined) return { start: 0, whole: false };
  const isElement = tree.prefix.length === 2;
  let value: unknown = isElement && isSeq(tree.doc.contents) ? tree.doc.contents.items[0] : tree.doc.contents;
  let key: unknown;
  const result = (whole: boolean): Found => ({
    start: tree.start,
    whole,
    ...(key ? { key: key as Node } : {}),
    ...(value ? { value: value as Node } : {}),
  });
  for (const step of path.slice(isElement ? 2 : 0)) {
    if (isMap(value)) {
      const pair = pairsOf(value).get(step);
      if (pair === undefined) return result(false);
      key = pair.key;
      value = pair.value;
    } else if (isSeq(value) && typeof step === 'number' && step in value.items) {
      value = value.items[step];
    } else return result(false);
  }
  return result(true);
}

function treeOf(trees: readonly Tree[], [key, index]: DataPath): Tree | undefined {
  let byPrefix = treesByPrefix.get(trees);
  if (byPrefix === undefined) {
    byPrefix = new Map();
    for (const tree of trees) {
      const prefix = tree.prefix.join('\n');
      if (!byPrefix.has(prefix)) byPrefix.set(prefix, tree);
    }
    treesByPrefix.set(trees, byPrefix);
  }
  if (key === undefined) return trees[0];
  const element = typeof index === 'number' ? byPrefix.get(`${key}\n${index}`) : undefined;
  return element ?? byPrefix.get(String(key)) ?? trees[0];
}

/** By the pairs' keys, made once: a map of thousands of keys may have a finding at each. */
function pairsOf(map: YAMLMap): ReadonlyMap<string | number, Pair<unknown, unknown>> {
  let pairs = pairsByMap.get(map);
  if (pairs === undefined) {
    pairs = new Map();
    for (const pair of map.items) if (!pairs.has(keyOf(pair))) pairs.set(keyOf(pair), pair);
    pairsByMap.set(map, pairs);
  }
  return pairs;
}

const treesByPrefix = new WeakMap<readonly Tree[], Map<string, Tree>>();
const pairsByMap = new WeakMap<YAMLMap, Map<string | number, Pair>>();

function stretch(
  text: string,
  trees: readonly Tree[],
  path: DataPath,
  part: 'value' | 'key',
): [number, number] {
  const { key, value, start, whole } = find(trees, path);
  const node = whole
    ? part === 'key'
      ? (key ?? value)
      : isBlank(value)
        ? (key ?? value)
        : value
    : head(value, key);
  if (node === undefined) return [start, start];
  const [from, to] = span(node);
  const written = text.slice(start + from, start + to).trimEnd();
  return [start + from, start + from + written.length];
}

function isBlank(node: Node | undefined): boolean {
  const [start, end] = node ? span(node) : [0, 0];
  return start === end;
}

/** What stands for a map or list as a whole: its first key, or the key it is the value of. */
function head(value: Node | undefined, key: Node | undefined): Node | undefined {
  const first = isMap(value) ? value.items[0]?.key : undefined;
  return (first as Node | undefined) ?? key ?? value;
}

function slice(text: string, node: Node, offset: number): string {
  const [start, end] = span(node);
  return text.slice(offset + start, offset + end);
}

interface ScalarNode extends Pick<WrittenScalar, 'path' | 'part'> {
  readonly node: Scalar;
}

function* scalarsOf(
  node: unknown,
  path: DataPath = [],
  part: 'key' | 'value' = 'value',
): Generator<ScalarNode> {
  if (isScalar(node)) yield { node, path, part };
  else if (isSeq(node)) for (const [i, item] of node.items.entries()) yield* scalarsOf(item, [...path, i]);
  else if (isMap(node)) {
    for (const pair of node.items) {
      const under = [...path, keyOf(pair)];
      yield* scalarsOf(pair.key, under, 'key');
      yield* scalarsOf(pair.value, under);
    }
  }
}
