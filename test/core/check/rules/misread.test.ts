import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { readMisread } from '#core/check/rules/text/mojibake.ts';
import { fixed, foundBy } from './fixed.ts';

/** A text as it looks if its UTF-8 is read byte by byte: as Latin-1, or as Windows-1252. */
const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const marks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
// Node's own decoder reads Latin-1 under this name.
const windows = (text: string) =>
  latin1(text).replace(/[\x80-\x9f]/g, (c) => marks[c.charCodeAt(0) - 0x80] ?? c);

const texts = [
  'letter – and',
  'It’s by Café owner René',
  'NÃO? Não',
  'München – groß',
  'Größe',
  '50°C',
  'Ärger über Öl',
  '中文词元',
  'トークンとは何か',
  '토큰',
  'Привет, мир',
  'αβγ',
  'naïve “quotes” … €',
  'x ≤ y → z',
  '😀 yes',
  '¿Qué es?',
];

describe('UTF-8 that was read as another encoding', () => {
  it.each(texts)('%s', (text) => {
    expect(readMisread(latin1(text))).toBe(text);
    expect(readMisread(windows(text))).toBe(text);
  });

  it.each(['It’s by Café owner René', 'München – groß'])('twice: %s', (text) => {
    expect(readMisread(windows(windows(text)))).toBe(text);
  });

  it.each([
    ...texts,
    '„Ö“',
    'un café…”',
    '« É »',
    '«\u00a0À\u00a0»',
    'IRMÃ”',
    'Ångström Å² and Å³',
    'São Paulo, AÇÃO!',
    'ÉÈÊ',
    'Hände…“',
    '3×²',
    'voilà·',
    'MAÎTRE',
    'Ça va… «là»',
  ])('but not %s', (text) => {
    expect(readMisread(text)).toBe(text);
  });

  const deck = (text: string) => makeSampleDeck('Byte-pair encoding', text);

  it.each([latin1, windows])('is named with what it should be, and mended', (read) => {
    const text = deck(read('It’s a – café'));
    const [finding, ...more] = foundBy('text/encoding', text);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', item: 'bpe-name' });
    expect(finding?.message).toContain('`It’s`');
    expect(finding && fixed(text, finding)).toBe(deck('It’s a – café'));
  });

  it('is named if it is written with escapes, but left alone', () => {
    const [finding] = foundBy('text/encoding', deck('"letter \\u00e2\\u0080\\u0093 and"'));
    expect(finding?.message).toContain('`–`');
    expect(finding?.fix).toBeUndefined();
  });

  it('is mended in comments', () => {
    const text = `# caf${windows('é')}\n${deck('Byte-pair encoding')}`;
    const [finding] = foundBy('text/encoding', text);
    expect(finding && fixed(text, finding)).toBe(`# café\n${deck('Byte-pair encoding')}`);
  });

  it.each([
    ['misread', deck(latin1('a – b')), ['text/encoding']],
    ['no UTF-8', deck('a \u0093 b'), ['text/control-char']],
  ])('control characters that are %s', (_, text, rules) => {
    expect(checkBank([{ path: 'deck.yaml', text }]).diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });

  it('a control character names its question', () => {
    expect(foundBy('text/control-char', deck('a \u0093 b'))).toMatchObject([{ item: 'bpe-name' }]);
    expect(foundBy('text/control-char', deck('"a \\x93 b"'))).toMatchObject([{ item: 'bpe-name' }]);
  });
});
