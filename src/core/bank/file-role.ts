import { findNearest } from '../base/nearest.ts';
import { isMapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';

/** What a file of a bank holds. */
export type Role = 'deck' | 'bank' | 'notes' | 'sources' | 'tags' | 'withdrawn' | 'glossary';

/** The names of the files of a bank beside its decks. */
export const companionRoles = ['bank', 'notes', 'sources', 'tags', 'withdrawn', 'glossary'] as const;

/** What a file is: told by its keys, else by its name. */
export function roleOf({ path, data }: YamlSource): Role {
  if (isMapping(data) && ('items' in data || 'questions' in data)) return 'deck';
  if (isMapping(data) && 'statements' in data) return 'notes';
  const name = baseNameOf(path).toLowerCase();
  const named = companionRoles.find((role) => role === name);
  if (named !== undefined) return named;
  const entries = isMapping(data) ? Object.values(data) : [];
  return entries.some((e) => isMapping(e) && ('url' in e || 'authors' in e)) ? 'sources' : 'deck';
}

/** Fields of a question that hardly any other file of YAML has in a list. */
const asked = new Set([
  'stem',
  'key',
  'distractors',
  'kind',
  'question',
  'answer',
  'options',
  'choices',
  'rationale',
]);

/** The fields of the files of a bank. */
const ours = [
  'items',
  'questions',
  'title',
  'intro',
  'primer',
  'language',
  'id',
  'licence',
  'check',
  'statements',
];

/** Whether a file is no part of a bank, such as the settings of another program that lie in the same folder. */
export function isForeign(source: YamlSource): boolean {
  const { data } = source;
  if (!isMapping(data) || roleOf(source) !== 'deck') return false;
  const fields = Object.keys(data);
  if (fields.length === 0 || fields.some((field) => isMeant(field, 'items') || isMeant(field, 'questions')))
    return false;
  if (fields.every((field) => ours.some((known) => isMeant(field, known)))) return false;
  const isQuestion = (entry: unknown) =>
    isMapping(entry) && Object.keys(entry).some((field) => asked.has(field));
  return !isQuestion(data) && !Object.values(data).some((v) => Array.isArray(v) && v.some(isQuestion));
}

const isMeant = (field: string, known: string) => findNearest(field.toLowerCase(), [known]) === known;

/** The name of a file without its folders and its ending, with composed letters, which macOS takes apart. */
export function baseNameOf(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize();
}
