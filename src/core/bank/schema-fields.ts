import type * as z from 'zod';
import { memoise } from '../base/memoise.ts';
import type { Role } from './file-role.ts';
import { fileSchemas, itemSchemas } from './schema.ts';
import { definitionOf, schemasAt } from './shape/schema-at.ts';

/** Any schema. */
type AnySchema = z.core.$ZodType;

/** A field that a map may have. */
export interface SchemaField {
  readonly name: string;
  readonly about: string;
  readonly isRequired: boolean;
}

const wholeOf = memoise((make: () => AnySchema) => make());

/** The schemas of what may stand at a path of a file, with 0 for an entry of a list; in a question, by its kind, or by all kinds if it has none. */
export function findSchemas(
  role: Role,
  path: readonly (string | number)[],
  kind: string | undefined,
): readonly AnySchema[] {
  if (role !== 'deck' || path[0] !== 'items' || path[1] !== 0)
    return schemasAt(wholeOf(fileSchemas[role]), path);
  const named = itemSchemas.get(kind ?? '');
  const all = named === undefined ? [...itemSchemas.values()] : [named];
  return all.flatMap((schema) => schemasAt(schema, path.slice(2)));
}

/** The fields that a map of these schemas may have: of a union, those of the branches with which the given ones fit. */
export function fieldsIn(
  schemas: readonly AnySchema[],
  own: ReadonlyMap<string, unknown>,
): readonly SchemaField[] {
  const shapes = schemas.flatMap((schema) => {
    const { shape } = definitionOf(schema);
    return shape === undefined ? [] : [shape];
  });
  const fitting = shapes.filter((shape) => [...own.keys()].every((field) => field in shape));
  const fields = new Map<string, SchemaField>();
  for (const shape of fitting.length > 0 ? fitting : shapes)
    for (const [name, schema] of Object.entries(shape))
      if (!fields.has(name))
        fields.set(name, {
          name,
          about: aboutOf(schema),
          isRequired: !isOptional(schema),
        });
  return [...fields.values()];
}

/** The values that a schema lists, if it does. */
export function choicesIn(schemas: readonly AnySchema[]): readonly string[] {
  return [
    ...new Set(
      schemas.flatMap((schema) => {
        const { type, values, entries } = definitionOf(schema) as ReturnType<typeof definitionOf> & {
          readonly entries?: Readonly<Record<string, unknown>>;
        };
        if (type === 'boolean') return ['true', 'false'];
        return (values ?? Object.values(entries ?? {})).map(String);
      }),
    ),
  ];
}

function aboutOf(schema: AnySchema): string {
  const about = (schema as z.ZodType).description;
  const { innerType } = definitionOf(schema);
  return about ?? (innerType === undefined ? '' : aboutOf(innerType));
}

const isOptional = (schema: AnySchema): boolean =>
  definitionOf(schema).type === 'default' || schema._zod.optin === 'optional';
