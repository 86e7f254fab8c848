import type { HostMachine } from './world.ts';

/** The facts that can identify a machine. */
export interface MachineFacts {
  readonly host: string;
  /** The machine id of the system; empty if it has none, as on macOS and Windows. */
  readonly machineId: string;
  readonly home: string;
  /** Birth time and inode of the home directory; undefined without one. */
  readonly stats:
    | { readonly birthtimeNs: bigint; readonly ctimeNs: bigint; readonly ino: bigint }
    | undefined;
}

/**
 * The identity of a machine. Containers of one image share the machine id, so the host name is part of it. Without an id, the birth
 * time and inode of the home directory identify it: two Macs may have the same name, and one Mac may get another name in each
 * network.
 */
export function machineFrom({ host, machineId, home, stats }: MachineFacts): HostMachine {
  const id = machineId.trim();
  if (id !== '' && id !== 'uninitialized') return { host, identity: `${host}|${id}|${home}` };
  // File systems that keep no time of birth give 0, or the time of the last change.
  const isBorn = stats !== undefined && stats.birthtimeNs > 0n && stats.birthtimeNs !== stats.ctimeNs;
  return { host, identity: isBorn ? `home|${stats.birthtimeNs}|${stats.ino}` : `${host}||${home}` };
}
