import type { Fix } from '#core/base/diagnostic.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { lostBackslashesIn } from '#core/check/language/escapes.ts';
import { itemAt } from '#core/check/views/file-texts.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

export const yamlLostBackslash: Rule = {
  id: 'yaml/lost-backslash',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'A backslash of LaTeX or of a Windows path in double quotes must be doubled.',
  why: 'In double quotes, YAML reads `\\theta` as a tab and `heta`, and `C:\\new` as two lines.',
  bad: makeSampleDeck('What does BPE stand for?', '"What does BPE stand for, if $\\theta$ are its merges?"'),
  good: makeSampleDeck(
    'What does BPE stand for?',
    '"What does BPE stand for, if $\\\\theta$ are its merges?"',
  ),
  *check({ files }) {
    for (const source of files) if (hint.test(source.text) && !isBinary(source.text)) yield* lostIn(source);
  },
};

/** A cheap pre-test: such a backslash, on a line with double quotes or within a text of several lines. */
const hint = /(?<!\\)(?:\\\\)*\\[abefnrtv_NLP]\p{L}/u;

function* lostIn(source: YamlSource): Generator<Finding> {
  for (const { value, written, at, path, part } of source.scalars()) {
    if (!written.startsWith('"') || typeof value !== 'string') continue;
    const lost = lostBackslashesIn(written);
    const [first] = lost;
    if (first === undefined) continue;
    const item = itemAt(source, path);
    const more = lost.length > 1 ? ` (and ${lost.length - 1} more in this text)` : '';
    const fix = part === 'key' ? undefined : fixOf(written, value, at.start, lost, path);
    yield {
      path: source.path,
      at: source.span(at.start + first.index, at.start + first.index + first.word.length + 1),
      ...(item === undefined ? {} : { item }),
      message: `in double quotes, \`\\${first.word}\` is ${first.read} and \`${first.word.slice(1)}\`${more}; write \`\\\\${first.word}\`, or put the text in single quotes`,
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

type Lost = ReturnType<typeof lostBackslashesIn>;

/** Doubles the backslashes; none if the text has more lines, whose ends would have to be read too. */
function fixOf(
  written: string,
  value: string,
  start: number,
  lost: Lost,
  path: readonly (string | number)[],
): Fix | undefined {
  if (written.includes('\n')) return undefined;
  const before = readQuoted(written);
  // Escapes that YAML does not know are a fault of syntax, and lost with the others.
  const indexes = [
    ...lost.map(({ index }) => index),
    ...(before === undefined ? unknownIn(written) : []),
  ].sort((a, b) => a - b);
  const doubled = indexes.reduceRight(
    (text, index) => `${text.slice(0, index)}\\${text.slice(index)}`,
    written,
  );
  const after = readQuoted(doubled);
  if ((before !== undefined && before !== value) || after === undefined) return undefined;
  return {
    title: 'double the backslash',
    edits: indexes.map((index) => ({ start: start + index, end: start + index, text: '\\' })),
    expects: before === undefined ? { type: 'readable', value: after } : { type: 'set', path, value: after },
  };
}

const simple: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b' },
  ...{ ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' },
};

/** The places of backslashes before what YAML has no escape for. */
const unknownIn = (written: string): readonly number[] =>
  [...written.matchAll(/\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|(.))/g)].flatMap(
    ({ 1: letter, index }) => (letter !== undefined && simple[letter] === undefined ? [index] : []),
  );

/** The value of a text on one line in double quotes; undefined if it is not read here. */
function readQuoted(written: string): string | undefined {
  let known = true;
  const value = written
    .slice(1, -1)
    .replace(/\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/g, (_, x, u, long, other) => {
      const hex = x ?? u ?? long;
      const read = hex === undefined ? simple[other] : String.fromCodePoint(Number.parseInt(hex, 16));
      known &&= read !== undefined;
      return read ?? '';
    });
  return known ? value : undefined;
}
