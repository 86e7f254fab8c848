import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic, Fix } from '#core/base/diagnostic.ts';
import type { RuleId } from '#core/base/rule-id.ts';
import { applyEdits } from '#core/base/text-edits.ts';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { applyFixes } from '#core/check/fix/apply-fixes.ts';
import { fixBank } from '#core/check/fix/fix-bank.ts';
import { isMapping } from '#core/yaml/data.ts';
import { type BankFile, readYaml } from '#core/yaml/source.ts';
import { tries } from '../../../tries.ts';

const path = 'deck.yaml';
const findingsOf = (files: readonly BankFile[]) => checkBank(files).diagnostics;
const afterFix = (text: string) => fixBank([{ path, text }], findingsOf)[0]?.text ?? text;
const rulesOf = (text: string) => findingsOf([{ path, text }]).map((f) => f.rule);

/** The sample deck with another line for the key. */
const withKey = (line: string) => makeSampleDeck('key: Byte-pair encoding', line);

describe('a mistake in a value', () => {
  it.each([
    ['a number', 'key: 1.10', 'key: "1.10"'],
    ['a number with a comment beside it', 'key: 0x1F   # hex', 'key: "0x1F"   # hex'],
    ['a boolean', 'key: true', 'key: "true"'],
    ['null in a map of languages', 'key: { en: null,  zh: 空值 } # x', 'key: { en: "null",  zh: 空值 } # x'],
    ['a key in another case', 'KEY: Byte-pair encoding', 'key: Byte-pair encoding'],
    ['a key with another name', '"answer" : Byte-pair encoding', 'key : Byte-pair encoding'],
    ['a colon', 'key: BPE: byte-pair encoding', 'key: "BPE: byte-pair encoding"'],
    ['a colon in Chinese', 'key: 字节对编码 BPE: 一种算法', 'key: "字节对编码 BPE: 一种算法"'],
    ['a colon at the end', 'key: Byte-pair:', 'key: "Byte-pair:"'],
    ['a colon and a comment', 'key: BPE: pairs  # so', 'key: "BPE: pairs"  # so'],
    ['a colon, a quote and a backslash', 'key: The "x": a\\b', `key: 'The "x": a\\b'`],
    ['a colon and quotes', 'key: The "x": it\'s', 'key: "The \\"x\\": it\'s"'],
    ['a colon in a flow map', 'key: { en: A word: x, zh: 字 }', 'key: { en: "A word: x", zh: 字 }'],
    [
      'a colon at the end of a flow map',
      'key: { zh: 字, en: A word: x } # c',
      'key: { zh: 字, en: "A word: x" } # c',
    ],
    ['a backtick', 'key: `bpe` pairs', 'key: "`bpe` pairs"'],
    ['an at sign', 'key: @bpe', 'key: "@bpe"'],
    ['a percent sign', 'key: %bpe', 'key: "%bpe"'],
    ['a bracket', 'key: [CLS] token', 'key: "[CLS] token"'],
    ['a brace', 'key: {x} token', 'key: "{x} token"'],
    ['a comma', 'key: , token', 'key: ", token"'],
    ['a greater-than sign', 'key: > 5 pairs', 'key: "> 5 pairs"'],
    ['a bar', 'key: | pairs', 'key: "| pairs"'],
    ['a question mark', 'key: ? pairs', 'key: "? pairs"'],
    ['a dash', 'key: - 5 pairs', 'key: "- 5 pairs"'],
    ['an alias', 'key: *args', 'key: "*args"'],
    ['an alias and more', 'key: *args here', 'key: "*args here"'],
    ['an anchor', 'key: &ref here  # c', 'key: "&ref here"  # c'],
    ['a tag', 'key: !important it is', 'key: "!important it is"'],
    ['the bare tag', 'key: ! it is', 'key: "! it is"'],
    ['an anchor in a flow map', 'key: { en: &amp here, zh: 字 }', 'key: { en: "&amp here", zh: 字 }'],
    ['an escape that is none', 'key: "\\d+"', "key: '\\d+'"],
    ['no space after the colon', 'key:Byte pairs', 'key: Byte pairs'],
    ['no space before a quote', 'key:"Byte pairs" # c', 'key: "Byte pairs" # c'],
    ['a full-width colon', 'key：字节对', 'key: 字节对'],
    ['a full-width colon and a blank', 'key： { en: a, zh: b }', 'key: { en: a, zh: b }'],
    ['a control character', 'key: Byte\u0007-pair', 'key: Byte-pair'],
    [
      'a colour, with what belongs to it',
      'key: "\u001b[1;31mPairs\u001b[0m of [MASK]"',
      'key: "Pairs of [MASK]"',
    ],
    ['an escape before a bracket that is text', 'key: "\u001b[CLS] first"', 'key: "[CLS] first"'],
    ['two of them, and two of direction', 'key: "\u202e字\u0007节\u202c\u0007"', 'key: "字节"'],
    ['one in a comment', 'key: Pairs # a\u202eb', 'key: Pairs # ab'],
    ['one in a key', 'k\u200eey: Pairs', 'key: Pairs'],
  ])('%s is fixed', (_, from, to) => {
    expect(afterFix(withKey(from))).toBe(withKey(to));
    expect(rulesOf(withKey(to))).toEqual([]);
  });

  it.each([
    ['a word that may be a key', 'key: en: Byte pairs'],
    ['an alias of an anchor', 'key: &a x\n    hint: *a'],
    ['a tag of YAML', 'key: !!str 12'],
    ['a list followed by text', 'key: [a, b] c'],
    ['a map followed by text', 'key: { en: a } c'],
    ['a text in lines that begins too early', 'key: > The pairs'],
    ['what may be a comment or not', 'key: @C #1 pairs'],
    ['a value of several lines', 'key: BPE: pairs\n      and more'],
    ['an escape among others', 'key: "\\d+\\n"'],
    ['an escape of a control character', 'key: "a\\e[2J"'],
    ['a control character beside an escape', 'key: "a\\t\u0007"'],
    ['a number that a control character hides', 'key: \u00071'],
    ['a full-width comma within braces', 'key: { en: pairs， zh: 对 }'],
    ['full-width braces', 'key: ｛ en: pairs， zh: 对 ｝'],
    ['a comma within braces', 'key: { en: Tables 2, 3 and 4 }'],
    ['options, which hold the key', 'options: [a, b]'],
    ['a text with an apostrophe in single quotes', "key: 'What's this'"],
    ['an id', 'key: x\n    fact: BPE Name'],
  ])('%s is left alone', (_, from) => {
    const text = withKey(from);
    expect(afterFix(text)).toBe(text);
    expect(rulesOf(text)).not.toEqual([]);
  });

  it.each([
    ['a tag', 'tags: tokens # c', 'tags: [tokens] # c'],
    ['several', 'tags: tokens, bpe', 'tags: [tokens, bpe]'],
    ['one in quotes', "tags: 'tokens'", "tags: ['tokens']"],
    ['a level in quotes', 'tags: [tokens]\n    revision: "2"', 'tags: [tokens]\n    revision: 2'],
  ])('%s is of another type', (_, from, to) => {
    expect(afterFix(makeSampleDeck('tags: [tokens]', from))).toBe(makeSampleDeck('tags: [tokens]', to));
  });

  it('stands in a nested list, after CRLF, and is the only thing to change', () => {
    const deck = (a: string, b: string) =>
      sampleDeck
        .replace('kind: recall', 'kind: choice')
        .replace(
          '    rationale',
          `    distractors:\n      - text: ${a}\n        why: x\n      - { text: b,  why: ${b} }\n    rationale`,
        )
        .replaceAll('\n', '\r\n');
    expect(afterFix(deck('@a', 'Not so: y'))).toBe(deck('"@a"', '"Not so: y"'));
    expect(afterFix(deck('1.0', '字: 是'))).toBe(deck('"1.0"', '"字: 是"'));
  });

  it('is fixed in every place, several in one item too', () => {
    const text = sampleDeck
      .replace('stem: What', 'stem: Say: what')
      .replace('key: Byte', 'KEY: @Byte')
      .replace('level: 1', 'level: "1"');
    const to = sampleDeck
      .replace('stem: What does BPE stand for?', 'stem: "Say: what does BPE stand for?"')
      .replace('key: Byte-pair encoding', 'key: "@Byte-pair encoding"');
    const twice = (deck: string, other: string) =>
      deck + other.slice(other.indexOf('  - id')).replace('bpe-name', 'b');
    expect(afterFix(twice(text, text))).toBe(twice(to, to));
    expect(afterFix(twice(text, sampleDeck))).toBe(twice(to, sampleDeck));
  });

  it('is a plain entry of a list', () => {
    const deck = (entry: string) =>
      makeSampleDeck('kind: recall', 'kind: text').replace(
        '    rationale',
        `    accept:\n      - ${entry}\n    rationale`,
      );
    expect(afterFix(deck('@bpe'))).toBe(deck('"@bpe"'));
    expect(afterFix(deck('1.0'))).toBe(deck('"1.0"'));
  });
});

describe('fixes', () => {
  const at = readYaml({ path, text: sampleDeck }).span(0, 0);
  const finding = (fix: Fix, rule: RuleId = 'text/nfc'): Diagnostic => ({
    rule,
    severity: 'error',
    path,
    at,
    message: '',
    fix,
  });
  const replace = (from: string, text: string, more: Omit<Fix, 'title' | 'edits'> = {}) => {
    const start = sampleDeck.indexOf(from);
    return finding({ title: '', edits: [{ start, end: start + from.length, text }], ...more });
  };
  const run = (findings: readonly Diagnostic[], text = sampleDeck) => applyFixes({ path, text }, findings);
  const level = ['items', 0, 'level'];

  it('is not stopped by a fix that leads elsewhere', () => {
    const bad = replace('Byte-pair encoding', 'other');
    const good = [
      replace('level: 1', 'level:  1'),
      replace('[tokens]', '[x]', { expects: { type: 'set', path: ['items', 0, 'tags'], value: ['x'] } }),
    ];
    const result = run([bad, ...good]);
    expect(result.text).toBe(sampleDeck.replace('level: 1', 'level:  1').replace('[tokens]', '[x]'));
    expect(result.made).toHaveLength(2);
    expect(result.left).toEqual([{ finding: bad, because: 'unexpected' }]);
  });

  it('refuses what is not as expected', () => {
    const refused = [
      replace('1', '2', { expects: { type: 'set', path: level, value: 3 } }),
      replace('level', 'levels', { expects: { type: 'renamed', path: level, to: 'other' } }),
      replace('level', 'kind', { expects: { type: 'renamed', path: level, to: 'kind' } }),
      replace('1', '2', { expects: { type: 'set', path: ['items', 1, 'level'], value: 2 } }),
      replace('Tokens', '"Tokens', { expects: { type: 'readable', value: 'Tokens' } }),
      replace('level: 1', 'level: 1\n    level: 1'),
      replace('[tokens]', '[b, a]', { expects: { type: 'ordered', path: ['items', 0, 'tags'], order: [0] } }),
    ];
    for (const fix of refused) expect(run([fix])).toMatchObject({ text: sampleDeck, made: [] });
  });

  it('puts the entries of a list in another order', () => {
    const text = makeSampleDeck('[tokens]', '[a, b, c]');
    const start = text.indexOf('a, b, c');
    const fix = (order: readonly number[]) =>
      finding({
        title: '',
        edits: [{ start, end: start + 7, text: 'c, a, b' }],
        expects: { type: 'ordered', path: ['items', 0, 'tags'], order },
      });
    expect(run([fix([2, 0, 1])], text).text).toBe(makeSampleDeck('[tokens]', '[c, a, b]'));
    expect(run([fix([1, 2, 0])], text).text).toBe(text);
  });

  it('leaves for later what overlaps, and what cannot be judged', () => {
    const outer = replace('tags: [tokens]', 'tags:  [tokens]');
    const inner = replace('[tokens]', '[ tokens]');
    expect(run([outer, inner])).toMatchObject({
      made: [inner],
      left: [{ finding: outer, because: 'overlaps' }],
    });
    const damaged = makeSampleDeck('Byte-pair encoding', 'A: B: C: b');
    expect(run([replace('1', ' 1')], damaged)).toMatchObject({
      text: damaged,
      left: [{ because: 'unreadable' }],
    });
  });

  it('keeps a byte order mark until it is the finding', () => {
    const text = `\ufeff${makeSampleDeck('Byte-pair encoding', '1.10')}`;
    const others = findingsOf([{ path, text }]).filter(({ rule }) => rule !== 'text/bom');
    expect(applyFixes({ path, text }, others).text).toBe(
      `\ufeff${makeSampleDeck('Byte-pair encoding', '"1.10"')}`,
    );
    expect(afterFix(text)).toBe(makeSampleDeck('Byte-pair encoding', '"1.10"'));
    const bom = finding({ title: '', edits: [] }, 'text/bom');
    expect(run([bom], `\ufeff${sampleDeck}`)).toMatchObject({ text: sampleDeck, made: [bom] });
    expect(run([bom])).toMatchObject({ text: sampleDeck, made: [] });
  });
});

describe('whatever is done to a deck', () => {
  const decks = ['01-history', '10-knowledge', '12-scaling'].map((name) => {
    const [head = '', ...items] = readFileSync(`questions/decks/${name}.yaml`, 'utf8').split(
      /(?=^ {2}- id:)/m,
    );
    return { head, items };
  });
  const piece = fc.constantFrom(
    ...[': ', ' ', ' #', '"', "'", '@', '`', '&a ', '*a ', '!b ', '[', '{', '- ', '> ', '\u0007', '\u202e'],
    ...['\\d', '1.10', 'null', '\n', '\r\n', '字', '：', ':', 'x', ''],
  );
  const slip = fc.record({
    at: fc.nat(),
    drop: fc.nat(3),
    piece,
    after: fc.constantFrom(': ', ' ', '\n', ''),
  });
  const broken = fc
    .record({
      deck: fc.constantFrom(...decks),
      from: fc.nat(),
      slips: fc.array(slip, { minLength: 1, maxLength: 5 }),
      crlf: fc.boolean(),
      bom: fc.boolean(),
    })
    .map(({ deck, from, slips, crlf, bom }) => {
      const start = from % deck.items.length;
      let text = deck.head + deck.items.slice(start, start + 3).join('');
      for (const { at, drop, piece: added, after } of slips) {
        const found = text.indexOf(after, at % text.length);
        const place = found === -1 ? 0 : found + after.length;
        text = text.slice(0, place) + added + text.slice(place + drop);
      }
      return (bom ? '\ufeff' : '') + (crlf ? text.replaceAll(/\r?\n/g, '\r\n') : text);
    });

  it('no byte changes outside the edits, and no data outside the paths', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const source = readYaml({ path, text });
        const result = applyFixes({ path, text }, findingsOf([{ path, text }]));
        const bom = result.text.startsWith('\ufeff') ? '\ufeff' : '';
        expect(bom === '').toBe(!text.startsWith('\ufeff') || result.made.some((f) => f.rule === 'text/bom'));
        expect(result.text).toBe(bom + applyEdits(source.text, result.edits));
        const after = readYaml({ path, text: result.text });
        const touched = result.made.flatMap(({ fix }) =>
          fix?.expects && 'path' in fix.expects ? [fix.expects.path] : [],
        );
        const isTouched = (at: DataPath) =>
          touched.some((other) => other.every((step, i) => i >= at.length || step === at[i]));
        const [was, is] = [flat(source.data), flat(after.data)];
        for (const [key, value] of was)
          if (value !== 'undefined' && !isTouched(JSON.parse(key))) expect(is.get(key), key).toBe(value);
      }),
      { numRuns: tries(300) },
    );
  });

  it('fixing twice changes nothing more', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const once = afterFix(text);
        expect(afterFix(once)).toBe(once);
        const worst = (t: string) => readYaml({ path, text: t }).diagnostics.length;
        expect(worst(once)).toBeLessThanOrEqual(worst(text) + 1);
      }),
      { numRuns: tries(200) },
    );
  });
});

/** The data of a deck by paths of at most three steps. */
function flat(data: unknown): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const walk = (value: unknown, at: readonly (string | number)[]) => {
    const entries = Array.isArray(value)
      ? [...value.entries()]
      : isMapping(value)
        ? Object.entries(value)
        : undefined;
    if (at.length === 3 || entries === undefined)
      all.set(JSON.stringify(at), JSON.stringify(value) ?? 'undefined');
    else for (const [key, part] of entries) walk(part, [...at, key]);
  };
  walk(data, []);
  return all;
}

describe('a text in double quotes with backslashes of both sorts', () => {
  it('has all of them doubled, though YAML does not know one', () => {
    const text = sampleDeck.replace(
      'Byte-pair encoding',
      String.raw`"$\frac{Geburten}{Einwohner} \cdot 1000$"`,
    );
    const [file] = fixBank([{ path: 'deck.yaml', text }], (files) => checkBank(files).diagnostics);
    expect(file?.text).toContain(String.raw`key: "$\\frac{Geburten}{Einwohner} \\cdot 1000$"`);
  });
});
