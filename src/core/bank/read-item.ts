import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { wordings } from '../base/text.ts';
import { type Item, kinds } from '../question/kinds/index.ts';
import type { Mapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';
import { itemSchemas } from './schema.ts';
import { fieldsAt } from './shape/issues.ts';
import { fixOf, otherNames, type Shape, shapeOf } from './shape/shape.ts';

/** What kind an item is read as, and what was wrong with the kind it names. */
interface Assumed {
  readonly kind: string;
  /** The item as that kind has it: with `kind` where it belongs. */
  readonly data: Mapping;
  /** Whether the author is known to have meant this kind; otherwise only the fields that all kinds have are judged. */
  readonly sure: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one item by the schema of its kind; under a wrong kind, by that of the kind that was likely meant. */
export function readItem(source: YamlSource, path: DataPath, data: Mapping): Shape<Item> {
  const item = typeof data.id === 'string' ? data.id : undefined;
  const assumed = assumedKind(source, path, data, item);
  const schema = itemSchemas.get(assumed.kind);
  if (schema === undefined) return { diagnostics: assumed.diagnostics };
  const only = assumed.sure ? undefined : commonFields();
  const shape = shapeOf({
    source,
    path,
    data: assumed.data,
    schema,
    noun: assumed.sure ? nounOf(assumed.kind) : 'a question',
    item,
    only,
  });
  const diagnostics = [...assumed.diagnostics, ...shape.diagnostics];
  if (data.kind === assumed.kind && diagnostics.length > 1) {
    const instead = readAsAnother(source, path, data, diagnostics.length);
    if (instead !== undefined) return { diagnostics: instead };
  }
  return diagnostics.length === 0 ? shape : { diagnostics };
}

/** The findings of an item that names one kind and has the keys of another, if they are not more. */
function readAsAnother(
  source: YamlSource,
  path: DataPath,
  data: Mapping,
  most: number,
): readonly Diagnostic[] | undefined {
  const keys = Object.keys(data);
  const foreign = keys.filter((key) => !fieldsOf(String(data.kind)).has(key));
  if (foreign.length === 0) return undefined;
  const others = [...itemSchemas.keys()].filter((kind) => keys.every((key) => fieldsOf(kind).has(key)));
  const [kind, ambiguous] = others;
  const schema = itemSchemas.get(kind ?? '');
  if (kind === undefined || ambiguous !== undefined || schema === undefined) return undefined;
  const item = typeof data.id === 'string' ? { item: data.id } : {};
  const shape = shapeOf({ source, path, data: { ...data, kind }, schema, noun: nounOf(kind), ...item });
  // Two keys of another kind are no slip.
  if (shape.diagnostics.length + (foreign.length > 1 ? 0 : 1) >= most) return undefined;
  const at = source.place([...path, 'kind']);
  const names = foreign.map((key) => `\`${key}\``).join(' and ');
  const message = `${nounOf(String(data.kind))} has no ${names}, and ${nounOf(kind)} has: write \`kind: ${kind}\``;
  const wrong = {
    rule: 'schema/bad-value',
    severity: 'error',
    path: source.path,
    at,
    message,
    ...item,
  } as const;
  return [wrong, ...shape.diagnostics];
}

const nounOf = (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} question`;

function assumedKind(source: YamlSource, path: DataPath, data: Mapping, item: string | undefined): Assumed {
  const found = (rule: string, key: string, message: string): Diagnostic => {
    const where = [...path, key];
    const isKey = rule === 'schema/unknown-key';
    const at = source.place(where, isKey ? 'key' : 'value');
    const fix = isKey
      ? { fix: fixOf({ title: 'rename the key to `kind`', text: 'kind' }, at, where, 'key') }
      : {};
    return { rule, severity: 'error', path: source.path, at, message, ...(item ? { item } : {}), ...fix };
  };
  const key = 'kind' in data ? 'kind' : keyMeantAsKind(data);
  if (key === undefined) {
    const message = `a question has no \`kind\`: add it, one of ${kindNames()}`;
    return guessed(data, [found('schema/missing-key', 'kind', message)]);
  }
  const named = data[key];
  if (key === 'kind' && typeof named === 'string' && itemSchemas.has(named))
    return { kind: named, data, sure: true, diagnostics: [] };
  const { [key]: _, ...others } = data;
  const wrongKey = `\`${key}\` is not a key of a question: did you mean \`kind\`?`;
  const diagnostics = key === 'kind' ? [] : [found('schema/unknown-key', key, wrongKey)];
  if (typeof named === 'string' && itemSchemas.has(named)) {
    return { kind: named, data: { ...others, kind: named }, sure: true, diagnostics };
  }
  const near = typeof named === 'string' ? kindMeant(named, others) : undefined;
  const empty = named === null && source.written([...path, key]) === '';
  const ways = near ? `did you mean \`${near}\`?` : `there are ${kindNames()}`;
  const wrong = empty
    ? found('schema/missing-key', key, `\`kind\` is empty: write one of ${kindNames()}`)
    : found('schema/unknown-kind', key, `${JSON.stringify(named)} is not a kind of question: ${ways}`);
  const all = [...diagnostics, wrong];
  return near
    ? { kind: near, data: { ...others, kind: near }, sure: true, diagnostics: all }
    : guessed(others, all);
}

/** The kind that was meant by a name that is none; by “multiple choice” some mean one right option, others several. */
function kindMeant(named: string, data: Mapping): string | undefined {
  const plain = plainName(named);
  const called = kinds
    .filter(({ title, alsoCalled = [] }) =>
      [...wordings(title).map(plainName), ...alsoCalled].includes(plain),
    )
    .map(({ name }) => name);
  return likeliest(called, data) ?? nearest(named, itemSchemas.keys());
}

/** A name of a kind without what people write differently: `True or False`, `true_or_false`, `判断题` and `判断` are two names. */
const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/\P{L}|题$/gu, '');

/** The kind that has most of the item's keys; the first of those that have as many. */
function likeliest(names: Iterable<string>, data: Mapping): string | undefined {
  const shared = (kind: string) => Object.keys(data).filter((key) => fieldsOf(kind).has(key)).length;
  return [...names].sort((a, b) => shared(b) - shared(a))[0];
}

function guessed(data: Mapping, diagnostics: readonly Diagnostic[]): Assumed {
  const kind = likeliest(itemSchemas.keys(), data) ?? '';
  return { kind, data: { ...data, kind }, sure: false, diagnostics };
}

function keyMeantAsKind(data: Mapping): string | undefined {
  const common = commonFields();
  return Object.keys(data).find(
    (key) =>
      !common.has(key) && (otherNames[key.toLowerCase()] === 'kind' || nearest(key, ['kind']) === 'kind'),
  );
}

function commonFields(): ReadonlySet<string> {
  const [first, ...others] = [...itemSchemas.keys()].map(fieldsOf);
  return new Set([...(first ?? [])].filter((field) => others.every((fields) => fields.has(field))));
}

function fieldsOf(kind: string): ReadonlySet<string> {
  const schema = itemSchemas.get(kind);
  return schema ? fieldsAt(schema, []) : new Set();
}

function kindNames(): string {
  return [...itemSchemas.keys()].map((name) => `\`${name}\``).join(', ');
}
