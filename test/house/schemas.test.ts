import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { itemSchemas } from '#core/bank/schema.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { kinds } from '#core/question/kinds/index.ts';
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
    // What a question must be for one of the schemas says nothing of its own.
    if (name === 'if') continue;
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
  const ajv = new Ajv({ allErrors: true, validateFormats: false, allowUnionTypes: true });
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
    ['level: 1', 'level: one', '/items/0/level must be integer'],
    ['kind: recall', 'kind: recal', '/items/0/kind must be equal to one of the allowed values'],
    ['    kind: recall\n', '', "/items/0 must have required property 'kind'"],
    ['stem: What does BPE stand for?', 'stem: 5', '/items/0/stem must be string,object'],
    ['level: 1', 'level: 1\n    options: []', '/items/0 must NOT have additional properties'],
    ['stem: What', 'stem: { English: What }\n    hint: What', '/items/0/stem property name must be valid'],
    [
      '- title: Neural',
      '- ref: a\n        title: Neural',
      '/items/0/sources/0 must NOT have additional properties',
    ],
    ['level: 1', 'levle: 1', "/items/0 must have required property 'level'"],
    ['bpe-name', 'BPE name', '/items/0/id must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"'],
    ['key: Byte-pair encoding', 'key: []', '/items/0/key must be string,object'],
    ['    rationale', '    hint', "/items/0 must have required property 'rationale'"],
    ['title: Neural', 'name: Neural', "/items/0/sources/0 must have required property 'title'"],
  ])('find %s wrong where it is %s', (good, bad, fault) => {
    expect(faultsOf('deck', parse(sampleDeck))).toEqual([]);
    const faults = faultsOf('deck', parse(makeSampleDeck(good, bad)));
    expect(faults).toContain(fault);
    // Ajv says of each `if` around it that it did not hold, and of a misspelt field that another is missing.
    const others = faults.filter((one) => !/must match "(?:then|else)" schema$/.test(one));
    expect(others.length).toBeLessThanOrEqual(2);
  });

  it('agree with what reads a bank, whatever is wrong in a question of any kind', () => {
    const counts = { right: 0, wrong: 0 };
    for (const { name } of kinds) {
      const { valid } = parse(readFileSync(`src/core/question/kinds/${name}/examples.yaml`, 'utf8'));
      for (const { item } of valid)
        for (const changed of [item, ...mutantsOf(item)]) {
          const parsed = itemSchemas.get(changed.kind)?.safeParse(changed);
          const isGood = parsed?.success === true;
          const faults = faultsOf('deck', { title: 'T', items: [changed] });
          const beyond = JSON.stringify(parsed?.error?.issues ?? []);
          // How fields fit together, and what an address is, cannot be said in a schema.
          if (isGood || !/"code":"custom"|"format":"url"/.test(beyond))
            expect(faults.length === 0, `${JSON.stringify(changed)}: ${faults} ${beyond}`).toBe(isGood);
          counts[isGood ? 'right' : 'wrong'] += 1;
        }
    }
    expect(counts.right).toBeGreaterThan(100);
    expect(counts.wrong).toBeGreaterThan(2000);
  });

  it('have a title for every definition, which messages name', () => {
    for (const [, text] of schemaTexts())
      for (const [name, { title }] of Object.entries<{ title?: string }>(JSON.parse(text).definitions ?? {}))
        expect(title, name).toMatch(/^[a-z]/);
  });
});

/** The data with one part of it left out, or in place of it something of another type. */
// biome-ignore lint/suspicious/noExplicitAny: any data.
function* mutantsOf(data: any): Generator<any> {
  if (typeof data !== 'object' || data === null) return;
  for (const key of Object.keys(data)) {
    const put = (value: unknown) =>
      Array.isArray(data) ? data.with(Number(key), value) : { ...data, [key]: value };
    if (Array.isArray(data)) yield data.toSpliced(Number(key), 1);
    else {
      const { [key]: _, ...others } = data;
      yield others;
    }
    for (const other of [7, 'Other words', true, [], ['a'], {}, { en: 'a' }, null]) yield put(other);
    for (const inner of mutantsOf(data[key])) yield put(inner);
  }
  if (!Array.isArray(data)) yield { ...data, strange: 1 };
}
