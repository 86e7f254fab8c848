import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#core/base/diagnostic.ts';
import { applyEdits, composeEdits, lineChangesOf, linesOf } from '#core/base/text-edits.ts';
import { diffOf } from '#shell/report/unified-diff.ts';
import { counting } from '../../counting.ts';
import { tries } from '../../tries.ts';

const texts = fc.string({
  unit: fc.constantFrom(...'abc', '\n', '\n', 'b\n', '\r\n', ' c\n'),
  maxLength: 60,
});
const rounds = fc.array(
  fc.array(
    fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.string({ unit: fc.constantFrom('x', 'a', '\n', 'b\n') })),
  ),
  { maxLength: 3 },
);

/** Edits of a text that do not overlap. */
function editsOf(text: string, wanted: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const sorted = wanted.map(([at, length, added]) => {
    const start = at % (text.length + 1);
    return { start, end: Math.min(text.length, start + length), text: added };
  });
  sorted.sort((a, b) => a.start - b.start);
  return sorted.filter(({ start }, i) => sorted.slice(0, i).every((before) => before.end < start));
}

const world = { env: {}, stdout: { isTTY: false } } as unknown as Parameters<typeof diffOf>[1];
const file = (before: string, text: string, changes: readonly Edit[]) => [
  { path: 'deck.yaml', before, text, changes, made: [], left: [] },
];

/** A text, and what it becomes in rounds of edits, with all of them as edits of the text. */
const history = fc.tuple(texts, rounds).map(([before, all]) => {
  let [text, changes]: [string, readonly Edit[]] = [before, []];
  for (const wanted of all) {
    const edits = editsOf(text, wanted);
    changes = composeEdits(changes, edits, text);
    text = applyEdits(text, edits);
  }
  return { before, text, changes };
});

describe('edits', () => {
  it('of one round after another are edits of the text before them', () => {
    fc.assert(
      fc.property(history, ({ before, text, changes }) => {
        expect(applyEdits(before, changes)).toBe(text);
      }),
      { numRuns: tries(3000) },
    );
  });

  it('are changes of lines, which make the same text', () => {
    fc.assert(
      fc.property(history, ({ before, text, changes }) => {
        const lines = linesOf(before);
        const made = [...lines];
        for (const { at, removed, added } of [...lineChangesOf(lines, changes)].reverse()) {
          expect(made.slice(at, at + removed.length)).toEqual(removed);
          made.splice(at, removed.length, ...added);
        }
        expect(made.join('')).toBe(text);
      }),
      { numRuns: tries(3000) },
    );
  });

  it('are a patch, which makes the same text', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ before, text, changes }) => {
        fc.pre(text !== before);
        const patch = await diffOf(file(before, text, changes), world);
        expect(applyPatch(before, patch, { autoConvertLineEndings: false })).toBe(text);
      }),
      { numRuns: tries(3000) },
    );
  });
});

describe('a patch', () => {
  const ten = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj';
  const at = (text: string, what: string, other: string): Edit => {
    const start = text.indexOf(what);
    return { start, end: start + what.length, text: other };
  };
  const patch = (before: string, ...changes: readonly Edit[]) =>
    diffOf(file(before, applyEdits(before, changes), changes), world);

  it('shows three lines around a change, and changes near each other together', async () => {
    expect(await patch(ten, at(ten, 'e', 'E'))).toBe(
      '--- deck.yaml\n+++ deck.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
    expect(await patch(ten, at(ten, 'a', 'A'), at(ten, 'h', 'H'))).toContain(
      '@@ -1,10 +1,10 @@\n-a\n+A\n b\n',
    );
    const apart = await patch(ten, at(ten, 'a\n', ''), at(ten, 'i', 'I\nII'));
    expect(apart).toContain(
      '@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -6,5 +5,6 @@\n f\n g\n h\n-i\n+I\n+II\n j\n',
    );
  });

  it('says where a last line has no newline', async () => {
    const none = '\\ No newline at end of file\n';
    expect(await patch(ten, at(ten, 'i\nj', 'i\nj\n'))).toContain(`\n i\n-j\n${none}+j\n`);
    expect(await patch('a\n', { start: 1, end: 2, text: '' })).toContain(`@@ -1,1 +1,1 @@\n-a\n+a\n${none}`);
    expect(await patch(ten, at(ten, 'i', 'I'))).toContain(`-i\n+I\n j\n${none}`);
  });

  it('keeps the carriage returns of lines', async () => {
    expect(await patch('a\r\nb\r\n', { start: 0, end: 1, text: 'A' })).toContain('-a\r\n+A\r\n b\r\n');
  });

  it('of a text that becomes empty or was empty has a line 0', async () => {
    expect(await patch('a\n', { start: 0, end: 2, text: '' })).toContain('@@ -1,1 +0,0 @@\n-a\n');
    expect(await patch('', { start: 0, end: 0, text: 'a\n' })).toContain('@@ -0,0 +1,1 @@\n+a\n');
  });

  it('is made from the edits: at most three times the work for twice as many', async () => {
    const work = async (count: number) => {
      const before = Array.from({ length: count }, (_, i) => `a: ${i}\nb: ${i}\n`).join('');
      const changes = [...before.matchAll(/a/g)].map(({ index }) => ({
        start: index,
        end: index + 1,
        text: 'c',
      }));
      let looked = 0;
      const counted = changes.map((edit) => counting(edit, () => looked++));
      const shown = await diffOf(file(before, before.replaceAll('a', 'c'), counted), world);
      expect(shown.match(/^\+c/gm)).toHaveLength(count);
      return looked;
    };
    expect(await work(2000)).toBeLessThanOrEqual(3 * (await work(1000)));
  });
});
