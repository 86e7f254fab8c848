import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic, Expected, Fix, Place } from '#core/base/diagnostic.ts';
import { nearest } from '#core/base/nearest.ts';
import { idPattern } from '#core/question/shapes.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { fieldsAt, flat, type PlainIssue } from './issues.ts';
import { meantPair } from './meant.ts';
import {
  badId,
  choiceOf,
  formatWanted,
  isEmpty,
  keyWanted,
  listed,
  type Mend,
  missing,
  mistyped,
  named,
  ranged,
  said,
} from './wording.ts';

/** Some data of a file that is to have a certain shape. */
export interface Shaped<T> {
  readonly source: YamlSource;
  readonly path: DataPath;
  readonly data: unknown;
  readonly schema: z.ZodType<T>;
  /** What messages call it: `a choice question`. */
  readonly noun: string;
  readonly item?: string | undefined;
  /** The keys that are looked at, where it is not sure that the others are judged by the right schema. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** What reading some data by a schema gives: its value if it has the shape, else findings, in our own words. */
export interface Shape<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly path: DataPath;
  readonly part?: 'key';
  readonly mend?: Mend | undefined;
}

/** What else people call the fields. */
export const otherNames: Readonly<Record<string, string>> = {
  type: 'kind',
  question: 'stem',
  prompt: 'stem',
  answer: 'key',
  correct: 'key',
  options: 'distractors',
  choices: 'distractors',
  explanation: 'rationale',
  reason: 'why',
  difficulty: 'level',
  questions: 'items',
  cards: 'items',
  entries: 'items',
  exercises: 'items',
};

/** Reads some data by its schema; one fault gives one finding. */
export function shapeOf<T>(shaped: Shaped<T>): Shape<T> {
  const { source, path, item } = shaped;
  const parsed = shaped.schema.safeParse(shaped.data);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const issues = withoutLengths(flat(parsed.error.issues)).filter((issue) => sure(issue, shaped.only));
  const unknown = issues.flatMap((issue) => unknownKeys(issue, shaped));
  const meant = new Set(unknown.flatMap((u) => u.meant.map((field) => JSON.stringify(field))));
  const others = issues
    .filter((issue) => !meant.has(JSON.stringify(issue.path)))
    .flatMap((issue) => finding(issue, shaped) ?? []);
  const diagnostics = [...unknown.map((u) => u.finding), ...others].map((f): Diagnostic => {
    const where = [...path, ...f.path];
    const at = source.place(where, f.part);
    return {
      rule: f.rule,
      severity: 'error',
      path: source.path,
      at,
      message: f.message,
      ...(item ? { item } : {}),
      ...(f.mend ? { fix: fixOf(f.mend, at, where, f.part) } : {}),
    };
  });
  return { diagnostics };
}

/** Without the length of what has the wrong type: of a text that should be a list, zod counts the characters. */
function withoutLengths(issues: readonly PlainIssue[]): readonly PlainIssue[] {
  const at = (path: DataPath) => JSON.stringify(path);
  const mistyped = new Set(issues.flatMap((i) => (i.code === 'invalid_type' ? [at(i.path)] : [])));
  return issues.filter((i) => !(i.code === 'too_small' || i.code === 'too_big') || !mistyped.has(at(i.path)));
}

/** A fix that writes something else in a place. */
export function fixOf(
  { title, text, value }: Mend,
  { start, end }: Place,
  path: DataPath,
  part?: 'key',
): Fix {
  const expects: Expected =
    part === 'key' ? { type: 'renamed', path, to: text } : { type: 'set', path, value };
  return { title, edits: [{ start, end, text }], expects };
}

/** The fix of a key that was meant to be another, which is not there; none where that would change what its value means. */
function renaming(key: string, meant: string): Mend | undefined {
  // Options hold the key too, distractors do not.
  return meant === 'distractors' && otherNames[key.toLowerCase()] === meant
    ? undefined
    : { title: `rename the key to \`${meant}\``, text: meant };
}

function sure(issue: PlainIssue, only: ReadonlySet<string> | undefined): boolean {
  return only === undefined || only.has(String(issue.path[0]));
}

function unknownKeys(issue: PlainIssue, { source, path, schema, data, noun }: Shaped<unknown>) {
  if (issue.code !== 'unrecognized_keys') return [];
  const given = Object.keys(Object(valueAt(data, issue.path).value));
  const free = new Set([...fieldsAt(schema, issue.path, given)].filter((field) => !given.includes(field)));
  const isEntry = given.length === 1 && typeof issue.path.at(-1) === 'number';
  return issue.keys.map((key) => {
    const other = otherNames[key.toLowerCase()];
    const meant = other !== undefined && free.has(other) ? other : nearest(key, free);
    const holder = named(issue.path, noun);
    const pair =
      isEntry && meant === undefined
        ? meantPair(key, valueAt(data, [...issue.path, key]).value, free)
        : undefined;
    const covered = meant !== undefined ? [meant] : pair === undefined ? [] : [...free];
    const ways = pair
      ? `write ${pair}`
      : meant
        ? `did you mean \`${meant}\`?`
        : free.size > 0
          ? `it could have ${listed([...free])}`
          : 'remove it';
    const isTail = splitByComma(source, [...path, ...issue.path, key]);
    const message = isTail
      ? `a comma within { } separates keys, so \`${key}\` is read as one of ${holder}: put the whole value in quotes`
      : `\`${key}\` is not a key of ${holder}: ${ways}`;
    if (meant !== undefined) free.delete(meant);
    const mend = meant === undefined || isTail ? undefined : renaming(key, meant);
    const where = [...issue.path, key];
    const found: Finding = { rule: 'schema/unknown-key', message, path: where, part: 'key', mend };
    return { finding: found, meant: covered.map((field) => [...issue.path, field]) };
  });
}

function wrongKey({ source, path: base }: Shaped<unknown>, path: DataPath): string {
  const key = String(path.at(-1));
  if (splitByComma(source, [...base, ...path])) {
    return `a comma within { } separates keys, so \`${key}\` is read as one: put the whole value in quotes`;
  }
  const wide = key.includes('：')
    ? 'the colon in it is the full-width one (：); write `:` and a space'
    : keyWanted;
  return `\`${key}\` cannot be a key here: ${wide}`;
}

/** Whether a key is the tail of a value: `{ at: Tables 2, 3 and 4 }` has the key `3 and 4`. */
function splitByComma(source: YamlSource, path: DataPath): boolean {
  const { start } = source.place(path, 'key');
  return source.written(path) === '' && source.text.slice(0, start).trimEnd().endsWith(',');
}

function finding(issue: PlainIssue, shaped: Shaped<unknown>): Finding | undefined {
  const { path } = issue;
  const { value, state } = valueAt(shaped.data, path);
  const name = named(path, shaped.noun);
  const is = (rule: string, message: string, mend?: Mend): Finding => ({
    rule: `schema/${rule}`,
    message,
    path,
    mend,
  });
  const written = shaped.source.written([...shaped.path, ...path]);
  // A syntax error in it was reported already.
  if (state === 'damaged' || issue.code === 'unrecognized_keys') return undefined;
  if (issue.code === 'invalid_key') {
    const bad =
      path.length === 1
        ? is('bad-id', badId('this key', path[0]))
        : is('unknown-key', wrongKey(shaped, path));
    return { ...bad, part: 'key' };
  }
  if (state === 'missing') return is('missing-key', `${missing(path, shaped.noun)}: add it`);
  if (value === null && written === '') return is('missing-key', `${name} is empty: write its value`);
  switch (issue.code) {
    case 'invalid_type':
      return mistyped(issue.expected, value, written, name, fieldsUnder(shaped.schema, path, issue), is);
    case 'too_small':
    case 'too_big':
      return ranged(issue, value, name, is);
    case 'invalid_format':
      if (issue.pattern === String(idPattern)) return is('bad-id', badId(name, value));
      return is('bad-value', `${name} is ${said(value)}, ${formatWanted(value, issue, shaped.schema, path)}`);
    case 'invalid_value':
      return is('bad-value', `${name} must be ${choiceOf(issue.values.map(String), value)}`);
    case 'custom':
      return isEmpty(value)
        ? is('missing-key', `${name} is empty`)
        : is('bad-value', `${name}: ${issue.message}`);
    case 'other':
      return is('bad-value', `${name} is not what this key takes (${issue.message})`);
    default:
      return issue satisfies never;
  }
}

/** The keys of the map that should stand at a path, or in the list that should. */
function fieldsUnder(
  schema: z.ZodType,
  path: DataPath,
  { expected }: PlainIssue & { code: 'invalid_type' },
): ReadonlySet<string> {
  return fieldsAt(schema, expected.includes('array') ? [...path, 0] : path);
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
