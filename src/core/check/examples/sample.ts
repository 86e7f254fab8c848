/** A deck without faults, as rules show it: `bad` examples change one thing in it. */
export const sampleDeck = `title: Tokens
items:
  - id: bpe-name
    kind: recall
    level: 1
    tags: [tokens]
    stem: What does BPE stand for?
    key: Byte-pair encoding
    rationale: It joins the most frequent pair of symbols into one, again and again.
    sources:
      - title: Neural Machine Translation of Rare Words with Subword Units
        url: https://aclanthology.org/P16-1162
`;

/** Returns the sample deck with some words replaced. */
export function makeSampleDeck(words: string, others: string): string {
  return sampleDeck.replace(words, () => others);
}

/** A deck without faults, of one question with one correct option. */
export const choiceDeck = `title: Tokens
items:
  - id: bpe-step
    kind: choice
    level: 2
    tags: [tokens]
    stem: Which pair of symbols does BPE join at each step?
    key: The pair with the highest count
    distractors:
      - text: The pair with the rarest symbols
        why: Joining what is rare would save little; rare pairs stay apart.
      - text: The pair with the longest symbols
        why: Long symbols come about by joining, but length plays no part in the choice.
      - text: The first pair of the corpus
        why: The corpus is read to count its pairs, whatever their places are.
    rationale: BPE counts the neighbours in its corpus, joins the pair it met most, and counts again.
    sources:
      - title: Neural Machine Translation of Rare Words with Subword Units
        url: https://aclanthology.org/P16-1162
`;

/** Returns the deck with a choice, some of its words replaced by others. */
export function makeChoiceDeck(...changes: readonly (readonly [words: string, others: string])[]): string {
  return changes.reduce((deck, [words, others]) => deck.replace(words, () => others), choiceDeck);
}
