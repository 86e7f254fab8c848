import type { RuleGroup } from '#core/base/rule-id.ts';

const texts: Readonly<Record<RuleGroup, string>> = {
  yaml: 'Whether a file can be read, and says what its author meant.',
  text: 'The characters and the form of texts.',
  schema: 'Whether decks, questions, notes and sources have the fields they need, of the right sort.',
  ref: 'Ids, and what points to them.',
  item: 'How a single question is written: whether it asks one clear thing, and does not give its answer away.',
  card: 'Whether a question that learners answer from memory can be recalled at all, and graded.',
  source: 'Where a claim comes from, and how old it is.',
  bank: 'The questions of a bank together: doubles, leaks, and how far it can be passed by looks.',
  meta: 'The lines that speak to `check` itself.',
};

/** What each group of rules looks at, in the order the docs show them. */
export const groups: ReadonlyMap<string, string> = new Map(Object.entries(texts));

/** The group of a rule: what its id begins with. */
export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
