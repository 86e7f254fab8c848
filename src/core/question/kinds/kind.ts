import type * as z from 'zod';
import type { DataPath } from '../../base/data-path.ts';
import type { Random } from '../../base/random.ts';
import type { Lang, Text } from '../../base/text.ts';
import type { CommonItem } from '../item.ts';
import type { Answer, Outcome, Prompt } from '../prompt.ts';
import type { Shapes } from '../shapes.ts';

/** What a kind needs to ask an item: the learner's language and the dice for shuffling. */
export interface Asking {
  readonly lang: Lang;
  readonly random: Random;
}

/** How one kind of item is written, asked and graded; all of it pure. */
export interface Kind<I extends CommonItem> {
  readonly name: I['kind'];
  /** The kind's name as a learner reads it. */
  readonly title: Text;
  /** One sentence for the docs: how it is answered. */
  readonly summary: string;
  /**
   * The schema of its items, made from shapes handed in: so that the quiz, which reads a bank that was checked before,
   * starts without loading zod.
   */
  schema(shapes: Shapes): z.ZodType<I>;
  prompt(item: I, asking: Asking): Prompt;
  grade(item: I, answer: Answer, lang: Lang): Outcome;
  /** The right answer as it is shown afterwards. */
  key(item: I, lang: Lang): string;
  /** The chance, 0-1, that a blind guess is right. */
  guess(item: I): number;
  /** What it offers to be picked from; kinds that offer nothing have none. */
  options?(item: I): readonly Option[];
  /** What is right to type or to recall, the key first; kinds that want no text have none. */
  accepted?(item: I): readonly WrittenText[];
  /** Answers of which it is known what they are worth, for `check` to try the grader with. */
  trials(item: I, lang: Lang): Iterable<Trial>;
  /** The item as front and back: for reading it through, and for foreign formats. */
  face(item: I, lang: Lang): Face;
}

/** A text of an item, and where in the item it is written. */
export interface WrittenText {
  readonly text: Text;
  readonly path: DataPath;
}

/** Something that can be picked. */
export interface Option extends WrittenText {
  /** Whether it is (among) what is to be picked. */
  readonly right: boolean;
}

/** An answer, and what grading it must yield. */
export interface Trial {
  readonly answer: Answer;
  /** Whether it must be found right; an answer that is refused as unreadable is not right. */
  readonly right: boolean;
  /** Where in the item it comes from. */
  readonly path: DataPath;
  /** What it is, as in `the key` or `this distractor`. */
  readonly what: string;
}

/** An item as two texts: what asks and what answers. */
export interface Face {
  readonly front: string;
  readonly back: string;
}

/** Checks a kind's definition against its item type, and returns it unchanged. */
export function defineKind<I extends CommonItem>(kind: Kind<I>): Kind<I> {
  return kind;
}
