import type { Lang } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import type { Answer, Judgement, Refused } from '#core/question/prompt.ts';
import type { Notice } from '#shell/terminal/shared/terminal.ts';

/** An answer that was asked for once more. */
export interface AskedBack {
  readonly answer: Answer;
  readonly refused: Refused;
}

/**
 * The judgement of an answer, or why it is asked for once more. The same answer given a second time is meant, and is judged if it
 * can be.
 */
export async function gradeReply(
  item: Item,
  answer: Answer,
  lang: Lang,
  before: AskedBack | undefined,
): Promise<Judgement | AskedBack> {
  const insisted =
    before !== undefined && areSame(before.answer, answer) ? before.refused.insisted : undefined;
  if (insisted !== undefined) return insisted;
  const outcome = await kindOf(item).grade(item, answer, lang);
  return outcome.type === 'judged' ? outcome : { answer, refused: outcome };
}

/** The notice to ask again with; what was typed is there to be changed. */
export function noticeOf({ answer, refused }: AskedBack): Notice {
  return { refusal: refused, typed: answer.type === 'typed' ? answer.texts : [] };
}

const areSame = (a: Answer, b: Answer) =>
  a.type === 'typed' && b.type === 'typed' && a.texts.join('\n') === b.texts.join('\n');
