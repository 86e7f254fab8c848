import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { knowsAll, learners } from './learners.ts';
import { readStudyBank, type StudiedDay, studyDays } from './weeks.ts';

const days = 60;

/** Prints what learners are asked in sixty days, week by week. */
export async function study({ root, argv }: Bench): Promise<void> {
  const bank = readStudyBank(join(root, 'questions'));
  const [seed = '1'] = argv.filter((word) => !word.startsWith('--'));
  for (const learner of [knowsAll, ...learners]) {
    const studied = studyDays({ bank, learner, days, seed });
    process.stdout.write(`\n${learner.name}, seed ${seed}\n\n`);
    const head = [
      'week',
      'due a day',
      'new',
      'answers a day',
      'right',
      'typed',
      'shown before',
      'decks begun',
      'levels met',
    ];
    const rows = weeksOf(studied).map((week, i) => [String(i + 1), ...rowOf(week)]);
    for (const row of [head, head.map(() => '--'), ...rows]) process.stdout.write(`| ${row.join(' | ')} |\n`);
    const [typed, spoilt] = [studied.map((day) => day.typed), studied.map((day) => day.spoilt)].map(
      (counts) => counts.reduce((sum, count) => sum + count, 0),
    );
    process.stdout.write(`\nTyped answers shown in the 12 feedbacks before: ${spoilt} of ${typed}\n`);
  }
}

function weeksOf(studied: readonly StudiedDay[]): readonly (readonly StudiedDay[])[] {
  return Array.from({ length: Math.ceil(studied.length / 7) }, (_, i) => studied.slice(7 * i, 7 * i + 7));
}

function rowOf(week: readonly StudiedDay[]): readonly string[] {
  const sum = (of: (day: StudiedDay) => number) => week.reduce((all, day) => all + of(day), 0);
  const last = week.at(-1);
  const answered = sum((day) => day.answered);
  return [
    (sum((day) => day.due) / week.length).toFixed(1),
    String(sum((day) => day.fresh)),
    (answered / week.length).toFixed(1),
    `${Math.round((100 * sum((day) => day.right)) / answered)}%`,
    String(sum((day) => day.typed)),
    String(sum((day) => day.spoilt)),
    String(last?.decks ?? 0),
    (last?.levels ?? []).join(' '),
  ];
}
