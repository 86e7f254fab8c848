import type { BankIndex } from '#core/bank/compile.ts';
import { formatCount } from '#core/base/format-count.ts';
import type { Instant } from '#core/base/instant.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import { dateOf } from '#core/learner/events/day.ts';
import { placementLimit } from '#core/learner/plan/placement.ts';
import { type Plan, type PlanInput, planNextReviews } from '#core/learner/plan/plan.ts';
import type { EventLog } from '#shell/log/event-log.ts';
import type { History } from '#shell/log/history.ts';
import type { MissingLog } from '#shell/log/missing-logs.ts';
import type { Choice } from '#shell/terminal/shared/terminal.ts';
import { describeMisdated, describeMissingLogs, describeUnreadable } from '../shared/log-texts.ts';

interface Start {
  readonly history: History;
  readonly log: EventLog;
  readonly now: Instant;
  readonly bank: BankIndex;
  readonly missing: readonly MissingLog[];
  readonly lang: Lang;
}

/** The text before the first question: a welcome on the first run, and warnings. */
export function greetingFor({ history, log, now, bank, missing, lang }: Start): string {
  const lines: string[] = [];
  if (history.last === undefined && log.readOnly === undefined) lines.push(welcome(bank, lang));
  if (log.readOnly !== undefined)
    lines.push(readOnlyText(neutraliseLine(pickLanguage(log.readOnly, lang)), lang));
  const last = history.stampOf(log.device);
  if (last !== undefined && now.ms < last - minuteMs) lines.push(clockText(lang));
  else if (history.misdated > 0) lines.push(describeMisdated(history.misdated, lang));
  if (history.unreadable > 0) lines.push(describeUnreadable(history.unreadable, lang));
  lines.push(...describeMissingLogs(missing, lang));
  return lines.join('\n');
}

const minuteMs = 60_000;

function welcome({ heads, decks }: BankIndex, lang: Lang): string {
  return pickLanguage(
    {
      en: `Welcome to llmquiz: ${formatCount(heads.length, 'question')} in ${formatCount(decks.length, 'deck')}, repeated before you forget them.\nAnswers are saved as you go. To quit, type :q at any time.\nIf you don't know, type :0 rather than guess.`,
      zh: `欢迎使用 llmquiz：共 ${decks.length} 个题组、${heads.length} 道题，会在你快要忘记时安排复习。\n回答即时保存，随时输入 :q 即可退出。\n不会就输入 :0，不必猜。`,
    },
    lang,
  );
}

/** The introductions of the planned decks that the learner has not started. */
export function introductionsOf(
  { queue }: Pick<Plan, 'queue'>,
  { decks, heads }: BankIndex,
  { states }: Pick<PlanInput, 'states'>,
  lang: Lang,
): string {
  const planned = new Set(queue.map(({ head }) => head.deck));
  const started = new Set(heads.filter((h) => states.get(h.id)?.memory !== undefined).map((h) => h.deck));
  return decks
    .filter(({ name }) => planned.has(name) && !started.has(name))
    .flatMap(({ title, intro }) =>
      intro === undefined ? [] : [`${pickLanguage(title, lang)}\n${pickLanguage(intro, lang)}\n`],
    )
    .join('\n');
}

function readOnlyText(reason: string, lang: Lang): string {
  return pickLanguage(
    {
      en: `This session is NOT recorded: ${reason}.\nMake the file writable, or choose another folder with --data-dir.`,
      zh: `本次练习不会被记录：${reason}。\n请将文件改为可写，或用 --data-dir 指定其他文件夹。`,
    },
    lang,
  );
}

function clockText(lang: Lang): string {
  return pickLanguage(
    {
      en: 'Your clock is earlier than your last answer. Answers are still saved; set the clock if it is wrong.',
      zh: '系统时间早于上一次回答。回答仍会保存；如果时间有误，请校准。',
    },
    lang,
  );
}

/** The size of the session that is about to start, and what comes before the questions that were selected. */
export function openingOf(plan: Plan, lang: Lang): string {
  const { needed, waiting } = plan;
  const lines = [sizeOf(plan, lang)];
  const t = inLanguage(lang);
  if (needed > 0)
    lines.push(
      t(
        `${needed} of the new questions ${needed === 1 ? 'is' : 'are'} not in your selection, but ${formatCount(waiting, 'selected question')} ${waiting === 1 ? 'builds' : 'build'} on ${needed === 1 ? 'it' : 'them'}.`,
        `新题中有 ${needed} 道不在所选范围内：所选的题中有 ${waiting} 道要以它们为基础。`,
      ),
    );
  return lines.join('\n');
}

function sizeOf({ due, fresh, queue, backlog }: Plan, lang: Lang): string {
  const reviews = queue.length - fresh;
  const news = { en: formatCount(fresh, 'new question'), zh: `新题 ${fresh} 道` };
  if (backlog)
    return pickLanguage(
      {
        en: `${due} reviews are due. Starting with ${reviews}${fresh > 0 ? ` and ${news.en}.` : '; new questions come after you catch up.'}`,
        zh: `有 ${due} 道题待复习，先复习 ${reviews} 道${fresh > 0 ? `，${news.zh}。` : '；完成全部复习后再学新题。'}`,
      },
      lang,
    );
  const old = { en: `${reviews} to review`, zh: `复习 ${reviews} 道` };
  if (reviews === 0) return pickLanguage({ en: `${news.en}.`, zh: `${news.zh}。` }, lang);
  if (fresh === 0) return pickLanguage({ en: `${old.en}.`, zh: `${old.zh}。` }, lang);
  return pickLanguage({ en: `${old.en}, ${fresh} new.`, zh: `${old.zh}，${news.zh}。` }, lang);
}

/** Reports that nothing is due, and when the next review is. */
export function describeNothingDue(input: PlanInput, lang: Lang): string {
  const next = describeNext(input, lang);
  if (next === undefined) return pickLanguage({ en: 'Nothing is due.', zh: '没有待复习的题。' }, lang);
  return pickLanguage({ en: `Nothing is due now. ${next}`, zh: `现在没有待复习的题。${next}` }, lang);
}

/** The next day with reviews and their number; undefined if none will ever be due. */
export function describeNext(input: PlanInput, lang: Lang): string | undefined {
  const next = planNextReviews(input, input.today);
  if (next === undefined) return undefined;
  const { day, count } = next;
  const days = day - input.today;
  return pickLanguage(
    {
      en: `Next: ${formatCount(count, 'question')} ${days === 1 ? 'tomorrow' : `in ${days} days`} (${dateOf(day)}).`,
      zh: `下次：${days === 1 ? '明天' : `${days} 天后`}（${dateOf(day)}），${count} 道。`,
    },
    lang,
  );
}

/** The choices before the first question ever. */
export const placementChoicesIn = (lang: Lang): readonly Choice[] => {
  const t = inLanguage(lang);
  return [
    { key: 'b', label: t('start with the basics', '从基础开始') },
    {
      key: 'p',
      label: t(
        `find your level first (${placementLimit} questions at most)`,
        `先测水平（最多 ${placementLimit} 题）`,
      ),
    },
  ];
};

/** The choices when nothing is due. */
export function describeOffers(fresh: number, practice: number, lang: Lang): readonly Choice[] {
  return [
    ...(fresh > 0
      ? [
          {
            key: 'n',
            label: pickLanguage({ en: formatCount(fresh, 'new question'), zh: `学 ${fresh} 道新题` }, lang),
          },
        ]
      : []),
    ...(practice > 0
      ? [{ key: 'p', label: pickLanguage({ en: 'review ahead', zh: '提前复习' }, lang) }]
      : []),
    ...(fresh + practice > 0
      ? [{ key: 'Enter', label: pickLanguage({ en: 'quit', zh: '退出' }, lang) }]
      : []),
  ];
}
