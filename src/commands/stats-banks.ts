import { languageOf } from '#shell/system/language.ts';
import { shippedBankId } from '../core/bank/bank-id.ts';
import { formatCount } from '../core/base/format-count.ts';
import { groupBy } from '../core/base/group-by.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { formatPercent } from '../core/base/percent.ts';
import { inLanguage, type Lang, pickLanguage, type Text } from '../core/base/text.ts';
import type { BankBook, KnownBank } from '../core/learner/banks/bank-book.ts';
import { dateOf, studyDayOf } from '../core/learner/events/day.ts';
import { type Event, instantOf } from '../core/learner/events/event.ts';
import type { Share } from '../core/learner/insight/stats.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { openBank, openShippedBank } from '../shell/bank/open-bank.ts';
import { readBankBook } from '../shell/log/bank-register.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { layOutTable } from '../shell/page/table.ts';
import { pathsOf } from '../shell/system/paths.ts';
import { isUserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import type { CommonOptions } from './shared/options.ts';
import { openRoomsOf, type Rooms } from './shared/rooms.ts';
import { summariseBank } from './stats-standing.ts';

/** What a learner knows of one bank, as far as it can be told. */
interface BankStanding {
  readonly id: string;
  readonly title?: Text;
  readonly path?: string;
  /** Questions that were answered. */
  readonly begun: number;
  /** Unknown if the bank is not on this device. */
  readonly items?: number;
  readonly due?: number;
  readonly recall?: number;
  readonly retention?: Share;
  /** The day of the last answer, as a date. */
  readonly last?: string;
}

/** Prints what the learner knows of every bank that they have used. */
export async function printAllBanks(
  world: World,
  options: CommonOptions & { readonly json?: boolean },
): Promise<void> {
  const lang = languageOf(world, options.lang);
  const paths = pathsOf(world, options.dataDir);
  const shipped = await openRoomsOf(world, openShippedBank(world), options, askWhether);
  const all = shipped.history.eventsOfAllBanks();
  const book = readBankBook(paths.events, world.machine());
  const found: BankStanding[] = [standingOf(world, shippedBankId, shipped, options)];
  const known = new Set([shippedBankId]);
  for (const bank of book.banks) {
    for (const id of bank.ids) known.add(id);
    if (bank.id === shippedBankId) continue;
    const rooms = await openKnown(world, bank, book, options, lang);
    found.push(
      rooms === undefined
        ? standingFrom(
            bank,
            all.filter((event) => event.bank !== undefined && bank.ids.has(event.bank)),
          )
        : standingOf(world, bank.id, rooms, options),
    );
  }
  const strange = all.filter((event) => event.bank !== undefined && !known.has(event.bank));
  for (const [id = '', of] of groupBy(strange, ({ bank }) => bank)) found.push(standingFrom({ id }, of));
  if (options.json === true) {
    printJson(world, { version: 1, banks: found });
    return;
  }
  const { print, columns } = await printerFor(world);
  print([...headLines(found, lang), '', ...layOutTable(rowsOf(found, lang), columns)]);
}

/** Opens a bank where it was seen on this device; undefined if it is there no more, or broken. */
async function openKnown(
  world: World,
  { ids }: KnownBank,
  { seen }: BankBook,
  options: CommonOptions,
  lang: Lang,
): Promise<Rooms | undefined> {
  const places = [...seen.values()].filter(({ bank }) => ids.has(bank)).map(({ path }) => path);
  // The folder before a deck in it.
  for (const path of places.sort((a, b) => a.length - b.length)) {
    const bank = await openAt(world, path, options, lang);
    if (bank === undefined) continue;
    const rooms = await openRoomsOf(world, bank, options, askWhether);
    if (ids.has(rooms.history.claim.bank)) return rooms;
  }
  return undefined;
}

async function openAt(
  world: World,
  path: string,
  options: CommonOptions,
  lang: Lang,
): Promise<BankStore | undefined> {
  try {
    return await openBank(world, { ...options, bank: path, lang }, pathsOf(world, options.dataDir));
  } catch (error) {
    if (!isUserError(error)) throw error;
    return undefined;
  }
}

function standingOf(world: World, id: string, rooms: Rooms, options: CommonOptions): BankStanding {
  const { bank, history } = rooms;
  const { total } = summariseBank(world, rooms, options);
  const { title } = bank.index.about;
  const { items, begun, due, recall, retention } = total;
  return {
    ...{ id, begun, items, due, retention },
    ...(title === undefined ? {} : { title }),
    ...(bank.path === undefined ? {} : { path: bank.path }),
    ...(recall === undefined ? {} : { recall }),
    ...lastOf(history.events()),
  };
}

/** The same of a bank that is not here, from its events alone. */
function standingFrom(
  { id, title, path }: Pick<KnownBank, 'id' | 'title' | 'path'>,
  events: readonly Event[],
): BankStanding {
  const begun = new Set(events.flatMap((event) => (isAnswered(event) ? [event.item] : []))).size;
  return {
    ...{ id, begun },
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { path }),
    ...lastOf(events),
  };
}

const isAnswered = ({ type }: Event) => type === 'reviewed' || type === 'practised';

function lastOf(events: readonly Event[]): Pick<BankStanding, 'last'> {
  const days = events.filter(isAnswered).map((event) => studyDayOf(instantOf(event)));
  return days.length === 0 ? {} : { last: dateOf(days.reduce((a, b) => Math.max(a, b))) };
}

function headLines(found: readonly BankStanding[], lang: Lang): readonly string[] {
  const due = found.reduce((sum, bank) => sum + (bank.due ?? 0), 0);
  const t = inLanguage(lang);
  return [
    t(
      `Due now: ${due} in ${formatCount(found.length, 'bank')}.`,
      `现在待复习：${found.length} 个题库共 ${due} 道。`,
    ),
  ];
}

function rowsOf(found: readonly BankStanding[], lang: Lang): readonly (readonly string[])[] {
  const t = inLanguage(lang);
  return [
    [
      t('bank', '题库'),
      t('started', '已学'),
      t('due', '待复习'),
      t('est. recall', '预计记忆率'),
      t('retention', '记忆保持率'),
      t('last answer', '最近回答'),
    ],
    ...found.map(({ id, title, path, begun, items, due, recall, retention, last }) => [
      neutraliseLine(title === undefined ? (path ?? id) : pickLanguage(title, lang)),
      `${begun}/${items ?? '?'}`,
      due === undefined ? '-' : String(due),
      recall === undefined ? '-' : formatPercent(recall),
      retention === undefined || retention.of === 0 ? '-' : formatPercent(retention.passed / retention.of),
      last ?? '-',
    ]),
  ];
}
