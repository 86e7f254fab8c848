import { isMapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';

/** What a file of a bank holds. */
export type Role = 'deck' | 'bank' | 'notes' | 'sources' | 'tags';

/** What a file is: told by its keys, else by its name. */
export function roleOf({ path, data }: YamlSource): Role {
  if (isMapping(data) && ('items' in data || 'questions' in data)) return 'deck';
  if (isMapping(data) && 'statements' in data) return 'notes';
  const name = baseNameOf(path).toLowerCase();
  if (name === 'bank' || name === 'notes' || name === 'sources' || name === 'tags') return name;
  const entries = isMapping(data) ? Object.values(data) : [];
  return entries.some((e) => isMapping(e) && ('url' in e || 'authors' in e)) ? 'sources' : 'deck';
}

/** The name of a file without its folders and its ending, with composed letters, which macOS takes apart. */
export function baseNameOf(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize();
}
