import { isAbsolute, join, resolve } from 'node:path';
import { typedPath } from '../core/typed-path.ts';
import type { World } from '../world.ts';

/** Where the learner's files are. */
export interface Paths {
  /** One append-only file of events per device: the only truth. */
  readonly events: string;
  /** What can be thrown away: snapshot and compiled banks. */
  readonly cache: string;
}

/** The learner's paths: under `--data-dir` or LLMQUIZ_DATA_DIR, else in the XDG or the platform's own directories. */
export function pathsOf(world: Pick<World, 'env' | 'home' | 'platform' | 'cwd'>, dataDir?: string): Paths {
  const own = nonEmpty(dataDir) ?? nonEmpty(world.env.LLMQUIZ_DATA_DIR);
  if (own !== undefined) {
    const root = resolve(world.cwd, typedPath(own, world.platform));
    return { events: join(root, 'events'), cache: join(root, 'cache') };
  }
  const { data, cache } = homesOf(world);
  return { events: join(data, 'llmquiz', 'events'), cache: join(cache, 'llmquiz') };
}

function homesOf({ env, home, platform }: Pick<World, 'env' | 'home' | 'platform'>): {
  readonly data: string;
  readonly cache: string;
} {
  const native =
    platform === 'darwin'
      ? { data: join(home, 'Library', 'Application Support'), cache: join(home, 'Library', 'Caches') }
      : platform === 'win32'
        ? {
            data: nonEmpty(env.APPDATA) ?? join(home, 'AppData', 'Roaming'),
            cache: nonEmpty(env.LOCALAPPDATA) ?? join(home, 'AppData', 'Local'),
          }
        : { data: join(home, '.local', 'share'), cache: join(home, '.cache') };
  return {
    data: absolute(env.XDG_DATA_HOME) ?? native.data,
    cache: absolute(env.XDG_CACHE_HOME) ?? native.cache,
  };
}

/** The XDG specification tells programs to ignore relative paths. */
const absolute = (path: string | undefined) => (path !== undefined && isAbsolute(path) ? path : undefined);

const nonEmpty = (text: string | undefined) => (text === undefined || text === '' ? undefined : text);
