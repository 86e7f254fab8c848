import type { CommonOptions } from '../shared/options.ts';
import type { ItemOptions } from '../shared/select-items.ts';

/** The options of `llmquiz quiz`. */
export interface QuizOptions extends CommonOptions, ItemOptions {
  readonly new?: number;
  readonly limit?: number;
  readonly minutes?: number;
  /** A date, or `none`, whatever the config says. */
  readonly deadline?: string;
  /** The decks that reviews come from. */
  readonly reviews?: 'all' | 'focus';
  readonly plain?: boolean;
  readonly seed?: string;
}
