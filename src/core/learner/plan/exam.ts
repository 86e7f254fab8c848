import type { ItemHead } from '../../bank/head.ts';
import { groupBy } from '../../base/group-by.ts';
import { randomFrom, shuffle } from '../../base/random.ts';
import { type Interval, wilsonIntervalOf } from '../../base/wilson.ts';
import type { Verdict } from '../../question/prompt.ts';
import { oneOfEachFact } from './plan.ts';

/** The default number of questions in one exam. */
export const examSize = 30;

/** The inputs of an exam. No state of a learner is among them, so that a seed gives everybody the same questions. */
export interface ExamInput {
  /** The questions to choose from, in the order of the bank. */
  readonly heads: readonly ItemHead[];
  readonly size: number;
  readonly seed: string;
}

/** Chooses the questions of an exam: from each deck in turn, one of each fact, in random order. */
export function pickExam({ heads, size, seed }: ExamInput): readonly ItemHead[] {
  const random = randomFrom(`exam ${seed}`);
  const decks = [...groupBy(oneOfEachFact(shuffle(heads, random)), ({ deck }) => deck).values()];
  const chosen: ItemHead[] = [];
  for (let round = 0; chosen.length < size; round += 1) {
    const next = shuffle(
      decks.flatMap((deck) => deck[round] ?? []),
      random,
    );
    if (next.length === 0) break;
    chosen.push(...next.slice(0, size - chosen.length));
  }
  return shuffle(chosen, random);
}

/** One question of an exam, and what became of it. */
export interface ExamAnswer {
  readonly deck: string;
  /** Absent if it was not answered. */
  readonly verdict?: Verdict;
  /** True for the answer *I don't know*. */
  readonly unknown: boolean;
  /** The chance, 0-1, of a right answer by a blind guess. */
  readonly guess: number;
}

/** The result of an exam. */
export interface ExamScore {
  readonly of: number;
  readonly right: number;
  readonly answered: number;
  /** The 95% interval of the share of right answers. */
  readonly interval: Interval;
  /** The share that was known, without lucky guesses, 0-1; undefined if nothing could be guessed. */
  readonly corrected?: number;
  readonly decks: readonly { readonly deck: string; readonly of: number; readonly right: number }[];
}

/**
 * The score of an exam. Corrected for guessing, the share is (right - expected lucky) / all. Of answers of people who do not know,
 * each wrong one with a chance g of a lucky guess stands for g / (1 - g) that were lucky; for k options that is the formula
 * score R - W / (k - 1) (R. B. Frary 1988, Formula scoring of multiple-choice tests (correction for guessing), Educational
 * Measurement: Issues and Practice 7(2), 33-38). *I don't know* and no answer are no guesses.
 */
export function examScoreOf(answers: readonly ExamAnswer[]): ExamScore {
  const right = answers.filter(isRight).length;
  const lucky = answers
    .filter((a) => a.verdict !== undefined && !a.unknown && !isRight(a))
    .reduce((sum, { guess }) => sum + (guess < 1 ? guess / (1 - guess) : 0), 0);
  const canGuess = answers.some(({ guess }) => guess > 0);
  const of = answers.length;
  return {
    of,
    right,
    answered: answers.filter(({ verdict }) => verdict !== undefined).length,
    interval: wilsonIntervalOf(right, of),
    ...(canGuess ? { corrected: Math.max(0, right - lucky) / of } : {}),
    decks: [...groupBy(answers, ({ deck }) => deck)].map(([deck, some]) => ({
      deck,
      of: some.length,
      right: some.filter(isRight).length,
    })),
  };
}

const isRight = ({ verdict }: ExamAnswer) => verdict === 'correct';
