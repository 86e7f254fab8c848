import type { CommonItem } from '#core/question/item.ts';
import type { Kind } from '#core/question/kinds/kind.ts';
import type { Answer, Outcome } from '#core/question/prompt.ts';

/** The outcome of an answer that no dictionary is needed for. */
export function gradeAtOnce<I extends CommonItem>(
  kind: Kind<I>,
  item: I,
  answer: Answer,
  lang: string,
): Outcome {
  const outcome = kind.grade(item, answer, lang);
  if (outcome instanceof Promise) throw new Error(`a dictionary is loaded for ${JSON.stringify(answer)}`);
  return outcome;
}
