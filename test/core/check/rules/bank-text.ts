import { checkBank } from '#core/check/check.ts';

/** Fields of an item in a test, as YAML reads JSON. */
export type Fields = Readonly<Record<string, unknown>> & { readonly id: string };

/** A deck as text. */
export function deckText(items: readonly Fields[], title: unknown = 'Deck'): string {
  return JSON.stringify({
    title,
    items: items.map((fields) => ({
      level: 1,
      tags: ['topic'],
      rationale: 'Because it was found to be so, again and again.',
      sources: [{ title: 'A report', url: 'https://example.org/report' }],
      ...fields,
    })),
  });
}

/** A choice with its key and its distractors. */
export function choiceOf(id: string, stem: unknown, [key, ...wrong]: readonly unknown[]): Fields {
  return {
    id,
    kind: 'choice',
    stem,
    key,
    distractors: wrong.map((text) => ({ text, why: 'It is another thing.' })),
  };
}

/** What one rule finds in some decks. */
export function foundBy(rule: string, decks: readonly string[], whole = true) {
  const files = decks.map((text, i) => ({ path: `decks/${i}.yaml`, text }));
  return checkBank(files, { whole, wanted: ({ id }) => id === rule }).diagnostics.filter(
    (d) => d.rule === rule,
  );
}

/** The items of the findings, each with how bad it is. */
export const inShort = (found: ReturnType<typeof foundBy>) => found.map((d) => `${d.severity} ${d.item}`);
