import type { ItemFinding } from './rule.ts';

/** The first finding at each place: a text that is the same in all languages is found once, and not once per language. */
export function* oncePerPlace(findings: Iterable<ItemFinding>): Generator<ItemFinding> {
  let places: Set<string> | undefined;
  for (const finding of findings) {
    const place = finding.at.join('\n');
    if (places?.has(place)) continue;
    places ??= new Set();
    places.add(place);
    yield finding;
  }
}
