import { roleOf } from '#core/bank/file-role.ts';
import { type StringFields, stringFieldsOf, stringsUnder } from '#core/bank/string-fields.ts';
import type { DataPath } from '#core/base/data-path.ts';
import type { Fix } from '#core/base/diagnostic.ts';
import { memoise } from '#core/base/memoise.ts';
import { isMapping } from '#core/yaml/data.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import type { Finding } from '../contract/rule.ts';

/** A string in the data of a file. */
export interface FileText {
  readonly source: YamlSource;
  /** As YAML gives it, with the surrounding spaces that are dropped when the bank is read. */
  readonly text: string;
  readonly step: Step;
  /** Whether learners read it; ids, dates, tags and URLs are not read. */
  readonly read: boolean;
}

/** The last step of a path, linked to the others: there are many paths, and few are needed. */
interface Step {
  readonly key: string | number;
  readonly parent: Step | undefined;
}

interface FileTexts {
  readonly all: readonly FileText[];
  readonly read: readonly FileText[];
  readonly keys: ReadonlySet<string>;
}

/** Returns every string that is a value in a file, read by learners or not. */
export const stringsIn = (source: YamlSource): readonly FileText[] => textsOf(source).all;

/** Returns every text in a file that learners read: a string per language, in the order of the file. */
export const textsIn = (source: YamlSource): readonly FileText[] => textsOf(source).read;

/** Returns the field names of up to three letters in a file, each once. */
export const shortKeysIn = (source: YamlSource): ReadonlySet<string> => textsOf(source).keys;

/** The fields of up to three letters that are none of a language. */
export const shortFields: ReadonlySet<string> = new Set([
  'id',
  'at',
  'by',
  'url',
  'ref',
  'key',
  'why',
  'doi',
  'all',
]);

/** Returns the path of a string in the data of its file. */
export function pathOf({ step }: Pick<FileText, 'step'>): DataPath {
  const path: (string | number)[] = [];
  for (let at: Step | undefined = step; at !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** Builds a finding about a string. */
export function findInText(found: FileText, message: string, fix?: Fix | undefined): Finding {
  const path = pathOf(found);
  const { source } = found;
  const item = itemAt(source, path);
  return {
    path: source.path,
    at: source.place(path),
    message,
    ...(item === undefined ? {} : { item }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Returns the id of the question or note that a part of a file belongs to. */
export function itemAt({ data }: YamlSource, [list, index]: DataPath): string | undefined {
  if (!isMapping(data) || typeof list !== 'string' || typeof index !== 'number') return undefined;
  const entries = data[list];
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  return isMapping(entry) && typeof entry.id === 'string' ? entry.id : undefined;
}

const textsOf = memoise((source: YamlSource): FileTexts => {
  const all: FileText[] = [];
  const keys = new Set<string>();
  const walk = (value: unknown, step: Step | undefined, of: StringFields | undefined): void => {
    if (typeof value === 'string') {
      if (step !== undefined) all.push({ source, text: value, step, read: of?.sort !== 'formal' });
    } else if (Array.isArray(value)) {
      const under = stringsUnder(of, 0);
      for (let i = 0; i < value.length; i++) walk(value[i], { key: i, parent: step }, under);
    } else if (isMapping(value)) {
      for (const key of Object.keys(value)) {
        if (key.length < 4) keys.add(key);
        walk(value[key], { key, parent: step }, stringsUnder(of, key));
      }
    }
  };
  walk(source.data, undefined, stringFieldsOf(roleOf(source)));
  return { all, read: all.filter((t) => t.read), keys };
});
