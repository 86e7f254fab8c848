/** The parts of an example question. */
interface ExampleChoice {
  readonly id: string;
  readonly stem: string;
  readonly key: string;
  /** Distractors, each with its reason. */
  readonly wrong: readonly (readonly [text: string, why: string])[];
  readonly rationale: string;
}

/** Returns a deck of one choice on the Transformer; its texts are double-quoted. */
export function makeTransformerChoice({ id, stem, key, wrong, rationale }: ExampleChoice): string {
  const distractors = wrong.map(([text, why]) => `      - text: "${text}"\n        why: "${why}"\n`).join('');
  return makeTransformerDeck(id, [
    'kind: choice',
    `stem: "${stem}"`,
    `key: "${key}"`,
    `distractors:\n${distractors.trimEnd()}`,
    `rationale: "${rationale}"`,
  ]);
}

/** Returns a deck of one question on the Transformer, given its lines of YAML from kind to rationale. */
export function makeTransformerDeck(id: string, lines: readonly string[]): string {
  return `title: Transformer
items:
  - id: ${id}
    level: 2
    tags: [transformer]
${lines.map((line) => `    ${line}\n`).join('')}    sources:
      - title: Attention Is All You Need
        url: https://arxiv.org/abs/1706.03762
`;
}
