import { formatCount } from '#core/base/format-count.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { type PracticePlan, recentDays, soonDays } from '#core/learner/plan/practice.ts';

/** The size of the practice that is about to start, and what it does to the schedule. */
export function openingOfPractice({ queue }: PracticePlan, lang: Lang): string {
  return inLanguage(lang)(
    `Practice: ${formatCount(queue.length, 'question')}. Your schedule does not change, but a miss is due tomorrow.`,
    `加练 ${queue.length} 道题。复习安排不变，但答错的题明天复习。`,
  );
}

/** The reason why there is nothing to practise, and what to do instead. */
export function describeNoPractice(
  { known, unseen }: PracticePlan,
  { wrong, dueSoon }: { readonly wrong: boolean; readonly dueSoon: boolean },
  lang: Lang,
): string {
  const t = inLanguage(lang);
  if (known === 0 && unseen === 0)
    return t(
      'All of these questions are suspended. Bring one back with `llmquiz resume ID`.',
      '这些题都已暂停。可用 `llmquiz resume ID` 恢复。',
    );
  if (known === 0)
    return t(
      'Practice repeats questions that you have started, and these are all new. Learn them with `llmquiz`.',
      '加练只问已学的题，而这些都是新题。请先用 `llmquiz` 学习。',
    );
  if (wrong && dueSoon)
    return t(
      `Of these questions, you answered none wrong in the last ${recentDays} days that is due within ${soonDays} days.`,
      `这些题中，没有最近 ${recentDays} 天答错且 ${soonDays} 天内待复习的题。`,
    );
  return wrong
    ? t(
        `You answered none of these questions wrong in the last ${recentDays} days.`,
        `最近 ${recentDays} 天里，这些题没有答错过。`,
      )
    : t(`None of these questions is due within ${soonDays} days.`, `${soonDays} 天内没有待复习的题。`);
}
