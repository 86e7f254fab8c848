import { formatCount } from '#core/base/format-count.ts';
import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import type { BankEntry } from '../core/bank/compile.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { dateOf } from '../core/learner/events/day.ts';
import { type FlagWords, flagsOf } from '../core/learner/memory/flags.ts';
import { localStatesOf } from '../core/learner/memory/local.ts';
import type { Memory } from '../core/learner/memory/memory.ts';
import { practicesIn } from '../core/learner/plan/practice.ts';
import { memoryOf } from '../core/learner/plan/sift.ts';
import { kindOf } from '../core/question/kinds/index.ts';
import { type Line, makeSpan } from '../shell/page/line.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { describeFlag } from '../shell/terminal/shared/flag-reasons.ts';
import { statementBlocksOf } from '../shell/terminal/shared/statement-lines.ts';
import { keyLinesOf, sourceLineOf } from '../shell/terminal/shared/wording.ts';
import { labelOf } from '../shell/terminal/shared/words.ts';
import { findInOtherBank } from './bank-holder.ts';
import { findLastAnswered } from './last-answered.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, type Rooms } from './shared/rooms.ts';
import { statementsOf } from './shared/statements.ts';
import { explainMissing } from './shared/unknown-question.ts';
import { findWithdrawn, withdrawnLinesOf } from './show-withdrawn.ts';

interface ShowOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `llmquiz show [ID]`: prints questions with answer, rationale, sources and the learner's history; the one answered last by default. */
export const addShow: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('show')
      .description('show questions with answers, sources and your history')
      .argument('[id...]', 'question ids (default: the last one answered)')
      .option('--json', 'print JSON'),
  ).action(async (ids: readonly string[], options: ShowOptions) =>
    finish(await runShow(world, ids, options)),
  );
};

/** Prints the questions, or their data as JSON. */
async function runShow(world: World, ids: readonly string[], options: ShowOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const rooms = await openRooms(world, options, askWhether);
  const { bank, history } = rooms;
  const events = history.events();
  const named = (ids.length > 0 ? ids : [findLastAnswered(events, bank, 'show', lang)]).map((id) =>
    id.normalize(),
  );
  const withdrawn = findWithdrawn(named, bank);
  const entries: BankEntry[] = [];
  for (const id of named)
    if (!withdrawn.some((one) => one.id === id)) entries.push(await entryOf(id, rooms, world, lang));
  if (options.json === true) {
    printJson(world, [...entries, ...withdrawn.map(({ id, ...rest }) => ({ id, withdrawn: rest }))]);
    return 0;
  }
  const { print } = await printerFor(world);
  const now = world.now();
  const flags = flagsOf(events, bank.index.heads);
  for (const entry of entries) {
    const head = bank.index.heads.find((h) => h.id === entry.item.id);
    const states = localStatesOf(history.states, now);
    const memory = head === undefined ? undefined : memoryOf(head, states);
    const { suspended = false, note } = states.get(entry.item.id) ?? {};
    const own = [
      ...(memory === undefined ? [] : [memoryLine(memory, practicesIn(events, entry.item.id), lang)]),
      ...(suspended ? [suspendedLine(entry.item.id, lang)] : []),
      ...(flags.get(entry.item.id) ?? []).map((flag) => flagLine(flag, lang)),
      ...(note === undefined ? [] : [labelOf('ownNote', lang) + note]),
    ];
    print([
      ...questionLines(entry, lang),
      ...statementBlocksOf(statementsOf(entry.item, bank), lang).flat(),
      ...(own.length === 0 ? [] : ['', ...own]),
      '',
    ]);
  }
  if (withdrawn.length > 0) print([...withdrawn.flatMap((one) => withdrawnLinesOf(one, lang)), '']);
  return 0;
}

/** The entry of an item, found by its present id or a former one. */
async function entryOf(id: string, rooms: Rooms, world: World, lang: Lang): Promise<BankEntry> {
  const { bank } = rooms;
  const entry = bank.entry(aliasesOf(bank.index).get(id) ?? id);
  if (entry !== undefined) return entry;
  throw findInOtherBank(id, rooms, world, lang) ?? (await explainMissing(id, bank, world));
}

function questionLines({ item, citations }: BankEntry, lang: Lang): readonly Line[] {
  const { front, back } = kindOf(item).face(item, lang);
  return [
    [makeSpan('dim', `${item.id}  [${item.kind}, ${item.level}]  ${item.tags.join(', ')}`)],
    '',
    ...front.split('\n'),
    '',
    ...keyLinesOf(back, lang),
    '',
    ...pickLanguage(item.rationale, lang).split('\n'),
    '',
    ...citations.map((citation) => sourceLineOf(citation, lang)),
  ];
}

function memoryLine({ reviews, lapses, stability, due }: Memory, practices: number, lang: Lang): string {
  return pickLanguage(
    {
      en: `Answered ${formatCount(reviews, 'time')}${lapses === 0 ? '' : `, forgotten ${formatCount(lapses, 'time')}`}${practices === 0 ? '' : `, practised ${formatCount(practices, 'time')}`}; stability ${stability.toFixed(1)} days; due ${dateOf(due)}.`,
      zh: `已答 ${reviews} 次${lapses === 0 ? '' : `，忘记 ${lapses} 次`}${practices === 0 ? '' : `，加练 ${practices} 次`}；稳定性 ${stability.toFixed(1)} 天；下次复习 ${dateOf(due)}。`,
    },
    lang,
  );
}

function flagLine(flag: FlagWords, lang: Lang): string {
  const said = describeFlag(flag, lang);
  const t = inLanguage(lang);
  return said === undefined ? t('Flagged.', '已标记。') : t(`Flagged: ${said}`, `已标记：${said}`);
}

function suspendedLine(id: string, lang: Lang): string {
  return pickLanguage(
    {
      en: `Suspended. Bring it back with \`llmquiz resume ${id}\`.`,
      zh: `已暂停。可用 \`llmquiz resume ${id}\` 恢复。`,
    },
    lang,
  );
}
