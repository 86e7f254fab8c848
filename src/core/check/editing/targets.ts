import type { LocatedBank } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import type { Place } from '#core/base/diagnostic.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { type KnownName, type NameSort, namesOf, sortAt } from './known-names.ts';

/** A name at a place of a file, and all that have it. */
export interface NameAt {
  readonly sort: NameSort;
  readonly name: string;
  readonly at: Place;
  readonly known: readonly KnownName[];
}

/** Finds the name at an offset of a file: an id in `ref`, `requires`, `notes`, `tags` or `fact`, or the id of a rule. */
export function findNameAt(source: YamlSource, offset: number, bank: LocatedBank): NameAt | undefined {
  const found = scalarAt(source, offset);
  const sort = found && sortAt(found.path);
  if (sort === undefined) return undefined;
  const name = String(found?.value);
  const known = namesOf(sort, bank).filter((one) => one.name === name);
  return found && { sort, name, at: found.at, known };
}

function scalarAt(
  { scalars }: YamlSource,
  offset: number,
): { readonly value: unknown; readonly at: Place; readonly path: DataPath } | undefined {
  for (const { value, at, path, part } of scalars(offset))
    if (part === 'value' && at.start <= offset && offset <= at.end) return { value, at, path };
  return undefined;
}
