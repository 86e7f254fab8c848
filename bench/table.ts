import type { Run } from './measure.ts';

/** What was measured under one name, and what it should have been. */
export interface Row {
  readonly name: string;
  readonly runs: readonly Run[];
  /** The most that is good: of the ratio to the floor, of minima, or of the median or the 99th percentile in milliseconds. */
  readonly goal?: { readonly of: 'ratio' | 'median' | 'p99'; readonly most: number };
  /** The most memory that is good, in MiB. */
  readonly memoryGoal?: number;
}

const titles = ['', 'runs', 'min ms', 'median ms', 'p99 ms', '× median', '× min', 'peak MiB', 'goal', ''];

/** The rows as a Markdown table, with times as ratios to the row named as the floor. */
export function table(rows: readonly Row[], floor: string): string {
  const base = statsOf(rows.find((r) => r.name === floor)?.runs ?? []);
  const cells = rows.map((row) => cellsOf(row, base));
  return columned(titles, cells, 8);
}

/** Cells as a Markdown table; the first column and those from one on are set to the left, the others to the right. */
export function columned(
  titles: readonly string[],
  cells: readonly (readonly string[])[],
  left: number,
): string {
  const widths = titles.map((title, i) => Math.max(title.length, ...cells.map((c) => c[i]?.length ?? 0)));
  const isLeft = (i: number) => i === 0 || i >= left;
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, i) => (isLeft(i) ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((w, i) => '-'.repeat(w + (isLeft(i) ? 2 : 1)) + (isLeft(i) ? '' : ':')).join('|')}|`;
  return [line(titles), rule, ...cells.map(line)].join('\n');
}

interface Stats {
  readonly min: number;
  readonly median: number;
  readonly p99: number;
}

function statsOf(runs: readonly Run[]): Stats {
  const sorted = runs.map((r) => r.ms).sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), p99: at(0.99) };
}

function cellsOf({ name, runs, goal, memoryGoal }: Row, base: Stats): readonly string[] {
  const stats = statsOf(runs);
  // What else the machine does only ever adds: the least of many runs tells most of the program itself.
  const ratio = stats.min / base.min;
  const memories = runs.flatMap((r) => r.memory ?? []);
  const memory = memories.length === 0 ? undefined : Math.max(...memories);
  const goals = [
    ...(goal === undefined
      ? []
      : [goal.of === 'ratio' ? `≤ ${goal.most} ×` : `${goal.of} ≤ ${goal.most} ms`]),
    ...(memoryGoal === undefined ? [] : [`< ${memoryGoal} MiB`]),
  ];
  const inTime = goal === undefined || (goal.of === 'ratio' ? ratio : stats[goal.of]) <= goal.most;
  const inMemory = memoryGoal === undefined || memory === undefined || memory < memoryGoal;
  const startsAProgram = stats.min >= base.min / 2;
  return [
    name,
    String(runs.length),
    ...[stats.min, stats.median, stats.p99].map((ms) => ms.toFixed(ms < 10 ? 2 : 1)),
    ...(startsAProgram ? [stats.median / base.median, ratio].map((x) => x.toFixed(2)) : ['', '']),
    memory === undefined ? '' : memory.toFixed(0),
    goals.join(', '),
    goals.length === 0 ? '' : inTime && inMemory ? 'met' : '**not met**',
  ];
}
