import { inLanguage, type Lang } from '../core/base/text.ts';
import type { Event } from '../core/learner/events/event.ts';
import { gistOf, isAnswer } from '../core/learner/events/gist.ts';
import { standingEventsOf } from '../core/learner/memory/fold.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { UserError } from '../shell/system/world.ts';

/** The question of a bank that was answered last, for a command without an id. */
export function findLastAnswered(
  events: readonly Event[],
  bank: Pick<BankStore, 'index'>,
  command: 'show' | 'edit',
  lang: Lang,
): string {
  const known = new Set(bank.index.heads.map(({ id }) => id));
  const last = standingEventsOf(events.map(gistOf)).events.findLast(
    (gist) => (isAnswer(gist) || gist.type === 'examined') && known.has(gist.item),
  );
  if (last !== undefined) return last.item;
  throw new UserError(
    inLanguage(lang)(
      `You have not answered a question yet. Name one: \`llmquiz ${command} ID\`. List all with \`llmquiz list\`.`,
      `还没有答过题。请指定题目：\`llmquiz ${command} ID\`。可用 \`llmquiz list\` 查看全部题目。`,
    ),
  );
}
