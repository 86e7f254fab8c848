import { type Lang, pickLanguage } from '#core/base/text.ts';
import { type StudyDay, studyDayOf } from '#core/learner/events/day.ts';
import type { Deed, Event, Practised, Reviewed } from '#core/learner/events/event.ts';
import { rate } from '#core/learner/events/rate.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import { localStateOf } from '#core/learner/memory/local.ts';
import { type Aim, dueDayOf } from '#core/learner/plan/aim.ts';
import { dropItem, rejudge, type Session, takeBack } from '#core/learner/plan/session.ts';
import type { Verdict } from '#core/question/prompt.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import { describeNotRecorded, type EventLog } from '#shell/log/event-log.ts';
import type { History } from '#shell/log/history.ts';
import type { World } from '#shell/system/world.ts';
import type { After, Leave, OwnWords, Terminal } from '#shell/terminal/shared/terminal.ts';
import { dueIn } from '#shell/terminal/shared/words.ts';
import { describeUndone } from './done-texts.ts';

/** One step of a session: what it is now, and whether the learner leaves. */
export interface Progress {
  readonly session: Session;
  readonly leave?: Leave;
  /** What was recorded of the choice. */
  readonly recorded?: Event;
}

/** The dependencies for handling keys after feedback. */
export interface Desk {
  readonly world: Pick<World, 'now'>;
  readonly log: EventLog;
  readonly history: History;
  readonly terminal: Terminal;
  readonly lang: Lang;
  readonly practice?: boolean | undefined;
  readonly bank: Pick<BankStore, 'index'>;
  readonly aim?: Aim | undefined;
}

/** Carries out the learner's choice after feedback; each one but next and leave is recorded as an event. */
export function carryOut(
  after: Exclude<After, OwnWords>,
  session: Session,
  event: Reviewed | Practised,
  desk: Desk,
): Progress {
  switch (after.type) {
    case 'next':
    case 'back':
    case 'retry':
      return { session };
    case 'leave':
      return { session, leave: after };
    case 'undo':
      return did({ type: 'undone', item: event.item, event: event.id }, session, takeBack(session), desk);
    case 'suspend':
      return did({ type: 'suspended', item: event.item }, session, dropItem(session, event.item), desk);
    case 'known':
      return did({ type: 'known', item: event.item, revision: event.revision }, session, session, desk);
    case 'easy':
      return amended(session, event, event.verdict, true, desk);
    case 'amend':
      return amended(session, event, after.verdict, false, desk);
    default:
      return after satisfies never;
  }
}

function amended(
  session: Session,
  event: Reviewed | Practised,
  verdict: Verdict,
  easy: boolean,
  desk: Desk,
): Progress {
  // Whoever says that they were right says so of the answer before, too.
  const seen = session.answered.at(-1)?.ask.seen === undefined ? undefined : 'right';
  const rating = rate({ verdict, hints: event.hints, easy, seen });
  const judged = rejudge(session, verdict, rating);
  const returns = desk.practice !== true && judged.queue.some(({ head }) => head.id === event.item);
  const deed: Deed = {
    ...{ type: 'amended', item: event.item, event: event.id, verdict, rating },
    ...(returns ? { returns } : {}),
  };
  return did(deed, session, judged, desk);
}

/** A deed that follows an answer. */
type AfterDeed = Extract<
  Deed,
  { readonly type: 'undone' | 'suspended' | 'flagged' | 'noted' | 'known' | 'amended' }
>;

/** Appends an event and returns the updated session, or the unchanged one if recording failed. */
function did(deed: AfterDeed, before: Session, after: Session, desk: Desk): Progress {
  const recorded = recordDeed(deed, desk);
  if (recorded === undefined) return { session: before };
  desk.terminal.print(doneText(deed, after, desk));
  return { session: after, recorded };
}

/** Appends an event; says so if that failed. */
function recordDeed(deed: AfterDeed, { log, history, terminal, lang }: Desk): Event | undefined {
  const appended = log.append(deed);
  if (!appended.ok) {
    terminal.print(describeNotRecorded(appended.reason, lang));
    return undefined;
  }
  history.record(appended.event);
  return appended.event;
}

/** Shows a feedback until the learner chooses how to go on; records what they say of the question before that. */
export async function showFeedback(
  feedback: Feedback,
  { item, revision }: Reviewed | Practised,
  session: Session,
  desk: Desk,
): Promise<Exclude<After, OwnWords>> {
  let shown = feedback;
  for (;;) {
    const after = await desk.terminal.feedback(shown);
    if (after.type !== 'flag' && after.type !== 'note') return after;
    const { type, ...words } = after;
    const deed: AfterDeed =
      after.type === 'note'
        ? { type: 'noted', item, text: after.text }
        : { type: 'flagged', item, revision, ...words };
    const { ownNote, ...others } = shown;
    const isChanged = recordDeed(deed, desk) !== undefined;
    if (isChanged) desk.terminal.print(doneText(deed, session, desk));
    const note = isChanged && after.type === 'note' ? after.text : (ownNote ?? '');
    shown = { ...others, isSeen: true, ...(note === '' ? {} : { ownNote: note }) };
  }
}

function doneText(deed: AfterDeed, session: Session, desk: Desk): string {
  const { lang } = desk;
  switch (deed.type) {
    case 'undone':
      return describeUndone(lang);
    case 'suspended':
      return pickLanguage(
        {
          en: `Suspended: it will not come again. Bring it back with \`llmquiz resume ${deed.item}\`.`,
          zh: `已暂停，不会再出现。可用 \`llmquiz resume ${deed.item}\` 恢复。`,
        },
        lang,
      );
    case 'flagged':
      return pickLanguage(
        { en: 'Flagged. `llmquiz flags` lists it.', zh: '已标记。可用 `llmquiz flags` 查看。' },
        lang,
      );
    case 'noted':
      return deed.text === ''
        ? pickLanguage({ en: 'Note removed.', zh: '备注已删除。' }, lang)
        : pickLanguage({ en: 'Note saved.', zh: '备注已保存。' }, lang);
    case 'known':
      return (
        pickLanguage({ en: 'Counted as known. ', zh: '已算作掌握。' }, lang) +
        returnText(deed.item, session, desk)
      );
    case 'amended':
      return amendedText(deed, session, desk);
    default:
      return deed satisfies never;
  }
}

/** Counts a question as known instead of asking it. */
export function putOff(
  session: Session,
  { id, revision }: { readonly id: string; readonly revision: number },
  desk: Desk,
): Progress {
  return did({ type: 'known', item: id, revision }, session, dropItem(session, id), desk);
}

/** The day on which an item comes back, as it is said. */
function returnText(item: string, session: Session, desk: Desk): string {
  const { world, history, lang, practice, bank, aim } = desk;
  const now = world.now();
  const today = studyDayOf(now);
  const state = history.states.get(item);
  const memory = state && localStateOf(state, now).memory;
  const head = bank.index.heads.find(({ id }) => id === item);
  const due = head && memory ? dueDayOf(head, memory, aim, today + 1) : today;
  return dueIn(returnOf(session, item, { due, today, practice }), lang);
}

type Amended = Extract<Deed, { readonly type: 'amended' }>;

/** The new verdict after a correction, and the day of the next review. */
function amendedText(deed: Amended, session: Session, desk: Desk): string {
  const { lang } = desk;
  const counted =
    deed.rating === 'easy'
      ? pickLanguage({ en: 'Counted as easy. ', zh: '已记为“太简单”。' }, lang)
      : deed.verdict === 'correct'
        ? pickLanguage({ en: 'Counted as right. ', zh: '已改判为正确。' }, lang)
        : pickLanguage({ en: 'Counted as wrong. ', zh: '已改判为错误。' }, lang);
  return counted + returnText(deed.item, session, desk);
}

/** The next time an item is asked: later in this session, or on the day it is due. */
export function returnOf(
  { queue }: Session,
  item: string,
  { due, today, practice }: { readonly due: StudyDay; readonly today: StudyDay } & Pick<Desk, 'practice'>,
): Pick<Feedback, 'dueIn' | 'due' | 'practice'> {
  const again = queue.some(({ head }) => head.id === item);
  const left = Math.max(0, due - today);
  return practice === true ? { dueIn: left, due, practice: { again } } : { dueIn: again ? 0 : left, due };
}
