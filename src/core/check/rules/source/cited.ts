import type { LocatedBank } from '#core/bank/located-bank.ts';
import type { Source } from '#core/question/item.ts';
import type { Finding } from '../../contract/rule.ts';

/** A source as a question or note gives it, and a function that builds a finding at a part of it. */
interface Cited {
  readonly source: Source;
  readonly found: (message: string, part?: string) => Finding;
}

/** Yields the sources of all questions and notes. */
export function* citedIn({ items, statements }: LocatedBank): Generator<Cited> {
  const owners = [
    ...items.map((of) => ({ of, id: of.item.id, sources: of.item.sources })),
    ...statements.map((of) => ({ of, id: of.statement.id, sources: of.statement.sources ?? [] })),
  ];
  for (const { of, id, sources } of owners)
    for (const [i, source] of sources.entries())
      yield {
        source,
        found: (message, part) => ({
          path: of.source.path,
          at: of.place('sources', i, ...(part === undefined ? [] : [part])),
          item: id,
          message,
        }),
      };
}
