import type { BankIndex } from '#core/bank/compile.ts';
import type { Settings } from '#core/base/settings.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { dateOf, type StudyDay, studyDayOn } from '#core/learner/events/day.ts';
import { aimFrom } from '#core/learner/plan/aim.ts';
import { UserError } from '#shell/system/world.ts';
import type { QuizOptions } from './options.ts';

/** The aim of a session: what was typed wins over the config, and decks, tags or levels that were typed over its focus and deadline. */
export function aimOf(
  { deck, tag, level, reviews, deadline, settings = {} }: QuizOptions,
  { decks }: BankIndex,
  today: StudyDay,
  lang: Lang,
): ReturnType<typeof aimFrom> {
  if (deadline !== undefined && deadline !== 'none') refusePast(deadline, today, lang);
  const isChosen = [deck, tag, level].some((option) => option !== undefined);
  const { focus, deadline: kept, ...others } = settings;
  const lasting: Settings = isChosen ? {} : { ...(focus && { focus }), ...(kept && { deadline: kept }) };
  const { deadline: before, ...rest } = { ...others, ...lasting };
  const date = deadline ?? before;
  return aimFrom(
    {
      ...rest,
      ...(date === undefined || date === 'none' ? {} : { deadline: date }),
      ...(reviews === undefined ? {} : { reviews }),
    },
    decks,
  );
}

function refusePast(deadline: string, today: StudyDay, lang: Lang): void {
  if (studyDayOn(deadline) > today) return;
  throw new UserError(
    inLanguage(lang)(
      `The deadline ${deadline} is not after today, ${dateOf(today)}. Choose a later date.`,
      `期限 ${deadline} 不晚于今天（${dateOf(today)}）。请选择更晚的日期。`,
    ),
  );
}
