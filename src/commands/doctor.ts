import { formatCount } from '#core/base/format-count.ts';
import { languageOf } from '#shell/system/language.ts';
import { shippedBankId } from '../core/bank/bank-id.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { isHeld, type KnownBank } from '../core/learner/banks/bank-book.ts';
import { clockSlack } from '../core/learner/clocks/clocks.ts';
import { type BankReport, examineBank, removeDamagedChecks } from '../shell/bank/examine-bank.ts';
import { readBankBook } from '../shell/log/bank-register.ts';
import { ownLogOf } from '../shell/log/device.ts';
import { blockedAt, examine, type LogReport, type LogsExamined } from '../shell/log/examine.ts';
import { findMissingLogs, type MissingLog } from '../shell/log/missing-logs.ts';
import { snapshotPathIn } from '../shell/log/snapshot.ts';
import { printerFor } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { describeBankHealth, isUnwell } from './doctor-bank.ts';
import { describeWrongClock } from './doctor-clock.ts';
import { describeSettings, examineSettings } from './doctor-settings.ts';
import { findBankClaim } from './shared/bank-claim.ts';
import type { Wire } from './shared/command.ts';
import { describeMissingLogs } from './shared/log-texts.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';

/** `llmquiz doctor`: checks that the log can be read and written, and lists the lines that cannot be read. */
export const addDoctor: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('doctor').description('check that your saved answers are readable and writable'),
  ).action(async (options: CommonOptions) => finish(await runDoctor(world, options)));
};

/** Prints the state of log, snapshot and bank; changes nothing but damaged files of the cache. */
async function runDoctor(world: World, options: CommonOptions): Promise<ExitCode> {
  const paths = pathsOf(world, options.dataDir);
  const bank = await examineBank(world, options, paths.cache);
  const index = bank.store?.index;
  const checks = removeDamagedChecks(paths.cache);
  const { settings, faults } = await examineSettings(paths, languageOf(world, options.lang));
  const lang = languageOf(world, options.lang ?? settings.lang);
  const claim = bank.store && (await findBankClaim(world, paths, bank.store, lang, askWhether));
  const { banks } = readBankBook(paths.events, world.machine());
  const others = banks.filter(({ ids }) => !ids.has(claim?.bank ?? ''));
  const until = world.now().ms + clockSlack;
  const report = examine(paths, claim, knownIdsIn(bank), until, (id) => isHeld(id, others));
  const own = ownLogOf(paths.events, world.machine());
  const blocked = blockedAt(own);
  const missing = findMissingLogs(own);
  const t = inLanguage(lang);
  const unwell =
    faults.length > 0 ||
    blocked !== undefined ||
    isAway(missing) ||
    checks > 0 ||
    isUnwell(bank) ||
    report.logs.some(isDamaged) ||
    isUseless(report);
  const lines = [
    ...(report.logs.length === 0 && !isAway(missing)
      ? [t(`No answers yet in ${paths.events}.`, `${paths.events} 中还没有回答。`)]
      : []),
    ...report.logs.flatMap((log) => logLines(log, lang)),
    ...describeMissingLogs(missing, lang),
    ...(blocked === undefined ? [] : [blockedText(blocked, lang)]),
    snapshotText(report, snapshotPathIn(paths.cache, claim?.bank), lang),
    ...describeSettings(paths.config, settings, faults, index?.decks, lang),
    ...describeBankHealth(bank, checks, lang),
    ...(index === undefined || report.gone.length === 0
      ? []
      : [
          t(
            `Answered, but no longer in the bank (answers kept): ${report.gone.join(', ')}`,
            `答过但已不在题库中（回答保留）：${report.gone.join('、')}`,
          ),
        ]),
    ...describeStrangers(report, banks, lang),
    unwell
      ? t(
          'All readable answers are used. Your log was not changed.',
          '可读取的记录均已使用，日志未作任何改动。',
        )
      : report.logs.some(({ misdated }) => misdated !== undefined)
        ? t('No other problems found. Your log was not changed.', '未发现其他问题，日志未作任何改动。')
        : t('No problems found.', '未发现问题。'),
  ];
  (await printerFor(world)).print(lines);
  return unwell ? 1 : 0;
}

/** The ids that answers may be of: those of questions, and of those that were withdrawn. */
function knownIdsIn({ store, refused }: BankReport): ReadonlySet<string> {
  if (store === undefined) return new Set();
  const withdrawn = refused === undefined ? store.asides().withdrawn : [];
  return new Set([...store.index.heads, ...withdrawn].map(({ id }) => id));
}

/** A line on events of banks that no register knows. */
function describeStrangers(
  { others }: LogsExamined,
  banks: readonly KnownBank[],
  lang: Lang,
): readonly string[] {
  const known = new Set([shippedBankId, ...banks.flatMap(({ ids }) => [...ids])]);
  const strange = [...others].filter(([id]) => !known.has(id));
  if (strange.length === 0) return [];
  const count = strange.reduce((sum, [, events]) => sum + events, 0);
  return [
    inLanguage(lang)(
      `Of banks not used on this device (kept): ${formatCount(count, 'event')} of ${formatCount(strange.length, 'bank')}`,
      `属于本设备未用过的题库（保留）：${strange.length} 个题库，共 ${count} 条记录`,
    ),
  ];
}

const isDamaged = ({ skipped, newer, unread }: LogReport) =>
  skipped.length > 0 || newer !== undefined || unread !== undefined;

const isUseless = ({ snapshot }: LogsExamined) => ['wrong', 'damaged', 'unreadable'].includes(snapshot);

const isAway = (missing: readonly MissingLog[]) =>
  missing.some(({ because }) => because === 'not downloaded');

function blockedText(path: string, lang: Lang): string {
  return pickLanguage(
    {
      en: `Cannot record answers: no write permission for ${path}. Make it writable, or choose another folder with --data-dir.`,
      zh: `无法记录回答：没有 ${path} 的写入权限。请改为可写，或用 --data-dir 指定其他文件夹。`,
    },
    lang,
  );
}

function logLines(
  { path, events, writable, skipped, misdated = [], newer, unread }: LogReport,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  if (unread !== undefined) return unread.map((text) => pickLanguage(text, lang));
  return [
    `${path}${t(`: ${formatCount(events, 'event')}`, `：${events} 条记录`)}${writable ? '' : t(', read-only', '，只读')}`,
    ...skipped.map(({ line, reason }) =>
      t(`  line ${line}: skipped and kept (${reason})`, `  第 ${line} 行：已跳过并保留（${reason}）`),
    ),
    ...describeWrongClock(misdated, lang),
    ...(newer === undefined
      ? []
      : [
          t(
            `  written by a newer llmquiz (format ${newer}); update llmquiz to use all of it`,
            `  由更新版本的 llmquiz 写入（格式 ${newer}）；请升级 llmquiz`,
          ),
        ]),
  ];
}

function snapshotText({ snapshot, removed }: LogsExamined, path: string, lang: Lang): string {
  const gone = removed
    ? { en: 'deleted (it is rebuilt from the log)', zh: '已删除（会由日志重建）' }
    : { en: `cannot be deleted. Delete ${path} yourself`, zh: `无法删除。请自行删除 ${path}` };
  const texts = {
    none: { en: 'none yet (the next quiz writes one)', zh: '尚无（下次练习时写入）' },
    agrees: { en: 'matches the log', zh: '与日志一致' },
    outdated: {
      en: 'made for another bank, log or version; not used (the next quiz writes a new one)',
      zh: '属于其他题库、日志或版本，未使用（下次练习时重新写入）',
    },
    unexamined: { en: 'not compared, because the bank is missing', zh: '缺少题库，未作比较' },
    wrong: { en: `did not match the log; ${gone.en}`, zh: `与日志不一致，${gone.zh}` },
    damaged: { en: `was damaged; ${gone.en}`, zh: `已损坏，${gone.zh}` },
    unreadable: { en: `could not be read; ${gone.en}`, zh: `无法读取，${gone.zh}` },
  } as const;
  return pickLanguage({ en: `Snapshot: ${texts[snapshot].en}`, zh: `快照：${texts[snapshot].zh}` }, lang);
}
