import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
