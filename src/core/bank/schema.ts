import * as z from 'zod';
import type { Severity } from '../base/diagnostic.ts';
import type { Lang } from '../base/text.ts';
import type { Source } from '../question/item.ts';
import { type Item, kinds } from '../question/kinds/index.ts';
import { idPattern, languagePattern, shapes, webAddress } from '../question/shapes.ts';
import { markStrings } from '../question/string-sorts.ts';
import type { BankAbout, Publication, Statement } from './compile.ts';
import { termSchema, withdrawalSchema } from './side-schemas.ts';

/** A statement of the study notes with all that the bank's authors wrote about it. */
export interface NotesStatement extends Statement {
  /** The lines of the notes it stands on. */
  readonly lines: readonly number[];
  readonly sources?: readonly Source[];
}

/** The schema of the items of each kind, by the kind's name. */
export const itemSchemas: ReadonlyMap<string, z.ZodType<Item>> = new Map(
  kinds.map((kind): [string, z.ZodType<Item>] => [kind.name, kind.schema(shapes)]),
);

const id = markStrings('formal', z.string().regex(idPattern));

/** The schema of one statement of the notes. */
export const statementSchema: z.ZodType<NotesStatement> = z
  .strictObject({
    id: id.describe('Questions list it under `notes`.'),
    lines: z.array(z.int().min(1)).min(1).describe('The lines of the study notes that it is from.'),
    says: shapes.text.describe('The content of the note, in other words.'),
    verdict: z
      .enum(['right', 'nuance', 'corrected', 'opinion', 'contents'])
      .describe('The result of checking it against sources; opinions and headings (contents) are not asked.'),
    correction: shapes.text.describe('The correct fact, if the note is wrong.').exactOptional(),
    sources: z.array(shapes.source).min(1).describe('The sources of the verdict.').exactOptional(),
  })
  .meta({ id: 'statement' });

/** The schema of one entry of a bibliography. */
export const publicationSchema: z.ZodType<Publication> = z
  .strictObject({
    authors: shapes.words.describe('The authors as cited: "Brown et al.".'),
    year: z
      .int()
      .min(1900)
      .max(2100)
      .meta({ description: 'The year of publication.', examples: [2020] }),
    title: shapes.words.describe('The title as printed.'),
    venue: shapes.words.describe('The conference, journal or site.').exactOptional(),
    arxiv: markStrings('formal', z.string())
      .regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/)
      .meta({ description: 'The arXiv number, in quotes.', examples: ['2005.14165'] })
      .exactOptional(),
    doi: markStrings('formal', z.string())
      .regex(/^10\.\d{4,}\/\S+$/)
      .meta({
        description: 'The DOI, without a URL before it.',
        examples: ['10.1162/tacl_a_00298'],
      })
      .exactOptional(),
    url: webAddress.describe('A permanent page: arXiv, the ACL anthology, a publisher, a repository.'),
  })
  .meta({ id: 'publication' });

const tagText = shapes.text.describe('The subject of questions with this tag, in a few words.');

/** The schema of one tag and what it is about. */
export const tagSchema = z.record(z.string(), tagText);

/** What a bank says of itself in its `bank.yaml`. */
export interface BankFrame extends BankAbout {
  readonly language?: Lang;
  readonly check?: BankChecks;
}

/** The options of `check` that a bank has for itself, by the names of the options on the command line. */
export interface BankChecks {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly stale?: number;
  readonly exclude?: readonly string[];
  readonly severity?: Readonly<Record<string, Severity>>;
}

const ruleNames = z.array(markStrings('formal', z.string().trim().min(1))).min(1);

/** The schema of what a bank says of itself. */
export const bankSchema: z.ZodType<BankFrame> = z.strictObject({
  id: id
    .meta({
      description: 'Identifies the bank wherever it lies. Never change it.',
      examples: ['go-basics'],
    })
    .exactOptional(),
  title: shapes.text.describe('The name of the bank.').exactOptional(),
  language: markStrings('formal', z.string())
    .regex(languagePattern)
    .meta({
      description: 'The language of decks that do not name theirs.',
      examples: ['en', 'zh'],
    })
    .exactOptional(),
  licence: shapes.words
    .meta({ description: 'The licence of the questions.', examples: ['CC-BY-4.0'] })
    .exactOptional(),
  check: z
    .strictObject({
      select: ruleNames.describe('Run only these rules or groups; as --select.').exactOptional(),
      ignore: ruleNames.describe('Skip these rules or groups; as --ignore.').exactOptional(),
      failOn: z
        .enum(['error', 'warning', 'info'])
        .describe('The lowest severity that exits with 1; as --fail-on.')
        .exactOptional(),
      maxWarnings: z
        .int()
        .min(0)
        .describe('Exit with 1 above this many warnings; as --max-warnings.')
        .exactOptional(),
      stale: z
        .int()
        .min(0)
        .describe('Report dated facts older than this many months; as --stale.')
        .exactOptional(),
      exclude: z
        .array(markStrings('formal', z.string().trim().min(1)))
        .min(1)
        .describe('Files and folders that are no part of the bank, as in .gitignore; as --exclude.')
        .exactOptional(),
      severity: z
        .record(markStrings('formal', z.string()), z.enum(['error', 'warning', 'info']))
        .meta({
          description: 'Another severity for findings of rules or groups, by their ids.',
          examples: [{ 'item/opinion': 'info' }],
        })
        .exactOptional(),
    })
    .describe('Options of `llmquiz check` for this bank. An option on the command line wins.')
    .exactOptional(),
});

/** The schema of a deck whose items have the schema given. */
function deckSchema<T>(item: z.ZodType<T>) {
  return z.strictObject({
    title: shapes.text.describe('The name of the deck.'),
    intro: shapes.text.describe('The subject of the deck, in a sentence or two.').exactOptional(),
    primer: shapes.text
      .describe('What a newcomer reads before the first question, in paragraphs with an empty line between.')
      .exactOptional(),
    language: markStrings('formal', z.string())
      .regex(languagePattern)
      .meta({
        description:
          'The language of texts that are in only one language: by default that of `bank.yaml`, else `en`.',
        examples: ['en', 'zh'],
      })
      .exactOptional(),
    items: z.array(item).describe('The questions, in learning order.'),
  });
}

/** The schema of a file of notes whose statements have the schema given. */
function notesSchema<T>(statement: z.ZodType<T>) {
  return z.strictObject({
    title: shapes.text.describe('The title of the notes.').exactOptional(),
    statements: z.array(statement).describe('The notes, in their order.'),
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
      title: 'llmquiz deck',
      description: 'Questions on one subject, in learning order.',
    });
  },
  bank: () =>
    bankSchema.meta({
      title: 'llmquiz bank',
      description: 'A bank as a whole: its id, title, language and licence, and its options for check.',
    }),
  notes: () =>
    notesSchema(statementSchema).meta({
      title: 'llmquiz notes',
      description: 'The notes that a bank covers, checked against sources.',
    }),
  sources: () =>
    z.record(id, publicationSchema).meta({
      title: 'llmquiz sources',
      description: 'The sources that questions name by `ref`, by id.',
    }),
  tags: () =>
    z.record(id, tagText).meta({
      title: 'llmquiz tags',
      description: 'The subject of each tag; other tags count as misspelt.',
    }),
  withdrawn: () =>
    z.record(id, withdrawalSchema).meta({
      title: 'llmquiz withdrawn questions',
      description: 'The questions that are asked no more, by id: when and why.',
    }),
  glossary: () =>
    z.record(id, termSchema).meta({
      title: 'llmquiz glossary',
      description: 'The terms of a bank, by id: what its texts write, and what they avoid.',
    }),
} as const;
