import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import type { Random } from '#core/base/random.ts';
import type { Lang, Text } from '#core/base/text.ts';
import type { CommonItem } from '../item.ts';
import type { Answer, Outcome, Prompt } from '../prompt.ts';
import type { Shapes } from '../shapes.ts';
import type { Tolerance } from '../typed/number.ts';

/** What a kind needs to ask an item: the learner's language and the dice for shuffling. */
export interface Asking {
  readonly lang: Lang;
  readonly random: Random;
}

/**
 * How an item is answered: one of several options picked, or all that are right; a statement called true or false; words typed, or
 * typed into blanks; a number typed; things put in order, or paired; an answer thought of, revealed, and judged by the learner. Whoever looks
 * at many kinds asks for this and never for a kind by its name.
 */
export type Asks =
  | 'pick-one'
  | 'pick-many'
  | 'judge'
  | 'type'
  | 'fill'
  | 'type-number'
  | 'arrange'
  | 'pair'
  | 'reveal';

/** How one kind of item is written, asked and graded; all of it pure. */
export interface Kind<I extends CommonItem> {
  readonly name: I['kind'];
  /** What people call it beside its name and title, in small letters without blanks and hyphens: for saying what was meant. */
  readonly alsoCalled?: readonly string[];
  readonly asks: Asks;
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
  /** What is right, part by part, the key first; at least one part. */
  right(item: I): readonly RightPart[];
  /** What it offers to be picked from or to be put in order; kinds that offer nothing have none. */
  options?(item: I): readonly Option[];
  /** What a learner tells apart, if it stands in several columns. */
  columns?(item: I): readonly (readonly WrittenText[])[];
  /** What is shown beside the stem and its options, such as a unit: two questions may differ in it alone. */
  beside?(item: I): readonly Text[];
  /** The number that is right; kinds that want none have none. */
  quantity?(item: I): Quantity;
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

/** A part of what is right for an item. */
export interface RightPart extends WrittenText {
  /** What it is right for, such as a blank; several of one slot are right in any order, or each by itself. */
  readonly slot: string;
  /** Whether another spelling is another value, as of numbers. */
  readonly exact?: true;
  /** Whether it may be left out without a change of what is right. */
  readonly optional?: true;
  /** Whether it is put together from several texts, so that no language of it has a place of its own. */
  readonly joint?: true;
}

/** A number, what it counts, and how far off is right. */
export interface Quantity {
  /** In its unit; percentages out of 100. */
  readonly key: number;
  readonly unit?: Text;
  readonly tolerance: Tolerance;
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
