import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import { openBank } from '#shell/bank/open-bank.ts';
import { ownLogOf } from '#shell/log/device.ts';
import { type History, openHistoryInSteps } from '#shell/log/history.ts';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import { reportLines } from '#shell/page/print.ts';
import { watchProgress } from '#shell/page/progress.ts';
import { languageOf } from '#shell/system/language.ts';
import { type Paths, pathsOf } from '#shell/system/paths.ts';
import type { World } from '#shell/system/world.ts';
import { type AskWhether, findBankClaim } from './bank-claim.ts';
import { describeMissingLogs, describeUnreadable } from './log-texts.ts';
import type { CommonOptions } from './options.ts';

/** The bank and the learner's history, opened for reading. */
export interface Rooms {
  readonly bank: BankStore;
  readonly history: History;
  readonly paths: Paths;
}

/** Prints a warning on stderr if lines of the log cannot be read that no earlier start has reported. */
export function reportUnreadable({ unreadable }: History, world: World, lang: Lang): void {
  if (unreadable > 0) reportLines(world, [describeUnreadable(unreadable, lang)]);
}

/** Reads what happened, and shows how far it is if that takes longer than a second. */
export async function readHistory(
  world: World,
  paths: Paths,
  bank: BankStore,
  lang: Lang,
  ask: AskWhether,
): Promise<History> {
  const { events, cache } = paths;
  const claim = await findBankClaim(world, paths, bank, lang, ask);
  return watchProgress(
    openHistoryInSteps(events, cache, claim, () => world.now().ms),
    pickLanguage({ en: 'reading your answers', zh: '正在读取答题记录' }, lang),
    world,
  );
}

/** Opens the bank and the learner's history for a command. */
export async function openRooms(world: World, options: CommonOptions, ask: AskWhether): Promise<Rooms> {
  const paths = pathsOf(world, options.dataDir);
  const lang = languageOf(world, options.lang);
  const bank = await openBank(world, { ...options, lang }, paths);
  const rooms = await openRoomsOf(world, bank, options, ask);
  const log = ownLogOf(paths.events, world.machine());
  reportLines(world, describeMissingLogs(findMissingLogs(log), lang));
  return rooms;
}

/** Opens the learner's history of a bank that is open. */
export async function openRoomsOf(
  world: World,
  bank: BankStore,
  { dataDir, lang }: CommonOptions,
  ask: AskWhether,
): Promise<Rooms> {
  const paths = pathsOf(world, dataDir);
  const history = await readHistory(world, paths, bank, languageOf(world, lang), ask);
  return { bank, history, paths };
}
