/** A JSON Schema, as far as ours go. */
export interface PlainSchema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly anyOf?: readonly PlainSchema[];
  readonly oneOf?: readonly PlainSchema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, PlainSchema>>;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, PlainSchema>>;
}

/**
 * The same schema without choices that an editor has to guess at: what is wrong in a question of one kind is then said once, and not once for
 * each kind that it is not. A choice of kinds becomes `if` the kind is this one `then` its schema; a choice of types, one schema
 * with several types; a choice of maps, `if` the first field of one is there. Every definition has a title.
 */
export function simplifySchema(schema: PlainSchema): PlainSchema {
  const titled = Object.entries(schema.definitions ?? {}).map(
    ([name, definition]) => [name, { title: titleOf(name), ...definition }] as const,
  );
  const whole = titled.length === 0 ? schema : { ...schema, definitions: Object.fromEntries(titled) };
  return simplified(whole, new Map(titled)) as PlainSchema;
}

type Definitions = ReadonlyMap<string, PlainSchema>;

/** `true-false-item` is a “true-false question”. */
const titleOf = (name: string) => name.replace(/-item$/, ' question');

function simplified(value: unknown, definitions: Definitions): unknown {
  if (Array.isArray(value)) return value.map((one) => simplified(one, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const { oneOf, anyOf, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, of]) => [name, simplified(of, definitions)]),
  ) as PlainSchema;
  const choices = oneOf ?? anyOf;
  if (choices === undefined) return rest;
  return { ...rest, ...(byKind(choices, definitions) ?? byType(choices, definitions) ?? byField(choices)) };
}

/** A schema in place of the reference to it. */
function resolved(schema: PlainSchema, definitions: Definitions): PlainSchema {
  const found = definitions.get((schema.$ref ?? '').replace('#/definitions/', ''));
  return found === undefined ? schema : (simplified(found, definitions) as PlainSchema);
}

/** Questions, told apart by their kind. */
function byKind(choices: readonly PlainSchema[], definitions: Definitions): PlainSchema | undefined {
  const kinds = choices.map((choice) => resolved(choice, definitions).properties?.kind);
  const [first] = kinds;
  if (first === undefined || kinds.some((kind) => kind?.const === undefined)) return undefined;
  return {
    title: 'question',
    type: 'object',
    properties: {
      kind: { type: 'string', enum: kinds.map((kind) => kind?.const), description: first.description },
    },
    required: ['kind'],
    allOf: choices.map((choice, i) => ({
      if: { type: 'object', properties: { kind: { const: kinds[i]?.const } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: choice,
    })),
  };
}

/** Values of different types: the keywords of one type say nothing of the others. */
function byType(choices: readonly PlainSchema[], definitions: Definitions): PlainSchema | undefined {
  const all = choices.map((choice) => resolved(choice, definitions)).map(withoutTitle);
  const types = all.flatMap(({ type }) => type ?? []);
  if (new Set(types).size < types.length || all.some(({ type }) => type === undefined)) return undefined;
  const { type: _, ...rest } = Object.assign({}, ...all) as PlainSchema;
  return { type: types, ...rest };
}

/** Of a choice within a choice, only what is asked of the value. */
function withoutTitle({ title: _, description: __, ...schema }: PlainSchema): PlainSchema {
  return schema;
}

/** Maps, told apart by the field that only the first must have. */
function byField([one, other, third]: readonly PlainSchema[]): PlainSchema {
  const field = one?.required?.find((name) => other?.properties?.[name] === undefined);
  if (one === undefined || field === undefined || other === undefined || third !== undefined)
    throw new Error('no field tells these apart');
  return {
    type: 'object',
    if: { type: 'object', required: [field] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    then: withoutType(one),
    else: withoutType(other),
  };
}

/** Without the type that is said beside it. */
const withoutType = ({ type: _, ...schema }: PlainSchema): PlainSchema => schema;
