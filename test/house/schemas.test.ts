import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { schemaTexts } from '../../tools/schema-texts.ts';

it('schema/ is what the code prints (tools/print-schemas.ts writes it)', () => {
  const files = readdirSync('schema').filter((name) => name.endsWith('.json'));
  const written = new Map(files.map((name) => [name, readFileSync(join('schema', name), 'utf8')]));
  expect(written).toEqual(schemaTexts());
});

/** Every property of a schema, by the way to it. */
function* propertiesIn(schema: unknown, way = ''): Generator<readonly [string, { description?: string }]> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'properties')
      for (const [key, property] of Object.entries(value as object)) yield [`${way}/${key}`, property];
    yield* propertiesIn(value, `${way}/${name}`);
  }
}

it.each([...schemaTexts()])('%s says of itself and of every property what it is', (_, text) => {
  const schema = JSON.parse(text);
  expect(schema.description).toMatch(/^[A-Z].*\.$/);
  const bare = [...propertiesIn(schema)].filter(
    ([, { description }]) => !/^[A-Z0-9]/.test(description ?? ''),
  );
  expect(bare.map(([way]) => way)).toEqual([]);
});

describe('editors, which go by the schemas,', () => {
  // Formats such as `uri` are remarks to an editor; `check` judges them.
  const ajv = new Ajv({ allErrors: true, validateFormats: false });
  const judges = new Map(
    [...schemaTexts()].map(([name, text]) => [
      name.replace('.schema.json', ''),
      ajv.compile(JSON.parse(text)),
    ]),
  );
  const { files } = readBankFiles(['questions'], process.cwd());
  const faultsOf = (role: string, data: unknown) => {
    const judge = judges.get(role);
    return judge?.(data) === true
      ? []
      : (judge?.errors?.map((e) => `${e.instancePath} ${e.message}`) ?? ['?']);
  };

  it.each(files.map(({ path, text }) => [path, text]))('find nothing wrong in %s', (path, text) => {
    const [, name = ''] = /(\w+)\.yaml$/.exec(path) ?? [];
    expect(faultsOf(judges.has(name) ? name : 'deck', parse(text))).toEqual([]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=(?:\.\.\/)+schema\/\w+\.schema\.json\n/);
  });

  it.each([
    ['level: 1', 'level: 9', '/items/0/level must be <= 5'],
    ['level: 1', 'levle: 1', "/items/0 must have required property 'level'"],
    ['bpe-name', 'BPE name', '/items/0/id must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"'],
    ['key: Byte-pair encoding', 'key: []', '/items/0/key must be string'],
    ['    rationale', '    hint', "/items/0 must have required property 'rationale'"],
    ['title: Neural', 'name: Neural', "/items/0/sources/0 must have required property 'title'"],
  ])('find %s wrong where it is %s', (good, bad, fault) => {
    expect(faultsOf('deck', parse(sampleDeck))).toEqual([]);
    expect(faultsOf('deck', parse(makeSampleDeck(good, bad)))).toContain(fault);
  });
});
