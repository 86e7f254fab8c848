import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { Allowed } from '#core/check/check.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import type { Guessability } from '#core/check/guess/guessability.ts';
import type { Unworded } from '#core/check/unworded.ts';
import type { Paint } from '#shell/page/paint.ts';

/** The result of a run of `check`. */
export interface Report {
  readonly findings: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  /** The rules that were run. */
  readonly rules: readonly Rule[];
  readonly counts: Counts;
  /** For each language with enough questions. */
  readonly guessability: readonly Guessability[];
  /** Set if the bank has languages that rules on wording do not know. */
  readonly unworded?: Unworded | undefined;
  /** The numbers of findings that are not reported: those that the baseline lists, and those in what was not changed. */
  readonly hidden?: { readonly known?: number; readonly unchanged?: number };
  /** Findings of at least this severity make the run fail. */
  readonly failOn: Severity;
  /** The paths of the files that were checked, in order. */
  readonly paths: readonly string[];
  /** The texts of all files that were read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The prefix of paths for tools that need them relative to the repository; `''` or with a `/` at its end. */
  readonly prefix: string;
  /** The version of the program. */
  readonly version: string;
  /** The address of the project's home; undefined if it has none. */
  readonly homepage: string | undefined;
}

/** How many things were checked. */
export interface Counts {
  readonly files: number;
  readonly decks: number;
  /** Those without an error. */
  readonly questions: number;
}

/** The medium that a report is printed on. */
export interface Page {
  readonly paint: Paint;
  /** The width of the terminal in columns; 0 if lines are not wrapped. */
  readonly columns: number;
}

/** One way to print a report. */
export interface Format {
  readonly name: string;
  /** One sentence for the docs. */
  readonly summary: string;
  /** Whether it consists of lines, so that the closing line may follow; otherwise it is one document. */
  readonly lines: boolean;
  /** Returns the whole text, each line with a line end, without any control character of a file. */
  readonly print: (report: Report, page: Page) => string;
}
