import { createHash } from 'node:crypto';
import type { Diagnostic } from '#core/base/diagnostic.ts';

/**
 * Returns a name for each finding that stays the same while the lines around it change: made of its rule, its question (or
 * file, by what it is called), the text at its place, and a count of equal ones before it.
 */
export function fingerprintsOf(
  findings: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  nameOf: (path: string) => string = (path) => path,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, path, item, at }) => {
    const text = texts.get(path)?.slice(at.start, at.end).replace(/\s+/g, ' ').trim() ?? '';
    const own = createHash('sha256')
      .update([rule, item ?? nameOf(path), text].join('\0'))
      .digest('hex')
      .slice(0, 16);
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    return `${own}:${before + 1}`;
  });
}
