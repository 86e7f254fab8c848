import { formatCount } from '#core/base/format-count.ts';
import { groupBy } from '#core/base/group-by.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, pickLanguage } from '#core/base/text.ts';
import type { Deed } from '#core/learner/events/event.ts';
import {
  type DeckEstimate,
  estimateLevels,
  type PlacementAnswer,
  pickPlacement,
  placementLimit,
} from '#core/learner/plan/placement.ts';
import { type Session, startSession } from '#core/learner/plan/session.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { describeNotRecorded } from '#shell/log/event-log.ts';
import type { ExitCode } from '#shell/system/world.ts';
import { seedFrom } from './dice.ts';
import { runSession } from './loop.ts';
import type { OpenRooms } from './session.ts';

/** Finds the level at which each deck begins for a learner: asks a few questions, then presumes known what lies below. */
export async function placeLearner(rooms: OpenRooms, told: string | undefined): Promise<ExitCode> {
  const { terminal, bank, lang } = rooms;
  const t = inLanguage(lang);
  terminal.print(
    t(
      'A few questions find where each deck begins for you. Press 0 if you do not know the answer.',
      '先回答几道题，为每个题组找到合适的起点。不会就按 0。',
    ),
  );
  const { session, code } = await askToPlace(rooms, told);
  if (code !== undefined) {
    terminal.print(
      t(
        '\nStopped: nothing counts as known. Your answers are saved. To try again: `llmquiz place`.',
        '\n已中止：没有题目被算作已掌握。回答均已保存。要重新测，请运行 `llmquiz place`。',
      ),
    );
    return code;
  }
  const levels = estimateLevels(
    bank.index.decks.map(({ name }) => name),
    answersIn(session, rooms),
  );
  const presumed = recordPresumed(levels, rooms);
  terminal.print(describePlacement(levels, session.answered.length, presumed, rooms));
  return 0;
}

/** Asks until the levels are known; with a code if the learner left before that. */
async function askToPlace(
  rooms: OpenRooms,
  told: string | undefined,
): Promise<{ readonly session: Session; readonly code?: ExitCode }> {
  const { seed, random } = seedFrom(rooms.world, told);
  const fresh = newItems(rooms);
  const asked = new Set<string>();
  let session = startSession([]);
  for (;;) {
    const head = pickPlacement(fresh, answersIn(session, rooms), asked, random);
    if (head === undefined) return { session };
    asked.add(head.id);
    const next = { ...session, queue: [{ head, reask: 0 }], room: 0 };
    const ended = await runSession(next, { ...rooms, seed, atMost: placementLimit });
    session = ended.session;
    if (ended.left) return { session, code: ended.code };
  }
}

/** The items that were neither asked nor suspended. */
const newItems = ({ bank, history }: OpenRooms) =>
  bank.index.heads.filter(({ id }) => {
    const state = history.states.get(id);
    return state?.memory === undefined && state?.suspended !== true;
  });

function answersIn({ answered }: Session, { bank }: OpenRooms): readonly PlacementAnswer[] {
  return answered.map(({ ask, rating }) => {
    const entry = bank.entry(ask.head.id);
    const guess = entry === undefined ? 0 : kindOf(entry.item).guess(entry.item);
    return { deck: ask.head.deck, level: ask.head.level, guess, right: rating !== 'again' };
  });
}

/** Records that what lies below the levels is presumed known; returns the number of those questions. */
function recordPresumed(levels: ReadonlyMap<string, DeckEstimate>, rooms: OpenRooms): number {
  const { world, terminal, history, log, lang } = rooms;
  const batch = `placed-${world.now().ms.toString(36)}`;
  const below = newItems(rooms).filter(({ deck, level }) => level < (levels.get(deck)?.start ?? 1));
  if (below.length === 0) return 0;
  const deeds = below.map(({ id, revision }): Deed => ({ type: 'presumed', item: id, revision, batch }));
  const { events, reason } = log.appendAll(deeds);
  for (const event of events) history.record(event);
  if (reason !== undefined) terminal.print(describeNotRecorded(reason, lang));
  return events.length;
}

function describePlacement(
  levels: ReadonlyMap<string, DeckEstimate>,
  asked: number,
  presumed: number,
  { bank, lang }: OpenRooms,
): string {
  const t = inLanguage(lang);
  const byLevel = groupBy(bank.index.decks, ({ name }) => levels.get(name)?.start ?? 1);
  const lines = [...byLevel]
    .sort(([a], [b]) => a - b)
    .map(([level, decks]) => {
      const titles = decks.map(({ title }) => neutraliseLine(pickLanguage(title, lang))).join(t(', ', '、'));
      return t(`Level ${level}: ${titles}`, `第 ${level} 级：${titles}`);
    });
  const known =
    presumed === 0
      ? []
      : [
          t(
            `${formatCount(presumed, 'easier question')} ${presumed === 1 ? 'counts' : 'count'} as known. You will see each once in the coming weeks, to make sure. \`llmquiz undo\` takes this back.`,
            `有 ${presumed} 道更容易的题算作已掌握，之后几周会各问一次以确认。可用 \`llmquiz undo\` 撤销。`,
          ),
        ];
  const head = t(
    `Placed after ${formatCount(asked, 'question')}. Your decks begin here:`,
    `水平测试完成，共 ${asked} 题。各题组的起点：`,
  );
  return ['', head, ...lines, ...known, ''].join('\n');
}
