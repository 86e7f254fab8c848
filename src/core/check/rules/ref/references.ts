import type { Located, Targets } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { findNearestIn } from '#core/base/nearest.ts';
import type { Finding } from '../../contract/rule.ts';

/** A name in a question or note that refers to something elsewhere in the bank. */
export interface Reference {
  readonly to: string;
  readonly path: DataPath;
  readonly of: Located &
    ({ readonly item: { readonly id: string } } | { readonly statement: { readonly id: string } });
}

/** Yields the references to nothing; if the bank has no such file, one finding at the first of them. */
export function* findDangling(
  references: readonly Reference[],
  targets: Targets,
  words: { readonly file: string; readonly noun: string; readonly otherwise: string },
): Generator<Finding> {
  const { file, noun, otherwise } = words;
  const [first] = references;
  if (targets.state === 'unknown' || first === undefined) return;
  if (targets.state === 'absent') {
    const others = references.length > 1 ? ` (and ${references.length - 1} more)` : '';
    const message = `this bank has no ${file} to look up \`${first.to}\`${others} in; add one, ${otherwise}`;
    yield { ...where(first), message };
    return;
  }
  const nearest = findNearestIn(targets.ids);
  for (const reference of references) {
    if (targets.ids.has(reference.to)) continue;
    const near = nearest(reference.to);
    const ways = near ? `did you mean \`${near}\`?` : `add it there, ${otherwise}`;
    yield { ...where(reference), message: `${file} has no ${noun} \`${reference.to}\`; ${ways}` };
  }
}

function where({ of, path }: Reference): Omit<Finding, 'message'> {
  const { id } = 'item' in of ? of.item : of.statement;
  return { path: of.source.path, at: of.place(...path), item: id };
}
