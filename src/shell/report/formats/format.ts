import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { Allowed } from '#core/check/check.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import type { Guessability } from '#core/check/guess/guessability.ts';
import type { Paint } from '#shell/page/paint.ts';

/** What a run of `check` came to. */
export interface Report {
  readonly findings: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  /** The rules that were looked for. */
  readonly rules: readonly Rule[];
  readonly counts: Counts;
  /** Of each language that has enough questions. */
  readonly guessability: readonly Guessability[];
  /** Findings at least as bad as this make the run fail. */
  readonly failOn: Severity;
  /** The paths of the files that were checked, in order. */
  readonly paths: readonly string[];
  /** The texts of all files that were read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What stands before paths for tools that count them from the root of the repository; `''` or with a `/` at its end. */
  readonly prefix: string;
  /** The version of the program. */
  readonly version: string;
  /** The address of the project's home; undefined where it has none. */
  readonly homepage: string | undefined;
}

/** How many things were checked. */
export interface Counts {
  readonly files: number;
  readonly decks: number;
  /** Those without an error. */
  readonly questions: number;
}

/** What a report is printed on. */
export interface Page {
  readonly paint: Paint;
  /** The width of the terminal, in cells; 0 where lines are not to be wrapped. */
  readonly columns: number;
}

/** One way to print a report. */
export interface Format {
  readonly name: string;
  /** One sentence for the docs. */
  readonly summary: string;
  /** Whether it is made of lines, after which the closing line may stand; otherwise it is one document. */
  readonly lines: boolean;
  /** The whole text, each line ended. No control character of a file is in it. */
  readonly print: (report: Report, page: Page) => string;
}
