import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder that a build writes to, beside dist/: it takes the place of dist/ when it is whole, so that a program that
 * starts meanwhile finds all of its parts. It goes when the build ends, and what killed builds left goes first.
 * @param {string} root
 */
export function buildFolder(root) {
  const dist = join(root, 'dist');
  const aside = join(root, `dist-${process.pid}`);
  const old = `${aside}.old`;
  const remove = () => {
    for (const folder of [aside, old]) rmSync(folder, { recursive: true, force: true });
  };
  sweep(root);
  remove();
  mkdirSync(aside);
  process.once('exit', remove);
  // Without a listener a signal would end the process at once, and leave the folder.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return { dist, aside, moveIn: () => replaceFolder(dist, aside, old) };
}

/** @param {string} dist @param {string} aside @param {string} old */
function replaceFolder(dist, aside, old) {
  // Of two builds at once, one may find that the other has just put its own dist/ there: then that one is replaced.
  for (let tries = 1; ; tries += 1)
    try {
      unless('ENOENT', () => renameSync(dist, old));
      return renameSync(aside, dist);
    } catch (error) {
      if (tries === 10) throw error;
      rmSync(old, { recursive: true, force: true });
    }
}

/** @param {string} root */
function sweep(root) {
  for (const name of readdirSync(root)) {
    const path = join(root, name);
    const pid = /^dist-(\d+)(?:\.old)?$/.exec(name)?.[1];
    if (pid !== undefined && (!isRunning(Number(pid)) || isOld(path)))
      rmSync(path, { recursive: true, force: true });
  }
}

/** The id of a build that was killed may be another process's by now, but no build takes an hour. @param {string} folder */
function isOld(folder) {
  const { mtimeMs = 0 } = statSync(folder, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > 3_600_000;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else is one too.
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} code @param {() => void} act */
function unless(code, act) {
  try {
    act();
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}

const codeOf = (/** @type {unknown} */ error) => /** @type {NodeJS.ErrnoException} */ (error).code;
