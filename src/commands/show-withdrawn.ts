import type { Withdrawn } from '../core/bank/compile.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { type Line, makeSpan } from '../shell/page/line.ts';

/** The withdrawn questions among some ids that no question has. */
export function findWithdrawn(ids: readonly string[], bank: BankStore): readonly Withdrawn[] {
  const asked = new Set(bank.index.heads.flatMap(({ id, formerIds }) => [id, ...formerIds]));
  const missing = new Set(ids.filter((id) => !asked.has(id)));
  return missing.size === 0 ? [] : bank.asides().withdrawn.filter(({ id }) => missing.has(id));
}

/** When and why a question was withdrawn, and what asks for its subject now. */
export function withdrawnLinesOf({ id, date, why, successor }: Withdrawn, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  return [
    [makeSpan('dim', id)],
    '',
    t(
      `Withdrawn (${date}): it is asked no more. Your answers are kept.`,
      `已于 ${date} 撤下，不再出现；你的回答仍会保留。`,
    ),
    ...pickLanguage(why, lang).split('\n'),
    ...(successor === undefined
      ? []
      : [
          t(
            `Another question asks for it now: \`llmquiz show ${successor}\`.`,
            `现由另一道题 \`${successor}\` 考查，可用 \`llmquiz show ${successor}\` 查看。`,
          ),
        ]),
  ];
}
