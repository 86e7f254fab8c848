import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { watch as watchFolders } from 'chokidar';
import { type ExitCode, exitCodeOf, type World } from '../system/world.ts';
import { companionNames } from './bank-files.ts';
import { isYamlName } from './bank-folder.ts';

/** What became of files that are watched: they changed; what was named is gone, or is back; or a signal ends the run. */
export type Watched =
  | { readonly type: 'changed' | 'gone' | 'back' }
  | { readonly type: 'ended'; readonly code: ExitCode };

/** Files and folders that are watched until it is closed. */
export interface Watcher {
  /** Waits for what happens next; changes that follow each other at once are one. */
  next(): Promise<Watched>;
  /** Calls back as soon as there is something to be waited for no longer. */
  onHappening(callback: () => void): () => void;
  close(): void;
}

/** Milliseconds from a change to the word of it: a second write shortly after the first is announced by nobody. */
const rest = 100;

/** Milliseconds by which the clock of a disk may lag behind. */
const lag = 20;

/** Milliseconds between two looks at whether what was named is still the same: a folder that is made again is not watched any more. */
const look = 300;

/** Watches files, and folders with all YAML in them, and beside them the files that may belong to their bank, for what was changed since a time. */
export function watchPaths(
  { onSignal }: Pick<World, 'onSignal'>,
  named: readonly string[],
  since = Date.now(),
): Watcher {
  const queue: Watched[] = [];
  const hearers = new Set<() => void>();
  const tell = (happening: Watched) => {
    queue.push(happening);
    for (const hear of hearers) hear();
  };
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (queue.length === 0) tell({ type: 'changed' });
    }, rest);
  };
  let open = openFolders(named, changed, since);
  let before = identityOf(named);
  let isMissed = false;
  const poll = setInterval(() => {
    const now = identityOf(named);
    // An editor may take a file away for a moment before it puts the new one there.
    const isFirstMiss = now === undefined && !isMissed;
    isMissed = now === undefined;
    if (now === before || isFirstMiss) return;
    const wasGone = before === undefined;
    before = now;
    void open.close();
    if (now === undefined) return tell({ type: 'gone' });
    open = openFolders(named, changed, Date.now());
    if (wasGone) tell({ type: 'back' });
    else changed();
  }, look);
  const off = onSignal((signal) => {
    const code = exitCodeOf(signal);
    if (code !== undefined) tell({ type: 'ended', code });
  });
  return {
    async next() {
      for (;;) {
        const ended = queue.find(({ type }) => type === 'ended');
        const first = ended ?? queue.shift();
        if (first !== undefined) return first;
        await new Promise<void>((resolve) => {
          const stop = onHappening(() => {
            stop();
            resolve();
          });
        });
      }
    },
    onHappening,
    close() {
      off();
      clearTimeout(timer);
      clearInterval(poll);
      void open.close();
    },
  };

  function onHappening(callback: () => void): () => void {
    hearers.add(callback);
    return () => hearers.delete(callback);
  }
}

/** Which folders some names stand for, and lie in; undefined if one of the names is not there. */
function identityOf(named: readonly string[]): string | undefined {
  const ids = named.flatMap((path) => {
    const stats = foundAt(path);
    // An editor puts a new file in the place of the old one; that is a change like others.
    if (stats?.isDirectory() !== true) return stats && [foundAt(dirname(path))];
    return [stats];
  });
  if (ids.includes(undefined)) return undefined;
  // A folder that is made again may get the number of the one before.
  return ids.map((stats) => stats && `${stats.dev}:${stats.ino}:${stats.birthtimeNs}`).join(' ');
}

function foundAt(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Opens the folders that named files lie in, and those that were named themselves. */
function openFolders(named: readonly string[], changed: () => void, since: number) {
  const trees = named.filter((path) => foundAt(path)?.isDirectory() === true);
  // Sources and the like may lie beside a deck, or in the folder above.
  const beside = named
    .filter((path) => !trees.includes(path))
    .flatMap((path) => [dirname(path), dirname(dirname(path))])
    .concat(trees.map((path) => dirname(path)));
  // A pattern may come to stand for one more file in the folder of another.
  const decks = new Set(named.filter((path) => !trees.includes(path)).map((path) => dirname(path)));
  const isInTree = (path: string) =>
    trees.some((tree) => path.startsWith(`${tree}/`) || path.startsWith(`${tree}\\`));
  const isWanted = (path: string, isFile: boolean | undefined): boolean => {
    if (named.includes(path) || beside.includes(path)) return true;
    const name = basename(path);
    if (isInTree(path))
      return !name.startsWith('.') && name !== 'node_modules' && (isFile !== true || isYamlName(name));
    const isCompanion = beside.includes(dirname(path)) && companionNames.includes(name.toLowerCase());
    return isCompanion || (decks.has(dirname(path)) && isYamlName(name));
  };
  const watcher = watchFolders([...new Set([...trees, ...beside])], {
    ignoreInitial: true,
    ignored: (path, stats) => !isWanted(path, stats?.isFile()),
  });
  // What goes while it is looked at is told of otherwise.
  watcher.on('all', changed).on('error', () => {});
  // Nobody tells of what is written while the folders are looked through.
  watcher.on('ready', () => {
    const folders = Object.keys(watcher.getWatched());
    const files = folders.flatMap((folder) =>
      namesIn(folder).flatMap((name) => (isWanted(join(folder, name), true) ? [join(folder, name)] : [])),
    );
    const inTrees = folders.filter((folder) => trees.includes(folder) || isInTree(folder));
    if ([...files, ...inTrees].some((path) => changedAt(path) >= since - lag)) changed();
  });
  return watcher;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const changedAt = (path: string) => foundTimes(path).reduce((a, b) => Math.max(a, b), 0);

function foundTimes(path: string): readonly number[] {
  const stats = foundAt(path);
  return stats === undefined ? [] : [Number(stats.mtimeMs), Number(stats.ctimeMs)];
}
