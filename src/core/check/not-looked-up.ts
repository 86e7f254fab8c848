import type { LocatedBank, Targets } from '../bank/located-bank.ts';
import { formatCount } from '../base/format-count.ts';

/** The references of single files that nothing was found to look up in, as counts with what was missing. */
export function notLookedUpIn({ items, statements, targets, whole }: LocatedBank): readonly string[] {
  if (whole) return [];
  const sourced = [...items.map(({ item }) => item), ...statements.map(({ statement }) => statement)];
  const refs = sourced.flatMap(({ sources = [] }) => sources.filter((source) => 'ref' in source));
  const notes = items.flatMap(({ item }) => item.notes);
  const required = items.flatMap(({ item }) => item.requires).filter((id) => !targets.items.ids.has(id));
  return [
    ...missing(refs, 'ref', targets.sources, 'no sources.yaml'),
    ...missing(notes, 'note', targets.notes, 'no notes.yaml'),
    ...missing(required, 'required id', targets.items, 'no other decks'),
  ];
}

const missing = (
  names: readonly unknown[],
  noun: string,
  { state }: Targets,
  what: string,
): readonly string[] =>
  state === 'unknown' && names.length > 0
    ? [`${formatCount(names.length, noun)} (${what} found that can be read)`]
    : [];
