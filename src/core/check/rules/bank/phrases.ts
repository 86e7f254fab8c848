/** A trie of phrases, so that a text is read once for all of them. */
interface Branch {
  next?: Map<string, Branch>;
  /** The phrase that ends here. */
  ends?: string;
  /** The phrase that alone goes on from here: most are alone from their second or third word on. */
  alone?: Alone;
}

interface Alone {
  readonly words: readonly string[];
  /** The place of its next word. */
  readonly from: number;
}

/** Returns the positions of the texts that contain each phrase, word by word; none for phrases in more than `most` texts. */
export function holdersOf(
  phrases: Iterable<readonly string[]>,
  texts: readonly (readonly string[])[],
  most: number,
): ReadonlyMap<string, readonly number[]> {
  const root: Branch = {};
  for (const words of phrases) if (words.length > 0) grow(root, words, 0);
  const holders = new Map<string, number[]>();
  for (const [place, words] of texts.entries())
    for (let start = 0; start < words.length; start++) {
      let branch = root.next?.get(words[start] ?? '');
      for (let i = start + 1; branch !== undefined; i++) {
        if (branch.ends !== undefined) note(holders, branch.ends, place, most);
        if (branch.alone && goesOn(words, i, branch.alone))
          note(holders, phraseNameOf(branch.alone.words), place, most);
        branch = branch.next?.get(words[i] ?? '');
      }
    }
  for (const [phrase, places] of holders) if (places.length > most) holders.delete(phrase);
  return holders;
}

/** Records a text for a phrase, up to one more than `most`, which shows that there are too many. */
function note(holders: Map<string, number[]>, phrase: string, place: number, most: number): void {
  const places = holders.get(phrase);
  if (places === undefined) holders.set(phrase, [place]);
  else if (places.length <= most && places.at(-1) !== place) places.push(place);
}

/** Returns the key of a phrase in the map of its texts. */
export const phraseNameOf = (words: readonly string[]) => words.join(' ');

/** Returns whether a text contains a phrase, word by word. */
export function hasPhrase(text: readonly string[], phrase: readonly string[]): boolean {
  for (
    let start = text.indexOf(phrase[0] ?? '');
    start !== -1;
    start = text.indexOf(phrase[0] ?? '', start + 1)
  )
    if (phrase.every((word, i) => text[start + i] === word)) return true;
  return false;
}

/** Whether a text has at a place what is left of a phrase. */
function goesOn(text: readonly string[], at: number, { words, from }: Alone): boolean {
  for (let i = from; i < words.length; i++) if (text[at + i - from] !== words[i]) return false;
  return true;
}

/** Puts a phrase below a branch that its words before a place lead to. */
function grow(root: Branch, words: readonly string[], from: number): void {
  let branch = root;
  for (let i = from; i < words.length; i++) {
    const word = words[i] ?? '';
    branch.next ??= new Map();
    const next = branch.next.get(word);
    if (next === undefined) {
      branch.next.set(
        word,
        i + 1 === words.length ? { ends: phraseNameOf(words) } : { alone: { words, from: i + 1 } },
      );
      return;
    }
    const { alone } = next;
    // It is not alone any more.
    if (alone !== undefined) {
      delete next.alone;
      grow(next, alone.words, alone.from);
    }
    branch = next;
  }
  branch.ends = phraseNameOf(words);
}
