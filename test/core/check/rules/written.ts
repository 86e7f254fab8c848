import type { Severity } from '#core/base/diagnostic.ts';
import { checkBank } from '#core/check/check.ts';

/** A text as a deck has it: in one language or in several. */
export type Written = string | Readonly<Record<string, string>>;

/** A finding with the text it stands at. */
export interface Seen {
  readonly severity: Severity;
  readonly text: string;
  readonly line: number;
  readonly related: readonly string[];
}

/** What one rule finds in a deck. */
export function found(id: string, text: string): readonly Seen[] {
  const { diagnostics } = checkBank([{ path: 'deck.yaml', text }], {
    wanted: (rule) => rule.id === id || rule.id.startsWith('schema/') || rule.id.startsWith('yaml/'),
  });
  const textAt = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end).replace(/^"(.*)"$/su, '$1');
  return diagnostics.map((d) => {
    if (d.rule !== id) throw new Error(`${d.rule}: ${d.message}`);
    const related = (d.related ?? []).map((r) => textAt(r.at));
    return { severity: d.severity, text: textAt(d.at), line: d.at.line, related };
  });
}

/** What a question under test is made of. */
export interface Parts {
  readonly stem?: Written;
  readonly key: Written;
  readonly distractors: readonly Written[];
  readonly tags?: readonly string[];
}

/** A deck of one choice. */
export function choice(parts: Parts): string {
  return choices(parts);
}

/** A deck of choices. */
export function choices(...all: readonly Parts[]): string {
  const stem = all[0]?.stem;
  const language = typeof stem === 'string' && /\p{Script=Han}/u.test(stem) ? 'zh' : 'en';
  return `title: T\nlanguage: ${language}\nitems:\n${all.map(itemOf).join('')}`;
}

function itemOf(
  { stem = { en: 'Which colour is it?', zh: '这是什么颜色？' }, key, distractors, tags = ['colours'] }: Parts,
  i: number,
): string {
  const wrong = distractors.map((text) => `      - text: ${yaml(text)}\n        why: It is another one.\n`);
  return `  - id: item-${i}
    kind: choice
    level: 1
    tags: [${tags.join(', ')}]
    stem: ${yaml(stem)}
    key: ${yaml(key)}
    distractors:
${wrong.join('')}    rationale: It has been measured by several people.
    sources: [{ title: A book of colours }]
`;
}

const yaml = (text: Written) => JSON.stringify(text);
