import type { Lang } from '#core/base/text.ts';
import type { Deed } from '#core/learner/events/event.ts';
import { UserError } from '../system/world.ts';
import { describeNotRecorded } from './event-log.ts';
import type { History } from './history.ts';
import type { Recorder } from './recorder.ts';

/** Throws an error if this device's log cannot be written: to be known before the learner is asked anything. */
export function refuseReadOnly(recorder: Recorder, lang: Lang): void {
  const log = recorder.open();
  log.close();
  if (log.readOnly !== undefined) throw new UserError(describeNotRecorded(log.readOnly, lang), 1);
}

/** Records deeds at once, of another bank if one is named; throws an error if they cannot be. */
export function recordAll(
  recorder: Recorder,
  history: History,
  deeds: readonly Deed[],
  lang: Lang,
  bank?: Parameters<Recorder['open']>[0],
): void {
  const log = recorder.open(bank);
  try {
    const { events, reason } = log.appendAll(deeds);
    if (reason !== undefined) throw new UserError(describeNotRecorded(reason, lang), 1);
    for (const event of events) history.record(event);
  } finally {
    log.close();
    history.save();
  }
}
