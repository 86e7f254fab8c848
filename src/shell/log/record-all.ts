import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Deed } from '#core/learner/event.ts';
import { UserError } from '../system/world.ts';
import type { History } from './history.ts';
import type { Recorder } from './recorder.ts';

/** Records deeds one after the other; throws an error at the first that cannot be recorded. */
export function recordAll(recorder: Recorder, history: History, deeds: readonly Deed[], lang: Lang): void {
  const log = recorder.open();
  try {
    for (const deed of deeds) {
      const appended = log.append(deed);
      if (!appended.ok)
        throw new UserError(
          pickLanguage(
            { en: `Not recorded: ${appended.reason}.`, zh: `未能记录：${appended.reason}。` },
            lang,
          ),
          1,
        );
      history.record(appended.event);
    }
  } finally {
    log.close();
    history.save();
  }
}
