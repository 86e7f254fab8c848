import type { LocatedBank } from '../bank/located-bank.ts';
import type { Lang } from '../base/text.ts';
import type { Rule } from './contract/rule.ts';
import { hasLexicon, wordedLanguages } from './language/lexicon/index.ts';
import { languagesOf } from './views/option-sets.ts';

/** The languages of a bank that rules on wording do not know, beside those that they know. */
export interface Unworded {
  readonly known: readonly Lang[];
  readonly unknown: readonly Lang[];
}

/** Returns the languages of a bank that its rules on wording do not know; undefined if there are none, or no such rules. */
export function unwordedIn(
  { items }: LocatedBank,
  ran: readonly Pick<Rule, 'words'>[],
): Unworded | undefined {
  if (!ran.some(({ words }) => words !== undefined)) return undefined;
  const unknown = new Set<Lang>();
  for (const located of items)
    for (const lang of languagesOf(located)) if (!hasLexicon(lang)) unknown.add(lang);
  return unknown.size === 0 ? undefined : { known: wordedLanguages, unknown: [...unknown] };
}
