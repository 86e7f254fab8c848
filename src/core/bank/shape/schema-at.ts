import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';

type Schema = z.core.$ZodType;

/** What zod keeps of a schema; which of it is there depends on the type. */
interface Definition {
  readonly type: string;
  readonly coerce?: boolean;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly Schema[];
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly mode?: string;
  readonly innerType?: Schema;
  readonly defaultValue?: unknown;
}

/** The fields that the map at some path may have, by the schema; of a union, the branch that has most of those given. */
export function fieldsAt(schema: Schema, path: DataPath, given: readonly string[] = []): ReadonlySet<string> {
  const shapes = schemasAt(schema, path).flatMap((s) =>
    definitionOf(s).shape ? [{ ...definitionOf(s).shape }] : [],
  );
  const shared = (shape: object) => given.filter((key) => key in shape).length;
  const [best] = shapes.sort((a, b) => shared(b) - shared(a));
  return new Set(Object.keys(best ?? {}));
}

/** An example of what may stand at some path, if the schema gives one. */
export function exampleAt(schema: z.ZodType, path: DataPath): string | undefined {
  for (const found of schemasAt(schema, path)) {
    const [example] = ((found as z.ZodType).meta?.()?.examples as readonly unknown[] | undefined) ?? [];
    if (example !== undefined) return String(example);
  }
  return undefined;
}

/** The pattern that a text at some path must fit, if the schema gives one. */
export function formAt(schema: z.ZodType, path: DataPath): string | undefined {
  for (const found of schemasAt(schema, path))
    for (const check of found._zod.def.checks ?? []) {
      const { pattern } = check._zod.def as { readonly pattern?: RegExp };
      if (pattern !== undefined) return String(pattern);
    }
  return undefined;
}

/** What may stand at some path, by the schema: every branch of a union. */
export function schemasAt(schema: Schema, path: DataPath): readonly Schema[] {
  const { innerType, options, shape, element, valueType } = definitionOf(schema);
  if (innerType) return [...(path.length === 0 ? [schema] : []), ...schemasAt(innerType, path)];
  if (options) return options.flatMap((option) => schemasAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const next = element ?? valueType ?? shape?.[step];
  return next ? schemasAt(next, rest) : [];
}

/** What a schema is made of. */
export function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}
