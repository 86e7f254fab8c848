import { join } from 'node:path';
import { type Lang, pick } from '../core/text.ts';
import { aliasesOf } from '../shell/bank-store.ts';
import { deviceIn } from '../shell/device.ts';
import { blockedAt, examine, type LogReport, type Report } from '../shell/examine.ts';
import { type MissingLog, missingLogs } from '../shell/missing-logs.ts';
import { openBank } from '../shell/open-bank.ts';
import { pathsOf } from '../shell/paths.ts';
import { printerFor } from '../shell/print.ts';
import { counted } from '../shell/terminal/words.ts';
import type { ExitCode, World } from '../world.ts';
import type { Wire } from './command.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './options.ts';
import { missingTexts } from './quiz-texts.ts';

/** `llmquiz doctor`: whether the log can be read and written, and what in it cannot. */
export const doctor: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('doctor').description('whether your answers on disk can be read and written'),
  ).action(async (options: CommonOptions) => finish(await runDoctor(world, options)));
};

/** Prints what is well and what is not; changes nothing but a snapshot that is wrong. */
async function runDoctor(world: World, options: CommonOptions): Promise<ExitCode> {
  const paths = pathsOf(world, options.dataDir);
  const bank = await openBank(world, options, paths);
  const report = examine(paths, aliasesOf(bank.index), new Set(bank.index.heads.map((h) => h.id)));
  const own = join(paths.events, `${deviceIn(paths.events, world.machine())}.jsonl`);
  const blocked = blockedAt(own);
  const missing = missingLogs(own);
  const damaged = report.logs.some((l) => l.skipped.length > 0 || l.newer !== undefined);
  const unwell = blocked !== undefined || report.snapshot === 'wrong' || damaged || isAway(missing);
  const lang = languageOf(world, options.lang);
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
  const lines = [
    ...(report.logs.length === 0 && !isAway(missing)
      ? [t(`No answers yet in ${paths.events}.`, `${paths.events} 里还没有回答。`)]
      : []),
    ...report.logs.flatMap((log) => logLines(log, lang)),
    ...missingTexts(missing, lang),
    ...(blocked === undefined ? [] : [blockedText(blocked, lang)]),
    snapshotText(report.snapshot, lang),
    ...(report.gone.length === 0
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

function logLines({ path, events, writable, skipped, newer }: LogReport, lang: Lang): readonly string[] {
  const t = (en: string, zh: string) => pick({ en, zh }, lang);
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

function snapshotText(snapshot: Report['snapshot'], lang: Lang): string {
  const texts = {
    none: { en: 'Snapshot: none yet (the next quiz writes one)', zh: '快照：还没有（下次练习时写入）' },
    agrees: { en: 'Snapshot: agrees with the log', zh: '快照：与记录一致' },
    wrong: {
      en: 'Snapshot: did not agree with the log and was thrown away',
      zh: '快照：与记录不一致，已丢弃',
    },
  } as const;
  return pick(texts[snapshot], lang);
}
