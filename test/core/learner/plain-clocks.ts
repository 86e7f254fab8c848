import { toIso } from '#core/base/instant.ts';
import { type Event, instantOf } from '#core/learner/events/event.ts';

/** A line as far as its clock matters. */
type Line = Pick<Event, 'device' | 'seq' | 'at'>;

const msOf = (line: Line) => instantOf(line).ms;

/** The events at the moments that they are taken for, worked out plainly, as the doc comment of core/learner/clocks/clocks.ts says it. */
export function plainlyPlaced<L extends Line>(lines: readonly L[], now = Number.POSITIVE_INFINITY): L[] {
  const past = lines.filter((line) => msOf(line) <= now);
  const until = past.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...past.map(msOf));
  const devices = [...new Set(lines.map(({ device }) => device))];
  const runs = new Map(
    devices.map((d) => [
      d,
      runOf(
        lines.filter(({ device }) => device === d),
        until,
      ),
    ]),
  );
  const earliest = Math.min(...[...runs.values()].flatMap((run) => run.map(msOf)));
  return lines.map((line) => {
    const run = runs.get(line.device) ?? [];
    const same = run.find(({ seq }) => seq === line.seq);
    const before = same ?? run.findLast(({ seq }) => seq < line.seq);
    const after = same === undefined ? run.find(({ seq }) => seq > line.seq) : undefined;
    const low = before === undefined ? Number.NEGATIVE_INFINITY : msOf(before);
    const high = after === undefined ? until : msOf(after);
    if (msOf(line) >= low && msOf(line) <= high) return line;
    const neighbour = same ?? after ?? before;
    const ms = neighbour === undefined ? earliest - 1 : msOf(neighbour);
    return { ...line, at: toIso({ ...instantOf(line), ms }) };
  });
}

/** The right lines of a device, one of each count. */
function runOf(lines: readonly Line[], until: number): readonly Line[] {
  const first = new Map<number, Line>();
  for (const line of [...lines].sort((a, b) => a.seq - b.seq || msOf(a) - msOf(b)))
    if (msOf(line) <= until && !first.has(line.seq)) first.set(line.seq, line);
  const all = [...first.values()];
  const lengths: number[] = [];
  for (const [i, line] of all.entries())
    lengths[i] = 1 + Math.max(0, ...lengths.filter((_, j) => msOf(all[j]!) <= msOf(line)));
  const run: Line[] = [];
  for (let wanted = Math.max(0, ...lengths); wanted > 0; wanted--) {
    const end = run[0];
    const fits = all.filter((line, i) => lengths[i] === wanted && (end === undefined || isBefore(line, end)));
    const highest = Math.max(...fits.map(msOf));
    run.unshift(end === undefined ? fits.at(-1)! : fits.findLast((line) => msOf(line) === highest)!);
  }
  return run;
}

const isBefore = (a: Line, b: Line) => a.seq < b.seq && msOf(a) <= msOf(b);
