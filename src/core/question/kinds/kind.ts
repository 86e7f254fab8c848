import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import type { Random } from '#core/base/random.ts';
import type { Lang, Text } from '#core/base/text.ts';
import type { CommonItem } from '../item.ts';
import type { Answer, Outcome, Prompt } from '../prompt.ts';
import type { Shapes } from '../shapes.ts';
import { type Dictionaries, loadDictionary } from '../typed/dictionaries.ts';
import type { Tolerance } from '../typed/number.ts';
import type { Sample } from './sample.ts';

/** The inputs for asking an item: the learner's language, and random numbers for shuffling. */
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
export interface Kind<I extends CommonItem> extends KindDefinition<I> {
  /** The judgement of an answer; it is waited for only if a dictionary has to be loaded first. */
  grade(item: I, answer: Answer, lang: Lang): Outcome | Promise<Outcome>;
}

/** A kind as its folder defines it. */
export interface KindDefinition<I extends CommonItem> {
  readonly name: I['kind'];
  /** Other names that people give the kind, in lower case without spaces and hyphens, for suggestions. */
  readonly alsoCalled?: readonly string[];
  readonly asks: Asks;
  /** The kind's name as a learner reads it. */
  readonly title: Text;
  /** One sentence for the docs: how it is answered. */
  readonly summary: string;
  /** A question of the kind to begin with, which everybody understands; loaded only where a question is written. */
  sample(): Promise<Sample>;
  /**
   * The schema of its items, made from shapes handed in: so that the quiz, which reads a bank that was checked before,
   * starts without loading zod.
   */
  schema(shapes: Shapes): z.ZodType<I>;
  prompt(item: I, asking: Asking): Prompt;
  /** The judgement of an answer with the dictionaries at hand, or the wish for one more. */
  judge(item: I, answer: Answer, lang: Lang, have: Dictionaries): Outcome | Wanting;
  /** The right answer as it is shown afterwards. */
  key(item: I, lang: Lang): string;
  /** The chance, 0-1, that a blind guess is right. */
  guess(item: I): number;
  /** The parts of the correct answer, the key first; at least one. */
  right(item: I): readonly RightPart[];
  /**
   * The answer that gives a text for one slot, and what is right for every other; absent if no texts are typed. In a slot of several
   * things the text stands for the one that it is, or that another text is.
   */
  typing?(item: I, lang: Lang, slot: string, text: string, inPlaceOf?: string): Answer;
  /** The options to pick from or to put in order; absent for kinds that offer none. */
  options?(item: I): readonly Option[];
  /** What the correct order goes by, if there is one: other words for it may turn the order round. */
  criterion?(item: I): WrittenText;
  /** The columns of texts that a learner compares, if there are several. */
  columns?(item: I): readonly (readonly WrittenText[])[];
  /** Texts shown beside the stem and its options, such as a unit, in which alone two questions may differ. */
  beside?(item: I): readonly Text[];
  /** The number that is right; kinds that want none have none. */
  quantity?(item: I): AskedQuantity;
  /** Answers of which it is known what they are worth, for `check` to try the grader with. */
  trials(item: I, lang: Lang): Iterable<Trial>;
  /** The item as front and back: for reading it through, and for foreign formats. */
  face(item: I, lang: Lang): Face;
}

/** The wish for a dictionary before an answer is judged. */
export interface Wanting {
  readonly type: 'wanting';
  readonly dictionary: keyof Dictionaries;
  /** What the answer is without it. */
  readonly without: Outcome;
}

/** A text of an item, and its place in the item. */
export interface WrittenText {
  readonly text: Text;
  readonly path: DataPath;
  /** The reason why it is wrong, if it is and the author gives one. */
  readonly why?: Text;
}

/** A part of what is right for an item. */
export interface RightPart extends WrittenText {
  /** The slot it is right for, such as a blank; several in one slot are right in any order, or each alone. */
  readonly slot: string;
  /** True if another spelling is another value, as for numbers. */
  readonly exact?: true;
  /** True if dropping it does not change the correct answer. */
  readonly optional?: true;
  /** True if it is made of several texts, so that its languages have no separate places. */
  readonly joint?: true;
}

/** A number, what it counts, and how far off is right. */
export interface AskedQuantity {
  /** In its unit; percentages out of 100. */
  readonly key: number;
  readonly unit?: Text;
  readonly tolerance: Tolerance;
}

/** Something that can be picked. */
export interface Option extends WrittenText {
  /** True for a correct option. */
  readonly right: boolean;
}

/** An answer, and what grading it must yield. */
export interface Trial {
  readonly answer: Answer;
  /** True if it must be graded as right; a refused answer is not right. */
  readonly right: boolean;
  /** Where in the item it comes from. */
  readonly path: DataPath;
  /** A name for messages, such as `the key` or `this distractor`. */
  readonly what: string;
}

/** An item as two texts: what asks and what answers. */
export interface Face {
  readonly front: string;
  readonly back: string;
}

/** A kind made from its definition. */
export function defineKind<I extends CommonItem>(kind: KindDefinition<I>): Kind<I> {
  return { ...kind, grade: (item, answer, lang) => gradeWith(kind, item, answer, lang, {}) };
}

/** The judgement of an answer without any dictionary, for whoever can't wait. */
export function judgeAtHand<I extends CommonItem>(
  kind: KindDefinition<I>,
  item: I,
  answer: Answer,
  lang: Lang,
): Outcome {
  const outcome = kind.judge(item, answer, lang, {});
  return outcome.type === 'wanting' ? outcome.without : outcome;
}

function gradeWith<I extends CommonItem>(
  kind: KindDefinition<I>,
  item: I,
  answer: Answer,
  lang: Lang,
  have: Dictionaries,
): Outcome | Promise<Outcome> {
  const outcome = kind.judge(item, answer, lang, have);
  if (outcome.type !== 'wanting') return outcome;
  return loadDictionary(outcome.dictionary).then(
    (loaded) => gradeWith(kind, item, answer, lang, { ...have, ...loaded }),
    // A program that was replaced while it runs has lost the file; an answer is judged all the same.
    () => outcome.without,
  );
}
