import { diffArrays, FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff';
import { neutralise } from '#core/base/neutral.ts';
import { type LineChange, lineChangesOf, linesOf } from '#core/base/text-edits.ts';
import type { FixedFile } from '#core/check/fix/fix-bank.ts';
import type { Style } from '../page/line.ts';
import { paintFor } from '../page/paint.ts';
import type { World } from '../system/world.ts';

const styles: Readonly<Record<string, Style>> = { '+': 'good', '-': 'bad', '@': 'accent' };

/** Returns the changes to files as a unified diff: raw for programs, coloured and neutralised for a terminal. */
export async function diffOf(
  files: readonly FixedFile[],
  world: Pick<World, 'env' | 'stdout' | 'calledAs'>,
): Promise<string> {
  const { style } = await paintFor(world);
  const shown = (line: string) => {
    const safe = world.stdout.isTTY === true ? neutralise(line.replace(/\r$/, '')) : line;
    const sort = styles[line[0] ?? ''];
    return sort === undefined ? safe : style(sort, safe);
  };
  return files
    .map(patchOf)
    .flatMap((patch) => patch.split('\n').map(shown).join('\n'))
    .join('');
}

/** Unchanged lines shown around changed ones. */
const context = 3;

/** Larger differences are not searched for equal lines. */
const mostCompared = 200;

/** Returns the patch of one file from its known changes: comparing a long file would take longer than the fixes. */
function patchOf({ path, before, changes }: FixedFile): string {
  const lines = linesOf(before);
  const hunks = hunksOf(lines, lineChangesOf(lines, changes).flatMap(narrowed));
  return formatPatch(
    { oldFileName: path, newFileName: path, oldHeader: undefined, newHeader: undefined, hunks },
    FILE_HEADERS_ONLY,
  );
}

/** Returns a change without the lines in it that stay the same. */
function narrowed(change: LineChange): readonly LineChange[] {
  const { removed, added } = change;
  const parts = diffArrays([...removed], [...added], { maxEditLength: mostCompared });
  if (parts === undefined) return [change];
  let { at } = change;
  return parts.flatMap(({ value, ...part }): readonly LineChange[] => {
    const from = at;
    if (!part.added) at += value.length;
    if (part.added) return [{ at: from, removed: [], added: value }];
    return part.removed ? [{ at: from, removed: value, added: [] }] : [];
  });
}

function hunksOf(lines: readonly string[], changes: readonly LineChange[]): StructuredPatchHunk[] {
  let longer = 0;
  return nearEachOther(changes).map((near) => {
    const from = Math.max(0, (near[0]?.at ?? 0) - context);
    const to = Math.min(lines.length, endOf(near.at(-1)) + context);
    let [at, grown] = [from, 0];
    const shown = near.flatMap((change) => {
      const between = lines.slice(at, change.at);
      at = endOf(change);
      grown += change.added.length - change.removed.length;
      return [...signed(' ', between), ...signed('-', change.removed), ...signed('+', change.added)];
    });
    const [oldStart, oldLines] = [from + 1, to - from];
    const hunk = { oldStart, oldLines, newStart: oldStart + longer, newLines: oldLines + grown };
    longer += grown;
    return { ...hunk, lines: [...shown, ...signed(' ', lines.slice(at, to))] };
  });
}

/** Groups changes whose contexts would touch, and joins adjacent ones. */
function nearEachOther(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const runs = split(changes, (last, next) => next.at > endOf(last)).map((run) => ({
    at: run[0]?.at ?? 0,
    removed: run.flatMap(({ removed }) => removed),
    added: run.flatMap(({ added }) => added),
  }));
  return split(runs, (last, next) => next.at > endOf(last) + 2 * context);
}

/** Splits changes into groups wherever two are apart. */
function split(
  changes: readonly LineChange[],
  apart: (last: LineChange, next: LineChange) => boolean,
): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || apart(last, change)) groups.push([change]);
    else group.push(change);
  }
  return groups;
}

const endOf = (change: LineChange | undefined) => (change?.at ?? 0) + (change?.removed.length ?? 0);

function signed(sign: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );
}
