import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { cardYesNo } from '#core/check/rules/card/yes-no.ts';

const found = (text: string, select?: string) =>
  checkBank(
    [{ path: 'deck.yaml', text }],
    select === undefined ? {} : { wanted: ({ id }) => id === select },
  ).diagnostics.map(({ rule }) => rule);

const vague = String(cardYesNo.bad);
const long = `key: ${'word. '.repeat(700)}`;

describe('a question with a text that is too long to be shown', () => {
  it('is told that alone of how it asks', () => {
    expect(found(vague)).toContain('card/yes-no');
    expect(found(vague.replace(/key: .*/, long))).toEqual(['schema/length']);
    expect(found(vague.replace(/key: .*/, long), 'card/yes-no')).toEqual([]);
  });

  it('is told all the same what its fields, references and characters are', () => {
    const deck = vague
      .replace(/key: .*/, `${long}end`)
      .replace('BPE', 'BP\u200bE')
      .replace('[tokens]', '[tokens]\n    requires: [gone]');
    expect(found(deck).sort()).toEqual(['ref/dangling-requires', 'schema/length', 'text/invisible']);
  });

  it('does not allow in vain what could not be looked for', () => {
    const allowed = vague.replace(
      '    stem',
      '    lint: { allow: [{ rule: card/yes-no, reason: It is so. }] }\n    stem',
    );
    expect(found(allowed)).toEqual([]);
    expect(found(allowed.replace(/key: .*/, long))).toEqual(['schema/length']);
  });

  it('leaves the others as they are', () => {
    const other = vague
      .slice(vague.indexOf('  - id'))
      .replace('bpe-name', 'bpe-other')
      .replace('Byte-pair', 'Other');
    const deck = vague.replace(/key: .*/, long) + other;
    expect(found(deck)).toEqual(['schema/length', 'card/yes-no']);
  });
});
