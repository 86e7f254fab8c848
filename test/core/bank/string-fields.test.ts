import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { fileSchemas } from '#core/bank/schema.ts';
import { type StringFields, stringFieldsIn, stringFieldsOf, stringsUnder } from '#core/bank/string-fields.ts';
import { checkBank } from '#core/check/check.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

/** Every place of a file at which all strings have one sort, as `items[].stem prose`. */
function* sortsIn({ sort, fields, entries, values }: StringFields, path = ''): Generator<string> {
  if (sort !== undefined) yield `${path} ${sort}`;
  for (const [field, of] of fields ?? []) yield* sortsIn(of, path === '' ? field : `${path}.${field}`);
  if (entries) yield* sortsIn(entries, `${path}[]`);
  if (values) yield* sortsIn(values, `${path}*`);
}

const of = (role: keyof typeof fileSchemas, sort: string) =>
  [...sortsIn(stringFieldsOf(role))].flatMap((line) =>
    line.endsWith(` ${sort}`) ? [line.split(' ')[0]] : [],
  );

describe('what the strings of a bank are', () => {
  it('is said of every field of every file', () => {
    expect(of('deck', 'prose').sort()).toEqual(
      [
        'title',
        'intro',
        'primer',
        ...[
          'accept[]',
          'accept*[]',
          'all[]',
          'by',
          'distractors[].text',
          'distractors[].why',
          'hint',
          'key',
          'keys[]',
          'points[].text',
        ].map((field) => `items[].${field}`),
        ...['pairs[].left', 'pairs[].right', 'rationale', 'reject[].text', 'reject[].why'].map(
          (field) => `items[].${field}`,
        ),
        ...['sequence[]', 'stem', 'unit'].map((field) => `items[].${field}`),
      ].sort(),
    );
    expect(of('deck', 'quoted').sort()).toEqual([
      'items[].points[].words[]',
      'items[].sources[].at',
      'items[].sources[].title',
    ]);
    expect(of('notes', 'prose')).toEqual(['title', 'statements[].says', 'statements[].correction']);
    expect(of('sources', 'quoted')).toEqual(['*.authors', '*.title', '*.venue']);
    expect(of('sources', 'formal')).toEqual(['*.year', '*.arxiv', '*.doi', '*.url']);
    expect(of('tags', 'prose')).toEqual(['*']);
  });

  it('must be said of a field that is added', () => {
    expect(() => stringFieldsIn(z.strictObject({ nickname: z.string() }))).toThrow('.nickname have no sort');
  });

  it('is that of a list for a map in its place, and unknown under a key of no schema', () => {
    const item = stringsUnder(stringsUnder(stringFieldsOf('deck'), 'items'), 0);
    expect(stringsUnder(stringsUnder(item, 'sources'), 'ref')).toEqual({ sort: 'formal' });
    expect(stringsUnder(stringsUnder(item, 'stem'), 'id')).toEqual({ sort: 'prose' });
    expect(stringsUnder(item, 'stemm')).toBeUndefined();
  });
});

describe('one fault in a formal value is one finding', () => {
  const within = (field: string) => sampleDeck.replace('    kind:', `    ${field}\n    kind:`);

  it.each([
    ['requires: [" bpe-а"]', 'schema/bad-id'],
    ['formerIds: [" bpe-а"]', 'schema/bad-id'],
    ['notes: [" bpe-а"]', 'schema/bad-id'],
    ['fact: " bpe-а"', 'schema/bad-id'],
    ['asOf: " 2020-05"', 'schema/bad-value'],
    ['level: " 1"', 'schema/wrong-type'],
    ['revision: " 2"', 'schema/wrong-type'],
  ])('%s', (field, rule) => {
    const text = field.startsWith('level') ? sampleDeck.replace('level: 1', field) : within(field);
    expect(checkBank([{ path: 'deck.yaml', text }]).diagnostics.map((d) => d.rule)).toEqual([rule]);
  });
});

describe('a proposal for an id', () => {
  it.each([
    ['föhn-erwärmung', 'foehn-erwaermung'],
    ['Gewässer', 'gewaesser'],
    ['straße', 'strasse'],
    ['été-indien', 'ete-indien'],
    ['Ærø', 'aero'],
    ['niño', 'nino'],
    ['œuvre', 'oeuvre'],
  ])('spells out %s', (id, proposal) => {
    const text = sampleDeck.replace('id: bpe-name', `id: ${id}`);
    const [first] = checkBank([{ path: 'deck.yaml', text }]).diagnostics;
    expect(first?.message).toContain(`write \`${proposal}\``);
  });
});
