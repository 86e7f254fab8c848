import type { Lang } from '#core/base/text.ts';
import type { Line } from '#shell/page/line.ts';
import type { Leave, TickList } from '../shared/terminal.ts';
import { foldLine } from '../shared/wishes.ts';
import { wordFor } from '../shared/words.ts';

interface TickConsole {
  readonly lang: Lang;
  readonly print: (lines: readonly Line[]) => void;
  readonly read: (label: string) => Promise<string | Leave>;
}

/** Asks for any number of things by their numbers. */
export async function askTicks(
  { message, items }: TickList,
  { lang, print, read }: TickConsole,
): Promise<readonly string[] | Leave> {
  const digits = String(items.length).length;
  const shown = items.map(
    ({ label, isTicked }, i) => `${String(i + 1).padStart(digits)}. ${isTicked ? '[x]' : '[ ]'} ${label}`,
  );
  print([message, ...shown]);
  for (;;) {
    const line = await read(wordFor('tickNumbers', lang));
    if (typeof line !== 'string') return line;
    const key = foldLine(line).replace(/^:(?=.)/, '');
    if (key === 'q') return { type: 'leave', code: 0 };
    if (key === '') return items.filter(({ isTicked }) => isTicked).map(({ value }) => value);
    if (key === 'a') return items.map(({ value }) => value);
    const rows = rowsIn(key, items.length);
    if (rows !== undefined) return items.filter((_, i) => rows.has(i + 1)).map(({ value }) => value);
  }
}

/** The numbers in a line such as `1 3-5`; undefined if one is none of the list's. */
function rowsIn(line: string, most: number): ReadonlySet<number> | undefined {
  const rows = new Set<number>();
  for (const word of line.split(/[\s,，、;；]+/).filter((part) => part !== '')) {
    const [, from, to] = /^(\d{1,3})(?:[-–~](\d{1,3}))?$/.exec(word) ?? [];
    const [first, last] = [Number(from), Number(to ?? from)];
    if (!(first >= 1 && first <= last && last <= most)) return undefined;
    for (let row = first; row <= last; row++) rows.add(row);
  }
  return rows.size === 0 ? undefined : rows;
}
