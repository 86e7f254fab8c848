import type { RuleGroup } from '#core/base/rule-id.ts';

const texts: Readonly<Record<RuleGroup, string>> = {
  yaml: 'YAML that cannot be read, or that does not mean what it shows.',
  text: 'The characters and the format of texts.',
  schema: 'Missing, unknown and malformed fields of decks, questions, notes and sources.',
  ref: 'Ids, and references to them.',
  item: 'The wording of a question: it must ask one clear thing and not give the answer away.',
  card: 'Questions answered from memory: they must be possible to recall and to grade.',
  source: 'The sources of claims, and how old facts are.',
  bank: 'The bank as a whole: duplicates, leaks, and how well it can be guessed.',
  meta: 'Instructions to `check` itself.',
};

/** The subject of each group of rules, in the order of the docs. */
export const groups: ReadonlyMap<string, string> = new Map(Object.entries(texts));

/** Returns the group of a rule: the first part of its id. */
export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
