import { splitByDifference } from '#core/base/difference.ts';
import { makeSpan, type Span } from '#shell/page/line.ts';

/** A typed text and a correct one, with brackets and colour around what differs. */
export interface Marked {
  readonly typed: readonly (string | Span)[];
  readonly meant: readonly (string | Span)[];
}

/** Marks what differs between a typed text and a correct one; undefined if they have little in common, or nothing differs. */
export function markDifference(typed: string, meant: string): Marked | undefined {
  const stretches = splitByDifference(typed, meant);
  if (stretches === undefined || stretches.every(({ same }) => same)) return undefined;
  return {
    typed: stretches.map(({ one, same }) => (same ? one : makeSpan('bad', `[${one}]`))),
    meant: stretches.map(({ other, same }) => (same ? other : makeSpan('good', `[${other}]`))),
  };
}
