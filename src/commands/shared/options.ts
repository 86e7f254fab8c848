import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Settings } from '#core/base/settings.ts';
import type { Lang } from '#core/base/text.ts';

/** The options that choose a bank. */
export interface BankOptions {
  readonly bank?: string;
  readonly strict?: boolean;
}

/** The options that every command for learners takes. */
export interface CommonOptions extends BankOptions {
  readonly lang?: Lang;
  readonly dataDir?: string;
  /** What the config says. */
  readonly settings?: Settings;
}

/** A command with the options that every command for learners takes. */
export const withCommonOptions = (command: Command): Command =>
  command
    .addOption(makeLangOption())
    .addOption(makeBankOption())
    .addOption(strictOption())
    .addOption(makeDataOption());

/** `--bank PATH`. */
export const makeBankOption = () =>
  new Option('--bank <path>', 'deck file or folder to use [env: LLMQUIZ_BANK]');

/** `--strict`. */
const strictOption = () => new Option('--strict', 'refuse a bank that has errors');

/** `--data-dir DIR`. */
export const makeDataOption = () =>
  new Option('--data-dir <dir>', 'folder for your answers [env: LLMQUIZ_DATA_DIR]');

/** `--reviews all|focus`. */
export const makeReviewsOption = () =>
  new Option('--reviews <which>', 'reviews from all decks, or from your focus').choices(['all', 'focus']);

/** `--lang TAG`: any language that a bank has; the program's own words are then English, if they are not in it. */
export const makeLangOption = () =>
  new Option('--lang <tag>', 'language of the quiz (default: from LANG)').argParser(readTag);

function readTag(text: string): Lang {
  if (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError('It must be the tag of a language, such as en, zh or de.');
}
