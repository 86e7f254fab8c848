import * as z from 'zod';
import type { Text } from '../base/text.ts';
import type { Source } from '../question/item.ts';
import { type Item, kinds } from '../question/kinds/index.ts';
import { idPattern, languagePattern, shapes, webAddress } from '../question/shapes.ts';
import type { Publication, Statement } from './compile.ts';

/** A statement of the study notes with all that the bank's authors wrote about it. */
export interface NotesStatement extends Statement {
  /** The lines of the notes it stands on. */
  readonly lines: readonly number[];
  /** What is right where the notes are not. */
  readonly correction?: Text;
  readonly sources?: readonly Source[];
}

/** The schema of the items of each kind, by the kind's name. */
export const itemSchemas: ReadonlyMap<string, z.ZodType<Item>> = new Map(
  kinds.map((kind): [string, z.ZodType<Item>] => [kind.name, kind.schema(shapes)]),
);

const id = z.string().regex(idPattern);

/** The schema of one statement of the notes. */
export const statementSchema: z.ZodType<NotesStatement> = z
  .strictObject({
    id: id.describe('Items name it under `notes`.'),
    lines: z.array(z.int().min(1)).min(1).describe('The lines of the notes it stands on.'),
    says: shapes.text.describe('What the notes say, in our own words.'),
    verdict: z
      .enum(['right', 'nuance', 'corrected', 'opinion', 'contents'])
      .describe('How it stands up to the sources; opinions and headings (contents) are not asked.'),
    correction: shapes.text.describe('What is right, where the notes are not.').exactOptional(),
    sources: z.array(shapes.source).min(1).describe('What the verdict rests on.').exactOptional(),
  })
  .meta({ id: 'statement' });

/** The schema of one entry of a bibliography. */
export const publicationSchema: z.ZodType<Publication> = z
  .strictObject({
    authors: shapes.words.describe('As cited: "Brown et al.".'),
    year: z
      .int()
      .min(1900)
      .max(2100)
      .meta({ description: 'The year it appeared in.', examples: [2020] }),
    title: shapes.words.describe('Its title, as printed.'),
    venue: shapes.words.describe('The conference, journal or site it appeared in.').exactOptional(),
    arxiv: z
      .string()
      .regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/)
      .meta({ description: 'The arXiv number, in quotes.', examples: ['2005.14165'] })
      .exactOptional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,}\/\S+$/)
      .meta({
        description: 'The DOI, without an address before it.',
        examples: ['10.1162/tacl_a_00298'],
      })
      .exactOptional(),
    url: webAddress.describe('A page that stays: of arXiv, the ACL anthology, a publisher, a repository.'),
  })
  .meta({ id: 'publication' });

const tagText = shapes.text.describe('What questions with this tag are about, in a few words.');

/** The schema of one tag and what it is about. */
export const tagSchema = z.record(z.string(), tagText);

/** The schema of a deck whose items have the schema given. */
function deckSchema<T>(item: z.ZodType<T>) {
  return z.strictObject({
    title: shapes.text.describe('The name of the deck.'),
    intro: shapes.text.describe('What it is about, in a sentence or two.').exactOptional(),
    language: z
      .string()
      .regex(languagePattern)
      .default('en')
      .meta({
        description: 'The language of texts that are written in one language only.',
        examples: ['en', 'zh'],
      }),
    items: z.array(item).describe('The questions, in learning order.'),
  });
}

/** The schema of a file of notes whose statements have the schema given. */
function notesSchema<T>(statement: z.ZodType<T>) {
  return z.strictObject({
    title: shapes.text.describe('What the notes are called.').exactOptional(),
    statements: z.array(statement).describe('The statements of the notes, in their order.'),
  });
}

/** A deck but for its items, which are read one by one. */
export const deckFrame = deckSchema(z.unknown());

/** A file of notes but for its statements. */
export const notesFrame = notesSchema(z.unknown());

/** The id of an entry in a file that is a map by id. */
export const idSchema = z.record(id, z.null());

/** The schemas of the files of a bank, whole, as editors want them; the reader checks the entries one by one. */
export const fileSchemas = {
  deck: () => {
    const anyItem = z.discriminatedUnion('kind', [...itemSchemas.values()] as unknown as [
      z.core.$ZodTypeDiscriminable,
    ]);
    return deckSchema(anyItem).meta({
      title: 'A deck of llmquiz',
      description: 'Questions on one subject, in learning order.',
    });
  },
  notes: () =>
    notesSchema(statementSchema).meta({
      title: 'The notes of a bank of llmquiz',
      description: 'The statements that a bank covers, and how they stand up to the sources.',
    }),
  sources: () =>
    z.record(id, publicationSchema).meta({
      title: 'The bibliography of a bank of llmquiz',
      description: 'The sources that questions name by `ref`, each under a key of its own.',
    }),
  tags: () =>
    z.record(id, tagText).meta({
      title: 'The tags of a bank of llmquiz',
      description: 'What each tag is about; a tag that is not here is a misspelt one.',
    }),
} as const;
