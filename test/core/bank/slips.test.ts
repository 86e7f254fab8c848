import { describe, expect, it } from 'vitest';
import { readBank } from '#core/bank/read-bank.ts';

const head = 'title: T\nitems:\n  - id: a\n    level: 1\n    stem: Which is it?\n    rationale: So.\n';

/** What is found in a deck of one question with some more lines, and the text it stands at. */
function found(...lines: readonly string[]) {
  const text = `${head}${lines.map((line) => `    ${line}\n`).join('')}`;
  return readBank([{ path: 'deck.yaml', text }]).diagnostics.map(({ at, message }) => ({
    at: text.slice(at.start, at.end),
    message,
  }));
}
const sourced = 'sources: [{ title: A book }]';

describe('slips of YAML say what to write, at their place', () => {
  it.each([
    ['sources: [{ title: A book, url: [A book](https://example.org/a) }]'],
    ['sources:', '  - title: A book', '    url: [A book](https://example.org/a)'],
  ])('a link of Markdown as an address: %s', (...lines) => {
    expect(found('kind: text', 'key: osmosis', ...lines)).toContainEqual({
      at: '[A book](https://example.org/a)',
      message: 'YAML reads a link of Markdown as a list; write the address alone: https://example.org/a',
    });
  });

  it('two commas in a row', () => {
    const message =
      'there is nothing between this comma and the one before it; remove one, or write what is missing';
    expect(found('kind: text', 'key: b', 'accept: [a,, c]', sourced)).toEqual([{ at: ',', message }]);
    expect(found('kind: text', 'key: b', 'accept: ["a,, b", c]', sourced)).toEqual([]);
  });

  it('a list without a dash', () => {
    const [first] = found(
      'kind: text',
      'key: b',
      'sources:',
      '  title: A book',
      '  url: https://example.org/a',
    );
    expect(first?.message).toMatch(
      /not a map of fields; put it in \[ \], or write `- title: ...` with the other/,
    );
  });

  it.each([
    ['3 or 4', 3.5, 0.5],
    ['3–4', 3.5, 0.5],
    ['3-4', 3.5, 0.5],
    ['3 bis 4', 3.5, 0.5],
    ['3 ou 4', 3.5, 0.5],
    ['3 o 4', 3.5, 0.5],
    ['3到4', 3.5, 0.5],
    ['0.1 to 0.4', 0.25, 0.15],
    ['1,000–2,000', 1500, 500],
  ])('a range as a number: %s', (key, middle, far) => {
    const [first] = found('kind: number', `key: ${key}`, sourced);
    expect(first?.at).toBe(key);
    expect(first?.message).toContain(`write ${middle}, and \`tolerance: ${far}\` if all from`);
  });

  it.each(['4-3', '3 and 4', 'three'])('but not %s', (key) => {
    expect(found('kind: number', `key: ${key}`, sourced)[0]?.message).not.toContain('tolerance');
  });
});
