/** Long words of the field: thirteen letters at least, so that they can be cut into four pieces. */
const words =
  'representation regularization initialization generalization parametrization backpropagation differentiation classification dimensionality reinforcement hyperparameter normalization discriminator probabilistic convolutional preprocessing factorization understanding deterministic approximation interpretability multiplication identification transformation implementation recommendation concatenation authentication experimentation standardization synchronization visualization specification configuration communication investigation determination consideration demonstration mathematician'.split(
    ' ',
  );

/** A word, the pieces it is cut into, and what becomes of it where one of them is lost or said twice. */
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

/** Forty words, cut; made when they are asked for, as examples of many questions are, which no check has a use for. */
export const cutWords = (): readonly CutWord[] => words.map(cut);

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
    lost: changed(() => [], 'was left out, but every token counts.'),
    twice: changed((piece) => [piece, piece], 'was taken twice, but it stands there once.'),
  };
}

/** The distractors of a word, so many of which are longer than it: 0 to 3. */
export function wrongOf({ lost, twice }: CutWord, longer: number): readonly Wrong[] {
  return [...twice.slice(0, longer), ...lost.slice(longer)];
}

/** A deck of questions on the cut words: each is what `fields` says, one line of YAML per entry. */
export function deckOf(
  fields: (word: CutWord) => readonly string[],
  of: readonly CutWord[] = cutWords(),
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

/** The lines of a choice. */
export function choiceLines(stem: string, key: string, distractors: readonly Wrong[]): readonly string[] {
  return [
    'kind: choice',
    `stem: ${stem}`,
    `key: ${key}`,
    'distractors:',
    ...distractors.flatMap(({ text, why }) => [`  - text: ${text}`, `    why: "${why}"`]),
  ];
}

/** A deck of any number of questions, on embedding tables; `from` keeps the questions of two decks apart. */
export function embeddingDeck(count: number, levelOf: (index: number) => number, from = 0): string {
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
