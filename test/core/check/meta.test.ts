import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

const allow = (list: string, more: (text: string) => string = (text) => text) =>
  more(makeSampleDeck('    stem:', `    lint: { allow: [${list}] }\n    stem:`));
const found = (text: string, options: Parameters<typeof checkBank>[1] = {}) =>
  checkBank([{ path: 'deck.yaml', text }], options).diagnostics.map(
    ({ rule, at }) => `${at.line}:${at.column} ${rule}`,
  );
const messages = (text: string) =>
  checkBank([{ path: 'deck.yaml', text }]).diagnostics.map(({ message }) => message);

const reason = 'reason: It has to be';

describe('what a question may break', () => {
  it('is a known rule', () => {
    expect(messages(allow(`{ rule: text/encodin, ${reason} }`))).toEqual([
      'unknown rule text/encodin; did you mean text/encoding?',
    ]);
    expect(messages(allow(`{ rule: encoding, ${reason} }`))).toEqual([
      'unknown rule encoding; did you mean text/encoding?',
    ]);
    expect(messages(allow(`{ rule: item/smart-quotes, ${reason} }`))).toEqual([
      'unknown rule item/smart-quotes; did you mean text/smart-quotes?',
    ]);
    expect(messages(allow(`{ rule: 长度, ${reason} }`))).toEqual([
      'unknown rule 长度; use an id from `llmquiz check --list-rules`',
    ]);
  });

  it.each(['yaml/syntax', 'schema/range', 'ref/dangling-source', 'meta/unknown-rule'])(
    'is not %s, which cannot be allowed',
    (rule) => {
      expect(found(allow(`{ rule: ${rule}, ${reason} }`))).toEqual(['7:29 meta/unknown-rule']);
    },
  );

  it('does not hide a finding that cannot be allowed', () => {
    const text = allow(`{ rule: ref/dangling-source, ${reason} }`, (deck) =>
      deck.replace(/- title: .*\n.*\n/, '- { ref: nobody2020 }\n'),
    );
    const files = [
      { path: 'deck.yaml', text },
      { path: 'sources.yaml', text: '' },
    ];
    const rules = checkBank(files).diagnostics.map((d) => d.rule);
    expect(rules).toContain('ref/dangling-source');
    expect(rules).toContain('meta/unknown-rule');
  });

  it('has a reason', () => {
    expect(found(allow('{ rule: text/bidi }'))).toEqual(['7:29 meta/suppression-without-reason']);
    expect(found(allow('{ rule: text/bidi, reason: " " }'))).toEqual(['7:48 schema/missing-key']);
  });

  it('is broken, as far as that was looked for', () => {
    const text = allow(`{ rule: text/bidi, ${reason} }, { rule: text/encoding, ${reason} }`);
    expect(found(text)).toEqual(['7:29 meta/unused-suppression', '7:72 meta/unused-suppression']);
    expect(found(text, { wanted: ({ id }) => id !== 'text/bidi' })).toEqual(['7:72 meta/unused-suppression']);
    expect(found(text, { whole: false })).toEqual([]);
  });

  it('is not judged in a question with an error', () => {
    const text = allow(`{ rule: text/bidi, ${reason} }`, (deck) =>
      deck.replace(/- title: .*\n.*\n/, '- ref: none-such\n'),
    );
    expect(found(text)).toEqual(['12:14 ref/dangling-source']);
  });
});

it('reports each of thousands in one question, and none that is used', () => {
  const list = [
    '{ rule: card/yes-no, reason: So. }',
    ...Array(4000).fill('{ rule: item/clang, reason: So. }'),
  ];
  const text = allow(list.join(', '), (deck) =>
    deck
      .replace('What does BPE', 'Does BPE')
      .replace('for?', 'for pairs?')
      .replace('Byte-pair encoding', '"Yes"'),
  );
  const { diagnostics, allowed } = checkBank([{ path: 'deck.yaml', text }]);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(Array(4000).fill('meta/unused-suppression'));
  expect(allowed).toHaveLength(1);
});
