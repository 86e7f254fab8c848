import { formatCount } from '#core/base/format-count.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { MissingLog } from '#shell/log/missing-logs.ts';

/** A warning with the number of lines of the log that cannot be read. */
export function describeUnreadable(count: number, lang: Lang): string {
  return pickLanguage(
    {
      en: `${formatCount(count, 'line')} of your log cannot be read. ${count === 1 ? 'It is' : 'They are'} kept; \`llmquiz doctor\` lists ${count === 1 ? 'it' : 'them'}.`,
      zh: `日志中有 ${count} 行无法读取，已原样保留。可用 \`llmquiz doctor\` 查看。`,
    },
    lang,
  );
}

/** A note with the number of lines that were written under a wrong clock. */
export function describeMisdated(count: number, lang: Lang): string {
  return pickLanguage(
    {
      en: `A clock was wrong when ${formatCount(count, 'line')} of your log ${count === 1 ? 'was' : 'were'} written. Every answer counts, dated by its place among the others; \`llmquiz doctor\` lists ${count === 1 ? 'it' : 'them'}.`,
      zh: `日志中有 ${count} 行写入时系统时间有误。回答全部有效，时间按先后顺序推定。可用 \`llmquiz doctor\` 查看。`,
    },
    lang,
  );
}

/** Warnings about logs that a sync app has not downloaded, so that their answers are missing. */
export function describeMissingLogs(missing: readonly MissingLog[], lang: Lang): readonly string[] {
  const named = (reason: MissingLog['because']) =>
    missing.filter(({ because }) => because === reason).map(({ log }) => log);
  const [away, empty] = [named('not downloaded'), named('empty')];
  const verb = (logs: readonly string[]) => (logs.length === 1 ? 'is' : 'are');
  const it = (logs: readonly string[]) => (logs.length === 1 ? 'it' : 'them');
  const notThere = {
    en: `${away.join(', ')} ${verb(away)} not downloaded, so the answers in ${it(away)} are missing. Download ${it(away)} in your sync app.`,
    zh: `${away.join('、')} 尚未下载，其中的回答未计入。请在同步软件中下载。`,
  };
  const nothingIn = {
    en: `${empty.join(', ')} ${verb(empty)} empty. If you have answered questions on that device, download ${it(empty)} in your sync app.`,
    zh: `${empty.join('、')} 是空文件。如果你在那台设备上答过题，请在同步软件中下载。`,
  };
  return [
    ...(away.length > 0 ? [pickLanguage(notThere, lang)] : []),
    ...(empty.length > 0 ? [pickLanguage(nothingIn, lang)] : []),
  ];
}
