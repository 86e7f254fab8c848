import type { Machine } from './world.ts';

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
