import type { Diagnostic, Edit } from '#core/base/diagnostic.ts';
import { finish, type Steps, scaleSteps } from '#core/base/steps.ts';
import { composeEdits } from '#core/base/text-edits.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { applyFixes, type FixResult } from './apply-fixes.ts';

/** A file that fixes changed, or that has fixes that were rejected. */
export interface FixedFile extends BankFile {
  readonly before: string;
  /** The edits from `before` to `text`, from start to end. */
  readonly changes: readonly Edit[];
  readonly made: readonly Diagnostic[];
  readonly left: FixResult['left'];
}

const mostPasses = 10;

/** Applies all fixes of a bank's findings, checking again until no more can be applied. */
export const fixBank = (
  files: readonly BankFile[],
  findingsOf: (files: readonly BankFile[]) => readonly Diagnostic[],
): readonly FixedFile[] =>
  finish(
    // biome-ignore lint/correctness/useYield: the findings come all at once.
    fixInSteps(files, function* (now) {
      return { diagnostics: findingsOf(now) };
    }),
  );

/** A check of some files, in steps. */
export type CheckInSteps = (
  files: readonly BankFile[],
) => Steps<{ readonly diagnostics: readonly Diagnostic[] }>;

/** The share of the work that a check is: mostly one finds everything, and one more finds nothing left. */
const passShare = 0.5;

/** Fixes like fixBank, in the steps of checking. */
export function* fixInSteps(files: readonly BankFile[], check: CheckInSteps): Steps<readonly FixedFile[]> {
  let now: readonly FixedFile[] = files.map((file) => ({
    ...file,
    before: file.text,
    changes: [],
    made: [],
    left: [],
  }));
  for (let pass = 0; pass < mostPasses; pass++) {
    const { diagnostics } = yield* scaleSteps(check(now), Math.min(pass, 1) * passShare, passShare);
    const findings = diagnostics.filter((f) => f.fix !== undefined);
    const fixed = new Set(findings.map((f) => f.path));
    const next = now.map((file) => {
      if (!fixed.has(file.path)) return { ...file, left: [] };
      const result = applyFixes(file, findings);
      const { text, made, left } = result;
      const changes = composeEdits(file.changes, editsOf(file.text, result), file.text);
      return { ...file, text, changes, made: [...file.made, ...made], left };
    });
    const done = next.every(({ text }, i) => text === now[i]?.text);
    now = next;
    if (done) break;
  }
  return now.filter(({ text, before, left }) => text !== before || left.length > 0);
}

/** Returns the edits of a file's text, including the byte order mark. */
function editsOf(text: string, { edits, made }: FixResult): readonly Edit[] {
  if (!text.startsWith('\ufeff')) return edits;
  const own = edits.map((edit) => ({ ...edit, start: edit.start + 1, end: edit.end + 1 }));
  return made.some(({ rule }) => rule === 'text/bom') ? [...own, { start: 0, end: 1, text: '' }] : own;
}
