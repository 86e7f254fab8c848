import type * as z from 'zod';
import type { DataPath } from '../base/data-path.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { groupBy } from '../base/group-by.ts';
import { isMapping, type Mapping } from '../yaml/data.ts';
import { type BankFile, readYaml, type YamlSource } from '../yaml/source.ts';
import type { Bank } from './compile.ts';
import { baseNameOf, type Role, roleOf } from './file-role.ts';
import type {
  Located,
  LocatedBank,
  LocatedDeck,
  LocatedId,
  LocatedItem,
  LocatedPublication,
  LocatedStatement,
  Targets,
} from './located-bank.ts';
import { readItem } from './read-item.ts';
import { deckFrame, idSchema, notesFrame, publicationSchema, statementSchema, tagSchema } from './schema.ts';
import { type Shape, shapeOf } from './shape/shape.ts';

/** A bank and the findings of reading it: those of YAML and of shape. What the bank must be as a whole is up to the rules. */
export interface ReadBank {
  /** The good items, and what goes with them. */
  readonly bank: Bank;
  readonly located: LocatedBank;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything read so far. */
interface Gathered {
  readonly decks: LocatedDeck[];
  readonly items: LocatedItem[];
  readonly statements: LocatedStatement[];
  readonly publications: LocatedPublication[];
  /** The entries of the files that are maps by id, right or wrong. */
  readonly names: { readonly sources: Set<string>; readonly tags: Set<string> };
  readonly ids: LocatedId[];
  readonly diagnostics: Diagnostic[];
  /** The sorts of files of which something could not be read. */
  readonly damaged: Set<Role>;
}

/** Reads the files of a bank: YAML, then each file's frame, then each entry by itself. `whole`: these are all its files. */
export function readBank(files: readonly BankFile[], { whole = true } = {}): ReadBank {
  const sources = files.map((file) => readYaml(file));
  const roles = sources.map(roleOf);
  const gathered = nothingBut(sources.flatMap((s) => s.diagnostics));
  sources.forEach((source, i) => {
    const role = roles[i] ?? 'deck';
    if (isDamaged(source.data)) gathered.damaged.add(role);
    readers[role](source, gathered);
  });
  const { decks, items, statements, publications, ids, diagnostics, damaged } = gathered;
  const stateOf = (role: Role) => {
    if (damaged.has(role)) return 'unknown';
    if (roles.includes(role)) return 'known';
    return whole ? 'absent' : 'unknown';
  };
  const targets = (role: Role, known: Iterable<string>): Targets => ({
    state: stateOf(role),
    ids: new Set(known),
  });
  const noted = ids.flatMap((id) => (id.of === 'statement' ? [id.id] : []));
  const located: LocatedBank = {
    files: sources,
    decks,
    items,
    statements,
    publications,
    ids,
    whole,
    complete: diagnostics.length === 0 && damaged.size === 0 && decks.every((deck) => deck.written !== 0),
    targets: {
      sources: targets('sources', gathered.names.sources),
      notes: targets('notes', noted),
      tags: targets('tags', gathered.names.tags),
    },
  };
  return { bank: stripPlaces(located), located, diagnostics };
}

function nothingBut(diagnostics: Diagnostic[]): Gathered {
  return {
    decks: [],
    items: [],
    statements: [],
    publications: [],
    names: { sources: new Set(), tags: new Set() },
    ids: [],
    diagnostics,
    damaged: new Set(),
  };
}

const readers: Readonly<Record<Role, (source: YamlSource, gathered: Gathered) => void>> = {
  deck(source, gathered) {
    const { path, data } = source;
    const frame = framed(source, 'items', deckFrame, 'a deck', gathered);
    const entries = data === null ? [] : isMapping(data) && 'items' in data ? (data.items ?? []) : undefined;
    const name = baseNameOf(path);
    const written = Array.isArray(entries) ? entries.length : undefined;
    const { title = name, intro, language = 'en' } = frame ?? {};
    gathered.decks.push({
      source,
      name,
      title,
      language,
      written,
      ...(intro === undefined ? {} : { intro }),
    });
    for (const { data: raw, where } of entriesOf(source, 'items', 'a question', gathered)) {
      note('item', raw, where, gathered);
      const item = kept(readItem(source, where.path, raw), gathered);
      if (item) gathered.items.push({ ...where, deck: name, language, item });
    }
  },
  notes(source, gathered) {
    framed(source, 'statements', notesFrame, 'a notes file', gathered);
    for (const { data, where } of entriesOf(source, 'statements', 'a statement', gathered)) {
      note('statement', data, where, gathered);
      const item = typeof data.id === 'string' ? data.id : undefined;
      const shape = { source, path: where.path, data, schema: statementSchema, noun: 'a statement', item };
      const statement = kept(shapeOf(shape), gathered);
      if (statement) gathered.statements.push({ ...where, statement });
    }
  },
  sources(source, gathered) {
    for (const { id, data, where } of namedIn(source, 'sources', gathered)) {
      const shape = { source, path: where.path, data, schema: publicationSchema, noun: 'a source', item: id };
      const publication = isMapping(data) ? kept(shapeOf(shape), gathered) : undefined;
      if (!isMapping(data)) gathered.diagnostics.push(notAMap(source, where.path, 'a source'));
      if (publication) gathered.publications.push({ ...where, id, publication });
    }
  },
  tags(source, gathered) {
    for (const { id, data } of namedIn(source, 'tags', gathered))
      kept(shapeOf({ source, path: [], data: { [id]: data }, schema: tagSchema, noun: 'a tag' }), gathered);
  },
};

/** The entries of a file that is a map by id, with their places; what is wrong with an id is found on the way. */
function* namedIn(
  source: YamlSource,
  role: 'sources' | 'tags',
  gathered: Gathered,
): Generator<{ readonly id: string; readonly data: unknown; readonly where: Located }> {
  const noun = `a ${role} file`;
  if (!isMapping(source.data)) {
    if (source.data !== null && source.data !== undefined)
      gathered.diagnostics.push(notAMap(source, [], noun));
    return;
  }
  for (const [id, data] of Object.entries(source.data)) {
    gathered.names[role].add(id);
    if (data === undefined) continue;
    kept(shapeOf({ source, path: [], data: { [id]: null }, schema: idSchema, noun }), gathered);
    yield { id, data, where: placesUnder(source, [id]) };
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
): Generator<{ readonly data: Mapping; readonly where: Located }> {
  const entries = isMapping(source.data) ? source.data[list] : undefined;
  if (!Array.isArray(entries)) return;
  for (const [i, data] of entries.entries()) {
    const path = [list, i];
    if (isMapping(data)) yield { data, where: placesUnder(source, path) };
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
  const message = `${noun} must be a map of fields; write \`field: value\``;
  return { rule: 'schema/wrong-type', severity: 'error', path: source.path, at: source.place(path), message };
}

/** Whether a syntax error took something out of some data. */
function isDamaged(data: unknown): boolean {
  if (data === undefined) return true;
  return (
    isMapping(data) &&
    Object.values(data).some((v) => v === undefined || (Array.isArray(v) && v.includes(undefined)))
  );
}

/** A bank without its places. */
export function stripPlaces({ decks, items, publications, statements }: LocatedBank): Bank {
  const inFile = groupBy(items, (i) => i.source);
  return {
    decks: decks.map(({ source, name, title, intro }) => ({
      name,
      title,
      ...(intro === undefined ? {} : { intro }),
      items: (inFile.get(source) ?? []).map((i) => i.item),
    })),
    // Of two with one id the first counts.
    sources: new Map(publications.toReversed().map((p) => [p.id, p.publication])),
    statements: statements.map((s) => s.statement),
  };
}
