import { languageOf } from '#shell/system/language.ts';
import { formatCount } from '../core/base/format-count.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import type { Deed } from '../core/learner/events/event.ts';
import { type FlagReport, flagReportsOf } from '../core/learner/insight/flag-report.ts';
import { recordAll } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { writeOutput } from '../shell/system/write-output.ts';
import { askFirst, askWhether } from '../shell/terminal/ask-first.ts';
import type { FlagsOptions } from './flags.ts';
import { listLinesOf } from './flags-list.ts';
import { maintainersDataOf, maintainersPageOf } from './flags-report.ts';
import { openRooms, type Rooms, reportUnreadable } from './shared/rooms.ts';
import { pickIds } from './shared/select-items.ts';
import { stemBy } from './shared/stem.ts';

/** Lists flags, prints or writes the report on them, or settles them. */
export async function runFlags(
  world: World,
  ids: readonly string[],
  options: FlagsOptions,
): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  refuseUnclear(ids, options, lang);
  const rooms = await openRooms(world, options, askWhether);
  const { bank, history } = rooms;
  reportUnreadable(history, world, lang);
  const named = ids.length === 0 ? undefined : pickIds(ids, bank.index);
  const reports = flagReportsOf(history.events(), bank.index.heads).filter(
    ({ id }) => named?.has(id) ?? true,
  );
  if (options.clear === true) return clear(reports, named, rooms, world, lang);
  const { print } = await printerFor(world);
  if (options.format === undefined && options.output === undefined) {
    print(listLinesOf(reports, bank, lang));
    return 0;
  }
  const format = options.format ?? (/\.json$/i.test(options.output ?? '') ? 'json' : 'markdown');
  const data = maintainersDataOf(reports, bank, lang);
  const lines = maintainersPageOf(data, lang);
  if (options.output === undefined) {
    if (format === 'json') printJson(world, data);
    else print(lines);
    return 0;
  }
  if (reports.length === 0) throw new UserError(nothing(lang), 1);
  const text = format === 'json' ? `${JSON.stringify(data, undefined, 2)}\n` : `${lines.join('\n')}\n`;
  return write(text, options.output, options, world, lang);
}

const formats: readonly string[] = ['markdown', 'json'];

function refuseUnclear(
  ids: readonly string[],
  { clear, all, format, output }: FlagsOptions,
  lang: Lang,
): void {
  const t = inLanguage(lang);
  if (format !== undefined && !formats.includes(format))
    throw new UserError(
      t(
        `Unknown format \`${format}\`. Choose markdown or json.`,
        `未知格式 \`${format}\`。可选 markdown 或 json。`,
      ),
    );
  if (clear === true && (format !== undefined || output !== undefined))
    throw new UserError(
      t(
        'Report the flags first, then settle them: --clear does not go with --format or --output.',
        '请先生成报告，再清除标记：--clear 不能与 --format 或 --output 同用。',
      ),
    );
  if (clear === true && ids.length > 0 === (all === true))
    throw new UserError(
      t('Say whose flags to settle: question ids, or --all.', '请指定清除哪些题的标记：题目 id，或 --all。'),
    );
  if (clear !== true && all === true)
    throw new UserError(t('--all goes with --clear.', '--all 要与 --clear 同用。'));
}

const nothing = (lang: Lang) =>
  inLanguage(lang)('Nothing is flagged, so there is nothing to report.', '没有标记过题目，无可报告。');

/** Shows the whole text, and writes it once the learner has seen it. */
async function write(
  text: string,
  output: string,
  { yes }: FlagsOptions,
  world: World,
  lang: Lang,
): Promise<ExitCode> {
  const t = inLanguage(lang);
  const { print } = await printerFor(world);
  if (yes !== true) {
    print(text.trimEnd().split('\n'));
    const question = t(
      `\nThis is all that the file will contain. Write it to ${output}?`,
      `\n文件只含以上内容。写入 ${output} 吗？`,
    );
    const refused = await askFirst(world, { text: question, ...writing }, lang);
    if (refused !== undefined) return refused;
  }
  writeOutput(world, output, text);
  print([t(`Written: ${output}`, `已写入：${output}`)]);
  return 0;
}

const writing = {
  yes: { en: 'write it', zh: '写入' },
  refused: { en: 'Nothing was written.', zh: '未写入。' },
};

/** Appends an event for each question whose flags are settled. */
async function clear(
  reports: readonly FlagReport[],
  named: ReadonlySet<string> | undefined,
  { bank, history, paths }: Rooms,
  world: World,
  lang: Lang,
): Promise<ExitCode> {
  const t = inLanguage(lang);
  const items = reports.filter(({ flags }) => flags.length > 0).map(({ id }) => id);
  const unflagged = [...(named ?? [])].find((id) => !items.includes(id));
  if (unflagged !== undefined)
    throw new UserError(
      t(
        `\`${unflagged}\` is not flagged. List what is with \`llmquiz flags\`.`,
        `\`${unflagged}\` 没有被标记。已标记的题可用 \`llmquiz flags\` 查看。`,
      ),
    );
  const [first] = items;
  const { print } = await printerFor(world);
  if (first === undefined) {
    print([t('Nothing is flagged.', '没有标记过题目。')]);
    return 0;
  }
  const batch = items.length > 1 ? { batch: `${world.now().ms.toString(36)}-${first}` } : {};
  const deeds = items.map((item): Deed => ({ type: 'unflagged', item, ...batch }));
  recordAll(recorderAfter(history, paths.events, world), history, deeds, lang);
  print([
    items.length === 1
      ? t(`Flag cleared: ${stemBy(first, bank, lang)}`, `已清除标记：${stemBy(first, bank, lang)}`)
      : t(
          `Flags of ${formatCount(items.length, 'question')} cleared.`,
          `已清除 ${items.length} 道题的标记。`,
        ),
  ]);
  return 0;
}
