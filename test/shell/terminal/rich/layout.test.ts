import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '#shell/page/paint.ts';
import { wrapLine } from '#shell/page/render.ts';
import { layOut } from '#shell/terminal/rich/layout.ts';
import { entryOf, type View } from '#shell/terminal/rich/machines/machine.ts';

const wrap = (text: string, columns: number) => wrapLine(text, columns, plainPaint);

describe('wrapping', () => {
  test.each([
    ['one two three', 9, ['one two', 'three']],
    ['  1. one two three', 12, ['  1. one two', '     three']],
    ['- one two', 7, ['- one', '  two']],
    ['a-very-long-word and', 8, ['a-very-l', 'ong-word', 'and']],
    ['    four blanks', 10, ['    four', '    blanks']],
    ['', 10, ['']],
    ['一二三四五。六', 10, ['一二三四', '五。六']],
    ['一二三（四五）', 8, ['一二三', '（四五）']],
    ['一共 300B token', 9, ['一共 300B', 'token']],
    ['e\u0301e\u0301e\u0301 e\u0301', 3, ['e\u0301e\u0301e\u0301', 'e\u0301']],
  ])('%j in %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  test('styles and links are kept across lines', () => {
    const paint = {
      style: (s: string, t: string) => `<${s}>${t}</>`,
      link: (t: string, u: string) => `[${t}](${u})`,
    };
    const line = ['by ', { text: 'two words', style: 'strong', url: 'u' }] as const;
    expect(wrapLine(line, 8, paint)).toEqual(['by [<strong>two</>](u)', '[<strong>words</>](u)']);
  });

  test('an address is written out where there are no links', () => {
    expect(wrapLine([{ text: 'paper', url: 'https://x.org' }], 80, plainPaint)).toEqual([
      'paper https://x.org',
    ]);
  });

  test('no line is too wide, and nothing but blanks is lost', () => {
    const piece = fc.constantFrom(
      'word',
      '词',
      '，',
      '（',
      '。',
      ' ',
      '  ',
      'a-longer-word',
      '😀',
      'e\u0301',
      '1. ',
      '“',
      '”',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 8, max: 40 }), (pieces, columns) => {
        const lines = wrap(pieces.join(''), columns);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(pieces.join('').replaceAll(' ', ''));
      }),
    );
  });
});

const view: View = {
  rows: Array.from({ length: 12 }, (_, i) => ({
    lead: `${i === 8 ? '>' : ' '} ${i + 1}. `,
    text: `option ${i + 1} which is long`,
    focus: i === 8,
  })),
  notes: [{ text: 'Hint: none' }],
  keys: [
    ['1-9', 'answer'],
    ['?', 'hint'],
    ['0', "I don't know"],
  ],
  entry: entryOf(''),
};

describe('layout', () => {
  test('keys are wrapped between, not within', () => {
    const { lines } = layOut({ ...view, rows: [], notes: [] }, { columns: 24, rows: 24 }, plainPaint);
    expect(lines).toEqual(['', '1-9 answer   ? hint', "0 I don't know"]);
  });

  test('a low window shows what has the focus, and the end', () => {
    const { lines } = layOut(view, { columns: 80, rows: 9 }, plainPaint);
    expect(lines).toHaveLength(7);
    expect(lines).toEqual([
      '...',
      '  8. option 8 which is long',
      '> 9. option 9 which is long',
      '  10. option 10 which is long',
      '...',
      'Hint: none',
      "1-9 answer   ? hint   0 I don't know",
    ]);
  });

  test('whatever the window, the prompt is smaller and the focus is seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 4, max: 40 }), (columns, rows) => {
        const { lines } = layOut(view, { columns, rows }, plainPaint);
        expect(lines.length + 1).toBeLessThan(rows);
        for (const line of lines) expect(stringWidth(line)).toBeLessThan(columns);
        expect(lines.some((line) => line.startsWith('> 9.'))).toBe(true);
      }),
    );
  });

  test('a long entry shows the part around the cursor', () => {
    const text = '一二三四五六七八九十';
    const entry = (cursor: number) =>
      layOut({ ...view, entry: { text, cursor } }, { columns: 14, rows: 24 }, plainPaint).entry;
    expect(entry(10)).toEqual({ text: '六七八九十', cursor: 5 });
    expect(entry(0)).toEqual({ text: '一二三四五', cursor: 0 });
    expect(
      layOut({ ...view, entry: entryOf('short') }, { columns: 14, rows: 24 }, plainPaint).entry.text,
    ).toBe('short');
  });
});

test('of a long entry as much is seen around the cursor as there is room for', () => {
  const unit = fc.constantFrom('a', '中', 'e\u0301', '🇩🇪', '👩\u200d🔬', ' ');
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 20, max: 40 }),
      (units, place, columns) => {
        const text = units.join('');
        const cursor = units.slice(0, place % (units.length + 1)).join('').length;
        const { entry } = layOut(
          { rows: [], notes: [], keys: [], entry: { text, cursor } },
          { columns, rows: 10 },
          plainPaint,
        );
        const room = columns - 4;
        const fits = (part: string) => Math.max(stringWidth(part), part.length) <= room;
        const from = cursor - entry.cursor;
        const to = from + entry.text.length;
        expect(text.slice(from, to)).toBe(entry.text);
        expect(fits(entry.text)).toBe(true);
        const starts = [...Array.from(new Intl.Segmenter().segment(text), ({ index }) => index), text.length];
        const wider = starts.findLast((start) => start < from);
        const longer = starts.find((end) => end > to);
        if (wider !== undefined) expect(fits(text.slice(wider, cursor))).toBe(false);
        if (longer !== undefined) expect(fits(text.slice(from, longer))).toBe(false);
      },
    ),
  );
});
