/** Long words of the field: at least thirteen letters, so that they can be cut into four pieces. */
const words =
  'representation regularization initialization generalization parametrization backpropagation differentiation classification dimensionality reinforcement hyperparameter normalization discriminator probabilistic convolutional preprocessing factorization understanding deterministic approximation interpretability multiplication identification transformation implementation recommendation concatenation authentication experimentation standardization synchronization visualization specification configuration communication investigation determination consideration demonstration mathematician'.split(
    ' ',
  );

/** A word, its pieces, and the wrong words made by losing or repeating a piece. */
export interface CutWord {
  readonly index: number;
  readonly word: string;
  readonly pieces: string;
  readonly lost: readonly Wrong[];
  readonly twice: readonly Wrong[];
}

/** A distractor with its reason. */
export interface Wrong {
  readonly text: string;
  readonly why: string;
}

/** Returns forty cut words; made on demand, since no check needs the large examples. */
export const makeCutWords = (): readonly CutWord[] => words.map(cut);

function cut(word: string, index: number): CutWord {
  const pieces = [word.slice(0, 4), word.slice(4, 8), word.slice(8, 11), word.slice(11)];
  const [first, second, third, last] = pieces.map((piece) => `\`${piece}\``);
  const changed = (change: (piece: string) => readonly string[], why: string) =>
    [0, 1, 2].map((i): Wrong => {
      const piece = pieces[i] ?? '';
      return { text: pieces.toSpliced(i, 1, ...change(piece)).join(''), why: `\`${piece}\` ${why}` };
    });
  return {
    index,
    word,
    pieces: `${first}, ${second}, ${third} and ${last}`,
    lost: changed(() => [], 'was lost, but every token counts.'),
    twice: changed((piece) => [piece, piece], 'was taken twice, but it is there once.'),
  };
}

/** Returns the distractors of a word, of which `longer` are longer than it: 0 to 3. */
export function wrongOf({ lost, twice }: CutWord, longer: number): readonly Wrong[] {
  return [...twice.slice(0, longer), ...lost.slice(longer)];
}

/** Returns a deck of questions on the cut words; `fields` gives the lines of YAML of each. */
export function deckOf(
  fields: (word: CutWord) => readonly string[],
  of: readonly CutWord[] = makeCutWords(),
): string {
  return `title: Tokens\nitems:\n${of.map((word) => itemOf(word, fields(word))).join('')}`;
}

function itemOf({ index, word, pieces }: CutWord, fields: readonly string[]): string {
  return `  - id: join-${word}
    level: ${1 + (index % 3)}
    tags: [tokens]
${fields.map((line) => `    ${line}\n`).join('')}    rationale: A tokenizer that put out ${pieces} had cut up “${word}”, letter for letter.
    sources:
      - title: Neural Machine Translation of Rare Words with Subword Units
        url: https://aclanthology.org/P16-1162
`;
}

/** Returns the lines of YAML of a choice. */
export function choiceLinesOf(stem: string, key: string, distractors: readonly Wrong[]): readonly string[] {
  return [
    'kind: choice',
    `stem: ${stem}`,
    `key: ${key}`,
    'distractors:',
    ...distractors.flatMap(({ text, why }) => [`  - text: ${text}`, `    why: "${why}"`]),
  ];
}

/** Returns a deck of `count` questions on embedding tables; `from` makes the questions of two decks different. */
export function makeEmbeddingDeck(count: number, levelOf: (index: number) => number, from = 0): string {
  const items = Array.from({ length: count }, (_, i) => {
    const [rows, columns] = [1000 + 10 * (from + i), 16 + 8 * (i % 9)];
    return `  - id: weights-of-${rows}-rows
    kind: number
    level: ${levelOf(i)}
    tags: [embedding]
    stem: How many weights has an embedding table of ${rows} rows and ${columns} columns?
    key: ${rows * columns}
    unit: weights
    rationale: The table has one row per token, and in each of its ${rows} rows one weight per column.
    sources:
      - title: Attention Is All You Need
        url: https://arxiv.org/abs/1706.03762
        at: Section 3.4
`;
  });
  return `title: Embedding tables ${from}\nitems:\n${items.join('')}`;
}
