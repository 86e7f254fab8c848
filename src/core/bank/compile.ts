import type { Lang, Text } from '../base/text.ts';
import type { Source } from '../question/item.ts';
import type { Item } from '../question/kinds/index.ts';
import type { ItemHead } from './head.ts';
import { readingMinutesOf } from './reading-time.ts';
import type { Withdrawal } from './side-schemas.ts';

/** An entry of the bibliography. */
export interface Publication {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly venue?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly url: string;
}

/** A statement of the study notes that a bank covers. */
export interface Statement {
  readonly id: string;
  readonly verdict: 'right' | 'nuance' | 'corrected' | 'opinion' | 'contents';
  readonly says: Text;
  /** What is right where the notes are not. */
  readonly correction?: Text;
}

/** What a bank says of itself. */
export interface BankAbout {
  /** Its id, by which its questions are told from those of other banks with the same ids. */
  readonly id?: string;
  readonly title?: Text;
  readonly licence?: string;
}

/** A bank as it was read and found good. */
export interface Bank {
  readonly about?: BankAbout;
  readonly decks: readonly {
    readonly name: string;
    readonly title: Text;
    readonly intro?: Text;
    readonly primer?: Text;
    readonly items: readonly Item[];
  }[];
  readonly sources: ReadonlyMap<string, Publication>;
  readonly statements: readonly Statement[];
  readonly withdrawn?: readonly Withdrawn[];
}

/** A withdrawn question with its id. */
export interface Withdrawn extends Withdrawal {
  readonly id: string;
}

/** A source as it is shown under an answer. */
export interface Citation {
  readonly text: string;
  readonly url?: string;
}

/** One item with its sources looked up: a line of the compiled bank. */
export interface BankEntry {
  readonly item: Item;
  readonly citations: readonly Citation[];
}

/** A deck without its items. */
export interface DeckHead {
  readonly name: string;
  readonly title: Text;
  readonly intro?: Text;
  /** The minutes that its primer takes to read, if it has one. */
  readonly primer?: number;
  readonly items: number;
}

/** For each item whose answer is typed, the items that show that answer, all by their places among the heads. */
export type Spoilers = Readonly<Record<number, readonly number[]>>;

/** What is read at every start: all of a bank but its texts. */
export interface BankIndex {
  readonly about: BankAbout;
  readonly languages: readonly Lang[];
  readonly decks: readonly DeckHead[];
  readonly heads: readonly ItemHead[];
  /** For each head, the offset in bytes at which its entry among the bodies ends, newline included. */
  readonly ends: readonly number[];
  readonly spoilers: Spoilers;
}

/** What is seldom read of a bank. */
export interface Asides {
  /** The primers of decks, by the names of the decks. */
  readonly primers: Readonly<Record<string, Text>>;
  readonly withdrawn: readonly Withdrawn[];
}

/** A bank made ready for quick starts: a small index, and a line per item that is read when it is asked. */
export interface CompiledBank {
  readonly index: BankIndex;
  readonly bodies: string;
  readonly statements: readonly Statement[];
  readonly asides: Asides;
}

/** Compiles a bank that was found good. */
export function compileBank(
  bank: Bank,
  byteLength: (text: string) => number,
  spoilers: Spoilers = {},
): CompiledBank {
  const heads: ItemHead[] = [];
  const ends: number[] = [];
  const lines: string[] = [];
  const languages = new Set<Lang>();
  let offset = 0;
  for (const deck of bank.decks)
    for (const item of deck.items) {
      const entry: BankEntry = { item, citations: item.sources.map((s) => citationOf(s, bank.sources)) };
      const line = JSON.stringify(entry);
      heads.push(headOf(item, deck.name));
      lines.push(line);
      offset += byteLength(line) + 1;
      ends.push(offset);
      if (typeof item.stem !== 'string') for (const lang of Object.keys(item.stem)) languages.add(lang);
    }
  const decks = bank.decks.map(({ items, primer, ...deck }) => ({
    ...deck,
    ...(primer === undefined ? {} : { primer: readingMinutesOf(primer) }),
    items: items.length,
  }));
  const primers = Object.fromEntries(
    bank.decks.flatMap(({ name, primer }) => (primer === undefined ? [] : [[name, primer]])),
  );
  const index = { about: bank.about ?? {}, languages: [...languages].sort(), decks, heads, ends, spoilers };
  const bodies = lines.map((line) => `${line}\n`).join('');
  return { index, bodies, statements: bank.statements, asides: { primers, withdrawn: bank.withdrawn ?? [] } };
}

function headOf(item: Item, deck: string): ItemHead {
  const { id, kind, level, tags, revision, formerIds, requires, fact } = item;
  const head = { id, deck, kind, level, tags, revision, formerIds, requires };
  return fact === undefined ? head : { ...head, fact };
}

function citationOf(source: Source, publications: ReadonlyMap<string, Publication>): Citation {
  const at = source.at === undefined ? '' : `, ${source.at}`;
  if (!('ref' in source))
    return { text: `${source.title}${at}`, ...(source.url === undefined ? {} : { url: source.url }) };
  const found = publications.get(source.ref);
  if (found === undefined) return { text: `${source.ref}${at}` };
  return { text: `${found.authors} ${found.year}, ${found.title}${at}`, url: found.url };
}
