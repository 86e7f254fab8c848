import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editLine } from '#shell/terminal/keys/line-editor.ts';

it('erases the word before the cursor with the blanks after it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '\u3000') }), (text) => {
      const left = text.slice(0, text.search(/\S*\s*$/));
      expect(editLine({ text, cursor: text.length }, { type: 'erase-word' })).toEqual({
        text: left,
        cursor: left.length,
      });
      expect(editLine({ text, cursor: text.length }, { type: 'word-left' })?.cursor).toBe(left.length);
    }),
  );
});

const unit = fc.constantFrom('a', '中', 'e\u0301', '\u0301', '🇩', '👩', '\u200d', '🏽', '한', 'ᄀ', 'ᅡ', ' ');

it('moves and takes back by whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(), (text, place) => {
      const ends = [...Array.from(new Intl.Segmenter().segment(text), ({ index }) => index), text.length];
      const cursor = ends[place % ends.length] ?? 0;
      const before = ends.findLast((end) => end < cursor) ?? 0;
      const after = ends.find((end) => end > cursor) ?? text.length;
      expect(editLine({ text, cursor }, { type: 'left' })?.cursor).toBe(before);
      expect(editLine({ text, cursor }, { type: 'right' })?.cursor).toBe(after);
      expect(editLine({ text, cursor }, { type: 'backspace' })?.text).toBe(
        text.slice(0, before) + text.slice(cursor),
      );
      expect(editLine({ text, cursor }, { type: 'delete' })?.text).toBe(
        text.slice(0, cursor) + text.slice(after),
      );
    }),
  );
});
