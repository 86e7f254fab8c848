import { execFile } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#core/base/random.ts';
import { linesOf, review, stamped } from './events.ts';
import { fill } from './temp.ts';

/** A program beside a session that handles its log, and by itself loses nothing that was in it before the session began. */
export interface Actor {
  readonly name: string;
  /** What it does before a session: it may take what is there into its keeping. */
  readonly ready?: () => Promise<void>;
  readonly act: () => Promise<void>;
  /** Finishes what it left half done. */
  readonly settle?: () => Promise<void>;
  /** Milliseconds between two acts. */
  readonly pause: number;
}

/** Lets an actor act until it is told to stop; the promise holds how often it acted, once it has settled. */
export function acting({ act, settle, pause }: Actor): () => Promise<number> {
  let over = false;
  let acts = 0;
  const all = async () => {
    while (!over) {
      await act();
      acts += 1;
      await sleep(pause);
    }
    await settle?.();
  };
  // What went wrong meanwhile is told to whoever stops it.
  const done = all().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return async () => {
    over = true;
    const failed = await done;
    if (failed !== undefined) throw failed.error;
    return acts;
  };
}

/** A file's bytes; undefined where it is gone. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Puts a new file in the place of another, as file synchronisers do; a disk that is full puts it off. */
function replace(path: string, bytes: Buffer): boolean {
  const aside = `${path}.incoming`;
  try {
    writeFileSync(aside, bytes);
    renameSync(aside, path);
    return true;
  } catch {
    rmSync(aside, { force: true });
    return false;
  }
}

/** Lines of another device, ever new ones. */
function otherDevice(): () => string {
  let seq = 0;
  return () => {
    seq += 1;
    return linesOf([stamped(review('llm-abbreviation'), seq, '2026-02-01T10:00:00Z', 'phone')]);
  };
}

/** A synchroniser that replaces the log by a copy made just before. */
export const synchroniser = (log: string): Actor => ({
  name: 'synchroniser',
  pause: 50,
  async act() {
    const bytes = bytesOf(log);
    if (bytes !== undefined) replace(log, bytes);
  },
});

/** A slow synchroniser: what is written between its copy and its rename is not in what it puts into place. */
export const slowSynchroniser = (log: string, random: Random): Actor => ({
  name: 'slow synchroniser',
  pause: 30,
  async act() {
    const bytes = bytesOf(log);
    await sleep(random() * 40);
    if (bytes !== undefined) replace(log, bytes);
  },
});

/** A synchroniser that brings lines of another device, in a log of their own and in this machine's. */
export function mixingSynchroniser(log: string): Actor {
  const other = join(dirname(log), 'phone.jsonl');
  const line = otherDevice();
  return {
    name: 'synchroniser with lines of another device',
    pause: 50,
    async act() {
      const bytes = bytesOf(log);
      if (bytes === undefined) return;
      replace(other, Buffer.concat([bytesOf(other) ?? Buffer.alloc(0), Buffer.from(line())]));
      replace(log, Buffer.concat([bytes, Buffer.from(line())]));
    },
  };
}

/** A synchroniser that brings along what was written between its copy and its rename: it loses nothing at all. */
export const carefulSynchroniser = (log: string): Actor => ({
  name: 'careful synchroniser',
  pause: 1,
  async act() {
    const before = `${log}.before`;
    const bytes = bytesOf(log);
    if (bytes === undefined) return;
    rmSync(before, { force: true });
    linkSync(log, before);
    if (!replace(log, bytes)) return;
    const late = readFileSync(before).subarray(bytes.length);
    if (late.length > 0) appendFileSync(log, late);
    rmSync(before);
  },
});

/** A disk that fills up for a while, again and again, while an actor is at work on it. */
export function fillingDisk(disk: string, actor: Actor): Actor {
  const filler = join(disk, 'filler');
  return {
    ...actor,
    name: `a full disk and a ${actor.name}`,
    async act() {
      fill(disk);
      await sleep(40);
      await actor.act();
      rmSync(filler, { force: true });
      await actor.act();
    },
    async settle() {
      rmSync(filler, { force: true });
      await actor.settle?.();
    },
  };
}

/** Somebody who moves the log away and back again, over what has come into its place. */
export function movingBack(log: string): Actor {
  const away = `${log}.away`;
  const back = () => {
    if (!existsSync(away)) return;
    mkdirSync(dirname(log), { recursive: true });
    renameSync(away, log);
  };
  return {
    name: 'mv away and back',
    pause: 40,
    async act() {
      if (existsSync(log)) renameSync(log, away);
      await sleep(40);
      back();
    },
    settle: async () => back(),
  };
}

/** A synchroniser that gives the log another name, under which it is still read. */
export function renaming(log: string): Actor {
  let copies = 0;
  return {
    name: 'conflicted copies',
    pause: 200,
    async act() {
      if (!existsSync(log) || statSync(log).size === 0) return;
      copies += 1;
      renameSync(log, log.replace(/\.jsonl$/, ` (conflicted copy ${copies}).jsonl`));
    },
  };
}

/** Git in a folder of logs: what a call printed, and whether it went well. */
export type Git = (...args: readonly string[]) => Promise<{ readonly ok: boolean; readonly out: string }>;

/** Git in a folder, with an identity, and without anybody's settings. */
export function gitIn(folder: string): Git {
  const identity = ['GIT_AUTHOR', 'GIT_COMMITTER'].flatMap((who) => [
    [`${who}_NAME`, 'A Learner'],
    [`${who}_EMAIL`, 'learner@example.org'],
  ]);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_EDITOR: 'true',
    ...Object.fromEntries(identity),
  };
  return (...args) =>
    new Promise((resolve) => {
      execFile('git', ['-c', 'gc.auto=0', ...args], { cwd: folder, env }, (error, out, err) =>
        resolve({ ok: error === null, out: `${out}${err}` }),
      );
    });
}

/** Commits everything in a folder, with the marks of a conflict where there are any. */
export async function commitAll(git: Git): Promise<void> {
  await git('add', '-A');
  await git('commit', '-qm', 'answers');
}

/** Makes a folder of logs a repository with one commit. */
async function repository(folder: string, { union }: { readonly union: boolean }): Promise<Git> {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  if (!existsSync(join(folder, '.git'))) {
    await must(git, 'init', '-q', '-b', 'main');
    writeFileSync(join(folder, '.gitignore'), '*.incoming\n');
    if (union) writeFileSync(join(folder, '.gitattributes'), '*.jsonl merge=union\n');
  }
  await commitAll(git);
  return git;
}

/** A call of git that must go well, or the test is at fault. */
export async function must(git: Git, ...args: readonly string[]): Promise<void> {
  const { ok, out } = await git(...args);
  if (!ok) throw new Error(`git ${args.join(' ')}: ${out}`);
}

/** Takes everything out of the stash; what was recorded meanwhile is committed, so that git can merge. */
async function popAll(git: Git): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if ((await git('stash', 'list')).out === '') return;
    if ((await git('stash', 'pop')).ok) continue;
    const conflict = (await git('ls-files', '-u')).out !== '';
    await commitAll(git);
    if (conflict) await git('stash', 'drop');
  }
  throw new Error('the stash does not get empty');
}

/** `git stash; git stash pop`. */
export function stashing(log: string, how: { readonly union: boolean }): Actor {
  let git: Git;
  return {
    name: 'git stash; git stash pop',
    pause: 30,
    async ready() {
      git = await repository(dirname(log), how);
    },
    async act() {
      await git('stash');
      await popAll(git);
    },
    settle: () => popAll(git),
  };
}

/** `git pull --rebase --autostash` from a remote to which another device pushes. */
export function pulling(log: string, folder: string, how: { readonly union: boolean }): Actor {
  const [remote, clone] = [join(folder, 'remote.git'), join(folder, 'clone')];
  const line = otherDevice();
  const phone = gitIn(clone);
  let git: Git;
  const settle = async () => {
    if ((await git('status')).out.includes('rebase in progress'))
      if (!(await git('rebase', '--abort')).ok) await git('rebase', '--quit');
    if (!(await git('symbolic-ref', 'HEAD')).ok) await must(git, 'checkout', '-q', 'main');
    await popAll(git);
  };
  return {
    name: 'git pull --rebase --autostash',
    pause: 20,
    async ready() {
      git = await repository(dirname(log), how);
      if (existsSync(remote)) return;
      await must(git, 'init', '-q', '--bare', '-b', 'main', remote);
      await must(git, 'remote', 'add', 'origin', remote);
      await must(git, 'push', '-q', '-u', 'origin', 'main');
      await must(git, 'clone', '-q', remote, clone);
    },
    async act() {
      await phone('pull', '-q', '--rebase');
      appendFileSync(join(clone, 'phone.jsonl'), line());
      await commitAll(phone);
      await phone('push', '-q');
      await git('pull', '-q', '--rebase', '--autostash');
      await settle();
      await commitAll(git);
      await git('push', '-q');
    },
    settle,
  };
}

/** `git checkout` of an older branch and back; what was recorded there is committed and merged. */
export function checkingOut(log: string, how: { readonly union: boolean }): Actor {
  let git: Git;
  const back = async () => {
    for (let tries = 0; tries < 30; tries++) {
      if ((await git('symbolic-ref', '--short', 'HEAD')).out.trim() === 'main') break;
      await commitAll(git);
      await git('checkout', '-q', 'main');
    }
    for (let tries = 0; tries < 30; tries++) {
      if ((await git('merge', '-q', '--no-edit', 'older')).ok) return;
      await commitAll(git);
    }
    throw new Error('the other branch cannot be merged');
  };
  return {
    name: 'git checkout and back',
    pause: 30,
    async ready() {
      git = await repository(dirname(log), how);
      await git('branch', 'older');
    },
    async act() {
      await commitAll(git);
      await git('checkout', '-q', 'older');
      await sleep(20);
      await back();
    },
    settle: back,
  };
}
