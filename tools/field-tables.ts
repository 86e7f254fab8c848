import * as z from 'zod';
import { fileSchemas } from '#core/bank/schema.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { idPattern, shapes } from '#core/question/shapes.ts';

/** The part of a JSON Schema that the schemas of items use. */
interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  /** Only of the questions of a deck. */
  readonly oneOf?: readonly JsonSchema[];
  readonly examples?: readonly string[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

const printed = z.toJSONSchema(z.object(Object.fromEntries(kinds.map((k) => [k.name, k.schema(shapes)]))), {
  target: 'draft-7',
  io: 'input',
}) as JsonSchema;

const definitions = new Map(Object.entries(printed.definitions ?? {}));

const schemas: ReadonlyMap<string, JsonSchema> = new Map(
  Object.entries(printed.properties ?? {}).map(([kind, schema]) => [
    kind,
    definitions.get(nameOf(schema)) ?? schema,
  ]),
);

const fieldsOf = (schema: JsonSchema): readonly string[] => Object.keys(schema.properties ?? {});

const commonFields = [...schemas.values()]
  .map(fieldsOf)
  .reduce((common, fields) => common.filter((field) => fields.includes(field)));

/** The table of the fields that items of every kind have. */
export function commonFieldTable(): string {
  const [schema = {}] = schemas.values();
  return fieldTable(schema, commonFields);
}

/** The table of the fields that only items of one kind have. */
export function ownFieldTable(kind: string): string {
  const schema = schemas.get(kind) ?? {};
  const own = fieldsOf(schema).filter((field) => !commonFields.includes(field));
  return fieldTable(schema, own);
}

/** The fields of the files of a bank that are not fields of questions. */
export interface FileTables {
  readonly deck: string;
  readonly bank: string;
  /** Those under `check` in `bank.yaml`. */
  readonly checks: string;
  readonly notes: string;
  /** Those of one note. */
  readonly statement: string;
  /** Those of one source. */
  readonly source: string;
  /** What stands under the name of a tag. */
  readonly tag: string;
  /** Those of one withdrawn question. */
  readonly withdrawal: string;
  /** Those of one term of a glossary. */
  readonly term: string;
}

/** The tables of the fields of decks, `bank.yaml`, notes, sources and tags. */
export function fileFieldTables(): FileTables {
  const [deck, bank, notes, sources, tags, withdrawn, glossary] = (
    ['deck', 'bank', 'notes', 'sources', 'tags', 'withdrawn', 'glossary'] as const
  ).map((name) => z.toJSONSchema(fileSchemas[name](), { target: 'draft-7', io: 'input' }) as JsonSchema);
  const { check = {}, ...ofBank } = bank?.properties ?? {};
  return {
    deck: allFieldTable(deck),
    bank: allFieldTable({ ...bank, properties: ofBank }),
    checks: allFieldTable(check),
    notes: allFieldTable(notes),
    statement: allFieldTable(notes?.definitions?.statement),
    source: allFieldTable(sources?.definitions?.publication),
    tag: typeOf(valueIn(tags)),
    withdrawal: allFieldTable(withdrawn?.definitions?.withdrawal),
    term: allFieldTable(glossary?.definitions?.term),
  };
}

const valueIn = ({ additionalProperties }: JsonSchema = {}): JsonSchema =>
  typeof additionalProperties === 'object' ? additionalProperties : {};

const allFieldTable = (schema: JsonSchema = {}): string => fieldTable(schema, fieldsOf(schema));

/** The shapes that fields are made of, each with its own fields. */
export function shapeList(): string {
  const shared = [...definitions].filter(([, shape]) => ![...schemas.values()].includes(shape));
  const lines = shared.map(([name, shape]) => {
    const forms = (shape.anyOf ?? [shape]).filter((form) => form.properties !== undefined);
    const parts = forms.map((form) => `  - ${formIn(form)}`);
    return [`- **${name}**: ${shape.description ?? ''}`, ...parts].join('\n');
  });
  return lines.join('\n');
}

function fieldTable(schema: JsonSchema, fields: readonly string[]): string {
  const rows = fields.map((name) => {
    const field = schema.properties?.[name] ?? {};
    const needed = schema.required?.includes(name) === true ? 'yes' : absence(field);
    return [`\`${name}\``, typeOf(field), needed, field.description ?? ''];
  });
  return table(['field', 'type', 'required', 'description'], rows);
}

function absence({ default: value }: JsonSchema): string {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 'no' : `no: \`${value}\``;
}

function formIn(form: JsonSchema): string {
  const fields = Object.entries(form.properties ?? {}).map(([name, field]) => {
    const about = field.description === undefined ? '' : ` (${field.description.replace(/\.$/, '')})`;
    return `${form.required?.includes(name) === true ? '' : 'optional '}\`${name}\`${about}`;
  });
  return `${fields.join(', ')}.`;
}

function nameOf({ $ref = '' }: JsonSchema): string {
  return $ref.replace('#/definitions/', '');
}

/** What a field holds, in words. */
function typeOf(schema: JsonSchema): string {
  const [only] = schema.allOf ?? [];
  if (only !== undefined) return typeOf(only);
  if (schema.oneOf !== undefined) return 'question';
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.$ref !== undefined) return nameOf(schema);
  if (schema.const !== undefined) return 'the name of its kind';
  switch (schema.type) {
    case 'array':
      return `list of ${plural(typeOf(schema.items ?? {}))}${range(schema.minItems, schema.maxItems)}`;
    case 'object':
      return objectType(schema);
    case 'string':
      return schema.enum === undefined
        ? stringType(schema)
        : schema.enum.map((word) => `\`${word}\``).join(' or ');
    case 'boolean':
      return '`true` or `false`';
    default:
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${range(schema.minimum, schema.maximum)}`;
  }
}

function objectType({ properties, additionalProperties }: JsonSchema): string {
  if (properties !== undefined) {
    return `{ ${Object.entries(properties)
      .map(([name, field]) => `${name}: ${typeOf(field)}`)
      .join(', ')} }`;
  }
  return `by name, a ${typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'value'}`;
}

/** An example says more to a teacher than the pattern that it matches. */
function stringType({ pattern, examples = [] }: JsonSchema): string {
  if (pattern === undefined) return 'string';
  if (pattern === idPattern.source) return 'id';
  const shown = examples.map((example) => `\`${example}\``).join(' or ');
  return `string like ${shown === '' ? `\`${pattern}\`` : shown}`;
}

const plural = (type: string): string =>
  type.replace(/^string like/, 'strings like').replace(/^[a-z]+(?: [a-z]+)?(?=$|,)/, (noun) => `${noun}s`);

function range(min = 0, max = Number.MAX_SAFE_INTEGER): string {
  if (max < Number.MAX_SAFE_INTEGER) return `, ${min} to ${max}`;
  return min > 0 ? `, at least ${min}` : '';
}

/** A Markdown table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
