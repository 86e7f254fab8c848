import type { BankIndex } from '#core/bank/compile.ts';
import { formatCount } from '#core/base/format-count.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import { dateOf, type StudyDay } from '#core/learner/events/day.ts';
import type { Aim } from '#core/learner/plan/aim.ts';
import type { Plan } from '#core/learner/plan/plan.ts';
import { newPerDay } from '#core/learner/plan/sift.ts';

/** The most titles that are listed before the count says more. */
const mostTitles = 4;

interface Focus {
  readonly aim: Aim;
  /** Names in the config that mean no deck of this bank. */
  readonly unknown: readonly string[];
  readonly plan: Pick<Plan, 'unseen' | 'waiting' | 'spread'>;
  readonly today: StudyDay;
  readonly decks: BankIndex['decks'];
}

/** The decks in focus, and what is the matter with them; nothing if all decks are learnt. */
export function describeFocus({ aim, unknown, plan, today, decks }: Focus, lang: Lang): readonly string[] {
  const { decks: focus } = aim;
  const t = inLanguage(lang);
  const lines: string[] = [];
  if (focus !== undefined) {
    const titles = decks
      .filter(({ name }) => focus.has(name))
      .map(({ title }) => neutraliseLine(pickLanguage(title, lang)));
    const some = titles.length > mostTitles ? titles.slice(0, mostTitles - 1) : titles;
    const rest = titles.length - some.length;
    const more = rest === 0 ? '' : t(` and ${formatCount(rest, 'other deck')}`, `等 ${titles.length} 个题组`);
    const reviews = aim.reviewsToo === true ? t(', for reviews too', '，复习也只来自重点') : '';
    lines.push(
      t(`Focus: ${some.join(', ')}${more}${reviews}.`, `重点：${some.join('、')}${more}${reviews}。`),
    );
    if (plan.unseen === 0 && plan.waiting === 0)
      lines.push(
        t(
          'You have started all questions of your focus. Choose more decks with `llmquiz decks`.',
          '重点题组的题都已学过。可用 `llmquiz decks` 选择更多题组。',
        ),
      );
  }
  if (unknown.length > 0) {
    const names = unknown.map(neutraliseLine).join(t(', ', '、'));
    // With decks in focus that are another bank's, to choose again would end that focus.
    const isOfAnother = focus === undefined;
    lines.push(
      isOfAnother
        ? t(
            `This bank has none of the decks in your focus: ${names}. New questions come from all its decks.`,
            `此题库没有重点中的题组：${names}。新题来自它的全部题组。`,
          )
        : t(
            `Your focus names decks that this bank does not have: ${names}. Choose again with \`llmquiz decks\`.`,
            `重点中有此题库没有的题组：${names}。请用 \`llmquiz decks\` 重新选择。`,
          ),
    );
  }
  if (aim.deadline !== undefined) lines.push(deadlineText(aim.deadline, today, plan, lang));
  return lines;
}

/** More new questions a day than that are hard to keep up. */
const manyNew = 30;

function deadlineText(deadline: StudyDay, today: StudyDay, { spread }: Focus['plan'], lang: Lang): string {
  const t = inLanguage(lang);
  const [end, days] = [dateOf(deadline), deadline - today];
  if (days < 0)
    return t(
      `Your deadline, ${end}, has passed. Set another one or \`none\` in the config that \`llmquiz where\` names.`,
      `期限 ${end} 已过。请在 \`llmquiz where\` 给出的设置文件中改为新日期或 \`none\`。`,
    );
  if (spread === undefined || spread.perDay === 0)
    return t(`Deadline: ${end}. Reviews come sooner until then.`, `期限：${end}。在此之前会提前复习。`);
  const { perDay, until } = spread;
  const few =
    perDay < newPerDay
      ? t(', to spread what is left (more with `--new N`)', '，平均分配余下的题（可用 `--new N` 多学）')
      : '';
  const news = t(
    `Deadline: ${end}, in ${formatCount(days, 'day')}. ${perDay} new a day until ${dateOf(until)}${few}.`,
    `期限：${end}，还有 ${days} 天。到 ${dateOf(until)} 为止每天 ${perDay} 道新题${few}。`,
  );
  return perDay <= manyNew
    ? news
    : news +
        t(
          ' That is a lot: choose fewer decks with `llmquiz decks`, or a later date.',
          '每天的题量很大：可用 `llmquiz decks` 少选几个题组，或推迟日期。',
        );
}
