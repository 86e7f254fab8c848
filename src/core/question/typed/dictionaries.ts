import type { SimplifyScript } from './scripts.ts';
import type { SoundsAlike } from './sounds.ts';
import type { WordList } from './words.ts';

/** What grading may look up; each is loaded only when an answer needs it. */
export interface Dictionaries {
  readonly words?: WordList;
  readonly simplify?: SimplifyScript;
  readonly alike?: SoundsAlike;
}

/** Loads a dictionary. */
export async function loadDictionary(name: keyof Dictionaries): Promise<Dictionaries> {
  switch (name) {
    case 'words':
      return { words: (await import('./words.ts')).englishWords };
    case 'simplify':
      return { simplify: (await import('./scripts.ts')).simplify };
    case 'alike':
      return { alike: (await import('./sounds.ts')).isAlikeInSound };
    default:
      return name satisfies never;
  }
}

/** What `check` looks up to try answers with: as for grading, and how a text reads in traditional characters. */
export interface LookUps extends Dictionaries {
  readonly toTraditional?: (text: string) => string;
}

/** Loads what `check` looks up: no list of words, since none of the answers that it tries is a misspelling. */
export async function loadLookUps(): Promise<LookUps> {
  const { toTraditional } = await import('./traditional.ts');
  return { toTraditional, ...(await loadDictionary('simplify')) };
}
