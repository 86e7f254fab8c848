import * as z from 'zod';
import type { Text } from '../base/text.ts';
import type { CommonItem, Distractor, Source } from './item.ts';

// Compiled zod schemas are faster only after some thousand items, and each run would pay for compiling them.
z.config({ jitless: true });

/** A language tag: `en`, `zh`, `pt-BR`. */
export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** An id: lower-case ascii words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const words = z.string().trim().min(1);

const text = z
  .union([words, z.record(z.string().regex(languagePattern), words).refine((t) => Object.keys(t).length > 0)])
  .meta({
    id: 'text',
    description: 'A text: a string, or one string per language ({ en: ..., zh: ... }).',
  }) as z.ZodType<Text>;

/** The address of a page: no other address is shown as a link. */
export const webAddress = z.url({ protocol: /^https?$/ });

const distractor: z.ZodType<Distractor> = z
  .strictObject({
    text: text.describe('A wrong option, as plausible and as long as the key.'),
    why: text.describe('Why it tempts, and why it is wrong; shown to whoever picks it.'),
  })
  .meta({ id: 'distractor', description: 'A wrong option and the reason why it is wrong.' });

const id = z
  .string()
  .regex(idPattern)
  .meta({ examples: ['gpt3-training-tokens'] });

const source: z.ZodType<Source> = z
  .union([
    z.strictObject({
      ref: words.meta({ description: 'A key of sources.yaml.', examples: ['brown2020'] }),
      at: words
        .meta({ description: 'Where in the source: a section, table or page.', examples: ['Table 2.1'] })
        .exactOptional(),
    }),
    z.strictObject({
      title: words.describe('The title of a source that is described here, and not in sources.yaml.'),
      url: webAddress
        .meta({ description: 'Its page.', examples: ['https://arxiv.org/abs/2005.14165'] })
        .exactOptional(),
      at: words.describe('Where in the source: a section, table or page.').exactOptional(),
    }),
  ])
  .meta({ id: 'source', description: 'Where the claim comes from.' });

const common = {
  id: id.describe('Unique over the bank and never reused: memories hang on it.'),
  level: z.int().min(1).max(5).describe('1 basic ... 5 has read the paper.'),
  tags: z.array(id).default([]).describe('Topics, for `llmquiz --tag`.'),
  stem: text.describe('The question, answerable without seeing the options.'),
  rationale: text.describe('Why the key is right: teaches something in one to three sentences.'),
  sources: z.array(source).min(1).describe('At least one source for the claim.'),
  hint: text.describe('Shown when the learner presses `?`.').exactOptional(),
  revision: z
    .int()
    .min(1)
    .default(1)
    .describe('Raise it when the key changes: learners are then asked anew.'),
  formerIds: z.array(id).default([]).describe('Ids this item had before.'),
  requires: z
    .array(id)
    .default([])
    .describe(
      'Items without which this one makes no sense: it is not asked for the first time before they are.',
    ),
  fact: id.describe('Items that share it are asked on different days.').exactOptional(),
  notes: z.array(id).default([]).describe('Statements of notes.yaml that this item covers.'),
  asOf: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { abort: true })
    .refine((date) => !Number.isNaN(Date.parse(date)), 'there is no such date')
    .meta({
      description: 'The date as of which a fact that ages held: a year, a month or a day.',
      examples: ['2020-05'],
    })
    .exactOptional(),
  lint: z
    .strictObject({
      allow: z
        .array(
          z.strictObject({
            rule: words.meta({
              description: 'The id of the rule, as findings name it in brackets.',
              examples: ['item/longest-answer'],
            }),
            reason: words.describe('Why this question is right all the same.').exactOptional(),
          }),
        )
        .min(1)
        .describe('Rules of `llmquiz check` that this question may break, each with the reason.'),
    })
    .describe('What its author knows better than `llmquiz check`.')
    .exactOptional(),
};

/** An error between well-formed fields of an item, and the field to report it at. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The schema of items of one kind: the common fields, the kind's own, and how they must fit together. */
function item<I extends CommonItem>(
  kind: I['kind'],
  fields: { readonly [F in Exclude<keyof I, keyof CommonItem>]-?: z.ZodType<I[F]> },
  faultsOf: (item: I) => readonly Fault[] = () => [],
): z.ZodType<I> {
  const { id, ...others } = common;
  const shape = z
    .strictObject({ id, kind: z.literal(kind).describe('How it asks and is graded.'), ...others, ...fields })
    .superRefine((value, context) => {
      for (const { path, message } of faultsOf(value as unknown as I)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    });
  return shape.meta({ id: `${kind}-item` }) as unknown as z.ZodType<I>;
}

/** The building blocks that kinds make their schemas from; kinds get them as an argument and never import zod. */
export const shapes = {
  item,
  text,
  words,
  distractor,
  source,
  boolean: () => z.boolean(),
  number: () => z.number(),
  list: <T>(of: z.ZodType<T>, min: number, max = 12): z.ZodType<readonly T[]> =>
    z.array(of).min(min).max(max),
  optionalList: <T>(of: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(of).default([]),
  record: <T>(of: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> =>
    z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), of),
  object: <F extends z.ZodRawShape>(fields: F) => z.strictObject(fields),
  /** A text of a form that zod checks and the caller names the type of. */
  pattern: <T extends string>(form: RegExp, example: string) =>
    z
      .string()
      .regex(form)
      .meta({ examples: [example] }) as z.ZodType<string> as z.ZodType<T>,
  either: <A, B>(a: z.ZodType<A>, b: z.ZodType<B>): z.ZodType<A | B> => z.union([a, b]),
  optional: <T>(of: z.ZodType<T>) => z.exactOptional(of),
};

/** The building blocks of schemas, as kinds are handed them. */
export type Shapes = typeof shapes;
