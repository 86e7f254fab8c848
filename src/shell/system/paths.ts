import { isAbsolute, join, posix, resolve, win32 } from 'node:path';
import { normalisePath } from '#core/base/typed-path.ts';
import { isUserError, UserError, type World } from './world.ts';

/** Where the learner's files are. */
export interface Paths {
  /** One append-only file of events per device: the only truth. */
  readonly events: string;
  /** Files that can be deleted at any time: snapshot and compiled banks. */
  readonly cache: string;
  /** The learner's settings; undefined if no home is known to put them in. */
  readonly config: string | undefined;
}

/** The parts of the World that decide the learner's paths. */
type Place = Pick<World, 'env' | 'home' | 'platform' | 'cwd'>;

/**
 * The learner's paths: under `--data-dir` or LLMQUIZ_DATA_DIR, else in the XDG or the platform's own directories. Each is
 * worked out when it is read, so that a program without a home is refused only if it needs one.
 */
export function pathsOf(world: Place, dataDir?: string): Paths {
  const own = nonEmpty(dataDir) ?? nonEmpty(world.env.LLMQUIZ_DATA_DIR);
  if (own !== undefined) {
    const typed = normalisePath(own, world.platform);
    const root = isAbsolute(typed) ? resolve(typed) : resolve(world.cwd, typed);
    return { events: join(root, 'events'), cache: join(root, 'cache'), config: join(root, configName) };
  }
  return {
    get events() {
      return join(folderOf(world, dataBase), 'llmquiz', 'events');
    },
    get cache() {
      return join(folderOf(world, cacheBase), 'llmquiz');
    },
    get config() {
      return unlessHomeless(() => join(folderOf(world, configBase), 'llmquiz', configName));
    },
  };
}

const configName = 'config.yaml';

/** The cache of a program that can do without one; undefined if no home is known to put it in. */
export const cacheOf = (world: Place): string | undefined => unlessHomeless(() => pathsOf(world).cache);

function unlessHomeless(path: () => string): string | undefined {
  try {
    return path();
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}

/** A folder of the system for files of one sort. */
interface Base {
  readonly xdg: string;
  /** The variable that names it on Windows. */
  readonly windows: string;
  /** Where it is in a home. */
  readonly native: Readonly<Record<'darwin' | 'win32' | 'other', readonly string[]>>;
}

const dataBase: Base = {
  xdg: 'XDG_DATA_HOME',
  windows: 'APPDATA',
  native: {
    darwin: ['Library', 'Application Support'],
    win32: ['AppData', 'Roaming'],
    other: ['.local', 'share'],
  },
};

const cacheBase: Base = {
  xdg: 'XDG_CACHE_HOME',
  windows: 'LOCALAPPDATA',
  native: { darwin: ['Library', 'Caches'], win32: ['AppData', 'Local'], other: ['.cache'] },
};

const configBase: Base = {
  xdg: 'XDG_CONFIG_HOME',
  windows: 'APPDATA',
  native: {
    darwin: ['Library', 'Application Support'],
    win32: ['AppData', 'Roaming'],
    other: ['.config'],
  },
};

/** The XDG specification tells programs to ignore relative paths, and any other would depend on the current folder too. */
function folderOf(world: Place, { xdg, windows, native }: Base): string {
  const { env, platform } = world;
  const named = [env[xdg], platform === 'win32' ? env[windows] : undefined];
  const found = named.map((path) => absolute(path, platform)).find((path) => path !== undefined);
  const within = platform === 'darwin' || platform === 'win32' ? native[platform] : native.other;
  return found ?? join(homeOf(world), ...within);
}

/** The home folder, if there is one that does not depend on where the program is started. */
function homeOf({ home, platform }: Place): string {
  const usable = absolute(home, platform);
  if (usable !== undefined) return usable;
  const variable = platform === 'win32' ? 'USERPROFILE' : 'HOME';
  const reason =
    home === undefined
      ? {
          en: `${variable} is not set, and the system knows no home folder for this user`,
          zh: `未设置 ${variable}，系统也不知道该用户的主目录`,
        }
      : home === ''
        ? { en: `${variable} is empty`, zh: `${variable} 为空` }
        : { en: `${variable} is not an absolute path: ${home}`, zh: `${variable} 不是绝对路径：${home}` };
  throw new UserError({
    en: `Cannot find a folder for your answers: ${reason.en}. Choose one with --data-dir DIR.`,
    zh: `找不到存放回答的文件夹：${reason.zh}。请用 --data-dir DIR 指定一个。`,
  });
}

const absolute = (path: string | undefined, platform: string) =>
  path !== undefined && (platform === 'win32' ? win32 : posix).isAbsolute(path) ? path : undefined;

const nonEmpty = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
