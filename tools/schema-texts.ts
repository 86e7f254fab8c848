import * as z from 'zod';
import { fileSchemas } from '#core/bank/schema.ts';
import { type PlainSchema, simplifySchema } from './plain-schema.ts';

/** The JSON Schema files of `schema/`, by name. Draft 7 is what editors' YAML servers read. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fileSchemas).map(([name, schema]): [string, string] => {
      const printed = z.toJSONSchema(schema(), { target: 'draft-7', io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify(simplifySchema(printed as PlainSchema), null, 2)}\n`];
    }),
  );
}
