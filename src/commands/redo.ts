import { languageOf } from '#shell/system/language.ts';
import { formatCount } from '../core/base/format-count.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage } from '../core/base/text.ts';
import { pickClaimed } from '../core/learner/banks/claim.ts';
import type { Event } from '../core/learner/events/event.ts';
import { gistOf } from '../core/learner/events/gist.ts';
import { standingEventsOf } from '../core/learner/memory/fold.ts';
import { recordAll } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { describeBank } from './shared/bank-claim.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, reportUnreadable } from './shared/rooms.ts';
import { stemBy } from './shared/stem.ts';

/** `llmquiz redo`: takes back the last undo, as long as nothing else was recorded since. */
export const addRedo: Wire = ({ program, world, finish }) => {
  withCommonOptions(program.command('redo').description('take back your last undo')).action(
    async (options: CommonOptions) => finish(await runRedo(world, options)),
  );
};

/** Appends events that undo the last undoing of this device. */
async function runRedo(world: World, options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options, askWhether);
  const recorder = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  const events = history.eventsOfAllBanks();
  const undoings = lastUndoings(events, recorder.device);
  const [first] = undoings;
  const t = inLanguage(lang);
  const { print } = await printerFor(world);
  if (first === undefined) {
    print([t('Nothing to redo.', '没有可重做的内容。')]);
    return 0;
  }
  recordAll(
    recorder,
    history,
    undoings.map(({ item, id }) => ({ type: 'undone', item, event: id })),
    lang,
    { id: first.bank },
  );
  const isOther = pickClaimed(first, history.claim) === undefined;
  const stem = isOther
    ? `${neutraliseLine(first.item)} (${describeBank(first.bank, paths, world, lang)})`
    : stemBy(first.item, bank, lang);
  const count = undoings.length;
  const done =
    count > 1
      ? t(`Redone for ${formatCount(count, 'question')}.`, `已对 ${count} 道题重做。`)
      : t(`Redone: ${stem}`, `已重做：${stem}`);
  const at = events.find(({ id }) => id === first.event)?.at;
  print([at === undefined ? done : done + t(` (${clock(at)})`, `（${clock(at)}）`)]);
  return 0;
}

const clock = (at: string) => at.slice(0, 16).replace('T', ' ');

type Undoing = Extract<Event, { readonly type: 'undone' }>;

/** The undoings of a device that can be taken back: the last one that stands, and those of its batch; none if it did something else since. */
function lastUndoings(events: readonly Event[], device: string): readonly Undoing[] {
  const standing = new Set(standingEventsOf(events.map(gistOf)).undos);
  const undoingIds = new Set(events.flatMap((e) => (e.type === 'undone' ? [e.id] : [])));
  const own = events.filter((e) => e.device === device).sort((a, b) => b.seq - a.seq);
  for (const event of own) {
    if (event.type !== 'undone') return [];
    // Itself a redo, or one that was taken back already.
    if (undoingIds.has(event.event) || !standing.has(event.id)) continue;
    const isOfBatch = (e: Event): e is Undoing =>
      e.type === 'undone' && e.batch === event.batch && standing.has(e.id) && !undoingIds.has(e.event);
    return event.batch === undefined ? [event] : own.filter(isOfBatch);
  }
  return [];
}
