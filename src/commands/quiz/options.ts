import type { CommonOptions } from '../shared/options.ts';

/** The highest level of a question. */
export const highestLevel = 5;

/** Levels of questions, both ends included. */
export interface LevelRange {
  readonly from: number;
  readonly to: number;
}

/** The options of `llmquiz quiz`. */
export interface QuizOptions extends CommonOptions {
  readonly deck?: readonly string[];
  readonly tag?: readonly string[];
  readonly level?: LevelRange;
  readonly new?: number;
  readonly limit?: number;
  readonly minutes?: number;
  readonly plain?: boolean;
  readonly seed?: string;
}
