import { describe, expect, it } from 'vitest';
import { plainPaint } from '#shell/page/paint.ts';
import { render } from '#shell/page/render.ts';
import { paragraphsOf, textBlocksOf } from '#shell/terminal/shared/long-text.ts';
import { packNext } from '#shell/terminal/shared/pages.ts';

const roomOf = (columns: number, rows: number) => ({
  look: { paint: plainPaint, columns: () => columns },
  rows,
});

/** All pages of a text, as they are printed. */
function pagesOf(text: string, columns: number, rows: number): readonly string[] {
  const room = roomOf(columns, rows);
  const pages: string[] = [];
  let left = textBlocksOf({ title: 'Tokens', text });
  while (left.length > 0) {
    const packed = packNext(left, room);
    pages.push(render(packed.page, room.look));
    left = packed.left;
  }
  return pages;
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const long = Array.from({ length: 250 }, (_, i) => `word${i}`).join(' ');

describe('a long text', () => {
  it.each([
    ['an empty line between', 'One\ntwo.\n\nThree.\n \n\nFour.', [['One', 'two.'], ['Three.'], ['Four.']]],
    ['folded, with no empty line left', 'One two.\nThree.\n', [['One two.'], ['Three.']]],
    ['one', 'One two.', [['One two.']]],
  ])('has paragraphs: %s', (_, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });

  it.each([
    [80, 22],
    [40, 16],
    [40, 8],
    [20, 5],
  ])('loses nothing in a window of %i columns and %i rows, and no page is taller', (columns, rows) => {
    const text = `${long}\n\nA short one.\n\n${long}`;
    const pages = pagesOf(text, columns, rows);
    expect(wordsIn(pages.join('\n'))).toEqual(wordsIn(`Tokens ${text}`));
    for (const page of pages) expect(page.split('\n').length - 1).toBeLessThanOrEqual(rows);
  });

  it('puts no spaces into Chinese where a page ends', () => {
    const text = '词元是模型读到的最小单位。'.repeat(40);
    expect(pagesOf(text, 40, 6).join('').replace(/[\n]/g, '')).toBe(`Tokens${text}`);
  });

  it('is one page where the window has no end', () => {
    expect(pagesOf(`${long}\n\n${long}`, 80, Number.POSITIVE_INFINITY)).toHaveLength(1);
  });
});
