import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { compareKeys, type Event, instantOf, orderKeyOf } from '../core/learner/event.ts';
import { standingEventsOf } from '../core/learner/fold.ts';
import { gistOf, idOf } from '../core/learner/gist.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { openTerminal } from '../shell/terminal/open-terminal.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './shared/options.ts';
import { openRooms, reportUnreadable } from './shared/rooms.ts';
import { stemOf } from './shared/stem.ts';

/** `llmquiz undo`: undoes the last answer, or the last thing done to a question. */
export const addUndo: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('undo').description('undo your last answer, suspension, flag or correction'),
  ).action(async (options: CommonOptions) => finish(await runUndo(world, options)));
};

type Undoable = Exclude<Event, { readonly type: 'undone' }>;

/** Appends an event that undoes the last one of this device that stands; asks first if another device went on since. */
async function runUndo(world: World, options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options);
  const { device, open } = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  const { mine, later } = lastStanding(history.events(), device);
  const last = mine ?? later;
  if (last === undefined) {
    (await printerFor(world)).print([
      pickLanguage({ en: 'Nothing to undo.', zh: '没有可撤销的内容。' }, lang),
    ]);
    return 0;
  }
  const stemFor = ({ item }: Event) => {
    const entry = bank.entry(item);
    return entry === undefined ? neutraliseLine(item) : stemOf(entry.item, lang);
  };
  if (later !== undefined) {
    const refused = await refusal(world, laterText({ mine, later, stemFor, lang }), lang);
    if (refused !== undefined) return refused;
  }
  const log = open();
  const appended = log.append({ type: 'undone', item: last.item, event: last.id });
  log.close();
  if (!appended.ok)
    throw new UserError(
      pickLanguage({ en: `Cannot undo: ${appended.reason}.`, zh: `无法撤销：${appended.reason}。` }, lang),
      1,
    );
  history.record(appended.event);
  history.save();
  (await printerFor(world)).print(undoneText(last, stemFor(last), lang).split('\n'));
  return 0;
}

/** The last event of this device that can be undone, and the last of another device if that is later. */
function lastStanding(
  events: readonly Event[],
  device: string,
): { readonly mine: Undoable | undefined; readonly later: Undoable | undefined } {
  const { events: plain, amendments } = standingEventsOf(events.map(gistOf));
  const ids = new Set([...plain, ...amendments].map(idOf));
  const stands = (e: Event): e is Undoable => ids.has(e.id);
  const left = events.filter(stands);
  // Its own clock may have been wrong, so that within a device the count tells what came last.
  const mine = latestOf(
    left.filter((e) => e.device === device),
    (a, b) => a.seq - b.seq,
  );
  const other = latestOf(left.filter((e) => e.device !== device));
  const isLater = other !== undefined && (mine === undefined || instantOf(other).ms > instantOf(mine).ms);
  return { mine, later: isLater ? other : undefined };
}

/** The latest event, by an order if there is one of its own, else by that of all events. */
function latestOf(
  events: readonly Undoable[],
  order: (a: Event, b: Event) => number = () => 0,
): Undoable | undefined {
  const later = (a: Undoable | undefined, b: Undoable) =>
    a === undefined || (order(b, a) || compareKeys(orderKeyOf(b), orderKeyOf(a))) > 0 ? b : a;
  return events.reduce(later, undefined);
}

/** Asks whether to undo after all; the exit code if the learner does not want to. */
async function refusal(world: World, text: string, lang: Lang): Promise<ExitCode | undefined> {
  const terminal = await openTerminal(world, { lang, plain: false });
  try {
    terminal.print(text);
    const chosen = await terminal.choose([
      { key: 'y', label: pickLanguage({ en: 'undo it', zh: '撤销' }, lang) },
      { key: 'Enter', label: pickLanguage({ en: 'cancel', zh: '取消' }, lang) },
    ]);
    if (chosen === 'y') return undefined;
    terminal.print(pickLanguage({ en: 'Nothing was undone.', zh: '未作撤销。' }, lang));
    return (typeof chosen === 'object' && chosen.code) || 1;
  } finally {
    terminal.close();
  }
}

function laterText({
  mine,
  later,
  stemFor,
  lang,
}: {
  readonly mine: Undoable | undefined;
  readonly later: Undoable;
  readonly stemFor: (event: Event) => string;
  readonly lang: Lang;
}): string {
  const t = inLanguage(lang);
  const other = t(
    `On another device (${neutraliseLine(later.device)}) at ${clock(later.at)}: ${stemFor(later)}`,
    `另一台设备（${neutraliseLine(later.device)}）${clock(later.at)} 的记录：${stemFor(later)}`,
  );
  if (mine === undefined)
    return `${t('Nothing to undo on this device.', '本设备没有可撤销的内容。')}\n${other}`;
  return t(
    `${other}\nBefore that, on this device at ${clock(mine.at)}: ${stemFor(mine)}\nUndo the one on this device?`,
    `${other}\n在此之前，本设备 ${clock(mine.at)} 的记录：${stemFor(mine)}\n撤销本设备的这一条吗？`,
  );
}

function undoneText(event: Undoable, stem: string, lang: Lang): string {
  switch (event.type) {
    case 'reviewed':
      return pickLanguage(
        {
          en: `Answer of ${clock(event.at)} undone: ${stem}`,
          zh: `已撤销 ${clock(event.at)} 的回答：${stem}`,
        },
        lang,
      );
    case 'amended':
      return pickLanguage({ en: `Correction undone: ${stem}`, zh: `已撤销更正：${stem}` }, lang);
    case 'suspended':
      return pickLanguage({ en: `Resumed: ${stem}`, zh: `已恢复：${stem}` }, lang);
    case 'resumed':
      return pickLanguage({ en: `Suspended: ${stem}`, zh: `已暂停：${stem}` }, lang);
    case 'flagged':
      return pickLanguage({ en: `Flag undone: ${stem}`, zh: `已撤销标记：${stem}` }, lang);
    default:
      return event satisfies never;
  }
}

const clock = (at: string) => at.slice(0, 16).replace('T', ' ');
