import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edited } from '../../../src/shell/terminal/line-editor.ts';

it('erases the word before the cursor with the blanks after it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '\u3000') }), (text) => {
      const left = text.slice(0, text.search(/\S*\s*$/));
      expect(edited({ text, cursor: text.length }, { type: 'erase-word' })).toEqual({
        text: left,
        cursor: left.length,
      });
      expect(edited({ text, cursor: text.length }, { type: 'word-left' })?.cursor).toBe(left.length);
    }),
  );
});
