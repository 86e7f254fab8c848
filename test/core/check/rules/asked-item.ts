import { foundBy } from './fixed.ts';

/** What one rule finds in a question of the fields given: the message and the text it stands at. */
export function foundIn(
  rule: string,
  fields: Readonly<Record<string, unknown>>,
): readonly { readonly at: string; readonly message: string }[] {
  const item = {
    id: 'some-item',
    level: 1,
    stem: 'Which is it?',
    rationale: 'It has been measured by several people, again and again.',
    sources: [{ title: 'A book of measures' }],
    ...fields,
  };
  const text = `title: T\nitems:\n  - ${JSON.stringify(item)}\n`;
  return foundBy(rule, text).map(({ at, message }) => ({ at: text.slice(at.start, at.end), message }));
}

/** The texts that one rule's findings stand at. */
export function placesIn(rule: string, fields: Readonly<Record<string, unknown>>): readonly string[] {
  return foundIn(rule, fields).map(({ at }) => at.replace(/^"(.*)"$/s, '$1'));
}
