import * as z from 'zod';
import type { Text } from '../base/text.ts';
import type { CommonItem, Distractor, Source } from './item.ts';
import { markStrings } from './string-sorts.ts';

// Compiled zod schemas are faster only after some thousand items, and each run would pay for compiling them.
z.config({ jitless: true });

/** A language tag: `en`, `zh`, `pt-BR`. */
export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

/** An id: lower-case ascii words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const words = markStrings('quoted', z.string().trim().min(1));

const text = markStrings(
  'prose',
  z
    .union([
      words,
      z.record(z.string().regex(languagePattern), words).refine((t) => Object.keys(t).length > 0),
    ])
    .meta({
      id: 'text',
      description: 'A text: a string, or one string per language ({ en: ..., zh: ... }).',
    }) as z.ZodType<Text>,
);

/** One address: no blank in it, and no other behind a comma. An archive's addresses have another address in their paths. */
export const singleAddressPattern = /^(?!.*[,;，；、|]https?:\/\/)\S+$/;

/** A date: a year, a month or a day. */
export const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether there is such a date. */
export function isDate(date: string): boolean {
  if (!datePattern.test(date)) return false;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** The address of a page: no other address is shown as a link. */
export const webAddress = markStrings(
  'formal',
  z.url({ protocol: /^https?$/, abort: true }).regex(singleAddressPattern),
);

const distractor: z.ZodType<Distractor> = z
  .strictObject({
    text: text.describe('A wrong option, as plausible and as long as the correct answer.'),
    why: text.describe('Why it is tempting and why it is wrong; shown to learners who pick it.'),
  })
  .meta({ id: 'distractor', description: 'A wrong option, with the reason.' });

const id = markStrings('formal', z.string().regex(idPattern)).meta({ examples: ['gpt3-training-tokens'] });

const source: z.ZodType<Source> = z
  .union([
    z.strictObject({
      ref: markStrings(
        'formal',
        words.meta({ description: 'The id of an entry of sources.yaml.', examples: ['brown2020'] }),
      ),
      at: words
        .meta({ description: 'Where in the source: section, table or page.', examples: ['Table 2.1'] })
        .exactOptional(),
    }),
    z.strictObject({
      title: words.describe('The title of a source described here instead of in sources.yaml.'),
      url: webAddress
        .meta({ description: 'The URL of the source.', examples: ['https://arxiv.org/abs/2005.14165'] })
        .exactOptional(),
      at: words.describe('Where in the source: section, table or page.').exactOptional(),
    }),
  ])
  .meta({ id: 'source', description: 'A source for the claim.' });

const common = {
  id: id.describe('Unique in the bank and never reused: progress is stored under it.'),
  level: z.int().min(1).max(5).describe('From 1 (basic) to 5 (has read the paper).'),
  tags: z.array(id).default([]).describe('Topics, for `llmquiz --tag`.'),
  stem: text.describe('The question, answerable without seeing the options.'),
  rationale: text.describe('Why the answer is correct, in one to three sentences that teach something.'),
  sources: z.array(source).min(1).describe('At least one source for the claim.'),
  hint: text.describe('Shown when the learner presses `?`.').exactOptional(),
  revision: z
    .int()
    .min(1)
    .default(1)
    .describe('Raise it when the answer changes: learners then start the question again.'),
  formerIds: z.array(id).default([]).describe('Earlier ids of this question.'),
  requires: z
    .array(id)
    .default([])
    .describe('Questions that must be asked before this one, which makes no sense without them.'),
  fact: id.describe('Questions with the same fact are asked on different days.').exactOptional(),
  notes: z.array(id).default([]).describe('Notes of notes.yaml that this question covers.'),
  asOf: markStrings('formal', z.string())
    .regex(datePattern, { abort: true })
    .refine(isDate, 'no such date')
    .meta({
      description: 'The date of a fact that can become outdated: a year, a month or a day.',
      examples: ['2020-05'],
    })
    .exactOptional(),
  lint: z
    .strictObject({
      allow: z
        .array(
          z.strictObject({
            rule: markStrings(
              'formal',
              words.meta({
                description: 'The id of the rule, which findings show in brackets.',
                examples: ['item/longest-answer'],
              }),
            ),
            reason: markStrings(
              'formal',
              words.describe('Why this question is right anyway.'),
            ).exactOptional(),
          }),
        )
        .min(1)
        .describe('Rules of `llmquiz check` that this question may break, with reasons.'),
    })
    .describe('Exceptions from `llmquiz check`.')
    .exactOptional(),
};

/** An error between well-formed fields of an item, and the field to report it at. */
export interface ShapeFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The schema of items of one kind: the common fields, the kind's own, and how they must fit together. */
function item<I extends CommonItem>(
  kind: I['kind'],
  fields: { readonly [F in Exclude<keyof I, keyof CommonItem>]-?: z.ZodType<I[F]> },
  faultsOf: (item: I) => readonly ShapeFault[] = () => [],
): z.ZodType<I> {
  const { id, ...others } = common;
  const shape = z
    .strictObject({
      id,
      kind: z.literal(kind).describe('How the question is asked and graded.'),
      ...others,
      ...fields,
    })
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
    markStrings('formal', z.string())
      .regex(form)
      .meta({ examples: [example] }) as z.ZodType<string> as z.ZodType<T>,
  either: <A, B>(a: z.ZodType<A>, b: z.ZodType<B>): z.ZodType<A | B> => z.union([a, b]),
  optional: <T>(of: z.ZodType<T>) => z.exactOptional(of),
};

/** The building blocks of schemas, as kinds are handed them. */
export type Shapes = typeof shapes;
