import { lexiconOf } from '../../language/lexicon.ts';
import type { OptionSet } from '../../views/option-sets.ts';

/** The word that softens the key where no distractor has such a word; undefined where that is not so. */
export function hedgeInKeyAlone({ lang, key, distractors }: OptionSet): string | undefined {
  const { hedge } = lexiconOf(lang);
  const word = hedge.exec(key.text)?.[0];
  return word === undefined || distractors.some(({ text }) => hedge.test(text)) ? undefined : word;
}
