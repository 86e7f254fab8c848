/**
 * A text without those characters at its end that a pattern of one character is for. A pattern of many, as in `/[.!]+$/`, is
 * retried from each of them if others follow.
 */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  for (
    let start = before(text, end);
    end > 0 && character.test(text.slice(start, end));
    start = before(text, end)
  )
    end = start;
  return text.slice(0, end);
}

/** The characters at the end of a text that a pattern of one character is for. */
export const endOf = (text: string, character: RegExp): string => text.slice(trimEnd(text, character).length);

/** Where the character before a place begins: of two halves of one at the first. */
function before(text: string, place: number): number {
  return (text.codePointAt(place - 2) ?? 0) > 0xffff ? place - 2 : place - 1;
}
