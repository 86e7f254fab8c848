import type * as z from 'zod';
import { memoise } from '#core/base/memoise.ts';
import { definitionOf } from './schema-at.ts';

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck<unknown>;
type Read = (value: unknown) => unknown;

/** What stands for a value that does not have the shape wanted, or may not have it. */
export const unfit = Symbol('unfit');

/**
 * Some data as zod would give it back, or `unfit`: then zod is to be asked, which can say what is wrong. Most items are good, and are read
 * in this way in a fifth of the time; what is not known here, zod's own node for it reads.
 */
export const readGood = (schema: Schema, data: unknown): unknown => readerOf(schema)(data);

const readerOf: (schema: Schema) => Read = memoise((schema: Schema): Read => {
  const read = ofType(schema);
  if (read === undefined) return byZod(schema);
  const checks = (schema._zod.def.checks ?? []).map((check) => checkOf(check as Check));
  if (checks.length === 0) return read;
  return (value) => {
    let got = read(value);
    for (let i = 0; i < checks.length && got !== unfit; i++) got = checks[i]?.(got);
    return got;
  };
});

/** Reads by the schema itself. */
function byZod(schema: Schema): Read {
  return (value) => {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    return result instanceof Promise || result.issues.length > 0 ? unfit : result.value;
  };
}

function ofType(schema: Schema): Read | undefined {
  const def = definitionOf(schema);
  // A type that is a check too, such as an address or a whole number.
  if (def.coerce || def.format !== undefined) return undefined;
  switch (def.type) {
    case 'string':
      return (value) => (typeof value === 'string' ? value : unfit);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : unfit);
    case 'unknown':
      return (value) => value;
    case 'literal':
      return (value) => (def.values?.includes(value) ? value : unfit);
    case 'default':
      return def.innerType && readerOf(def.innerType);
    case 'optional':
      return isExact(schema) && def.innerType ? readerOf(def.innerType) : undefined;
    case 'union':
      return def.options && oneOf(def.options.map(readerOf));
    case 'array':
      return def.element && listOf(readerOf(def.element));
    case 'object':
      return def.shape && def.catchall && objectOf(def.shape, def.catchall);
    case 'record':
      return def.keyType && def.valueType && def.mode === undefined
        ? recordOf(def.keyType, def.valueType)
        : undefined;
    default:
      return undefined;
  }
}

/** Whether a key may be left out, but not be there without a value. */
const isExact = (schema: Schema) => schema._zod.traits.has('$ZodExactOptional');

const oneOf =
  (options: readonly Read[]): Read =>
  (value) => {
    for (const option of options) {
      const read = option(value);
      if (read !== unfit) return read;
    }
    return unfit;
  };

const listOf =
  (element: Read): Read =>
  (value) => {
    if (!Array.isArray(value)) return unfit;
    const list: unknown[] = [];
    for (const one of value) {
      const read = one === undefined ? unfit : element(one);
      if (read === unfit) return unfit;
      list.push(read);
    }
    return list;
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A map with certain keys and no others, which come out in the order of the schema. */
function objectOf(shape: Readonly<Record<string, Schema>>, catchall: Schema): Read | undefined {
  if (definitionOf(catchall).type !== 'never') return undefined;
  const fields = Object.entries(shape).map(([key, schema]) => {
    const def = definitionOf(schema);
    const absent = def.type === 'default' ? ('default' as const) : isExact(schema) ? 'left out' : 'missing';
    return {
      key,
      read: readerOf(schema),
      def,
      absent,
      known: absent !== 'missing' || schema._zod.optin === undefined,
    };
  });
  if (!fields.every(({ known }) => known)) return undefined;
  return (value) => {
    if (!isObject(value)) return unfit;
    const object: Record<string, unknown> = {};
    let present = 0;
    for (const { key, read, def, absent } of fields) {
      const own = value[key];
      if (own === undefined) {
        if (absent === 'missing' || key in value) return unfit;
        if (absent === 'default') object[key] = def.defaultValue;
        continue;
      }
      const got = read(own);
      if (got === unfit) return unfit;
      object[key] = got;
      present++;
    }
    return Object.keys(value).length === present ? object : unfit;
  };
}

function recordOf(keyType: Schema, valueType: Schema): Read | undefined {
  if (definitionOf(keyType).type !== 'string') return undefined;
  const [readKey, readValue] = [readerOf(keyType), readerOf(valueType)];
  return (value) => {
    if (!isObject(value)) return unfit;
    const record: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const name = readKey(key);
      const own = value[key];
      const read = own === undefined ? unfit : readValue(own);
      if (typeof name !== 'string' || name === '__proto__' || read === unfit) return unfit;
      record[name] = read;
    }
    return record;
  };
}

interface CheckDefinition {
  readonly check: string;
  readonly tx?: (value: unknown) => unknown;
  readonly minimum?: number;
  readonly pattern?: RegExp;
}

/** A check of a schema: gives the value back, changed or not, or `unfit`. */
function checkOf(check: Check): Read {
  const { check: name, tx, minimum } = check._zod.def as unknown as CheckDefinition;
  if (name === 'overwrite' && tx !== undefined) return tx;
  if (name === 'min_length' && minimum !== undefined)
    return (value) => ((value as { readonly length: number }).length >= minimum ? value : unfit);
  return (value) => {
    const payload: z.core.ParsePayload = { value, issues: [] };
    if (check._zod.def.when?.(payload) === false) return value;
    const waits = check._zod.check(payload);
    return waits instanceof Promise || payload.issues.length > 0 ? unfit : payload.value;
  };
}
