import type { World } from '../system/world.ts';
import { deviceIn } from './device.ts';
import { type EventLog, openLog } from './event-log.ts';
import { type History, refuseNewer } from './history.ts';

/** What records on this device. */
export interface Recorder {
  /** The name of this device in the logs. */
  readonly device: string;
  /** Opens its log, and makes it if it is not there. */
  open(): EventLog;
}

/** What records after all that happened so far; refused if a newer llmquiz recorded some of it. */
export function recorderAfter(
  history: Pick<History, 'newer' | 'seqOf'>,
  events: string,
  world: Pick<World, 'now' | 'random' | 'machine'>,
): Recorder {
  refuseNewer(history);
  const device = deviceIn(events, world.machine());
  return { device, open: () => openLog(events, device, history.seqOf(device), world) };
}
