import type { Event } from '../core/event.ts';
import { type Lang, pick } from '../core/text.ts';
import { deviceIn } from '../shell/device.ts';
import { openLog } from '../shell/event-log.ts';
import { inOrder, refuseNewer } from '../shell/history.ts';
import { printerFor } from '../shell/print.ts';
import { type ExitCode, UserError, type World } from '../world.ts';
import type { Wire } from './command.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './options.ts';
import { openRooms, tellUnreadable } from './rooms.ts';
import { stemOf } from './stem.ts';

/** `llmquiz undo`: takes back the last answer, or the last thing done to a question. */
export const undo: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('undo').description('take back the last answer, suspension, flag or amendment'),
  ).action(async (options: CommonOptions) => finish(await runUndo(world, options)));
};

type Undoable = Exclude<Event, { readonly type: 'undone' }>;

/** Appends an event that undoes the last one that stands. */
async function runUndo(world: World, options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options);
  refuseNewer(history);
  tellUnreadable(history, world, lang);
  const last = lastStanding(inOrder(history.events()));
  if (last === undefined) {
    world.stdout.write(`${pick({ en: 'There is nothing to undo.', zh: '没有可以撤销的。' }, lang)}\n`);
    return 0;
  }
  const device = deviceIn(paths.events, world.machine());
  const log = openLog(paths.events, device, history.seqOf(device), world);
  const appended = log.append({ type: 'undone', item: last.item, event: last.id });
  log.close();
  if (!appended.ok)
    throw new UserError(
      pick({ en: `Not undone: ${appended.reason}.`, zh: `没有撤销：${appended.reason}。` }, lang),
      1,
    );
  history.record(appended.event);
  history.save();
  const entry = bank.entry(last.item);
  const stem = entry === undefined ? last.item : stemOf(entry.item, lang);
  (await printerFor(world)).print(undoneText(last, stem, lang).split('\n'));
  return 0;
}

/** The last event that was not undone and undoes nothing. */
function lastStanding(events: readonly Event[]): Undoable | undefined {
  const undone = new Set(events.flatMap((e) => (e.type === 'undone' ? [e.event] : [])));
  const stands = (e: Event): e is Undoable =>
    e.type !== 'undone' && !undone.has(e.id) && !(e.type === 'amended' && undone.has(e.event));
  return events.filter(stands).at(-1);
}

function undoneText(event: Undoable, stem: string, lang: Lang): string {
  switch (event.type) {
    case 'reviewed':
      return pick(
        {
          en: `Undone: your answer at ${clock(event.at)} to: ${stem}`,
          zh: `已撤销 ${clock(event.at)} 的回答：${stem}`,
        },
        lang,
      );
    case 'amended':
      return pick({ en: `Undone: the amendment of: ${stem}`, zh: `已撤销更正：${stem}` }, lang);
    case 'suspended':
      return pick({ en: `It is asked again: ${stem}`, zh: `恢复提问：${stem}` }, lang);
    case 'resumed':
      return pick({ en: `It is not asked any more: ${stem}`, zh: `不再提问：${stem}` }, lang);
    case 'flagged':
      return pick({ en: `Undone: the flag on: ${stem}`, zh: `已撤销标记：${stem}` }, lang);
    default:
      return event satisfies never;
  }
}

const clock = (at: string) => at.slice(0, 16).replace('T', ' ');
