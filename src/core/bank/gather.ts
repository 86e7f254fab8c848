import type * as z from 'zod';
import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Steps } from '../base/steps.ts';
import { withLanguage } from '../question/item.ts';
import { isMapping, type Mapping } from '../yaml/data.ts';
import type { YamlSource } from '../yaml/source.ts';
import { languageBy, readFrame } from './bank-frame.ts';
import { baseNameOf, type Role } from './file-role.ts';
import type {
  Located,
  LocatedDeck,
  LocatedFrame,
  LocatedId,
  LocatedItem,
  LocatedPublication,
  LocatedStatement,
  LocatedTerm,
  LocatedWithdrawal,
} from './located-bank.ts';
import { readItem } from './read-item.ts';
import { deckFrame, idSchema, notesFrame, publicationSchema, statementSchema, tagSchema } from './schema.ts';
import { type Shape, shapeOf } from './shape/shape.ts';
import { termSchema, withdrawalSchema } from './side-schemas.ts';

/** Everything read so far. */
export interface Gathered {
  readonly decks: LocatedDeck[];
  readonly frames: LocatedFrame[];
  readonly items: LocatedItem[];
  readonly statements: LocatedStatement[];
  readonly publications: LocatedPublication[];
  readonly withdrawals: LocatedWithdrawal[];
  readonly terms: LocatedTerm[];
  /** The entries of the files that are maps by id, right or wrong. */
  readonly names: Readonly<Record<NamedRole, Set<string>>>;
  readonly ids: LocatedId[];
  readonly diagnostics: Diagnostic[];
  /** The sorts of files of which something could not be read. */
  readonly damaged: Set<Role>;
}

/** The start of reading a bank: the findings of its YAML. */
export function startGathering(diagnostics: Diagnostic[]): Gathered {
  return {
    decks: [],
    frames: [],
    items: [],
    statements: [],
    publications: [],
    withdrawals: [],
    terms: [],
    names: { sources: new Set(), tags: new Set(), withdrawn: new Set(), glossary: new Set() },
    ids: [],
    diagnostics,
    damaged: new Set(),
  };
}

/** What reads the entries of a file into what is gathered, an entry at a step, by the role of the file. */
export const readers: Readonly<Record<Role, (source: YamlSource, gathered: Gathered) => Steps<void>>> = {
  *deck(source, gathered) {
    const { path, data } = source;
    const frame = framed(source, 'items', deckFrame, 'a deck', gathered);
    const entries = data === null ? [] : isMapping(data) && 'items' in data ? (data.items ?? []) : undefined;
    const name = baseNameOf(path);
    const written = Array.isArray(entries) ? entries.length : undefined;
    const { title = name, intro, primer, language = languageBy(path, gathered.frames) } = frame ?? {};
    gathered.decks.push({
      source,
      name,
      title,
      language,
      written,
      ...(intro === undefined ? {} : { intro }),
      ...(primer === undefined ? {} : { primer }),
    });
    for (const { data: raw, where, share } of entriesOf(source, 'items', 'a question', gathered)) {
      note('item', raw, where, gathered);
      const item = kept(readItem(source, where.path, raw), gathered);
      if (item) gathered.items.push({ ...where, deck: name, language, item: withLanguage(item, language) });
      yield share;
    }
  },
  // biome-ignore lint/correctness/useYield: it has no entries.
  *bank(source, gathered) {
    if (source.data === null || source.data === undefined) return;
    if (!isMapping(source.data)) {
      gathered.diagnostics.push(notAMap(source, [], 'a bank'));
      return;
    }
    const frame = kept(readFrame(source), gathered);
    if (frame) gathered.frames.push({ ...placesUnder(source, []), frame });
  },
  *notes(source, gathered) {
    framed(source, 'statements', notesFrame, 'a notes file', gathered);
    for (const { data, where, share } of entriesOf(source, 'statements', 'a statement', gathered)) {
      note('statement', data, where, gathered);
      const item = typeof data.id === 'string' ? data.id : undefined;
      const shape = { source, path: where.path, data, schema: statementSchema, noun: 'a statement', item };
      const statement = kept(shapeOf(shape), gathered);
      if (statement) gathered.statements.push({ ...where, statement });
      yield share;
    }
  },
  sources: (source, gathered) =>
    mapsIn(source, { role: 'sources', schema: publicationSchema, noun: 'a source' }, gathered, (entry) => {
      const { value: publication, ...rest } = entry;
      gathered.publications.push({ ...rest, publication });
    }),
  withdrawn: (source, gathered) =>
    mapsIn(
      source,
      { role: 'withdrawn', schema: withdrawalSchema, noun: 'a withdrawn question' },
      gathered,
      (entry) => {
        const { value: withdrawal, ...rest } = entry;
        gathered.withdrawals.push({ ...rest, withdrawal });
      },
    ),
  glossary: (source, gathered) =>
    mapsIn(source, { role: 'glossary', schema: termSchema, noun: 'a term' }, gathered, (entry) => {
      const { value: term, id: _, ...where } = entry;
      gathered.terms.push({ ...where, term });
    }),
  *tags(source, gathered) {
    for (const { id, data, share } of namedIn(source, 'tags', gathered)) {
      kept(shapeOf({ source, path: [], data: { [id]: data }, schema: tagSchema, noun: 'a tag' }), gathered);
      yield share;
    }
  },
};

/** The place of one of a file's entries, and the share of them read with it. */
interface Entry {
  readonly where: Located;
  readonly share: number;
}

/** Reads the entries of a file that is a map of maps by id. */
function* mapsIn<T>(
  source: YamlSource,
  { role, schema, noun }: { readonly role: NamedRole; readonly schema: z.ZodType<T>; readonly noun: string },
  gathered: Gathered,
  keep: (entry: Located & { readonly id: string; readonly value: T }) => void,
): Steps<void> {
  for (const { id, data, where, share } of namedIn(source, role, gathered)) {
    if (isMapping(data)) {
      const shape = { source, path: where.path, data, schema, noun, item: id };
      const value = kept(shapeOf(shape), gathered);
      if (value) keep({ ...where, id, value });
    } else gathered.diagnostics.push(notAMap(source, where.path, noun));
    yield share;
  }
}

/** The files that are maps by id. */
type NamedRole = 'sources' | 'tags' | 'withdrawn' | 'glossary';

/** The entries of a file that is a map by id, with their places; what is wrong with an id is found on the way. */
function* namedIn(
  source: YamlSource,
  role: NamedRole,
  gathered: Gathered,
): Generator<{ readonly id: string; readonly data: unknown } & Entry> {
  const noun = `a ${role} file`;
  if (!isMapping(source.data)) {
    if (source.data !== null && source.data !== undefined)
      gathered.diagnostics.push(notAMap(source, [], noun));
    return;
  }
  const entries = Object.entries(source.data);
  for (const [i, [id, data]] of entries.entries()) {
    gathered.names[role].add(id);
    if (data === undefined) continue;
    kept(shapeOf({ source, path: [], data: { [id]: null }, schema: idSchema, noun }), gathered);
    yield { id, data, where: placesUnder(source, [id]), share: (i + 1) / entries.length };
  }
}

/** Reads a file but for its entries. */
function framed<T>(
  source: YamlSource,
  list: string,
  schema: z.ZodType<T>,
  noun: string,
  gathered: Gathered,
): T | undefined {
  const { data } = source;
  if (data === undefined || data === null) return undefined;
  if (!isMapping(data)) {
    gathered.diagnostics.push(notAMap(source, [], noun));
    return undefined;
  }
  // That a list is empty is for a rule to say.
  const filled = data[list] === null ? { ...data, [list]: [] } : data;
  const shape = shapeOf({ source, path: [], data: filled, schema, noun });
  // It may stand where a syntax error was reported.
  const isLost = !(list in data) && source.diagnostics.some(({ rule }) => rule === 'yaml/syntax');
  const found = shape.diagnostics.filter(({ rule }) => !isLost || rule !== 'schema/missing-key');
  return kept({ ...shape, diagnostics: found }, gathered);
}

/** The entries of a file's list that are there as maps, with their places. */
function* entriesOf(
  source: YamlSource,
  list: string,
  noun: string,
  gathered: Gathered,
): Generator<{ readonly data: Mapping } & Entry> {
  const entries = isMapping(source.data) ? source.data[list] : undefined;
  if (!Array.isArray(entries)) return;
  for (const [i, data] of entries.entries()) {
    const path = [list, i];
    if (isMapping(data)) yield { data, where: placesUnder(source, path), share: (i + 1) / entries.length };
    else if (data !== undefined) gathered.diagnostics.push(notAMap(source, path, noun));
  }
}

function placesUnder(source: YamlSource, path: DataPath): Located {
  return {
    source,
    path,
    place: (...sub) => source.place([...path, ...sub]),
    placeNear: (...sub) => source.placeNear([...path, ...sub]),
    placeOfKey: (...sub) => source.place([...path, ...sub], 'key'),
  };
}

function note(of: LocatedId['of'], data: Mapping, where: Located, gathered: Gathered): void {
  if (typeof data.id === 'string')
    gathered.ids.push({ ...where, of, id: data.id, place: () => where.place('id') });
}

function kept<T>(shape: Shape<T>, gathered: Gathered): T | undefined {
  gathered.diagnostics.push(...shape.diagnostics);
  return shape.value;
}

function notAMap(source: YamlSource, path: DataPath, noun: string): Diagnostic {
  const wide = /^\s*(?:- )?[\w-]+：/m.test(String(valueAt(source.data, path)));
  const ways = wide
    ? 'the colons here (：) are full-width, so write `:` and a space'
    : 'write `field: value`';
  const message = `${noun} must be a map of fields; ${ways}`;
  return { rule: 'schema/wrong-type', severity: 'error', path: source.path, at: source.place(path), message };
}

const valueAt = (data: unknown, path: DataPath): unknown =>
  path.reduce((value: unknown, step) => Object(value)[step], data);
