import { languageOf } from '#shell/system/language.ts';
import { formatCount } from '../core/base/format-count.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { pickClaimed } from '../core/learner/banks/claim.ts';
import { studyDayOf } from '../core/learner/events/day.ts';
import { compareKeys, type Event, instantOf, orderKeyOf } from '../core/learner/events/event.ts';
import { gistOf, idOf } from '../core/learner/events/gist.ts';
import { standingEventsOf } from '../core/learner/memory/fold.ts';
import { recordAll, refuseReadOnly } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import { askFirst, askWhether } from '../shell/terminal/ask-first.ts';
import { describeBank } from './shared/bank-claim.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, reportUnreadable } from './shared/rooms.ts';
import { stemBy } from './shared/stem.ts';

/** `llmquiz undo`: undoes the last answer, or the last thing done to a question. */
export const addUndo: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program.command('undo').description('undo your last answer, suspension, flag or correction'),
  ).action(async (options: CommonOptions) => finish(await runUndo(world, options)));
};

type Undoable = Exclude<Event, { readonly type: 'undone' }>;

/** Appends events that undo the last one of this device that stands, and all recorded with it; asks first if that is not plain. */
async function runUndo(world: World, options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options, askWhether);
  const recorder = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  const events = history.eventsOfAllBanks();
  const { mine, later } = lastStanding(events, recorder.device);
  const last = mine ?? later;
  if (last === undefined) {
    (await printerFor(world)).print([
      pickLanguage({ en: 'Nothing to undo.', zh: '没有可撤销的内容。' }, lang),
    ]);
    return 0;
  }
  const isOther = (event: Event) => pickClaimed(event, history.claim) === undefined;
  const stemFor = (event: Event) =>
    isOther(event)
      ? `${neutraliseLine(event.item)} (${describeBank(event.bank, paths, world, lang)})`
      : stemBy(event.item, bank, lang);
  const targets = batchOf(last, events);
  const isOld = studyDayOf(instantOf(last)) !== studyDayOf(world.now());
  if (later !== undefined || isOld || targets.length > 1 || isOther(last)) {
    const text =
      later === undefined
        ? askText(last, targets.length, stemFor, lang)
        : laterText({ mine, later, stemFor, lang });
    refuseReadOnly(recorder, lang);
    const refused = await askFirst(world, { text, ...undoing }, lang);
    if (refused !== undefined) return refused;
  }
  recordAll(
    recorder,
    history,
    targets.map((e) => {
      const batch = batchIn(e);
      return { type: 'undone', item: e.item, event: e.id, ...(batch === undefined ? {} : { batch }) };
    }),
    lang,
    { id: last.bank },
  );
  (await printerFor(world)).print([undoneText(last, targets.length, stemFor(last), lang)]);
  return 0;
}

const undoing = {
  yes: { en: 'undo it', zh: '撤销' },
  refused: { en: 'Nothing was undone.', zh: '未作撤销。' },
};

/** The events that were recorded with one by the same command, and stand. */
function batchOf(last: Undoable, events: readonly Event[]): readonly Undoable[] {
  const batch = batchIn(last);
  if (batch === undefined) return [last];
  const ids = standingIds(events);
  return events.filter((e): e is Undoable => batchIn(e) === batch && ids.has(e.id));
}

/** What events that are undone together have in common. */
function batchIn(event: Event): string | undefined {
  switch (event.type) {
    case 'forgotten':
    case 'unflagged':
    case 'presumed':
      return event.batch;
    case 'examined':
      return event.exam;
    default:
      return undefined;
  }
}

function standingIds(events: readonly Event[]): ReadonlySet<string> {
  const { events: plain, amendments } = standingEventsOf(events.map(gistOf));
  return new Set([...plain, ...amendments].map(idOf));
}

/** The last event of this device that can be undone, and the last of another device if that is later. */
function lastStanding(
  events: readonly Event[],
  device: string,
): { readonly mine: Undoable | undefined; readonly later: Undoable | undefined } {
  const ids = standingIds(events);
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

function askText(last: Undoable, count: number, stemFor: (event: Event) => string, lang: Lang): string {
  const t = inLanguage(lang);
  const questions = formatCount(count, 'question');
  if (last.type === 'presumed')
    return t(
      `At ${clock(last.at)} a placement counted ${questions} as known. Undo that?`,
      `${clock(last.at)} 的水平测试把 ${count} 道题算作已掌握。撤销吗？`,
    );
  if (last.type === 'examined')
    return t(
      `At ${clock(last.at)} you answered ${questions} in an exam. Undo that?`,
      `${clock(last.at)} 你在模拟考试中答了 ${count} 道题。撤销吗？`,
    );
  if (last.type === 'unflagged' && count > 1)
    return t(
      `At ${clock(last.at)} you cleared the flags of ${questions}. Undo that?`,
      `${clock(last.at)} 你清除了 ${count} 道题的标记。撤销吗？`,
    );
  if (count > 1)
    return t(
      `At ${clock(last.at)} you made ${questions} new again. Undo that?`,
      `${clock(last.at)} 你把 ${count} 道题重置为新题。撤销吗？`,
    );
  return t(
    `The last thing you did was at ${clock(last.at)}, on this question: ${stemFor(last)}\nUndo it?`,
    `你最近一次操作在 ${clock(last.at)}，题目：${stemFor(last)}\n撤销吗？`,
  );
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

function undoneText(event: Undoable, count: number, stem: string, lang: Lang): string {
  switch (event.type) {
    case 'reviewed':
    case 'practised':
      return pickLanguage(
        {
          en: `Answer of ${clock(event.at)} undone: ${stem}`,
          zh: `已撤销 ${clock(event.at)} 的回答：${stem}`,
        },
        lang,
      );
    case 'examined':
      return pickLanguage(
        { en: `Exam undone: ${formatCount(count, 'answer')}.`, zh: `已撤销模拟考试的 ${count} 个回答。` },
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
    case 'unflagged':
      return count > 1
        ? pickLanguage(
            { en: `${formatCount(count, 'question')} flagged again.`, zh: `已重新标记 ${count} 道题。` },
            lang,
          )
        : pickLanguage({ en: `Flagged again: ${stem}`, zh: `已重新标记：${stem}` }, lang);
    case 'noted':
      return pickLanguage(
        { en: `Change of your note undone: ${stem}`, zh: `已撤销对备注的更改：${stem}` },
        lang,
      );
    case 'known':
      return pickLanguage({ en: `No longer counted as known: ${stem}`, zh: `不再算作已掌握：${stem}` }, lang);
    case 'presumed':
      return pickLanguage(
        {
          en: `${formatCount(count, 'question')} no longer counted as known.`,
          zh: `${count} 道题不再算作已掌握。`,
        },
        lang,
      );
    case 'forgotten':
      return count > 1
        ? pickLanguage(
            { en: `${formatCount(count, 'question')} remembered again.`, zh: `已恢复 ${count} 道题的记忆。` },
            lang,
          )
        : pickLanguage({ en: `Remembered again: ${stem}`, zh: `已恢复记忆：${stem}` }, lang);
    default:
      return event satisfies never;
  }
}

const clock = (at: string) => at.slice(0, 16).replace('T', ' ');
