/** What an example's question is made of. */
interface ExampleChoice {
  readonly id: string;
  readonly stem: string;
  readonly key: string;
  /** Distractors, each with its reason. */
  readonly wrong: readonly (readonly [text: string, why: string])[];
  readonly rationale: string;
}

/** A deck of one choice on the Transformer; texts are written between double quotes. */
export function transformerChoice({ id, stem, key, wrong, rationale }: ExampleChoice): string {
  const distractors = wrong.map(([text, why]) => `      - text: "${text}"\n        why: "${why}"\n`).join('');
  return transformerDeck(id, [
    'kind: choice',
    `stem: "${stem}"`,
    `key: "${key}"`,
    `distractors:\n${distractors.trimEnd()}`,
    `rationale: "${rationale}"`,
  ]);
}

/** A deck of one question on the Transformer: its lines of YAML, from its kind to its rationale. */
export function transformerDeck(id: string, lines: readonly string[]): string {
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
