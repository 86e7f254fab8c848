import { roleOf } from '#core/bank/file-role.ts';
import type { LocatedBank } from '#core/bank/located-bank.ts';
import type { Place } from '#core/base/diagnostic.ts';
import { pickLanguage, type Text } from '#core/base/text.ts';
import { isMapping } from '#core/yaml/data.ts';
import { groups } from '../contract/groups.ts';
import { rules } from '../rules/index.ts';

/** What a name in a bank may name. */
export type NameSort = 'question' | 'fact' | 'note' | 'source' | 'tag' | 'rule' | 'rule or group';

/** A name that a bank, or the checker, has. */
export interface KnownName {
  readonly name: string;
  /** What it names, in a line. */
  readonly about: string;
  /** Where it stands; absent for what no file of the bank defines. */
  readonly path?: string;
  readonly place?: () => Place;
}

/** The fields that hold names, by the way to them: `-` is an entry of a list. */
const sorts: ReadonlyMap<string, NameSort> = new Map([
  ['items.-.requires.-', 'question'],
  ['items.-.fact', 'fact'],
  ['items.-.notes.-', 'note'],
  ['items.-.tags.-', 'tag'],
  ['items.-.sources.-.ref', 'source'],
  ['items.-.lint.allow.-.rule', 'rule'],
  ['statements.-.sources.-.ref', 'source'],
  ['check.select.-', 'rule or group'],
  ['check.ignore.-', 'rule or group'],
]);

/** Returns what the value at the end of a way names, if it is a name. */
export const sortAt = (way: readonly (string | number)[]): NameSort | undefined =>
  sorts.get(way.map((step) => (typeof step === 'number' ? '-' : step)).join('.'));

/** Returns the names of a sort that there are, in their order in the bank. */
export function namesOf(sort: NameSort, bank: LocatedBank): readonly KnownName[] {
  switch (sort) {
    case 'question':
      return questionsIn(bank);
    case 'fact':
      return factsIn(bank);
    case 'note':
      return notesIn(bank);
    case 'source':
      return entriesIn('sources', bank);
    case 'tag':
      return tagsIn(bank);
    case 'rule':
      return rules.map(({ id, summary }) => ({ name: id, about: summary }));
    case 'rule or group':
      return [
        ...[...groups].map(([name, about]) => ({ name, about })),
        ...rules.map(({ id, summary }) => ({ name: id, about: summary })),
      ];
    default:
      return sort satisfies never;
  }
}

const lineOf = (text: Text, lang: string) => pickLanguage(text, lang).replace(/\s+/g, ' ').trim();

/** Questions with errors too, which can be named all the same. */
function questionsIn({ ids, items }: LocatedBank): readonly KnownName[] {
  const stems = new Map(items.map(({ item, language }) => [item.id, lineOf(item.stem, language)]));
  return ids.flatMap(({ of, id, source, place }) =>
    of === 'item' ? [{ name: id, about: stems.get(id) ?? '', path: source.path, place }] : [],
  );
}

/** A fact stands where the questions on it do: at the first of them. */
function factsIn({ items }: LocatedBank): readonly KnownName[] {
  const facts = new Map<string, KnownName>();
  for (const { item, language, source, place } of items)
    if (item.fact !== undefined && !facts.has(item.fact))
      facts.set(item.fact, {
        name: item.fact,
        about: lineOf(item.stem, language),
        path: source.path,
        place: () => place('fact'),
      });
  return [...facts.values()];
}

function notesIn({ ids, statements }: LocatedBank): readonly KnownName[] {
  const says = new Map(statements.map(({ statement }) => [statement.id, lineOf(statement.says, 'en')]));
  return ids.flatMap(({ of, id, source, place }) =>
    of === 'statement' ? [{ name: id, about: says.get(id) ?? '', path: source.path, place }] : [],
  );
}

/** The tags that the bank explains; those that it only uses, if it explains none. */
function tagsIn(bank: LocatedBank): readonly KnownName[] {
  const explained = entriesIn('tags', bank);
  if (explained.length > 0) return explained;
  const counts = new Map<string, number>();
  for (const { item } of bank.items) for (const tag of item.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({
    name,
    about: `used in ${count} ${count === 1 ? 'question' : 'questions'}`,
  }));
}

/** The entries of the files that are maps by id, wrong ones too. */
function entriesIn(role: 'sources' | 'tags', { files, publications }: LocatedBank): readonly KnownName[] {
  const cited = new Map(
    publications.map(({ id, publication: p }) => [id, `${p.authors} ${p.year}: ${p.title}`]),
  );
  return files
    .filter((source) => roleOf(source) === role)
    .flatMap((source) =>
      Object.entries(isMapping(source.data) ? source.data : {}).map(([name, value]) => ({
        name,
        about: cited.get(name) ?? (isText(value) ? lineOf(value, 'en') : ''),
        path: source.path,
        place: () => source.placeNear([name], 'key'),
      })),
    );
}

const isText = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (isMapping(value) && Object.values(value).every((one) => typeof one === 'string'));
