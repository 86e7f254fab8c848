import * as z from 'zod';
import { fileSchemas } from '#core/bank/schema.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { idPattern, shapes } from '#core/question/shapes.ts';

/** The part of a JSON Schema that the schemas of items use. */
interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
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

/** The tables of what a bank says of itself in `bank.yaml`: its fields, and those under `check`. */
export function bankFieldTables(): readonly [string, string] {
  const { properties = {}, ...schema } = z.toJSONSchema(fileSchemas.bank(), {
    target: 'draft-7',
    io: 'input',
  }) as JsonSchema;
  const { check = {}, ...fields } = properties;
  return [
    fieldTable({ ...schema, properties: fields }, Object.keys(fields)),
    fieldTable(check, Object.keys(check.properties ?? {})),
  ];
}

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

function stringType({ pattern }: JsonSchema): string {
  if (pattern === undefined) return 'string';
  return pattern === idPattern.source ? 'id' : `string like \`${pattern}\``;
}

const plural = (type: string): string => (/^[a-z]+$/.test(type) ? `${type}s` : type);

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
