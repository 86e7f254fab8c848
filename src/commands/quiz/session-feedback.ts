import type { BankEntry } from '#core/bank/compile.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import type { Deed } from '#core/learner/events/event.ts';
import { explainAnswer, type Feedback, type JudgedReply } from '#core/learner/insight/feedback.ts';
import { localStateOf } from '#core/learner/memory/local.ts';
import { isLeech } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { dueDayOf } from '#core/learner/plan/aim.ts';
import type { Ask } from '#core/learner/plan/plan.ts';
import type { Session } from '#core/learner/plan/session.ts';
import { statementsOf } from '../shared/statements.ts';
import { returnOf } from './after.ts';
import type { Sitting } from './loop.ts';

/** An answer that was judged, and what is recorded of it. */
export interface RatedReply extends JudgedReply {
  readonly deed: Extract<Deed, { type: 'reviewed' | 'practised' }>;
}

/** True if a question was asked in this session before, so that an answer says little of what is known. */
export const isRepeated = ({ reask, seen }: Ask): boolean => reask > 0 || seen !== undefined;

/** The feedback on an answer in a session, and when its question is asked again. */
export function feedbackOf(
  session: Session,
  ask: Ask,
  entry: BankEntry,
  judged: RatedReply,
  { lang, world, practice, bank, aim }: Sitting,
  { state, notRecorded }: { readonly state?: ItemState | undefined } & Pick<Feedback, 'notRecorded'>,
): Feedback {
  const now = world.now();
  const today = studyDayOf(now);
  const memory = state && localStateOf(state, now).memory;
  return {
    ...explainAnswer(entry, judged, lang),
    statements: statementsOf(entry.item, bank),
    hinted: judged.deed.hints > 0,
    ...(ask.seen === undefined ? {} : { seen: ask.seen }),
    ...(isRepeated(ask) ? { isRepeated: true } : {}),
    ...returnOf(session, ask.head.id, {
      due: memory === undefined ? today : dueDayOf(ask.head, memory, aim, today + 1),
      ...{ today, practice },
    }),
    ...(state?.note === undefined ? {} : { ownNote: state.note }),
    ...(memory !== undefined && practice !== true && judged.deed.rating === 'again' && isLeech(memory)
      ? { leech: memory.lapses }
      : {}),
    ...(notRecorded === undefined ? {} : { notRecorded }),
  };
}
