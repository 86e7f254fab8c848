import type { Diagnostic, Edit } from '#core/base/diagnostic.ts';
import { composed } from '#core/base/text-edits.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { type Mended, mend } from './mend.ts';

/** A file that fixes changed, or that has some that could not be made. */
export interface MendedFile extends BankFile {
  readonly before: string;
  /** What turned the text before into this one, from its start to its end. */
  readonly changes: readonly Edit[];
  readonly made: readonly Diagnostic[];
  readonly left: Mended['left'];
}

const mostPasses = 10;

/** Makes all fixes of a bank's findings, looking for findings again until no fix is left that can be made. */
export function mendBank(
  files: readonly BankFile[],
  findingsOf: (files: readonly BankFile[]) => readonly Diagnostic[],
): readonly MendedFile[] {
  let now: readonly MendedFile[] = files.map((file) => ({
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
      const mended = mend(file, findings);
      const { text, made, left } = mended;
      const changes = composed(file.changes, editsOf(file.text, mended), file.text);
      return { ...file, text, changes, made: [...file.made, ...made], left };
    });
    const done = next.every(({ text }, i) => text === now[i]?.text);
    now = next;
    if (done) break;
  }
  return now.filter(({ text, before, left }) => text !== before || left.length > 0);
}

/** What a file's text was turned into another one by, the byte order mark included. */
function editsOf(text: string, { edits, made }: Mended): readonly Edit[] {
  if (!text.startsWith('\ufeff')) return edits;
  const own = edits.map((edit) => ({ ...edit, start: edit.start + 1, end: edit.end + 1 }));
  return made.some(({ rule }) => rule === 'text/bom') ? [...own, { start: 0, end: 1, text: '' }] : own;
}
