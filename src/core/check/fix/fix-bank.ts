import type { Diagnostic, Edit } from '#core/base/diagnostic.ts';
import { composed } from '#core/base/text-edits.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { applyFixes, type FixResult } from './apply-fixes.ts';

/** A file that fixes changed, or that has some that could not be made. */
export interface FixedFile extends BankFile {
  readonly before: string;
  /** What turned the text before into this one, from its start to its end. */
  readonly changes: readonly Edit[];
  readonly made: readonly Diagnostic[];
  readonly left: FixResult['left'];
}

const mostPasses = 10;

/** Makes all fixes of a bank's findings, looking for findings again until no fix is left that can be made. */
export function fixBank(
  files: readonly BankFile[],
  findingsOf: (files: readonly BankFile[]) => readonly Diagnostic[],
): readonly FixedFile[] {
  let now: readonly FixedFile[] = files.map((file) => ({
    ...file,
    before: file.text,
    changes: [],
    made: [],
    left: [],
  }));
  for (let pass = 0; pass < mostPasses; pass++) {
    const findings = findingsOf(now).filter((f) => f.fix !== undefined);
    const fixed = new Set(findings.map((f) => f.path));
    const next = now.map((file) => {
      if (!fixed.has(file.path)) return { ...file, left: [] };
      const result = applyFixes(file, findings);
      const { text, made, left } = result;
      const changes = composed(file.changes, editsOf(file.text, result), file.text);
      return { ...file, text, changes, made: [...file.made, ...made], left };
    });
    const done = next.every(({ text }, i) => text === now[i]?.text);
    now = next;
    if (done) break;
  }
  return now.filter(({ text, before, left }) => text !== before || left.length > 0);
}

/** What a file's text was turned into another one by, the byte order mark included. */
function editsOf(text: string, { edits, made }: FixResult): readonly Edit[] {
  if (!text.startsWith('\ufeff')) return edits;
  const own = edits.map((edit) => ({ ...edit, start: edit.start + 1, end: edit.end + 1 }));
  return made.some(({ rule }) => rule === 'text/bom') ? [...own, { start: 0, end: 1, text: '' }] : own;
}
