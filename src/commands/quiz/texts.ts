import type { BankIndex } from '#core/bank/compile.ts';
import { counted } from '#core/base/counted.ts';
import type { Instant } from '#core/base/instant.ts';
import { oneLine } from '#core/base/neutral.ts';
import { type Lang, pick } from '#core/base/text.ts';
import { dateOf } from '#core/learner/day.ts';
import { memoryOf, type Plan, type PlanInput, plan } from '#core/learner/plan.ts';
import { summaryOf } from '#core/learner/session.ts';
import type { EventLog } from '#shell/log/event-log.ts';
import type { History } from '#shell/log/history.ts';
import type { MissingLog } from '#shell/log/missing-logs.ts';
import type { Choice } from '#shell/terminal/shared/terminal.ts';
import { duration } from '#shell/terminal/shared/words.ts';
import { missingTexts, unreadableText } from '../shared/log-texts.ts';
import type { Ended } from './loop.ts';

interface Start {
  readonly history: History;
  readonly log: EventLog;
  readonly now: Instant;
  readonly bank: BankIndex;
  readonly missing: readonly MissingLog[];
  readonly lang: Lang;
}

/** What is said before anything is asked: a welcome on the first run, and what the learner must know. */
export function greeting({ history, log, now, bank, missing, lang }: Start): string {
  const lines: string[] = [];
  if (history.last === undefined && log.readOnly === undefined) lines.push(welcome(bank, lang));
  if (log.readOnly !== undefined) lines.push(readOnlyText(oneLine(log.readOnly), lang));
  if (history.last !== undefined && now.ms < history.last[0] - minuteMs) lines.push(clockText(lang));
  if (history.unreadable > 0) lines.push(unreadableText(history.unreadable, lang));
  lines.push(...missingTexts(missing, lang));
  return lines.join('\n');
}

const minuteMs = 60_000;

function welcome({ heads, decks }: BankIndex, lang: Lang): string {
  return pick(
    {
      en: `Welcome to llmquiz: ${counted(heads.length, 'question')} in ${counted(decks.length, 'deck')}, asked when you are about to forget them.\nEach answer is kept at once; leave with q whenever you like.\nWhen you do not know, press 0 (or type :0): it teaches more than a guess.`,
      zh: `欢迎使用 llmquiz：${decks.length} 组共 ${heads.length} 道题，在你快要忘记时再问。\n每个回答立即保存，随时可以按 q 离开。\n不知道就按 0（或输入 :0），这比乱猜学得更多。`,
    },
    lang,
  );
}

/** What the decks of a plan are about that the learner has not begun. */
export function introductions(
  { queue }: Pick<Plan, 'queue'>,
  { decks, heads }: BankIndex,
  { states }: Pick<PlanInput, 'states'>,
  lang: Lang,
): string {
  const planned = new Set(queue.map(({ head }) => head.deck));
  const begun = new Set(heads.filter((h) => states.get(h.id)?.memory !== undefined).map((h) => h.deck));
  return decks
    .filter(({ name }) => planned.has(name) && !begun.has(name))
    .flatMap(({ title, intro }) =>
      intro === undefined ? [] : [`${pick(title, lang)}\n${pick(intro, lang)}\n`],
    )
    .join('\n');
}

function readOnlyText(reason: string, lang: Lang): string {
  return pick(
    {
      en: `This session is NOT recorded: ${reason}.\nMake it writable, or name another place with --data-dir.`,
      zh: `本次练习不会被记录：${reason}。\n请把它改为可写，或用 --data-dir 指定别处。`,
    },
    lang,
  );
}

function clockText(lang: Lang): string {
  return pick(
    {
      en: 'Your clock is earlier than your last answer. Answers are kept as they come; set the clock if it is wrong.',
      zh: '系统时间早于上一次回答。回答照常保存；如果时间不对，请校准。',
    },
    lang,
  );
}

/** What the session is about to ask. */
export function opening({ due, fresh, queue, backlog }: Plan, lang: Lang): string {
  const reviews = queue.length - fresh;
  if (backlog)
    return pick(
      {
        en: `${due} reviews are due; here are ${reviews}, and new questions wait.`,
        zh: `有 ${due} 道题到期，先问 ${reviews} 道，新题稍后再来。`,
      },
      lang,
    );
  return pick(
    { en: `${reviews} to review, ${fresh} new.`, zh: `复习 ${reviews} 道，新题 ${fresh} 道。` },
    lang,
  );
}

/** Says that nothing is due, and when the next is. */
export function nothingDue(input: PlanInput, lang: Lang): string {
  const next = nextText(input, lang);
  if (next === undefined) return pick({ en: 'Nothing is due.', zh: '没有到期的题。' }, lang);
  return pick({ en: `Nothing is due now. ${next}`, zh: `现在没有到期的题。${next}` }, lang);
}

/** How many questions come on the next day that has any; undefined where there is none. */
function nextText({ heads, states, today, wanted }: PlanInput, lang: Lang): string | undefined {
  const dues = heads
    .filter((h) => (wanted?.(h) ?? true) && !(states.get(h.id)?.suspended ?? false))
    .flatMap((h) => memoryOf(h, states)?.due ?? [])
    .filter((due) => due > today);
  if (dues.length === 0) return undefined;
  const next = dues.reduce((a, b) => Math.min(a, b));
  const count = dues.filter((due) => due === next).length;
  const days = next - today;
  return pick(
    {
      en: `Next: ${counted(count, 'question')} ${days === 1 ? 'tomorrow' : `in ${days} days`} (${dateOf(next)}).`,
      zh: `下次：${days === 1 ? '明天' : `${days} 天后`}（${dateOf(next)}），${count} 道。`,
    },
    lang,
  );
}

/** What can be done when nothing is due. */
export function offers(fresh: number, practice: number, lang: Lang): readonly Choice[] {
  return [
    ...(fresh > 0
      ? [{ key: 'n', label: pick({ en: counted(fresh, 'new question'), zh: `学 ${fresh} 道新题` }, lang) }]
      : []),
    ...(practice > 0 ? [{ key: 'p', label: pick({ en: 'practise ahead', zh: '提前复习' }, lang) }] : []),
    ...(fresh + practice > 0 ? [{ key: 'Enter', label: pick({ en: 'leave', zh: '离开' }, lang) }] : []),
  ];
}

/** What the session came to. */
export function closing({ session, timeUp, code }: Ended, input: PlanInput, lang: Lang): string {
  const { answered, right, ms, weakest } = summaryOf(session);
  const lines: string[] = [''];
  if (timeUp) lines.push(pick({ en: 'Time is up.', zh: '时间到。' }, lang));
  if (answered === 0) lines.push(pick({ en: 'Nothing answered this time.', zh: '这次没有作答。' }, lang));
  else
    lines.push(
      pick(
        {
          en: `Answered ${answered}, right ${right} (${percent(right, answered)}), in ${duration(ms, lang)}.`,
          zh: `回答 ${answered} 次，答对 ${right} 次（${percent(right, answered)}），用时 ${duration(ms, lang)}。`,
        },
        lang,
      ),
    );
  lines.push(dueText(input, lang));
  if (weakest !== undefined) {
    const tag = oneLine(weakest.tag);
    lines.push(
      pick(
        {
          en: `Weakest topic: ${tag} (${weakest.right} of ${weakest.answered} right). llmquiz --tag ${tag}`,
          zh: `最弱的主题：${tag}（${weakest.answered} 次答对 ${weakest.right} 次）。llmquiz --tag ${tag}`,
        },
        lang,
      ),
    );
  }
  if (code >= 128 && answered > 0)
    lines.push(pick({ en: 'Everything answered is kept.', zh: '已作答的都已保存。' }, lang));
  return lines.join('\n');
}

/** What is left for today, or what tomorrow brings, or when the next comes. */
function dueText(input: PlanInput, lang: Lang): string {
  const today = plan(input).due;
  const tomorrow = plan({ ...input, today: input.today + 1 }).due;
  if (today > 0)
    return pick(
      {
        en: `Still due: ${today}; by tomorrow: ${tomorrow}.`,
        zh: `还有 ${today} 道到期；到明天共 ${tomorrow} 道。`,
      },
      lang,
    );
  const next = tomorrow > 0 ? undefined : nextText(input, lang);
  return next ?? pick({ en: `Due tomorrow: ${tomorrow}.`, zh: `明天到期：${tomorrow} 道。` }, lang);
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
