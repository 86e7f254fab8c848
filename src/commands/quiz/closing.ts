import type { BankIndex } from '#core/bank/compile.ts';
import { formatCount } from '#core/base/format-count.ts';
import type { Instant } from '#core/base/instant.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { formatPercent } from '#core/base/percent.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import { dateOf } from '#core/learner/events/day.ts';
import { type DeckStanding, type Headway, headwayOf, standingsOf } from '#core/learner/insight/progress.ts';
import { answersOf } from '#core/learner/insight/stats.ts';
import { type WeakTopic, weakestTopicOf } from '#core/learner/insight/weakest.ts';
import { type PlanInput, reviewsOn } from '#core/learner/plan/plan.ts';
import { repeatsLeftIn, summaryOf } from '#core/learner/plan/session.ts';
import { memoryOf } from '#core/learner/plan/sift.ts';
import type { History } from '#shell/log/history.ts';
import { formatDuration } from '#shell/terminal/shared/words.ts';
import type { Ended } from './loop.ts';
import { describeNext } from './texts.ts';

/** What a closing is worked out from. */
interface Close {
  /** What a session without options of its own would be planned from now. */
  readonly input: PlanInput;
  readonly bank: BankIndex;
  readonly history: Pick<History, 'events'>;
  readonly now: Instant;
  /** True after a practice, whose repetitions no other session has to ask. */
  readonly practice?: boolean;
}

/** As many bytes of a log as hold the last weeks of somebody who answers 150 questions a day; more would be felt as a wait. */
const lateBytes = 2_000_000;

/** The summary of a session; empty if nothing was answered and the time is not up. */
export function closingOf({ session, timeUp, code }: Ended, close: Close, lang: Lang): string {
  const { input, bank, history, now, practice } = close;
  const { answered, right, ms } = summaryOf(session);
  const t = inLanguage(lang);
  const lines: string[] = [];
  if (timeUp) lines.push('', t('Time is up.', '时间到。'));
  if (answered === 0) return lines.join('\n');
  lines.push(
    ...(timeUp ? [] : ['']),
    t(
      `${formatCount(answered, 'answer')}, ${right} right (${formatPercent(right / answered)}), in ${formatDuration(ms, lang)}.`,
      `回答 ${answered} 次，答对 ${right} 次（${formatPercent(right / answered)}），用时 ${formatDuration(ms, lang)}。`,
    ),
    ...repeatsText(repeatsLeftIn(session), practice === true, lang),
    ...dueTexts(input, lang),
  );
  // A run that a signal ends has no time to read the log.
  if (code < 128) {
    const begun = new Set(
      session.answered
        .filter(({ ask }) => memoryOf(ask.head, input.states)?.first === input.today)
        .map(({ ask }) => ask.head.deck),
    );
    lines.push(...progressTexts(begun, input, bank, lang));
    const answers = answersOf(history.events(lateBytes), {
      ...{ today: input.today, offset: now.offset },
      first: (item) => input.states.get(item)?.memory?.first,
    });
    const weakest = weakestTopicOf(answers, input.heads, input.today);
    if (weakest !== undefined) lines.push(weakestText(weakest, lang));
  } else if (session.answered.every(({ event }) => event !== ''))
    lines.push(t('All your answers are saved.', '所有回答均已保存。'));
  return lines.join('\n');
}

/** What was said to come back in the session, and was left. */
function repeatsText(left: number, isPractice: boolean, lang: Lang): readonly string[] {
  if (left === 0) return [];
  const t = inLanguage(lang);
  const misses = formatCount(left, 'question');
  return [
    isPractice
      ? t(
          `Missed and not asked again: ${misses}, due tomorrow at the latest.`,
          `答错的题还有 ${left} 道没有再问，最迟明天复习。`,
        )
      : t(
          `Missed and not asked again yet: ${misses}. Your next session asks ${left === 1 ? 'it' : 'them'}, today or later.`,
          `答错的题还有 ${left} 道没有再问，下次练习时会问，今天再练也可以。`,
        ),
  ];
}

/** The reviews left today, else those due tomorrow, else the day of the next ones; nothing if none will ever be due. */
function dueTexts(input: PlanInput, lang: Lang): readonly string[] {
  const today = reviewsOn(input, input.today).length;
  const tomorrow = reviewsOn(input, input.today + 1).length;
  const t = inLanguage(lang);
  if (today > 0)
    return [
      t(
        `Still due: ${today} now, ${tomorrow} by tomorrow.`,
        `还有 ${today} 道待复习，到明天共 ${tomorrow} 道。`,
      ),
    ];
  if (tomorrow > 0) return [t(`Due tomorrow: ${tomorrow}.`, `明天待复习：${tomorrow} 道。`)];
  return [describeNext(input, lang) ?? []].flat();
}

/** With more decks than these in a session, only those that are done are named. */
const fewDecks = 3;

/** How far the learner is, after a session that began questions of some decks. */
function progressTexts(
  begun: ReadonlySet<string>,
  input: PlanInput,
  { decks }: BankIndex,
  lang: Lang,
): readonly string[] {
  if (begun.size === 0) return [];
  const t = inLanguage(lang);
  const standings = standingsOf(input, input.today).filter(({ deck }) => begun.has(deck));
  const named = (of: readonly DeckStanding[], show: (standing: DeckStanding) => string) =>
    of
      .map((standing) => {
        const title = decks.find(({ name }) => name === standing.deck)?.title ?? standing.deck;
        return `${neutraliseLine(pickLanguage(title, lang))}${show(standing)}`;
      })
      .join(t(', ', '、'));
  const done = standings.filter((standing) => standing.begun === standing.items);
  const progress = headwayOf(input, input.today);
  // A deck that is all there is has just been told.
  const isNamed = (standing: DeckStanding) => !done.includes(standing) && standing.items < progress.items;
  const some = standings.length > fewDecks ? [] : standings.filter(isNamed);
  return [
    progressText(progress, input.aim?.decks !== undefined, lang),
    ...(some.length === 0 ? [] : [t(`Decks: ${named(some, countsIn)}.`, `题组：${named(some, countsIn)}。`)]),
    ...(done.length === 0
      ? []
      : [
          t(
            `You have started every question of: ${named(done, () => '')}.`,
            `题目已全部学过的题组：${named(done, () => '')}。`,
          ),
        ]),
  ];
}

const countsIn = ({ begun, items }: DeckStanding) => ` ${begun}/${items}`;

function progressText(
  { items, begun, presumed, pace, ahead }: Headway,
  isFocused: boolean,
  lang: Lang,
): string {
  const t = inLanguage(lang);
  const known = presumed === 0 ? '' : t(`, ${presumed} counted as known`, `，另有 ${presumed} 道算作已掌握`);
  const started = t(
    `Started${isFocused ? ' in your focus' : ''}: ${begun} of ${formatCount(items, 'question')}${known}.`,
    `${isFocused ? '重点题组' : ''}已学：${items} 道题中的 ${begun} 道${known}。`,
  );
  if (ahead !== undefined) return started + aheadText(ahead, lang);
  if (pace === undefined) return started;
  const rate = pace.perDay < 2 ? pace.perDay.toFixed(1) : String(Math.round(pace.perDay));
  return (
    started +
    t(
      ` At your pace (${rate} new a day) you will have met all by ${dateOf(pace.done)}.`,
      `按目前的速度（每天 ${rate} 道新题），到 ${dateOf(pace.done)} 可全部学过一遍。`,
    )
  );
}

function weakestText({ tag: of, share, overall }: WeakTopic, lang: Lang): string {
  const tag = neutraliseLine(of);
  const { passed, of: count } = share;
  const all = formatPercent(overall.passed / overall.of);
  return inLanguage(lang)(
    `Weakest topic of the last four weeks: ${tag} (${passed} of ${count} reviews right; ${all} overall). Practise it with \`llmquiz practice --tag ${tag}\`.`,
    `近四周最薄弱的主题：${tag}（复习 ${count} 次，答对 ${passed} 次；总体 ${all}）。可用 \`llmquiz practice --tag ${tag}\` 加练。`,
  );
}

function aheadText({ left, perDay, until, deadline }: NonNullable<Headway['ahead']>, lang: Lang): string {
  const [end, last] = [dateOf(deadline), dateOf(until)];
  const t = inLanguage(lang);
  return left === 0
    ? t(` You have met all before your deadline, ${end}.`, `在期限 ${end} 之前已全部学过一遍。`)
    : t(
        ` ${formatCount(left, 'question')} left before your deadline, ${end}: ${perDay} a day until ${last}.`,
        `期限 ${end} 之前还剩 ${left} 道新题：到 ${last} 为止每天 ${perDay} 道。`,
      );
}
