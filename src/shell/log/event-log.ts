import { toIso } from '#core/base/instant.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { type Deed, type Event, eventFormat } from '#core/learner/events/event.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { codeOf, describeErrno } from '../system/errno.ts';
import { UserError, type World } from '../system/world.ts';
import { logOf } from './device.ts';
import { type LogFile, openLogFile, type Sync } from './log-file.ts';

/** What came of an append: the event as it stands on disk, or why it could not be recorded. */
export type Appended =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly reason: Text };

/** The log of this device, open for appending. */
export interface EventLog {
  readonly path: string;
  readonly device: string;
  /** Why nothing can be recorded, where the log is read-only. */
  readonly readOnly?: Text;
  /** Stamps a deed and writes it as one line; returns only when it is on disk, in the file at the path. */
  append(deed: Deed): Appended;
  /** Stamps deeds and writes them at once; returns when all are on disk, or why they are not. */
  appendAll(deeds: readonly Deed[]): { readonly events: readonly Event[]; readonly reason?: Text };
  /** Writes again what the file has lost of this session, and closes it; says why where that fails. */
  close(): Text | undefined;
}

/** How a log is opened. */
export interface LogOptions {
  /** The id of the bank that the events are of. */
  readonly bank?: string | undefined;
  readonly sync?: Sync;
}

/** Opens this device's log for appending, creating it at the first use. `seq` is the count to go on from. */
export function openLog(
  events: string,
  device: string,
  seq: number,
  world: Pick<World, 'now' | 'random'>,
  { bank, sync }: LogOptions = {},
): EventLog {
  const path = logOf(events, device);
  let file: LogFile;
  try {
    file = openLogFile(path, sync);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return readOnlyLog(path, device, code);
    throw new UserError(
      {
        en: `Cannot write ${path}: ${describeErrno(error)}.`,
        zh: `无法写入 ${path}：${describeErrno(error, 'zh')}。`,
      },
      1,
    );
  }
  let count = seq;
  const of = bank === undefined ? {} : { bank };
  let failed: { readonly deed: Deed; readonly event: Event } | undefined;
  const stamp = (deed: Deed): Event => {
    const now = world.now();
    count += 1;
    const id = makeUuid7(now.ms, world.random);
    return { v: eventFormat, id, device, seq: count, at: toIso(now), ...deed, ...of } as Event;
  };
  return {
    ...{ path, device },
    append(deed) {
      // What failed may be on disk all the same, whole but for its newline: tried again, it is the same event.
      const event = failed?.deed === deed ? failed.event : stamp(deed);
      const line = JSON.stringify(event);
      const reason = reasonAgainst(line) ?? file.append(line);
      failed = reason === undefined ? undefined : { deed, event };
      return reason === undefined ? { ok: true, event } : { ok: false, reason };
    },
    appendAll(deeds) {
      const events = deeds.map(stamp);
      const lines = events.map((event) => JSON.stringify(event));
      const reason = lines.map(reasonAgainst).find((of) => of !== undefined) ?? file.appendAll(lines);
      return reason === undefined ? { events } : { events: [], reason };
    },
    close() {
      const reason = file.restore();
      file.close();
      return reason;
    },
  };
}

/** Why a line must not be written: nobody could read it. */
function reasonAgainst(line: string): Text | undefined {
  const read = readLine(line);
  if (read.type === 'event') return undefined;
  const because = read.type === 'unreadable' ? read.reason : read.type;
  return { en: `llmquiz could not read it back (${because})`, zh: `llmquiz 无法再读出它（${because}）` };
}

function readOnlyLog(path: string, device: string, code: string): EventLog {
  const readOnly = { en: `cannot write to ${path} (${code})`, zh: `无法写入 ${path}（${code}）` };
  return {
    path,
    device,
    readOnly,
    append: () => ({ ok: false, reason: readOnly }),
    appendAll: () => ({ events: [], reason: readOnly }),
    close: () => undefined,
  };
}

/** The sentence that a deed was not recorded, and why. */
export function describeNotRecorded(reason: Text, lang: Lang): string {
  const because = neutraliseLine(pickLanguage(reason, lang));
  return pickLanguage({ en: `Not recorded: ${because}.`, zh: `未能记录：${because}。` }, lang);
}
