import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic, Place } from '../base/diagnostic.ts';
import { fieldOf, type SyntaxFault, spanOf } from './data.ts';
import { makePlacer, type Placer } from './place.ts';
import type { NodeSpot } from './spots.ts';
import { type Tree, treeOfWhole } from './tree.ts';
import { readTrees, type TreeReading, toFilePath } from './trees.ts';

/** A file of a bank as it was read. */
export interface BankFile {
  readonly path: string;
  readonly text: string;
  /** Why it could not be read; its text is then empty. */
  readonly unread?: string;
  /** Whether it was asked for by name, and did not only lie in a folder. */
  readonly named?: boolean;
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
  /** The place of a value, or of its key. Throws if the data has none at this path: that is a mistake of ours. */
  readonly place: (path: DataPath, part?: 'value' | 'key') => Place;
  /** The place of a value that may be missing: if it is, the head of the nearest parent that is there. */
  readonly placeNear: (path: DataPath, part?: 'value' | 'key') => Place;
  readonly span: (start: number, end: number) => Place;
  /** A stretch that a value stands in, found without a look at what is in it; the whole text where that is all that is known. */
  readonly around: (path: DataPath) => { readonly start: number; readonly end: number };
  /** A scalar as its author wrote it, empty where a key has no value; undefined where there is no scalar. */
  readonly written: (path: DataPath) => string | undefined;
  /** All scalars; with an offset, only those of the part of the file that it is in. */
  readonly scalars: (near?: number) => Iterable<WrittenScalar>;
}

/**
 * Reads one YAML text; never throws. After a syntax error, what the error does not touch is read all the same. `read` is what
 * reads the text.
 */
export function readYaml(file: BankFile, read: (text: string) => TreeReading = readTrees): YamlSource {
  const text = stripMark(file.text);
  const { path } = file;
  const reading = file.unread === undefined ? read(text) : unreadable(file.unread);
  let placed: Placer | undefined;
  const at: Placer = (start, end) => {
    placed ??= makePlacer(text);
    return placed(start, end);
  };
  let whole: readonly Tree[] | undefined;
  /** Some keys are written so that the parts of a file do not show them: `? title`, or `"t\u0069tle"`. */
  const found = (where: DataPath): Found => {
    const near = find(reading.trees, where);
    if (near.whole || !isIn(reading.data, where)) return near;
    whole ??= [treeOfWhole(text)];
    return find(whole, where);
  };
  return {
    path,
    text,
    bom: text.length < file.text.length,
    data: reading.data,
    diagnostics: reading.faults.map((fault) => diagnosed(fault, path, at)),
    span: at,
    place: (where, part = 'value') => {
      const spot = found(where);
      if (!spot.whole) throw new Error(`${path} has nothing at ${JSON.stringify(where)}`);
      return at(...stretch(text, spot, part));
    },
    placeNear: (where, part = 'value') => at(...stretch(text, found(where), part)),
    around: (where) => {
      const tree = treeOf(reading.trees, where);
      return { start: tree?.start ?? 0, end: tree?.end ?? text.length };
    },
    written: (where) => {
      const { value, start, whole } = found(where);
      if (value?.scalar) return text.slice(start + value.start, start + value.end);
      return whole && value === undefined ? '' : undefined;
    },
    *scalars(near) {
      for (const { doc, start, end, prefix } of reading.trees) {
        if (near !== undefined && (near < start || near > end)) continue;
        for (const { node, part, ...where } of scalarsOf(doc.contents)) {
          const [from, to] = spanOf(node);
          const path = toFilePath(where.path, prefix);
          const written = text.slice(start + from, start + to);
          yield { value: node.value, written, at: at(start + from, start + to), path, part };
        }
      }
    },
  };
}

function unreadable(reason: string): TreeReading {
  const message = `this file cannot be read: ${reason}; fix that, or remove the file from the bank`;
  return { trees: [], data: undefined, faults: [{ rule: 'yaml/syntax', start: 0, end: 0, message }] };
}

/** A text without the byte order mark it may begin with. */
export function stripMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function diagnosed(
  { rule, start, end, message, first, fix }: SyntaxFault,
  path: string,
  at: Placer,
): Diagnostic {
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
  readonly key?: NodeSpot | undefined;
  readonly value?: NodeSpot | undefined;
  /** Where the tree they are in starts. */
  readonly start: number;
  /** Whether the whole path was there; otherwise this is its nearest parent. */
  readonly whole: boolean;
}

function find(trees: readonly Tree[], path: DataPath): Found {
  const tree = treeOf(trees, path);
  if (tree === undefined) return { start: 0, whole: path.length === 0 };
  const { start, root, prefix } = tree;
  const isElement = prefix.length === 2;
  let value = isElement && root?.items ? root.items[0] : root;
  let key: NodeSpot | undefined;
  for (const step of isElement ? path.slice(2) : path) {
    const entry = typeof step === 'string' ? value?.entries?.get(step) : undefined;
    if (entry !== undefined) {
      key = entry.key;
      value = entry.value;
    } else if (value?.items && typeof step === 'number' && step in value.items) {
      value = value.items[step];
    } else {
      // Of a broken file the first line of a part gives its name, though it may not be YAML.
      const isPart = path.length === 1 && prefix.length === 1 && prefix[0] === step;
      return { start, whole: isPart, key, value };
    }
  }
  return { start, whole: true, key, value };
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

const treesByPrefix = new WeakMap<readonly Tree[], Map<string, Tree>>();

/** Whether some data has a value at a path. */
function isIn(data: unknown, path: DataPath): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return true;
}

function stretch(text: string, { key, value, start, whole }: Found, part: 'value' | 'key'): [number, number] {
  const spot = whole
    ? part === 'key'
      ? (key ?? value)
      : isBlank(value)
        ? (key ?? value)
        : value
    : head(value, key);
  if (spot === undefined) return [start, start];
  const written = text.slice(start + spot.start, start + spot.end).trimEnd();
  return [start + spot.start, start + spot.start + written.length];
}

function isBlank(spot: NodeSpot | undefined): boolean {
  return spot === undefined || spot.start === spot.end;
}

/** What stands for a map or list as a whole: its first key, or the key it is the value of. */
function head(value: NodeSpot | undefined, key: NodeSpot | undefined): NodeSpot | undefined {
  const [first] = value?.entries?.values() ?? [];
  return first?.key ?? key ?? value;
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
      const under = [...path, fieldOf(pair)];
      yield* scalarsOf(pair.key, under, 'key');
      yield* scalarsOf(pair.value, under);
    }
  }
}
