import { describe, expect, it } from 'vitest';
import { ownChecksIn } from '#core/check/bank-checks.ts';
import { checkBank } from '#core/check/check.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

/** Files by their names. */
const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

const read = (texts: Readonly<Record<string, string>>) => checkBank(filesOf(texts));

const findings = (text: string, name = 'bank.yaml') =>
  read({ [name]: text, 'decks/a.yaml': sampleDeck })
    .diagnostics.filter(({ path }) => path === name)
    .map(({ rule, at, message }) => `${at.line}:${at.column} ${rule}: ${message}`);

const whole = `id: go-basics
title: { en: Go, zh: 围棋 }
language: zh
licence: CC-BY-4.0
check: { select: [item, all], ignore: [item/self-test], failOn: info, maxWarnings: 0, stale: 12 }
`;

describe('bank.yaml', () => {
  it.each([whole, '', '# nothing yet\n', 'id: a\n', 'check: {}\n', 'title: Go\n'])('is right: %j', (text) => {
    expect(findings(text)).toEqual([]);
  });

  it.each([
    [
      'id: My Bank',
      '1:5 schema/bad-id: `id` is "My Bank", but ids are lower-case ASCII words joined by hyphens; write `my-bank`',
    ],
    [
      'id: 007',
      '1:5 schema/unquoted-scalar: `id` must be text, but YAML reads 007 as the number 7; write "007"',
    ],
    ['name: Go', '1:1 schema/unknown-key: unknown field `name`; did you mean `title`?'],
    ['license: MIT', '1:1 schema/unknown-key: unknown field `license`; did you mean `licence`?'],
    ['titel: Go', '1:1 schema/unknown-key: unknown field `titel`; did you mean `title`?'],
    ['colour: red', '1:1 schema/unknown-key: unknown field `colour` in a bank; '],
    ['title:', '1:1 schema/missing-key: `title` is empty; write its value'],
    ['licence: ""', '1:10 schema/missing-key: `licence` is empty; write its text'],
    ['language: English', '1:11 schema/bad-value: '],
    ['check: warning', '1:8 schema/wrong-type: `check` must be a map of fields, not "warning"'],
    ['check: { fail-on: error }', '1:10 schema/unknown-key: unknown field `fail-on`; did you mean `failOn`?'],
    [
      'check: { failOn: warnings }',
      '1:18 schema/bad-value: `check.failOn` must be one of `error`, `warning`, `info`, not "warnings"; did you mean `warning`?',
    ],
    ['check: { maxWarnings: -1 }', '1:23 schema/range: `check.maxWarnings` must be at least 0, not -1'],
    ['check: { stale: x }', '1:17 schema/wrong-type: `check.stale` must be a number, not "x"'],
    ['check: { select: item }', '1:18 schema/wrong-type: '],
    [
      'check: { ignore: [item/longest-anser] }',
      '1:19 meta/unknown-rule: unknown rule item/longest-anser; did you mean item/longest-answer?',
    ],
    [
      'check: { select: [nope] }',
      '1:19 meta/unknown-rule: unknown rule nope; use an id from `llmquiz check --list-rules`',
    ],
    ['- id: go', '1:1 schema/wrong-type: a bank must be a map of fields; write `field: value`'],
    ['id: go\nid: rust', '2:1 yaml/duplicate-key: '],
  ])('%j is wrong in one way', (text, finding) => {
    expect(findings(`${text}\n`)).toEqual([expect.stringContaining(finding)]);
  });

  it('is a deck if it has questions, and no bank by another name', () => {
    expect(read({ 'bank.yaml': sampleDeck }).bank.decks).toHaveLength(1);
    expect(findings('id: go\n', 'Bank.yml')).toEqual([]);
    expect(findings('id: go\n', 'banks.yaml')).not.toEqual([]);
  });

  it('says what the bank is, if it lies beside or above all decks: the nearest of several', () => {
    const about = (texts: Readonly<Record<string, string>>) => read(texts).bank.about;
    expect(about({ 'bank.yaml': whole, 'decks/a.yaml': sampleDeck })).toEqual({
      ...{ id: 'go-basics', title: { en: 'Go', zh: '围棋' }, licence: 'CC-BY-4.0' },
    });
    const two = { 'bank.yaml': 'id: outer', 'go/bank.yaml': 'id: inner', 'go/decks/a.yaml': sampleDeck };
    expect(about(two)).toEqual({ id: 'inner' });
    expect(about({ ...two, 'b.yaml': makeSampleDeck('bpe-name', 'other') })).toEqual({ id: 'outer' });
    expect(about({ 'go/bank.yaml': 'id: inner', 'rust/a.yaml': sampleDeck })).toBeUndefined();
    expect(about({ 'go/bank.yaml': 'id: inner', 'golang/a.yaml': sampleDeck })).toBeUndefined();
    // The working directory is the folder of the decks.
    expect(about({ '/home/ada/go/bank.yaml': 'id: go', 'a.yaml': sampleDeck })).toEqual({ id: 'go' });
    expect(about({ 'bank.yaml': 'id: no id', 'a.yaml': sampleDeck })).toBeUndefined();
    expect(about({ 'a.yaml': sampleDeck })).toBeUndefined();
  });

  it('names the language of decks that do not: the nearest that names one', () => {
    const languages = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(read(texts).located.decks.map(({ source, language }) => [source.path, language]));
    expect(
      languages({
        'a.yaml': sampleDeck,
        'bank.yaml': 'language: zh',
        'fr/bank.yaml': 'language: fr',
        'fr/a.yaml': makeSampleDeck('bpe-name', 'a'),
        'fr/en.yaml': `language: en\n${makeSampleDeck('bpe-name', 'b')}`,
        'de/bank.yaml': 'id: german',
        'de/a.yaml': makeSampleDeck('bpe-name', 'c'),
      }),
    ).toEqual({ 'a.yaml': 'zh', 'fr/a.yaml': 'fr', 'fr/en.yaml': 'en', 'de/a.yaml': 'zh' });
    expect(languages({ 'a.yaml': sampleDeck })).toEqual({ 'a.yaml': 'en' });
  });

  it('has options of check, if they are right', () => {
    const deck = { 'decks/a.yaml': sampleDeck };
    expect(ownChecksIn(filesOf({ ...deck, 'bank.yaml': whole }), []).checks).toEqual({
      ...{ select: ['item', 'all'], ignore: ['item/self-test'], failOn: 'info', maxWarnings: 0, stale: 12 },
    });
    expect(ownChecksIn(filesOf(deck), filesOf({ 'bank.yaml': 'check: { stale: 3 }' })).checks).toEqual({
      stale: 3,
    });
    for (const text of [
      '',
      'id: go',
      'check: { stale: x }',
      'check: { stale: 3, ignore: [nope] }',
      '- a',
      'items: []',
    ])
      expect(ownChecksIn(filesOf({ ...deck, 'bank.yaml': text }), []).checks).toEqual({});
    expect(ownChecksIn(filesOf({ ...deck, 'other/bank.yaml': whole }), []).checks).toEqual({});
  });
});
