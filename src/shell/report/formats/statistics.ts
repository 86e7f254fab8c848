import { joined } from './capped.ts';
import { countsByRule, safe } from './closing.ts';
import type { Report } from './format.ts';

/** Returns the number of findings of each rule, the most first, one per line. */
export function statistics({ findings }: Report): string {
  const counts = countsByRule(findings);
  const width = String(counts[0]?.[1] ?? 0).length;
  return joined(counts.map(([rule, count]) => `${String(count).padStart(width)} ${safe(rule)}`));
}
