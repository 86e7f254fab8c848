import { languageOf } from '#shell/system/language.ts';
import { formatCount } from '../core/base/format-count.ts';
import { findNearest } from '../core/base/nearest.ts';
import { formatPercent } from '../core/base/percent.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import { studyDayOf } from '../core/learner/events/day.ts';
import { type Mastery, masteryOf } from '../core/learner/insight/mastery.ts';
import { localStatesOf } from '../core/learner/memory/local.ts';
import { type Line, makeSpan } from '../shell/page/line.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { statementLinesOf } from '../shell/terminal/shared/statement-lines.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms } from './shared/rooms.ts';

interface NotesOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `llmquiz notes`: the notes of the bank, whether they are right, and how well they are remembered. */
export const addNotes: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('notes')
      .description('list the notes of the bank and how well you know them')
      .argument('[id...]', 'only these notes, or those of these questions')
      .option('--json', 'print JSON'),
  ).action(async (ids: readonly string[], options: NotesOptions) =>
    finish(await runNotes(world, ids, options)),
  );
};

/** Prints the notes. */
async function runNotes(world: World, ids: readonly string[], options: NotesOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history } = await openRooms(world, options, askWhether);
  const now = world.now();
  const { heads } = bank.index;
  const items = [...bank.entries()].flatMap(({ item }, i) => {
    const head = heads[i];
    return head === undefined ? [] : [{ head, notes: item.notes }];
  });
  const states = localStatesOf(history.states, now);
  const all = masteryOf(bank.statements(), items, states, studyDayOf(now));
  const wanted = [
    ...new Set(ids.length === 0 ? all : ids.flatMap((id) => notesMeant(id.normalize(), all, lang))),
  ];
  if (options.json === true) printJson(world, { version: 1, notes: wanted.map(dataOf) });
  else (await printerFor(world)).print(linesOf(wanted, ids.length === 0, lang));
  return 0;
}

/** The notes that an id names: a note, or a question that covers some. */
function notesMeant(id: string, all: readonly Mastery[], lang: Lang): readonly Mastery[] {
  const found = all.filter(({ statement, items }) => statement.id === id || items.includes(id));
  if (found.length > 0) return found;
  const near = findNearest(
    id,
    all.map(({ statement }) => statement.id),
  );
  const t = inLanguage(lang);
  throw new UserError(
    near === undefined
      ? t(
          `No note for \`${id}\`. List all with \`llmquiz notes\`.`,
          `\`${id}\` 没有对应的笔记。可用 \`llmquiz notes\` 查看全部笔记。`,
        )
      : t(
          `No note for \`${id}\`. Did you mean \`${near}\`?`,
          `\`${id}\` 没有对应的笔记。你是否想输入 \`${near}\`？`,
        ),
  );
}

const dataOf = ({ statement, items, begun, recall }: Mastery) => {
  const { id, verdict, says, correction } = statement;
  return {
    ...{ id, verdict, says, ...(correction === undefined ? {} : { correction }) },
    ...{ items, begun, ...(recall === undefined ? {} : { recall }) },
  };
};

function linesOf(notes: readonly Mastery[], isWhole: boolean, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  if (notes.length === 0) return [t('This bank has no notes.', '这个题库没有笔记。')];
  const asked = notes.filter(({ items }) => items.length > 0).length;
  const begun = notes.filter((note) => note.begun > 0).length;
  const summary = t(
    `${formatCount(notes.length, 'note')}, ${asked} with questions, ${begun} of these started.`,
    `${notes.length} 条笔记，其中 ${asked} 条有题目，${begun} 条已学。`,
  );
  return [
    ...(isWhole ? [summary, ''] : []),
    ...notes.flatMap((note) => [...statementLinesOf(note.statement, lang), ...masteryLines(note, lang), '']),
  ];
}

function masteryLines({ statement, items, begun, recall }: Mastery, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  const questions =
    items.length === 0
      ? t('no questions', '没有题目')
      : t(
          `${formatCount(items.length, 'question')}, ${begun} started`,
          `${items.length} 道题，已学 ${begun} 道`,
        );
  const known =
    recall === undefined
      ? ''
      : t(`, est. recall ${formatPercent(recall)}`, `，预计记忆率 ${formatPercent(recall)}`);
  return [[makeSpan('dim', `  ${statement.id}: ${questions}${known}`)]];
}
