import { columned } from '../table.ts';
import type { BesideRow } from './rows.ts';
import type { Used } from './used.ts';

/** What was measured of a row. */
export interface Measured {
  readonly row: BesideRow;
  readonly old: readonly Used[];
  readonly new: readonly Used[];
}

const titles = [
  '',
  'rounds',
  'old CPU s',
  'new CPU s',
  'old s',
  'new s',
  'old MiB',
  'new MiB',
  'ratio',
  'goal',
  '',
];

/** The rows as a Markdown table: medians, and the ratio that each row's goal is about. */
export function besideTable(floors: readonly Used[], measured: readonly Measured[]): string {
  const floor = median(floors.map(({ cpu }) => cpu));
  const first = [
    '`node -e 0`',
    String(floors.length),
    '',
    floor.toFixed(3),
    '',
    wallOf(floors),
    '',
    memoryOf(floors),
    '',
    '',
    '',
  ];
  return columned(titles, [first, ...measured.map((each) => cellsOf(each, floor))], 9);
}

function cellsOf({ row, ...runs }: Measured, floor: number): readonly string[] {
  const { of, most, memory } = row.goal;
  const cpu = { old: median(runs.old.map((run) => run.cpu)), new: median(runs.new.map((run) => run.cpu)) };
  const ratio = {
    old: cpu.new / cpu.old,
    'old excess': (cpu.new - floor) / (cpu.old - floor),
    floor: cpu.new / floor,
  }[of];
  const isMet = ratio <= most && (memory === undefined || Number(memoryOf(runs.new)) <= memory);
  return [
    row.name,
    String(runs.new.length),
    ...[cpu.old.toFixed(3), cpu.new.toFixed(3), wallOf(runs.old), wallOf(runs.new)],
    ...[memoryOf(runs.old), memoryOf(runs.new), ratio.toFixed(2)],
    `≤ ${most} × ${of}${memory === undefined ? '' : `, ${memory} MiB`}`,
    isMet ? 'met' : '**not met**',
  ];
}

const wallOf = (runs: readonly Used[]) => median(runs.map(({ wall }) => wall)).toFixed(3);
const memoryOf = (runs: readonly Used[]) => Math.max(...runs.map(({ memory }) => memory)).toFixed(0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
