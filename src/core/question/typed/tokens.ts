/** Where a word of a plain text is. */
export interface Token {
  readonly from: number;
  readonly to: number;
}

/** The Latin words of a plain text, and its Han characters one by one. */
export function tokensOf(plain: string): readonly Token[] {
  const tokens = plain.matchAll(
    /\p{Script=Han}|(?:(?!\p{Script=Han})[^\s,;:()[\]{}"“”。，、；：（）《》「」!?-])+/gu,
  );
  return [...tokens].map(({ 0: text, index }) => ({ from: index, to: index + text.length }));
}
