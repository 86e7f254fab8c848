/** What a piece of a number word does: its value, or how it works on what stands before it. */
export type NumberPiece = number | 'hundred' | 'thousand' | 'score' | 'half' | 'joint';

/** The pieces of the number words of a language, by their letters; a word is one piece or several. */
export type NumberPieces = ReadonlyMap<string, NumberPiece>;

/** A piece table from lists of words: the first list is 0, 1, 2 and so on. */
export function toPieces(
  ones: string,
  tens: Readonly<Record<number, string>>,
  others: Readonly<Record<string, NumberPiece>>,
): NumberPieces {
  const words = (text: string, value: number) => text.split('/').map((word) => [word, value] as const);
  return new Map<string, NumberPiece>([
    ...ones.split(' ').flatMap((word, value) => words(word, value)),
    ...Object.entries(tens).flatMap(([value, text]) => words(text, Number(value))),
    ...Object.entries(others),
    ['and', 'joint'],
  ]);
}

/** A run of words that is one number: `vingt et un`, `einundzwanzig`, `treinta y dos`. */
const run = /\p{L}+(?:[ -]\p{L}+)*/gu;

/** Writes the number words of a text in digits; an article alone is a number only if nothing else is. */
export function spellNumberWords(text: string, pieces: NumberPieces, articles: ReadonlySet<string>): string {
  const hasNumber = /\d/.test(text);
  return text.replace(run, (words, at: number) => {
    // `2,5 tausend` is no sum.
    const scaled = /\d ?$/.test(text.slice(0, at)) ? words.replace(/^\p{L}+/u, scaleIn(pieces)) : words;
    return spellRun(scaled, pieces, (word) => articles.has(word) && hasNumber);
  });
}

const scaleIn = (pieces: NumberPieces) => (word: string) => {
  const piece = pieces.get(word.toLowerCase());
  return piece === 'thousand' || piece === 'hundred' ? piece : word;
};

function spellRun(text: string, pieces: NumberPieces, isArticle: (word: string) => boolean): string {
  const words = text.split(/(?=[ -])/);
  const read = words.map((word) => {
    const plain = word.replace(/^[ -]/, '').toLowerCase();
    return isArticle(plain) ? undefined : piecesIn(plain, pieces);
  });
  const spelt: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (read[end] !== undefined) end++;
    // A word that only joins stands between two numbers.
    while (end > at && isJoint(read[end - 1])) end--;
    const value =
      end > at && !isJoint(read[at]) ? sumOf(read.slice(at, end).flatMap((one) => one ?? [])) : undefined;
    if (value === undefined) spelt.push(words[at++] ?? '');
    else {
      spelt.push(`${/^[ -]/.exec(words[at] ?? '') === null ? '' : ' '}${value}`);
      at = end;
    }
  }
  return spelt.join('');
}

const isJoint = (read: readonly NumberPiece[] | undefined) => read?.every((piece) => piece === 'joint');

const longestPiece = 14;

/** The pieces that a word is made of, none left over; the longer ones first. */
function piecesIn(word: string, pieces: NumberPieces): readonly NumberPiece[] | undefined {
  if (word === '') return [];
  if (word.length > 60) return undefined;
  for (let end = Math.min(word.length, longestPiece); end > 0; end--) {
    const piece = pieces.get(word.slice(0, end));
    const rest = piece === undefined ? undefined : piecesIn(word.slice(end), pieces);
    if (piece !== undefined && rest !== undefined) return [piece, ...rest];
  }
  return undefined;
}

/** The value of a number word; undefined for pieces that make none, such as `deux trois`. */
function sumOf(pieces: readonly NumberPiece[]): number | undefined {
  let [total, hundreds, rest] = [0, 0, 0];
  let last: NumberPiece | undefined;
  for (const piece of pieces) {
    if (piece === 'joint') continue;
    if (piece === 'hundred') [hundreds, rest] = [100 * (rest === 0 ? 1 : rest), 0];
    else if (piece === 'thousand') [total, hundreds, rest] = [total + 1000 * (hundreds + rest || 1), 0, 0];
    else if (piece === 'half') rest += 0.5;
    // Eighty is four times twenty.
    else if (piece === 'score') rest = last === 4 ? 80 : rest + 20;
    else if (piece >= 100) hundreds += piece;
    else if (canFollow(piece, rest)) rest += piece;
    else return undefined;
    last = piece;
  }
  return total + hundreds + rest;
}

/** True if a number may be added to another: one under ten to tens, and what is under twenty to sixty and eighty. */
function canFollow(piece: number, rest: number): boolean {
  if (rest === 0) return true;
  if (rest < 10) return piece >= 20;
  return piece < 10 ? rest % 10 === 0 : piece < 20 && (rest === 60 || rest === 80);
}
