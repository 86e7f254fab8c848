import { joinLines } from './capped.ts';
import { countByRule, neutraliseText } from './closing.ts';
import type { Report } from './format.ts';

/** Returns the number of findings of each rule, the most first, one per line. */
export function statisticsOf({ findings }: Report): string {
  const counts = countByRule(findings);
  const width = String(counts[0]?.[1] ?? 0).length;
  return joinLines(counts.map(([rule, count]) => `${String(count).padStart(width)} ${neutraliseText(rule)}`));
}
