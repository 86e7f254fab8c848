import { readdirSync } from 'node:fs';
import { logNameOf } from '../core/log-name.ts';
import { fnv1a } from '../core/random.ts';
import type { Machine } from '../world.ts';

/** What a machine can be told by. */
export interface MachineFacts {
  readonly host: string;
  /** What the system says that tells it from all others; empty where it says nothing, as on macOS and Windows. */
  readonly machineId: string;
  readonly home: string;
  /** The home directory's own; undefined where there is none. */
  readonly stats:
    | { readonly birthtimeNs: bigint; readonly ctimeNs: bigint; readonly ino: bigint }
    | undefined;
}

/**
 * What tells a machine from others. Containers of one image share the id of the machine, so that the host name counts with it.
 * Without an id the home directory does, by when and where it was made: two Macs may have the same name, and one Mac another in
 * each network.
 */
export function machineFrom({ host, machineId, home, stats }: MachineFacts): Machine {
  const id = machineId.trim();
  if (id !== '' && id !== 'uninitialized') return { host, identity: `${host}|${id}|${home}` };
  // File systems that keep no time of birth give 0, or the time of the last change.
  const isBorn = stats !== undefined && stats.birthtimeNs > 0n && stats.birthtimeNs !== stats.ctimeNs;
  return { host, identity: isBorn ? `home|${stats.birthtimeNs}|${stats.ino}` : `${host}||${home}` };
}

/**
 * The name of a device in the log. Worked out from the machine and not stored beside the log, so that a data directory
 * copied or synced to another machine does not carry it along: each log file has a single writer.
 */
export function deviceOf({ host, identity }: Machine): string {
  const [label = ''] = host.split('.');
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${name.slice(0, 24) || 'device'}-${hashOf(identity)}`;
}

/** The name that this machine has in the logs of a folder: the one it has there already, whatever its host was called then. */
export function deviceIn(events: string, machine: Machine): string {
  const known = new RegExp(`^([a-z0-9-]+-${hashOf(machine.identity)})\\.jsonl$`);
  const names = namesIn(events).flatMap((name) => {
    const called = logNameOf(name);
    const log = called.type === 'log' ? name : called.type === 'placeholder' ? called.log : '';
    return known.exec(log)?.[1] ?? [];
  });
  return names.sort()[0] ?? deviceOf(machine);
}

const hashOf = (identity: string) => fnv1a(identity).toString(36);

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Where there is no log yet, there is no name either; what else is wrong comes up when the logs are read.
    return [];
  }
}
