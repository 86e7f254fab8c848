import { expect, it, test } from 'vitest';
import { plainPaint } from '#shell/page/paint.ts';
import { render } from '#shell/page/render.ts';

const sentence =
  'Every layer may look at the words on both sides of a position, and that is what sets it apart. ';
const widthsAt = (columns: number) =>
  render([sentence.repeat(4).trim()], { paint: plainPaint, columns: () => columns })
    .trimEnd()
    .split('\n')
    .map((line) => line.length);

test('text fits the terminal, and is no wider than the eye follows', () => {
  expect(Math.max(...widthsAt(40))).toBeLessThanOrEqual(40);
  expect(Math.max(...widthsAt(220))).toBeLessThanOrEqual(100);
  expect(widthsAt(220)).toEqual(widthsAt(100));
});

test('where there is no terminal nothing is wrapped', () => {
  expect(widthsAt(0)).toHaveLength(1);
});

test.each([
  ['To start over, run `llmquiz place`.', ['To start over, run', '`llmquiz place`.']],
  ['要重新测，请运行（`llmquiz place`）。', ['要重新测，请运行', '（`llmquiz place`）。']],
  ['Suspended (`llmquiz resume` ends it).', ['Suspended', '(`llmquiz resume` ends', 'it).']],
  ['Run `llmquiz --deck history --new 20`.', ['Run `llmquiz --deck', 'history --new 20`.']],
  ['Neither a ` nor a word is lost here.', ['Neither a ` nor a word', 'is lost here.']],
])('a command stays on one line if a line has room for it: %s', (text, lines) => {
  expect(render([text], { paint: plainPaint, columns: () => 22 })).toBe(`${lines.join('\n')}\n`);
});

test('control characters of a text never reach the terminal', () => {
  const shown = render(['a\u001b[2Jb\u0007c\u202ed'], { paint: plainPaint, columns: () => 0 });
  expect(shown).toBe('a\u241b[2Jb\u2407c<U+202E>d\n');
});

test.each([
  ['x 1. reinforce what the model likes', ['x 1. reinforce what', '     the model likes']],
  ['  2. reinforce what the model likes', ['  2. reinforce what', '     the model likes']],
  ['x [1] reinforce what the model likes', ['x [1] reinforce what', '      the model likes']],
  ['- reinforce what the model likes', ['- reinforce what the', '  model likes']],
])('%j goes on under its own text', (line, lines) => {
  const shown = render([line], { paint: plainPaint, columns: () => 21 });
  expect(shown.trimEnd().split('\n')).toEqual(lines);
});

it.each([
  ['Bring it back with `llmquiz resume moe`.', 'Bring it back with `npm start -- resume moe`.'],
  ['See `llmquiz --help`, then `llmquiz`.', 'See `npm start -- --help`, then `npm start --`.'],
  ['llmquiz starts the quiz; `llmquizzes` and `my llmquiz` do not.', undefined],
])('spells our commands as the program was started: %s', (text, expected = text) => {
  const paint = { ...plainPaint, calledAs: 'npm start --' };
  expect(render([text], { paint, columns: () => 0 })).toBe(`${expected}\n`);
});
