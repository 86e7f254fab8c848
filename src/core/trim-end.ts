/**
 * A text without those characters at its end that a pattern of one character is for. A pattern of many, as in `/[.!]+$/`, is
 * tried anew from each of them where others follow.
 */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
