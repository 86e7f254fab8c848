import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashFnv1a } from '#core/base/random.ts';
import { logNameOf } from '#core/learner/events/log-name.ts';
import type { HostMachine } from '../system/world.ts';

/**
 * The name of a device in the log. Worked out from the machine and not stored beside the log, so that a data directory
 * copied or synced to another machine does not carry it along: each log file has a single writer.
 */
export function deviceOf({ host, identity }: HostMachine): string {
  const [label = ''] = host.split('.');
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name.slice(0, 24) || 'device'}-${hashOf(identity)}`;
}

/** The name that this machine has in the logs of a folder: the one it has there already, whatever its host was called then. */
export function deviceIn(events: string, machine: HostMachine): string {
  const known = new RegExp(`^([a-z0-9-]+-${hashOf(machine.identity)})\\.jsonl$`);
  const names = namesIn(events).flatMap((name) => {
    const called = logNameOf(name);
    const log = called.type === 'log' ? name : called.type === 'placeholder' ? called.log : '';
    return known.exec(log)?.[1] ?? [];
  });
  return names.sort()[0] ?? deviceOf(machine);
}

/** The log of a device in a folder of logs. */
export const logOf = (events: string, device: string): string => join(events, `${device}.jsonl`);

/** The log of this machine in a folder of logs, be it there or not. */
export const ownLogOf = (events: string, machine: HostMachine): string =>
  logOf(events, deviceIn(events, machine));

const hashOf = (identity: string) => hashFnv1a(identity).toString(36);

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Where there is no log yet, there is no name either; what else is wrong comes up when the logs are read.
    return [];
  }
}
