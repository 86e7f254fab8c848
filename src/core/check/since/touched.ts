import type { LocatedBank } from '#core/bank/located-bank.ts';
import { readBank } from '#core/bank/read-bank.ts';
import type { Diagnostic, Place } from '#core/base/diagnostic.ts';
import { groupBy } from '#core/base/group-by.ts';
import type { BankFile } from '#core/yaml/source.ts';

/** A question, note or source as it is written in a file. */
interface Stretch {
  readonly path: string;
  readonly at: Pick<Place, 'start' | 'end'>;
  readonly isTouched: boolean;
}

/** Returns a test for findings in what a change touched: a question, note or source that reads otherwise, or what is around them in a file that does. */
export function touchedBy(
  before: readonly BankFile[],
  now: readonly BankFile[],
): (finding: Diagnostic) => boolean {
  const earlier = new Set(writtenIn(readBank(before).located).map(({ text }) => text));
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  const changed = new Set(now.flatMap(({ path, text }) => (texts.get(path) === text ? [] : [path])));
  const stretches = writtenIn(readBank(now).located).map(
    ({ path, at, text }): Stretch => ({ path, at, isTouched: !earlier.has(text) }),
  );
  const byPath = groupBy(stretches, ({ path }) => path);
  const isTouched = ({ path, at }: Pick<Diagnostic, 'path' | 'at'>) => {
    if (!changed.has(path)) return false;
    const around = byPath.get(path)?.find(({ at: { start, end } }) => at.start >= start && at.start < end);
    return around?.isTouched ?? true;
  };
  return (finding) => isTouched(finding) || (finding.related ?? []).some(isTouched);
}

/** What is written for each question, note and source, however it is indented. */
function writtenIn({ ids, publications }: LocatedBank) {
  // By their ids, since what is wrong is not among the questions.
  return [...ids, ...publications].map(({ source, path }) => {
    const at = source.place(path);
    const lines = source.text.slice(at.start, at.end).split('\n');
    return {
      path: source.path,
      at,
      text: lines
        .map((line) => line.trim())
        .join('\n')
        .trim(),
    };
  });
}
