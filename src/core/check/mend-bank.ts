import type { Diagnostic } from '../diagnostic.ts';
import type { BankFile } from '../yaml-source.ts';
import { type Mended, mend } from './mend.ts';

/** A file that fixes changed, or that has some that could not be made. */
export interface MendedFile extends BankFile {
  readonly before: string;
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
    made: [],
    left: [],
  }));
  for (let pass = 0; pass < mostPasses; pass++) {
    const findings = findingsOf(now).filter((f) => f.fix !== undefined);
    const fixed = new Set(findings.map((f) => f.path));
    const next = now.map((file) => {
      if (!fixed.has(file.path)) return { ...file, left: [] };
      const { text, made, left } = mend(file, findings);
      return { ...file, text, made: [...file.made, ...made], left };
    });
    const done = next.every(({ text }, i) => text === now[i]?.text);
    now = next;
    if (done) break;
  }
  return now.filter(({ text, before, left }) => text !== before || left.length > 0);
}
