import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic, Expected, Fix, Place } from '#core/base/diagnostic.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { faultsOf, type PlainIssue } from './issues.ts';
import { nameOf } from './names.ts';
import { readGood, unfit } from './read-good.ts';
import type { Rewrite, Said } from './said.ts';
import { describeWrongKey, findUnknownFields } from './unknown-fields.ts';
import { describeBadId, describeMissing, describeValue } from './wording.ts';

/** Some data of a file that is to have a certain shape. */
export interface Shaped<T> {
  readonly source: YamlSource;
  readonly path: DataPath;
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  /** What messages call it: `a choice question`. */
  readonly noun: string;
  readonly item?: string | undefined;
  /** The fields that are looked at, if it is not sure that the others are judged by the right schema. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** What reading some data by a schema gives: its value if it has the shape, else findings, in our own words. */
export interface Shape<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is said, and where. */
interface Finding extends Said {
  readonly path: DataPath;
  readonly part?: 'key';
}

/** Reads some data by its schema; one fault gives one finding. */
export function shapeOf<T>(shaped: Shaped<T>): Shape<T> {
  const value = readGood(shaped.schema, shaped.data);
  if (value !== unfit) return { value: value as T, diagnostics: [] };
  const parsed = shaped.schema.safeParse(shaped.data);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const issues = withoutLengths(faultsOf(parsed.error.issues)).filter((issue) => isSure(issue, shaped.only));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? findUnknownFields(issue.keys, issue.path, valueAt(shaped.data, issue.path).value, shaped)
      : [],
  );
  const meant = new Set(unknown.flatMap((u) => u.meant.map((field) => JSON.stringify(field))));
  const findings: readonly Finding[] = [
    ...unknown.map(({ path, said }) => ({ ...said, path, part: 'key' as const })),
    ...issues
      .filter((issue) => !meant.has(JSON.stringify(issue.path)))
      .flatMap((issue) => findingOf(issue, shaped) ?? []),
  ];
  return { diagnostics: findings.map((finding) => diagnosed(finding, shaped)) };
}

function diagnosed(
  { rule, message, path, part, rewrite }: Finding,
  { source, path: base, item }: Shaped<unknown>,
) {
  const where = [...base, ...path];
  // What is missing, or damaged by a syntax error around it, stands nowhere itself.
  const isThere = valueAt(source.data, where).state === 'there';
  const at = isThere ? source.place(where, part) : source.placeNear(where, part);
  const diagnostic: Diagnostic = {
    rule,
    severity: 'error',
    path: source.path,
    at,
    message,
    ...(item ? { item } : {}),
    ...(rewrite ? { fix: fixOf(rewrite, at, where, part) } : {}),
  };
  return diagnostic;
}

/** Without the length of what has the wrong type: of a text that should be a list, zod counts the characters. */
function withoutLengths(issues: readonly PlainIssue[]): readonly PlainIssue[] {
  const at = (path: DataPath) => JSON.stringify(path);
  const mistyped = new Set(issues.flatMap((i) => (i.code === 'invalid_type' ? [at(i.path)] : [])));
  return issues.filter((i) => !(i.code === 'too_small' || i.code === 'too_big') || !mistyped.has(at(i.path)));
}

/** A fix that writes something else in a place. */
export function fixOf(
  { title, text, value }: Rewrite,
  { start, end }: Place,
  path: DataPath,
  part?: 'key',
): Fix {
  const expects: Expected =
    part === 'key' ? { type: 'renamed', path, to: text } : { type: 'set', path, value };
  return { title, edits: [{ start, end, text }], expects };
}

function isSure(issue: PlainIssue, only: ReadonlySet<string> | undefined): boolean {
  return only === undefined || only.has(String(issue.path[0]));
}

function findingOf(issue: PlainIssue, shaped: Shaped<unknown>): Finding | undefined {
  const { path } = issue;
  const { source, noun, schema } = shaped;
  const { value, state } = valueAt(shaped.data, path);
  const where = [...shaped.path, ...path];
  // A syntax error in it was reported already.
  if (state === 'damaged' || issue.code === 'unrecognized_keys') return undefined;
  if (issue.code === 'invalid_key') {
    const said = path.length === 1 ? describeBadId('this key', path[0]) : describeWrongKey(source, where);
    return { ...said, path, part: 'key' };
  }
  if (state === 'missing') return { ...describeMissing(path, noun), path };
  const [written, name] = [source.written(where), nameOf(path, noun)];
  if (value === null && written === '')
    return { rule: 'schema/missing-key', message: `${name} is empty; write its value`, path };
  return { ...describeValue(issue, { value, written, name, path, schema }), path };
}

function valueAt(data: unknown, path: DataPath): { value?: unknown; state: 'there' | 'missing' | 'damaged' } {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return { state: 'missing' };
    value = Reflect.get(value, step);
  }
  return value === undefined ? { state: 'damaged' } : { value, state: 'there' };
}
