import type { World } from '../system/world.ts';
import { deviceIn } from './device.ts';
import { type EventLog, openLog } from './event-log.ts';
import { type History, refuseNewer } from './history.ts';

/** What records on this device. */
export interface Recorder {
  /** The name of this device in the logs. */
  readonly device: string;
  /** Opens its log, and makes it if it is not there; for events of another bank if one is named, or of none. */
  open(bank?: { readonly id: string | undefined }): EventLog;
}

/** What records events of a bank after all that happened so far; refused if a newer llmquiz recorded some of it. */
export function recorderAfter(
  history: Pick<History, 'newer' | 'seqOf' | 'claim'>,
  events: string,
  world: Pick<World, 'now' | 'random' | 'machine'>,
): Recorder {
  refuseNewer(history);
  const device = deviceIn(events, world.machine());
  return {
    device,
    open: (bank = { id: history.claim.bank }) =>
      openLog(events, device, history.seqOf(device), world, { bank: bank.id }),
  };
}
