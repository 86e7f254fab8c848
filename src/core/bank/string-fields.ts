import type * as z from 'zod';
import { memoise } from '../base/memoise.ts';
import { type StringSort, sortOf } from '../question/string-sorts.ts';
import type { Role } from './file-role.ts';
import { fileSchemas } from './schema.ts';
import { definitionOf } from './shape/schema-at.ts';

/** What the strings at a place of the data are, and those in it. */
export interface StringFields {
  /** Of all strings at the place and in it. */
  readonly sort?: StringSort;
  /** Of a map: by field. */
  readonly fields?: ReadonlyMap<string, StringFields>;
  /** Of a list: of each entry. */
  readonly entries?: StringFields;
  /** Of a map that may have any keys: of each value. */
  readonly values?: StringFields;
}

/** What the strings of a file are, by what the file is. */
export function stringFieldsOf(role: Role): StringFields {
  return ofFile(fileSchemas[role]);
}

const ofFile = memoise((schema: () => z.core.$ZodType): StringFields => stringFieldsIn(schema()));

/** What the strings of some data are, by its schema. Throws at a string that has no sort: whoever adds a field must say. */
export function stringFieldsIn(schema: z.core.$ZodType, path = ''): StringFields {
  const sort = sortOf(schema);
  if (sort !== undefined) return { sort };
  const { innerType, options, shape, element, valueType } = definitionOf(schema);
  if (innerType) return stringFieldsIn(innerType, path);
  if (options)
    return options.map((option) => stringFieldsIn(option, path)).reduce((all, one) => together(all, one));
  if (shape) {
    const fields = Object.entries(shape).map(
      ([field, of]) => [field, stringFieldsIn(of, `${path}.${field}`)] as const,
    );
    return { fields: new Map(fields) };
  }
  if (element) return { entries: stringFieldsIn(element, `${path}[]`) };
  if (valueType) return { values: stringFieldsIn(valueType, `${path}.*`) };
  if (schema._zod.def.type === 'string') throw new Error(`the strings at ${path} have no sort`);
  // A number or a boolean: a string in its place is no prose either.
  return { sort: 'formal' };
}

/** What the strings are where data may have one form or another: prose, if they may be. */
function together(a: StringFields, b: StringFields): StringFields {
  const sort = (['prose', 'quoted', 'formal'] as const).find((one) => a.sort === one || b.sort === one);
  if (sort !== undefined) return { sort };
  const fields = new Map(a.fields);
  for (const [field, of] of b.fields ?? []) {
    const other = fields.get(field);
    fields.set(field, other === undefined ? of : together(other, of));
  }
  return { ...a, ...b, ...(fields.size > 0 ? { fields } : {}) };
}

/** What the strings are under a key of a map, or in a list; undefined under a key that no schema has. */
export function stringsUnder(of: StringFields | undefined, key: string | number): StringFields | undefined {
  if (of === undefined || of.sort !== undefined) return of;
  // One map may stand where a list of them should, and a list where a map should: that is found elsewhere.
  if (typeof key === 'number') return of.entries ?? of;
  const map = of.fields || of.values ? of : of.entries;
  return map?.sort === undefined ? (map?.fields?.get(key) ?? map?.values) : map;
}
