import type { DataPath } from '../base/data-path.ts';
import type { Place } from '../base/diagnostic.ts';
import type { Lang, Text } from '../base/text.ts';
import type { Item } from '../question/kinds/index.ts';
import type { YamlSource } from '../yaml/source.ts';
import type { Publication } from './compile.ts';
import type { BankFrame, NotesStatement } from './schema.ts';
import type { Term, Withdrawal } from './side-schemas.ts';

/** Where something stands in a bank. */
export interface Located {
  readonly source: YamlSource;
  readonly path: DataPath;
  /** The place of a part of it: `place('distractors', 2)`; of the whole, if nothing is named. Throws if there is no such part. */
  readonly place: (...path: DataPath) => Place;
  /** The same of a part that may be missing, as one may that has a default: if it is, the nearest part around it. */
  readonly placeNear: (...path: DataPath) => Place;
  /** The place of the key that a part of it stands under. */
  readonly placeOfKey: (...path: DataPath) => Place;
}

/** An item that has the shape of its kind, with its place. */
export interface LocatedItem extends Located {
  readonly deck: string;
  /** That of its texts that are written in one language only. */
  readonly language: Lang;
  readonly item: Item;
}

/** A statement of the notes with its place. */
export interface LocatedStatement extends Located {
  readonly statement: NotesStatement;
}

/** An entry of the bibliography with its place. */
export interface LocatedPublication extends Located {
  /** What `sources: [{ ref }]` names it by. */
  readonly id: string;
  readonly publication: Publication;
}

/** A withdrawn question with its place. */
export interface LocatedWithdrawal extends Located {
  readonly id: string;
  readonly withdrawal: Withdrawal;
}

/** A term of a glossary with its place. */
export interface LocatedTerm extends Located {
  readonly term: Term;
}

/** An id as it is written, of an item or statement that need not be right otherwise. */
export interface LocatedId extends Located {
  readonly id: string;
  /** Ids are unique among those of one sort. */
  readonly of: 'item' | 'statement';
}

/** What a bank says of itself, with its place. */
export interface LocatedFrame extends Located {
  readonly frame: BankFrame;
}

/** A deck file: what it holds, right or wrong. */
export interface LocatedDeck {
  readonly source: YamlSource;
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly primer?: Text;
  /** That of its texts that are written in one language only. */
  readonly language: Lang;
  /** How many questions are written in it; undefined where it cannot be told. */
  readonly written: number | undefined;
}

/** The ids that references can point to: none at all where a bank has no such file, unknown where it cannot be told. */
export interface Targets {
  readonly state: 'known' | 'absent' | 'unknown';
  readonly ids: ReadonlySet<string>;
}

/** A bank as it was read, with places, for the rules of `check`. */
export interface LocatedBank {
  readonly files: readonly YamlSource[];
  readonly decks: readonly LocatedDeck[];
  /** All that were given, the right ones. */
  readonly frames: readonly LocatedFrame[];
  readonly items: readonly LocatedItem[];
  readonly statements: readonly LocatedStatement[];
  readonly publications: readonly LocatedPublication[];
  readonly withdrawals: readonly LocatedWithdrawal[];
  readonly terms: readonly LocatedTerm[];
  readonly ids: readonly LocatedId[];
  /** What `sources: [{ ref }]`, `notes`, `tags` and `requires` can name. */
  readonly targets: {
    readonly sources: Targets;
    readonly notes: Targets;
    readonly tags: Targets;
    readonly items: Targets;
  };
  /** Whether all of a bank was given, and not some of its files. */
  readonly whole: boolean;
  /** Whether all that was given could be read: only then does it mean something that a thing is not there. */
  readonly complete: boolean;
}
