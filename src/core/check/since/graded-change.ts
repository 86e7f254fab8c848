import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Lang } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { judgeAtHand } from '#core/question/kinds/kind.ts';
import type { Answer } from '#core/question/prompt.ts';
import type { RightText } from './right-parts.ts';

/** Returns whether the grader takes an earlier text for a slot of a question as it is now. */
export function isStillRight(now: LocatedItem, slot: string, { text, lang }: RightText): boolean {
  const { item, language } = now;
  const asked = lang ?? language;
  const answer = kindOf(item).typing?.(item, asked, slot, text);
  return answer !== undefined && isRightFor(now, answer, asked);
}

/** Returns whether two numbers are right for each other's question, as both are shown. */
export function isSameNumberIn(
  before: LocatedItem,
  now: LocatedItem,
  [then, today]: readonly [Lang, Lang],
): boolean {
  const shown = ({ item }: LocatedItem, lang: Lang): Answer => ({
    type: 'typed',
    texts: [kindOf(item).key(item, lang)],
  });
  return isRightFor(now, shown(before, then), today) && isRightFor(before, shown(now, today), then);
}

function isRightFor({ item }: LocatedItem, answer: Answer, lang: Lang): boolean {
  const outcome = judgeAtHand(kindOf(item), item, answer, lang);
  return outcome.type === 'judged' && outcome.verdict === 'correct';
}
