import fc from 'fast-check';

/** How many code points are halves of a surrogate pair, and the first of them. */
const [halves, firstHalf] = [0x800, 0xd800];

/** Any character. That of fast-check, `unit: 'binary'`, lists them all first, which takes over a second in each process. */
const character = fc.integer({ min: 0, max: 0x10_ffff - halves }).map(
  (n) => String.fromCodePoint(n < firstHalf ? n : n + halves),
  (text) => {
    const point = String(text).codePointAt(0) ?? -1;
    if (String.fromCodePoint(point) !== text) throw new Error('not one character');
    return point < firstHalf ? point : point - halves;
  },
);

/** Any text of whole characters. */
export const anyText = (limits: { readonly maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...limits });
