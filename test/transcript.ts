import { fileURLToPath } from 'node:url';
import type { Event } from '#core/learner/events/event.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { openStore } from '#shell/bank/bank-store.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';

/** What a learner was told: that an answer was judged, or that something was done to a question. */
export interface Told {
  readonly type: Event['type'];
  readonly item: string;
}

/** What a session in plain mode showed. */
export interface Transcript {
  /** What was shown as done: by then it is recorded. */
  readonly shown: readonly Told[];
  /** What was said not to be recorded. */
  readonly refused: readonly Told[];
}

const byStem = new Map<string, string>();

/** The items of the bank that ships, by the first line of their stems. */
function items(): ReadonlyMap<string, string> {
  if (byStem.size > 0) return byStem;
  const bank = openStore(fileURLToPath(new URL('../dist/bank', import.meta.url)));
  for (const { id } of bank?.index.heads ?? []) {
    const entry = bank?.entry(id);
    if (entry === undefined) continue;
    const { stem } = kindOf(entry.item).prompt(entry.item, { lang: 'en', random: () => 0 });
    const [first = ''] = stem.split('\n');
    if (byStem.has(first)) throw new Error(`two questions begin with: ${first}`);
    byStem.set(first, id);
  }
  return byStem;
}

/** The ids of the bank that ships. */
export const itemIds = (): readonly string[] => [...items().values()];

function itemAsked(stem: string): string {
  const item = items().get(stem);
  if (item === undefined) throw new Error(`no question begins with: ${stem}`);
  return item;
}

const verdicts = (['right', 'partly', 'wrong', 'notKnown', 'rightAfterMiss', 'rightAgain'] as const).map(
  (name) => wordFor(name, 'en'),
);

const deeds: Readonly<Record<string, Event['type']>> = {
  u: 'undone',
  r: 'amended',
  e: 'amended',
  x: 'suspended',
  f: 'flagged',
};

/** Reads what a session in plain mode, in English and on the bank that ships, has shown so far. */
export function transcriptOf(out: string): Transcript {
  const shown: Told[] = [];
  const refused: Told[] = [];
  const lines = out.split('\n');
  let item = '';
  for (const [i, line] of lines.entries()) {
    const [next = '', afterNext = ''] = lines.slice(i + 1, i + 3);
    if (/^\d+\/\d+ {2}/.test(line) && i + 2 < lines.length)
      item = itemAsked(next === wordFor('again', 'en') ? afterNext : next);
    else if (verdicts.includes(line) && lines[i - 1] === '') shown.push({ type: 'reviewed', item });
    else if (line.startsWith('This answer is NOT recorded')) refused.push(...shown.splice(-1));
    else if (line.startsWith(`Enter ${wordFor('next', 'en')},`)) {
      const [key = ''] = line.slice(line.lastIndexOf(': ') + 2).split(' ');
      // What is not offered is asked again: nothing was done.
      const type = line.includes(`, ${key} `) ? deeds[key] : undefined;
      if (type !== undefined && next !== '')
        (next.startsWith('Not recorded') ? refused : shown).push({ type, item });
    }
  }
  return { shown, refused };
}

/** What was told beyond what was recorded. */
export function lostOf(told: readonly Told[], recorded: readonly Told[]): readonly Told[] {
  const left = new Map<string, number>();
  for (const { type, item } of recorded) left.set(`${type} ${item}`, (left.get(`${type} ${item}`) ?? 0) + 1);
  return told.filter(({ type, item }) => {
    const count = left.get(`${type} ${item}`) ?? 0;
    left.set(`${type} ${item}`, count - 1);
    return count <= 0;
  });
}
