import type { ItemFinding } from './rule.ts';

/** Yields the first finding at each place: a text shared by all languages is reported once, not once per language. */
export function* keepFirstPerPlace(findings: Iterable<ItemFinding>): Generator<ItemFinding> {
  let places: Set<string> | undefined;
  for (const finding of findings) {
    const place = finding.at.join('\n');
    if (places?.has(place)) continue;
    places ??= new Set();
    places.add(place);
    yield finding;
  }
}
