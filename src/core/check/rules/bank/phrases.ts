/** Phrases by their words, so that a text is read once for all of them. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** The phrase that ends here. */
  phrase?: string;
}

/** The texts that hold each phrase, word by word, by their places in the list; none for phrases that more than `most` hold. */
export function holdersOf(
  phrases: Iterable<readonly string[]>,
  texts: readonly (readonly string[])[],
  most: number,
): ReadonlyMap<string, readonly number[]> {
  const root: Branch = { next: new Map() };
  for (const words of phrases) if (words.length > 0) grow(root, words);
  const holders = new Map<string, number[]>();
  for (const [place, words] of texts.entries())
    for (let start = 0; start < words.length; start++) {
      let branch = root.next.get(words[start] ?? '');
      for (let i = start + 1; branch !== undefined; i++) {
        if (branch.phrase !== undefined) note(holders, branch.phrase, place, most);
        branch = branch.next.get(words[i] ?? '');
      }
    }
  for (const [phrase, places] of holders) if (places.length > most) holders.delete(phrase);
  return holders;
}

/** Notes one text more than `most` at the most: so many are too many. */
function note(holders: Map<string, number[]>, phrase: string, place: number, most: number): void {
  const places = holders.get(phrase);
  if (places === undefined) holders.set(phrase, [place]);
  else if (places.length <= most && places.at(-1) !== place) places.push(place);
}

/** What a phrase is called in the map of its holders. */
export const nameOf = (words: readonly string[]) => words.join(' ');

/** Whether a text holds a phrase, word by word. */
export function holds(text: readonly string[], phrase: readonly string[]): boolean {
  for (
    let start = text.indexOf(phrase[0] ?? '');
    start !== -1;
    start = text.indexOf(phrase[0] ?? '', start + 1)
  )
    if (phrase.every((word, i) => text[start + i] === word)) return true;
  return false;
}

function grow(root: Branch, words: readonly string[]): void {
  let branch = root;
  for (const word of words) {
    const next = branch.next.get(word) ?? { next: new Map() };
    branch.next.set(word, next);
    branch = next;
  }
  branch.phrase = nameOf(words);
}
