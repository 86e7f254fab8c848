import type { Diagnostic } from '../base/diagnostic.ts';
import { groupBy } from '../base/group-by.ts';
import { finish, runInTurn, type Steps, scaleSteps } from '../base/steps.ts';
import { isMapping } from '../yaml/data.ts';
import { type BankFile, readYaml, type YamlSource } from '../yaml/source.ts';
import { aboutOf, pickFrame } from './bank-frame.ts';
import type { Bank } from './compile.ts';
import { isForeign, type Role, roleOf } from './file-role.ts';
import { readers, startGathering } from './gather.ts';
import type { LocatedBank, Targets } from './located-bank.ts';

/** A bank and the findings of reading it: those of YAML and of shape. What the bank must be as a whole is up to the rules. */
export interface ReadBank {
  /** The good items, and what goes with them. */
  readonly bank: Bank;
  readonly located: LocatedBank;
  readonly diagnostics: readonly Diagnostic[];
  /** The paths of files that lie in its folder and are no part of it; nothing else is said of them. */
  readonly foreign: readonly string[];
}

/** How a bank is read. */
interface HowToRead {
  readonly whole?: boolean;
  /** Other decks of the same bank, if they were looked for: only the ids in them count. */
  readonly others?: readonly BankFile[];
  /** Reads the YAML of one file; it may know files from before. */
  readonly read?: (file: BankFile) => YamlSource;
}

/** The share that reading YAML has in reading a bank. */
const yamlShare = 0.4;

/** Reads the files of a bank: YAML, then each file's frame, then each entry by itself. `whole`: these are all its files. */
export const readBank = (files: readonly BankFile[], options: HowToRead = {}): ReadBank =>
  finish(readBankInSteps(files, options));

/** Reads a bank in steps, the YAML of a file or an entry each. */
export function* readBankInSteps(
  files: readonly BankFile[],
  { whole = true, others, read = (file) => readYaml(file) }: HowToRead = {},
): Steps<ReadBank> {
  const lengthOf = ({ text }: { readonly text: string }) => text.length;
  // biome-ignore lint/correctness/useYield: the YAML of one file is read in one step.
  const yaml = runInTurn(files, lengthOf, function* (file) {
    return read(file);
  });
  // What a bank says of itself first: its decks may go by it.
  const all = firstFrames(yield* scaleSteps(yaml, 0, yamlShare));
  const foreign = foreignIn(all, files);
  const sources = all.filter(({ path }) => !foreign.has(path));
  const roles = sources.map(roleOf);
  const gathered = startGathering(sources.flatMap((s) => s.diagnostics));
  const entries = runInTurn(sources, lengthOf, (source, i) => {
    const role = roles[i] ?? 'deck';
    if (isDamaged(source.data)) gathered.damaged.add(role);
    return readers[role](source, gathered);
  });
  yield* scaleSteps(entries, yamlShare, 1 - yamlShare);
  const { decks, frames, items, statements, publications, withdrawals, terms } = gathered;
  const { ids, diagnostics, damaged } = gathered;
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
    frames,
    items,
    statements,
    publications,
    withdrawals,
    terms,
    ids,
    whole,
    complete: diagnostics.length === 0 && damaged.size === 0 && decks.every((deck) => deck.written !== 0),
    targets: {
      sources: targets('sources', gathered.names.sources),
      notes: targets('notes', noted),
      tags: targets('tags', gathered.names.tags),
      items: {
        state: damaged.has('deck') || !(whole || others) ? 'unknown' : 'known',
        ids: new Set([...ids.flatMap(({ of, id }) => (of === 'item' ? [id] : [])), ...idsIn(others ?? [])]),
      },
    },
  };
  return { bank: stripPlaces(located), located, diagnostics, foreign: [...foreign] };
}

const writtenId = /(?<![\w-])["']?id["']?\s*:\s*["']?([^\s"',}#]+)/g;

/** All that stands like an id in some files: none of theirs is missing, whatever else is wrong with them. */
const idsIn = (files: readonly BankFile[]): readonly string[] =>
  files.flatMap(({ text }) => [...text.matchAll(writtenId)].map(([, id = '']) => id));

/** The files that are no part of the bank, unless they were named: if none is left, it is for the reader to say what a deck wants. */
function foreignIn(sources: readonly YamlSource[], files: readonly BankFile[]): ReadonlySet<string> {
  const named = new Set(files.flatMap(({ path, named: isNamed = false }) => (isNamed ? [path] : [])));
  const foreign = sources.filter((source) => !named.has(source.path) && isForeign(source));
  return new Set(foreign.length === sources.length ? [] : foreign.map(({ path }) => path));
}

const firstFrames = (sources: readonly YamlSource[]): readonly YamlSource[] => [
  ...sources.filter((source) => roleOf(source) === 'bank'),
  ...sources.filter((source) => roleOf(source) !== 'bank'),
];

/** Whether a syntax error took something out of some data. */
function isDamaged(data: unknown): boolean {
  if (data === undefined) return true;
  return (
    isMapping(data) &&
    Object.values(data).some((v) => v === undefined || (Array.isArray(v) && v.includes(undefined)))
  );
}

/** A bank without its places. */
export function stripPlaces({
  decks,
  frames,
  items,
  publications,
  statements,
  withdrawals,
}: LocatedBank): Bank {
  const inFile = groupBy(items, (i) => i.source);
  const own = pickFrame(
    decks.map(({ source }) => source.path),
    frames,
  );
  return {
    ...(own === undefined ? {} : { about: aboutOf(own.frame) }),
    decks: decks.map(({ source, name, title, intro, primer }) => ({
      name,
      title,
      ...(intro === undefined ? {} : { intro }),
      ...(primer === undefined ? {} : { primer }),
      items: (inFile.get(source) ?? []).map((i) => i.item),
    })),
    // Of two with one id the first counts.
    sources: new Map(publications.toReversed().map((p) => [p.id, p.publication])),
    statements: statements.map((s) => s.statement),
    ...(withdrawals.length === 0
      ? {}
      : { withdrawn: withdrawals.map(({ id, withdrawal }) => ({ id, ...withdrawal })) }),
  };
}
