import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Deed } from '#core/learner/event.ts';
import { UserError } from '../system/world.ts';
import type { History } from './history.ts';
import type { Recorder } from './recorder.ts';

/** Throws an error if this device's log cannot be written: to be known before the learner is asked anything. */
export function refuseReadOnly(recorder: Recorder, lang: Lang): void {
  const log = recorder.open();
  log.close();
  if (log.readOnly !== undefined) throw notRecorded(log.readOnly, lang);
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
    if (reason !== undefined) throw notRecorded(reason, lang);
    for (const event of events) history.record(event);
  } finally {
    log.close();
    history.save();
  }
}

const notRecorded = (reason: string, lang: Lang) =>
  new UserError(pickLanguage({ en: `Not recorded: ${reason}.`, zh: `未能记录：${reason}。` }, lang), 1);
