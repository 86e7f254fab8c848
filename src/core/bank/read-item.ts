import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { findNearest } from '../base/nearest.ts';
import type { RuleOf } from '../base/rule-id.ts';
import { wordingsOf } from '../base/text.ts';
import { type Item, kinds } from '../question/kinds/index.ts';
import type { Mapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';
import { itemSchemas } from './schema.ts';
import { fieldsAt } from './shape/schema-at.ts';
import { fixOf, type Shape, shapeOf } from './shape/shape.ts';
import { otherNames } from './shape/unknown-fields.ts';

/** An entry of a deck's list of items. */
interface Entry {
  readonly source: YamlSource;
  readonly path: DataPath;
  readonly data: Mapping;
  readonly item: string | undefined;
  /** The field that names its kind: `kind`, or one that was meant to be. */
  readonly field: string | undefined;
}

/** The kind that an item is read as, and what was wrong with how it names it. */
interface Assumed {
  readonly kind: string;
  /** Whether the author is known to have meant this kind; otherwise only the fields that all kinds have are judged. */
  readonly sure: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one item by the schema of its kind; under a wrong kind, by that of the kind that was likely meant. */
export function readItem(source: YamlSource, path: DataPath, data: Mapping): Shape<Item> {
  const item = typeof data.id === 'string' ? data.id : undefined;
  const field = 'kind' in data ? 'kind' : fieldMeantAsKind(data);
  const entry: Entry = { source, path, data, item, field };
  // The surest guess first; the last always names a kind.
  const assumed = asNamed(entry) ?? byLikeName(entry) ?? byFields(entry);
  const shape = readAs(assumed.kind, entry, assumed.sure);
  const diagnostics = [...assumed.diagnostics, ...shape.diagnostics];
  if (diagnostics.length === 0) return shape;
  const other = data.kind === assumed.kind && diagnostics.length > 1 ? asAnother(entry) : undefined;
  return { diagnostics: other && isBetter(other, diagnostics) ? other.diagnostics : diagnostics };
}

function readAs(kind: string, { source, path, data, item, field }: Entry, sure: boolean): Shape<Item> {
  const schema = itemSchemas.get(kind);
  if (schema === undefined) return { diagnostics: [] };
  const { [field ?? 'kind']: _, ...others } = data;
  return shapeOf({
    source,
    path,
    data: data.kind === kind ? data : { ...others, kind },
    schema,
    noun: sure ? nounOf(kind) : 'a question',
    item,
    only: sure ? undefined : commonFields(),
  });
}

/** An item read as a kind that it does not name. */
interface Another {
  /** Its fields that the kind it names does not have. */
  readonly foreign: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An item that names one kind and has the fields of one other. */
function asAnother(entry: Entry): Another | undefined {
  const keys = Object.keys(entry.data);
  const named = String(entry.data.kind);
  const foreign = keys.filter((key) => !fieldsOf(named).has(key));
  const others = [...itemSchemas.keys()].filter((kind) => keys.every((key) => fieldsOf(kind).has(key)));
  const [kind, ambiguous] = others;
  if (foreign.length === 0 || kind === undefined || ambiguous !== undefined) return undefined;
  const names = foreign.map((key) => `\`${key}\``).join(' and ');
  const message = `${nounOf(named)} has no ${names}, but ${nounOf(kind)} does; write \`kind: ${kind}\``;
  const wrong = diagnosed(entry, 'schema/bad-value', 'kind', message);
  return { foreign, diagnostics: [wrong, ...readAs(kind, entry, true).diagnostics] };
}

/** Whether it leaves fewer findings; as many will do if it has two fields of the other kind, which are no typo. */
function isBetter({ foreign, diagnostics }: Another, than: readonly Diagnostic[]): boolean {
  return diagnostics.length < than.length + (foreign.length > 1 ? 1 : 0);
}

const nounOf = (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} question`;

function diagnosed(
  { source, path, item }: Entry,
  rule: RuleOf<'schema'>,
  field: string,
  message: string,
): Diagnostic {
  // The field may be the one that is missing.
  const at = source.placeNear([...path, field]);
  return { rule, severity: 'error', path: source.path, at, message, ...(item ? { item } : {}) };
}

/** The kind it names, be it under another field. */
function asNamed(entry: Entry): Assumed | undefined {
  const kind = namedIn(entry);
  if (kind === undefined || !itemSchemas.has(kind)) return undefined;
  return { kind, sure: true, diagnostics: wrongField(entry) };
}

/** The kind whose name is like the one it gives. */
function byLikeName(entry: Entry): Assumed | undefined {
  const { field = 'kind', data } = entry;
  const named = namedIn(entry);
  const kind = named === undefined ? undefined : kindMeant(named, data, field);
  if (kind === undefined) return undefined;
  const message = `unknown kind ${JSON.stringify(named)}; did you mean \`${kind}\`?`;
  const wrong = diagnosed(entry, 'schema/unknown-kind', field, message);
  return { kind, sure: true, diagnostics: [...wrongField(entry), wrong] };
}

/** The kind that has most of its fields. */
function byFields(entry: Entry): Assumed {
  const kind = likeliest(itemSchemas.keys(), entry.data, entry.field) ?? '';
  return { kind, sure: false, diagnostics: [...wrongField(entry), noKind(entry)] };
}

function noKind(entry: Entry): Diagnostic {
  const { source, path, data, field } = entry;
  if (field === undefined) {
    const message = `a question has no \`kind\`; add one of ${kindNames()}`;
    return diagnosed(entry, 'schema/missing-key', 'kind', message);
  }
  const named = data[field];
  if (named === null && source.written([...path, field]) === '') {
    const message = `\`kind\` is empty; write one of ${kindNames()}`;
    return diagnosed(entry, 'schema/missing-key', field, message);
  }
  const message = `unknown kind ${JSON.stringify(named)}; write one of ${kindNames()}`;
  return diagnosed(entry, 'schema/unknown-kind', field, message);
}

function namedIn({ data, field }: Entry): string | undefined {
  const named = field === undefined ? undefined : data[field];
  return typeof named === 'string' ? named : undefined;
}

/** What is wrong with a field that was meant to be `kind`. */
function wrongField({ source, path, item, field }: Entry): readonly Diagnostic[] {
  if (field === undefined || field === 'kind') return [];
  const where = [...path, field];
  const at = source.place(where, 'key');
  const message = `unknown field \`${field}\`; did you mean \`kind\`?`;
  const fix = fixOf({ title: 'rename the field to `kind`', text: 'kind' }, at, where, 'key');
  const rule = 'schema/unknown-key';
  return [{ rule, severity: 'error', path: source.path, at, message, ...(item ? { item } : {}), fix }];
}

/** The kind that was meant by a name that is none; by “multiple choice” some mean one right option, others several. */
function kindMeant(named: string, data: Mapping, field: string): string | undefined {
  const plain = plainName(named);
  const called = kinds
    .filter(({ title, alsoCalled = [] }) =>
      [...wordingsOf(title).map(plainName), ...alsoCalled].includes(plain),
    )
    .map(({ name }) => name);
  return likeliest(called, data, field) ?? findNearest(named, itemSchemas.keys());
}

/** A name of a kind without what people write differently: `True or False`, `true_or_false`, `判断题` and `判断` are two names. */
const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/\P{L}|题$/gu, '');

/** The kind that has most of the item's fields, but for the one that names it; the first of those that have as many. */
function likeliest(names: Iterable<string>, data: Mapping, naming: string | undefined): string | undefined {
  const keys = Object.keys(data).filter((key) => key !== naming);
  const shared = (kind: string) => keys.filter((key) => fieldsOf(kind).has(key)).length;
  return [...names].sort((a, b) => shared(b) - shared(a))[0];
}

function fieldMeantAsKind(data: Mapping): string | undefined {
  const common = commonFields();
  return Object.keys(data).find(
    (key) =>
      !common.has(key) && (otherNames[key.toLowerCase()] === 'kind' || findNearest(key, ['kind']) === 'kind'),
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
