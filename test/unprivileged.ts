import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { builtProgram, type Program } from './program.ts';

/** Somebody for whom permissions mean something, and how to start the program as that user. */
export interface Unprivileged {
  /** Another user if we are root, else undefined: an ordinary user already is one. */
  readonly user: number | undefined;
  /** A program which that user can run. */
  readonly program: Program;
  /** A folder whose temporary folders that user can reach. */
  readonly within: string;
  /** Why nobody could be found; the tests that need somebody skip with it. */
  readonly missing?: string;
}

const nobody = 65_534;

/**
 * Somebody unprivileged, for the tests of one file. As root this is another user, for whom the program is copied if the
 * checkout, or Node itself, lies where only root can enter.
 */
export function unprivileged(): Unprivileged {
  const myself: Unprivileged = { user: undefined, program: builtProgram, within: tmpdir() };
  if (process.platform === 'win32')
    return { ...myself, missing: 'chmod keeps nobody from reading on Windows' };
  if (process.getuid?.() !== 0) return myself;
  const { error } = asNobody('/bin/sh', ['-c', 'exit']);
  if (error !== undefined)
    return { ...myself, missing: `root cannot become another user (${error.message})` };
  const within = [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].find(isOpen);
  if (within === undefined) return { ...myself, missing: 'other users can enter no temporary folder' };
  if (runs(builtProgram)) return { user: nobody, program: builtProgram, within };
  const program = copied(within);
  if (!runs(program)) throw new Error(`user ${nobody} cannot run ${program.node} ${program.script}`);
  return { user: nobody, program, within };
}

const asNobody = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { uid: nobody, gid: nobody, cwd: '/', env: {} });

const runs = ({ node, script }: Program) => asNobody(node, [script, '--version']).status === 0;

/** Does something in this process with the rights of somebody unprivileged, and at once. */
export function withoutPrivileges<T>(act: () => T): T {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(nobody);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

/** Whether that user can enter a folder, and we can make new ones in it. */
function isOpen(folder: string): boolean {
  try {
    const inside = mkdtempSync(join(folder, 'llmquiz-'));
    chmodSync(inside, 0o755);
    const { status } = asNobody('/bin/sh', ['-c', 'cd -- "$1"', 'sh', inside]);
    rmSync(inside, { recursive: true });
    return status === 0;
  } catch {
    return false;
  }
}

/** The program and Node, copied until the tests of the file have ended. */
function copied(within: string): Program {
  const folder = realpathSync(mkdtempSync(join(within, 'llmquiz-program-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['bin', 'dist', 'schema'])
    cpSync(join(builtProgram.root, part), join(folder, part), { recursive: true });
  const node = join(folder, 'node');
  copyFileSync(builtProgram.node, node);
  const { status } = spawnSync('chmod', ['-R', 'u=rwX,go=rX', folder]);
  if (status !== 0) throw new Error(`${folder} cannot be opened to others`);
  chmodSync(node, 0o755);
  return { root: folder, node, script: join(folder, 'bin', 'llmquiz.js') };
}
