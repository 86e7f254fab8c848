/** Characters that a terminal may obey or that hide in a text: C0 but tab and newline, DEL, C1, tags, lone surrogates. */
export const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u{e0000}-\u{e007f}\ud800-\udfff]+/gu;

/** Characters that reorder what is shown around them, so that a text reads otherwise than it is. */
export const bidis = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The text with every control and bidi character replaced by a visible stand-in, so that printing it is safe. */
export function neutralised(text: string): string {
  const picture = (run: string) => [...run].map(standIn).join('');
  return text.replace(controls, picture).replace(bidis, picture);
}

/** The code points of a text, each once, as they are written in Unicode charts: `U+001B U+009B`. */
export function codePoints(text: string): string {
  return [...new Set(text)].map(codePoint).join(' ');
}

function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : `<${codePoint(character)}>`;
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
