import type { Lang } from '../core/text.ts';
import { aliasesOf, type BankStore } from '../shell/bank-store.ts';
import { type History, openHistory } from '../shell/history.ts';
import { openBank } from '../shell/open-bank.ts';
import { type Paths, pathsOf } from '../shell/paths.ts';
import type { World } from '../world.ts';
import type { BankOptions } from './options.ts';
import { unreadableText } from './quiz-texts.ts';

/** The bank and the learner's history, opened for reading. */
export interface Rooms {
  readonly bank: BankStore;
  readonly history: History;
  readonly paths: Paths;
}

/** Says on stderr how many lines of the log cannot be read, where that is news. */
export function tellUnreadable({ unreadable }: History, { stderr }: World, lang: Lang): void {
  if (unreadable > 0) stderr.write(`${unreadableText(unreadable, lang)}\n`);
}

/** Opens what most commands need: the bank, and what happened. */
export async function openRooms(
  world: World,
  options: BankOptions & { readonly dataDir?: string },
): Promise<Rooms> {
  const paths = pathsOf(world, options.dataDir);
  const bank = await openBank(world, options, paths);
  const history = openHistory(paths.events, paths.cache, aliasesOf(bank.index));
  return { bank, history, paths };
}
