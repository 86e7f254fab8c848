import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import { findNearest } from '#core/base/nearest.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { guessAddress } from './address.ts';
import { guessLanguage } from './language-names.ts';
import { guessPair } from './meant.ts';
import { listWords, nameOf } from './names.ts';
import { optionsWithAnswer } from './options-with-answer.ts';
import type { Rewrite, Said } from './said.ts';
import { fieldsAt } from './schema-at.ts';

/** A field that no map of its sort has. */
export interface UnknownField {
  readonly path: DataPath;
  readonly said: Said;
  /** The fields that it was meant to be: that they are missing is no second fault. */
  readonly meant: readonly DataPath[];
}

/** Some data of a file, and how it should be. */
interface Judged {
  readonly source: YamlSource;
  readonly path: DataPath;
  readonly schema: z.ZodType;
  readonly noun: string;
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
  name: 'title',
  license: 'licence',
  lang: 'language',
  solution: 'key',
  wrong: 'distractors',
  link: 'url',
  href: 'url',
  uri: 'url',
  lint: 'check',
};

/** The fields of one map that are none of its schema's, each with the field that was likely meant. */
export function findUnknownFields(
  keys: readonly string[],
  path: DataPath,
  map: unknown,
  judged: Judged,
): readonly UnknownField[] {
  const values = Object(map) as Readonly<Record<string, unknown>>;
  const given = Object.keys(values);
  const free = new Set([...fieldsAt(judged.schema, path, given)].filter((field) => !given.includes(field)));
  const pick = optionsWithAnswer(values, keys, free, path);
  if (pick !== undefined) {
    const rest = keys.filter((key) => !pick.fields.includes(key));
    return [pick.field, ...(rest.length === 0 ? [] : findUnknownFields(rest, path, map, judged))];
  }
  const isEntry = given.length === 1 && typeof path.at(-1) === 'number';
  return keys.map((key) => {
    const where = [...path, key];
    const meant = fieldMeant(key, free);
    const pair = isEntry && meant === undefined ? guessPair(key, values[key], free) : undefined;
    const covered = meant !== undefined ? [meant] : pair === undefined ? [] : [...free];
    const said = splitByComma(judged.source, [...judged.path, ...where])
      ? tailOf(key, nameOf(path, judged.noun))
      : publishedAs(key, values) !== undefined
        ? unknown(key, nameOf(path, judged.noun), `write ${publishedAs(key, values)}`, undefined)
        : unknown(key, nameOf(path, judged.noun), waysFor(pair, meant, free), meant);
    if (meant !== undefined) free.delete(meant);
    return { path: where, said, meant: covered.map((field) => [...path, field]) };
  });
}

/** How a source is written that is named by its DOI or the like. */
function publishedAs(key: string, values: Readonly<Record<string, unknown>>): string | undefined {
  if (!/^(?:doi|arxiv|pmid|pmcid|isbn)$/i.test(key)) return undefined;
  const value = String(values[key]);
  const url = guessAddress(/^(?:doi|arxiv)$/i.test(key) ? value : `${key} ${value}`);
  return url === undefined ? undefined : 'title' in values ? `url: ${url}` : `{ title: ..., url: ${url} }`;
}

function fieldMeant(key: string, free: ReadonlySet<string>): string | undefined {
  const other = otherNames[key.toLowerCase()];
  return other !== undefined && free.has(other) ? other : findNearest(key, free);
}

function unknown(key: string, holder: string, ways: string, meant: string | undefined): Said {
  const place = meant === undefined ? ` in ${holder}` : '';
  const message = `unknown field \`${key}\`${place}; ${ways}`;
  return {
    rule: 'schema/unknown-key',
    message,
    rewrite: meant === undefined ? undefined : renaming(key, meant),
  };
}

function waysFor(pair: string | undefined, meant: string | undefined, free: ReadonlySet<string>): string {
  if (pair !== undefined) return `write ${pair}`;
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  return free.size > 0 ? `it could have ${listWords(free)}` : 'remove it';
}

/** The fix of a field that was meant to be another, which is not there; none if that would change what its value means. */
function renaming(key: string, meant: string): Rewrite | undefined {
  // Options hold the correct answer too, distractors do not.
  return meant === 'distractors' && otherNames[key.toLowerCase()] === meant
    ? undefined
    : { title: `rename the field to \`${meant}\``, text: meant };
}

function tailOf(key: string, holder: string): Said {
  const message = `a comma within { } separates fields, so \`${key}\` is read as a field of ${holder}; put the whole value in quotes`;
  return { rule: 'schema/unknown-key', message };
}

/** What is said of a key that is no language tag, or no name of a blank. */
export function describeWrongKey(source: YamlSource, path: DataPath): Said {
  const key = String(path.at(-1));
  const rule = 'schema/unknown-key';
  if (splitByComma(source, path)) {
    const message = `a comma within { } separates fields, so \`${key}\` is read as one; put the whole value in quotes`;
    return { rule, message };
  }
  const language = guessLanguage(key);
  const wide = key.includes('：')
    ? 'the colon in it (：) is full-width, so write `:` and a space'
    : language !== undefined
      ? `write \`${language}\``
      : 'use a lower-case ASCII word, such as the language tags `en` and `zh`';
  return { rule, message: `\`${key}\` cannot be a field here; ${wide}` };
}

/** Whether a key is the tail of a value: `{ at: Tables 2, 3 and 4 }` has the key `3 and 4`. */
function splitByComma(source: YamlSource, path: DataPath): boolean {
  if (source.written(path) !== '') return false;
  const { start } = source.place(path, 'key');
  return source.text.slice(0, start).trimEnd().endsWith(',');
}
