import { join } from 'node:path';
import { aliasesOf } from '../core/bank/aliases.ts';
import { counted } from '../core/base/counted.ts';
import { type Lang, pick } from '../core/base/text.ts';
import { examineBank, removeDamagedChecks } from '../shell/bank/examine-bank.ts';
import { deviceIn } from '../shell/log/device.ts';
import { blockedAt, examine, type LogReport, type Report } from '../shell/log/examine.ts';
import { type MissingLog, missingLogs } from '../shell/log/missing-logs.ts';
import { snapshotPath } from '../shell/log/snapshot.ts';
import { printerFor } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { bankTexts, isUnwell } from './doctor-bank.ts';
import type { Wire } from './shared/command.ts';
import { missingTexts } from './shared/log-texts.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './shared/options.ts';

/** `llmquiz doctor`: whether the log can be read and written, and what in it cannot. */
export const doctor: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('doctor').description('whether your answers on disk can be read and written'),
  ).action(async (options: CommonOptions) => finish(await runDoctor(world, options)));
};

/** Prints what is well and what is not; changes nothing but what is damaged in the cache. */
async function runDoctor(world: World, options: CommonOptions): Promise<ExitCode> {
  const paths = pathsOf(world, options.dataDir);
  const bank = await examineBank(world, options, paths.cache);
  const index = bank.store?.index;
  const checks = removeDamagedChecks(paths.cache);
  const aliases = index === undefined ? undefined : aliasesOf(index);
  const report = examine(paths, aliases, new Set(index?.heads.map((h) => h.id)));
  const own = join(paths.events, `${deviceIn(paths.events, world.machine())}.jsonl`);
  const blocked = blockedAt(own);
  const missing = missingLogs(own);
  const lang = languageOf(world, options.lang);
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  const unwell =
    blocked !== undefined ||
    isAway(missing) ||
    checks > 0 ||
    isUnwell(bank) ||
    report.logs.some(isDamaged) ||
    isUseless(report);
  const lines = [
    ...(report.logs.length === 0 && !isAway(missing)
      ? [t(`No answers yet in ${paths.events}.`, `${paths.events} 里还没有回答。`)]
      : []),
    ...report.logs.flatMap((log) => logLines(log, lang)),
    ...missingTexts(missing, lang),
    ...(blocked === undefined ? [] : [blockedText(blocked, lang)]),
    snapshotText(report, paths.cache, lang),
    ...bankTexts(bank, checks, lang),
    ...(index === undefined || report.gone.length === 0
      ? []
      : [
          t(
            `Answered, and no longer in the bank (kept, not asked): ${report.gone.join(', ')}`,
            `答过但已不在题库中（保留，不再问）：${report.gone.join('，')}`,
          ),
        ]),
    unwell
      ? t(
          'What could be read is used; nothing was changed in your log.',
          '能读的都已使用；你的记录没有任何改动。',
        )
      : t('All is well.', '一切正常。'),
  ];
  (await printerFor(world)).print(lines);
  return unwell ? 1 : 0;
}

const isDamaged = ({ skipped, newer, unread }: LogReport) =>
  skipped.length > 0 || newer !== undefined || unread !== undefined;

const isUseless = ({ snapshot }: Report) => ['wrong', 'damaged', 'unreadable'].includes(snapshot);

const isAway = (missing: readonly MissingLog[]) =>
  missing.some(({ because }) => because === 'not downloaded');

function blockedText(path: string, lang: Lang): string {
  return pick(
    {
      en: `Answers cannot be recorded: ${path} may not be written. Make it writable, or name another place with --data-dir.`,
      zh: `回答无法记录：${path} 不可写。请把它改为可写，或用 --data-dir 指定别处。`,
    },
    lang,
  );
}

function logLines(
  { path, events, writable, skipped, newer, unread }: LogReport,
  lang: Lang,
): readonly string[] {
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  if (unread !== undefined) return [t(unread, `${path}：无法读取。${unread}`)];
  return [
    `${path}${t(`: ${counted(events, 'event')}`, `：${events} 条记录`)}${writable ? '' : t(', read-only', '，只读')}`,
    ...skipped.map(({ line, reason }) =>
      t(`  line ${line}: skipped and kept (${reason})`, `  第 ${line} 行：跳过并保留（${reason}）`),
    ),
    ...(newer === undefined
      ? []
      : [
          t(
            `  holds events of a newer llmquiz (format ${newer}); update llmquiz to use them`,
            `  含有更新版 llmquiz 的记录（格式 ${newer}）；请升级 llmquiz`,
          ),
        ]),
  ];
}

function snapshotText({ snapshot, removed }: Report, cache: string, lang: Lang): string {
  const path = snapshotPath(cache);
  const gone = removed
    ? { en: 'was thrown away', zh: '已丢弃' }
    : { en: `cannot be removed. Remove ${path} yourself`, zh: `无法删除。请自行删除 ${path}` };
  const texts = {
    none: { en: 'none yet (the next quiz writes one)', zh: '还没有（下次练习时写入）' },
    agrees: { en: 'agrees with the log', zh: '与记录一致' },
    outdated: {
      en: 'of another bank, log or version, so it is not used (the next quiz writes one)',
      zh: '属于别的题库、记录或版本，所以不使用（下次练习时写入新的）',
    },
    unexamined: { en: 'not compared, for lack of the bank', zh: '没有题库，未作比较' },
    wrong: { en: `did not agree with the log and ${gone.en}`, zh: `与记录不一致，${gone.zh}` },
    damaged: { en: `was damaged and ${gone.en}`, zh: `已损坏，${gone.zh}` },
    unreadable: { en: `could not be read and ${gone.en}`, zh: `无法读取，${gone.zh}` },
  } as const;
  return pick({ en: `Snapshot: ${texts[snapshot].en}`, zh: `快照：${texts[snapshot].zh}` }, lang);
}
