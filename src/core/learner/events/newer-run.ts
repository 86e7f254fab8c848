import type { NewerLine } from './read-line.ts';

/** The lines of a newer format at the end of a log, which no event of ours follows yet. */
export interface NewerRun {
  readonly format: number;
  readonly lines: number;
  /** True if only the format of each differs from an event of ours. */
  readonly alike: boolean;
}

/** The run with one more line. */
export function extendRun(run: NewerRun | undefined, { format, alike }: NewerLine): NewerRun {
  return {
    format: Math.max(run?.format ?? 0, format),
    lines: (run?.lines ?? 0) + 1,
    alike: (run?.alike ?? true) && alike,
  };
}

/**
 * The newer format of a log; undefined if it is ours. A newer llmquiz leaves several such lines, or one that we could not have
 * written. A single one that we could have written is damage: one flipped bit must cost no more than its line.
 */
export function newerFormatOf(run: NewerRun | undefined): number | undefined {
  return run === undefined || (run.lines === 1 && run.alike) ? undefined : run.format;
}
