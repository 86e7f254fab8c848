import type { CommonOptions } from '../shared/options.ts';

/** The options of `llmquiz quiz`. */
export interface QuizOptions extends CommonOptions {
  readonly deck?: readonly string[];
  readonly tag?: readonly string[];
  readonly new?: number;
  readonly limit?: number;
  readonly minutes?: number;
  readonly plain?: boolean;
  readonly seed?: string;
}
