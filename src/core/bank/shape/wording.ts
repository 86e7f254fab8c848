import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import { nearest } from '#core/base/nearest.ts';
import { idPattern } from '#core/question/shapes.ts';
import { quoted } from '#core/yaml/quote.ts';
import { exampleAt, type PlainIssue } from './issues.ts';
import { meantForm, meantMap, meantNumber, meantTruth } from './meant.ts';

/** Words a finding, at a place that is known to the caller. */
export type Is<F> = (rule: string, message: string, mend?: Mend) => F;

/** What may be written in place of a value, or of a key, and what that makes of it. */
export interface Mend {
  readonly title: string;
  readonly text: string;
  /** A key becomes the text itself. */
  readonly value?: unknown;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

/** A value of a type that its key does not take. */
export function mistyped<F>(
  expected: readonly string[],
  value: unknown,
  written: string | undefined,
  name: string,
  /** The keys of the map that should stand there, or in the list that should. */
  fields: ReadonlySet<string>,
  is: Is<F>,
): F {
  const isText = expected.includes('string');
  const text = isText && expected.includes('record');
  if (isText && written !== undefined && typeof value !== 'string') {
    const read =
      value === null
        ? 'nothing (null)'
        : typeof value === 'boolean'
          ? `the truth value ${value}`
          : `the number ${value}`;
    return is(
      'unquoted-scalar',
      `${name} is a text, but YAML reads ${written} as ${read}: put it in quotes, "${written}"`,
      { title: 'quote the value', text: quoted(written), value: written },
    );
  }
  const wanted = text
    ? 'a text, or one text per language'
    : [...new Set(expected.map((e) => typeNames[e] ?? e))].join(' or ');
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return is('range', `${name} must be a finite number, and ${written ?? value} is none`);
  }
  const types = new Set(expected);
  const { ways = meantInstead(value, types, name, fields), mend } = mended(
    value,
    written ?? '',
    types,
    fields,
  );
  return is('wrong-type', `${name} must be ${wanted}, not ${said(value)}${ways}`, mend);
}

/** The types that a place takes, by zod's names. */
type Types = ReadonlySet<string>;

const isOnly = (types: Types, ...names: readonly string[]) => [...types].every((t) => names.includes(t));

function meantInstead(value: unknown, types: Types, name: string, fields: ReadonlySet<string>): string {
  if (isOnly(types, 'number', 'int')) return meantNumber(value, name);
  if (isOnly(types, 'boolean')) return meantTruth(value);
  if (isOnly(types, 'object', 'record')) return meantMap(value, fields);
  if (!isOnly(types, 'array') || typeof value !== 'object' || value === null) return '';
  return ': put it in [ ], or `- ` before it';
}

function mended(
  value: unknown,
  written: string,
  types: Types,
  fields: ReadonlySet<string>,
): { ways?: string; mend?: Mend | undefined } {
  // What is no map yet would be as wrong in the list.
  if (isOnly(types, 'array') && fields.size > 0) {
    const map = typeof value === 'object' && value !== null;
    // A map without any of the keys has the entries in it, and is none itself.
    if (map && Object.keys(value).some((key) => fields.has(key))) return {};
    const entry = meantMap(map ? '' : value, fields).replace(
      /^: write (.*)/,
      `: write [$1${map ? ', ...' : ''}]`,
    );
    return entry === '' ? {} : { ways: entry };
  }
  if (isOnly(types, 'array') && written !== '' && !written.includes('\n')) {
    const bare = /^[【［〔](.*)[】］〕]$/.exec(written)?.[1]?.replace(/(?<!\s)\s*[，、]\s*/g, ', ');
    return { ways: `: write [${bare ?? written}]`, mend: listOf(value, written) };
  }
  if (typeof value !== 'string' || !/^["']/.test(written)) return {};
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const bare = { ways: ': leave the quotes out' };
  const mend = { title: 'leave the quotes out', text: value.trim() };
  if ((types.has('number') || types.has('int')) && !Number.isNaN(number))
    return { ...bare, mend: { ...mend, value: number } };
  if (!types.has('boolean') || !['true', 'false'].includes(value)) return {};
  return { ...bare, mend: { ...mend, value: value === 'true' } };
}

/** A value as a list; none where it cannot be told whether a comma in it separates entries. */
function listOf(value: unknown, written: string): Mend | undefined {
  // Brackets of an input method: what stands in them is no entry.
  if (/^[【［〔]/.test(written)) return undefined;
  const isPlain = typeof value === 'string' && !/^["']/.test(written);
  const entries = isPlain ? written.split(',').map((entry) => entry.trim()) : [value];
  const areIds = entries.every((entry) => idPattern.test(String(entry)));
  if (written.includes('\n') || (entries.length > 1 && !areIds)) return undefined;
  return { title: 'write a list', text: `[${written}]`, value: entries };
}

/** A number, or a length, out of bounds. */
export function ranged<F>(
  issue: PlainIssue & { code: 'too_small' | 'too_big' },
  value: unknown,
  name: string,
  is: Is<F>,
): F {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  if (Array.isArray(value)) {
    const entries = `${bound} ${bound === 1 ? 'entry' : 'entries'}`;
    return is('range', `${name} needs at ${small ? 'least' : 'most'} ${entries}, and has ${value.length}`);
  }
  if (typeof value === 'string') {
    if (small && value.trim() === '') return is('missing-key', `${name} is empty: write its text`);
    return is(
      'range',
      `${name} must have at ${small ? 'least' : 'most'} ${bound} characters, and has ${value.length}`,
    );
  }
  const least =
    issue.inclusive === false ? (small ? 'more than' : 'less than') : small ? 'at least' : 'at most';
  return is('range', `${name} must be ${least} ${bound}, not ${said(value)}`);
}

/** Why a text is no id, and what it could be. */
export function badId(name: string, value: unknown): string {
  const text = String(value);
  const several = text.split(/[,，、;；]/).map((one) => one.trim());
  if (several.length > 1 && text === text.trim() && several.every((one) => idPattern.test(one)))
    return `${name} is ${said(value)}, which is several ids: write ${several.join(', ')}`;
  const mended = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const ways = idPattern.test(mended) ? `: write \`${mended}\`` : '';
  return `${name} is ${said(value)}, but ids are lower-case ascii words joined by hyphens${ways}`;
}

/** What form a text should have. */
export function formatWanted(
  value: unknown,
  issue: PlainIssue & { code: 'invalid_format' },
  schema: z.ZodType,
  path: DataPath,
): string {
  if (issue.format === 'url') {
    const ways = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(String(value)) ? `: write https://${value}` : '';
    return `which is not an address of the form https://...${ways}`;
  }
  const example = exampleAt(schema, path);
  const form = example ? `of the form of ${example}` : `of the form ${issue.pattern ?? issue.format}`;
  return `which is not ${form}${meantForm(value, issue.pattern)}`;
}

/** What keys of texts by language look like. */
export const keyWanted = 'keys here are lower-case ascii words, as the language tags `en` and `zh` are';

/** What messages call a value: by the keys that lead to it, counting entries of lists from 1. */
export function named(path: DataPath, noun: string): string {
  const last = path.at(-1);
  if (last === undefined) return noun;
  if (typeof last === 'number') return `entry ${last + 1} of ${named(path.slice(0, -1), noun)}`;
  const from = path.findLastIndex((step) => typeof step === 'number') + 1;
  return `\`${path.slice(from).join('.')}\``;
}

/** That a key is not there. */
export function missing(path: DataPath, noun: string): string {
  return `${named(path.slice(0, -1), noun)} has no \`${path.at(-1)}\``;
}

/** A value as messages show it. */
export function said(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of keys and values';
  if (typeof value !== 'string') return String(value);
  return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`;
}

/** Which values there are in place of another, and which of them was likely meant. */
export function choiceOf(values: readonly string[], value: unknown): string {
  const near = nearest(String(value), values);
  const ways = near ? `: did you mean \`${near}\`?` : '';
  return `${values.length === 1 ? '' : 'one of '}${listed(values)}, not ${said(value)}${ways}`;
}

/** Words in a row, as they are written in files. */
export function listed(words: readonly string[]): string {
  return words.map((w) => `\`${w}\``).join(', ');
}

/** Whether a value is a list or map without entries. */
export function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
