import type { Outcome } from '../prompt.ts';
import type { SimplifyScript } from './scripts.ts';
import type { WordList } from './words.ts';

/** What grading may look up; each is loaded only when an answer needs it. */
export interface Dictionaries {
  readonly words?: WordList;
  readonly simplify?: SimplifyScript;
}

/** The wish for a dictionary before an answer is judged. */
export interface Wanting {
  readonly type: 'wanting';
  readonly dictionary: keyof Dictionaries;
  /** What the answer is without it. */
  readonly without: Outcome;
}

/** Loads a dictionary. */
export async function loadDictionary(name: keyof Dictionaries): Promise<Dictionaries> {
  switch (name) {
    case 'words':
      return { words: (await import('./words.ts')).wordList() };
    case 'simplify':
      return { simplify: (await import('./scripts.ts')).simplify };
    default:
      return name satisfies never;
  }
}
