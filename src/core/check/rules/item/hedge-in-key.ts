import { lexiconOf } from '../../language/lexicon/index.ts';
import type { OptionSet } from '../../views/option-sets.ts';

/** Returns the hedge in the correct answer if no distractor has one, otherwise undefined. */
export function findHedgeInKeyAlone({ lang, key, distractors }: OptionSet): string | undefined {
  const { hedge } = lexiconOf(lang);
  const word = hedge.exec(key.text)?.[0];
  return word === undefined || distractors.some(({ text }) => hedge.test(text)) ? undefined : word;
}
