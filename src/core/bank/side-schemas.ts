import * as z from 'zod';
import type { Lang, Text } from '../base/text.ts';
import { datePattern, idPattern, isDate, languagePattern, shapes } from '../question/shapes.ts';
import { markStrings } from '../question/string-sorts.ts';

/** A question that is asked no more, and why. */
export interface Withdrawal {
  /** The day of the withdrawal; a year or a month may do. */
  readonly date: string;
  readonly why: Text;
  /** The id of the question that asks for the same subject now. */
  readonly successor?: string;
}

/** The schema of one withdrawn question. */
export const withdrawalSchema: z.ZodType<Withdrawal> = z
  .strictObject({
    date: markStrings('formal', z.string())
      .regex(datePattern, { abort: true })
      .refine(isDate, 'no such date')
      .meta({ description: 'When it was withdrawn: a day, a month or a year.', examples: ['2026-11-30'] }),
    why: shapes.text.describe('Why it is asked no more; shown to learners who look for it.'),
    successor: markStrings('formal', z.string())
      .regex(idPattern)
      .meta({
        description: 'A question that asks for the same subject now. It starts from scratch.',
        examples: ['gpt3-training-tokens'],
      })
      .exactOptional(),
  })
  .meta({ id: 'withdrawal' });

/** A wording that a bank avoids. */
export interface AvoidedWording {
  readonly text: string;
  /** Longer words in which it is right. */
  readonly except?: readonly string[];
  readonly note?: string;
}

/** A term of a glossary: what a bank writes, and what it does not, by language. */
export interface Term {
  readonly write: Text;
  readonly avoid?: Readonly<Record<Lang, readonly (string | AvoidedWording)[]>>;
}

const wording = markStrings('formal', z.string().trim().min(1));

/** The schema of one term of a glossary. */
export const termSchema: z.ZodType<Term> = z
  .strictObject({
    write: markStrings('formal', shapes.text.describe('What to write, in each language.')),
    avoid: z
      .record(
        z.string().regex(languagePattern),
        z
          .array(
            z.union([
              wording,
              z
                .strictObject({
                  text: wording.describe('What not to write.'),
                  except: z
                    .array(wording)
                    .min(1)
                    .describe('Longer words or phrases in which it is right.')
                    .exactOptional(),
                  note: wording.describe('Why, or when; added to the finding.').exactOptional(),
                })
                .meta({ id: 'avoided', description: 'A wording to avoid, with exceptions.' }),
            ]),
          )
          .min(1),
      )
      .describe('What not to write, by language: a list of wordings.')
      .exactOptional(),
  })
  .meta({ id: 'term' });
