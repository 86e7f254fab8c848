/** Characters that a terminal may obey or that hide in a text: C0 but tab and newline, DEL, C1, tags, lone surrogates. */
export const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u{e0000}-\u{e007f}\ud800-\udfff]+/gu;

/** Characters that reorder what is shown around them, so that a text reads otherwise than it is. */
export const bidis = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Some of which are stray: all that `makeStrayPattern` can match. */
const suspects =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each stands for itself.
  /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0080}-\u{e0fff}]/u;

let compiled: RegExp | undefined;

/** True if a text may contain a match of `makeStrayPattern`. */
export const isSuspect = (text: string): boolean => suspects.test(text);

/**
 * Characters that show nothing, or nothing but a gap, and are in places where no script and no emoji needs them: separators of
 * lines, fillers, annotations, variation selectors without a character that has variants. Made when it is first asked for,
 * since its classes take their time and hardly any text needs it.
 */
export function makeStrayPattern(): RegExp {
  compiled ??= new RegExp(`(?:${alone.join('|')})+`, 'gu');
  compiled.lastIndex = 0;
  return compiled;
}

/** Each kind with what must stand around it for it to be right. */
const alone: readonly string[] = [
  // Line and paragraph separators, deprecated and interlinear formats, fillers of old character sets, and what is not assigned.
  String.raw`[\u2028\u2029\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb\u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}]`,
  // The looks of emoji and symbols; keycaps begin with an ASCII character.
  String.raw`(?<!\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|(?![\0-\x7f])\p{S}|[#*0-9](?=\ufe0f\u20e3))[\ufe0e\ufe0f]`,
  // Variants of Chinese characters and their marks, of mathematical symbols and some letters, and the slashed zero.
  String.raw`(?<!\p{Script=Han}|\p{Script=Myanmar}|\p{Script=Phags_Pa}|\p{Script=Manichaean}|\p{Script=Egyptian_Hieroglyphs}|(?![\0-\x7f])\p{S}|[‘’“”、。！，．：；？]|0(?=\ufe00))[\ufe00-\ufe0d]`,
  String.raw`(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
  // Mongolian letters and their forms.
  String.raw`(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]|(?<![\u1820-\u18aa][\u180b-\u180d\u180f]?)\u180e`,
  // Syllables of old Korean that lack a part.
  String.raw`\u115f(?!\u1160?[\u11a8-\u11ff\ud7cb-\ud7fb]|[\u1161-\u11a7\ud7b0-\ud7c6])`,
  String.raw`(?<![\u1100-\u115e\ua960-\ua97c])(?!(?<=\u115f)\u1160[\u11a8-\u11ff\ud7cb-\ud7fb])\u1160`,
  // A gap between cells of Braille; Khmer vowels; marks that are kept apart; beams of notes; strokes of shorthand.
  String.raw`(?<![\u2800-\u28ff])\u2800+(?![\u2800-\u28ff])`,
  String.raw`(?<![\u1780-\u17b3])[\u17b4\u17b5]`,
  String.raw`(?<!\p{M}|\p{Script=Hebrew})\u034f`,
  String.raw`(?<![\u{1d100}-\u{1d172}\u{1d17b}-\u{1d1ff}])[\u{1d173}-\u{1d17a}](?![\u{1d100}-\u{1d172}\u{1d17b}-\u{1d1ff}])`,
  String.raw`(?<![\u{1bc00}-\u{1bc9f}])[\u{1bca0}-\u{1bca3}]`,
];

/** The text with each run of characters that a terminal may obey, or that cannot be seen, replaced. */
export function replaceHidden(text: string, by: (run: string) => string): string {
  const safe = text.replace(controls, by).replace(bidis, by);
  return isSuspect(safe) ? safe.replace(makeStrayPattern(), by) : safe;
}

/** The text with every control, bidi and stray character replaced by a visible stand-in, so that printing it is safe. */
export function neutralise(text: string): string {
  return replaceHidden(text, (run) => Array.from(run, standIn).join(''));
}

/** A text that has no lines, such as a name, made safe to print: its line breaks are pictures too. */
export const neutraliseLine = (text: string): string => neutralise(text).replaceAll('\n', '␊');

/** The code points of a text, each once, as they are written in Unicode charts: `U+001B U+009B`. */
export function codePointsOf(text: string): string {
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
