import { describe, expect, it } from 'vitest';
import { withSlashes } from '../../src/shell/path-under.ts';
import { pathsOf } from '../../src/shell/paths.ts';

const world = (env: Readonly<Record<string, string>> = {}, platform = 'linux') => ({
  env,
  platform,
  home: '/home/ada',
  cwd: '/desk',
});

/** A path without a drive and with slashes, for tests that run on Windows. */
const plain = (path: string) => withSlashes(path).replace(/^[A-Z]:/, '');

describe('paths', () => {
  it.each([
    [
      'the XDG defaults',
      world(),
      undefined,
      '/home/ada/.local/share/llmquiz/events',
      '/home/ada/.cache/llmquiz',
    ],
    [
      'the XDG variables',
      world({ XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }),
      undefined,
      '/d/llmquiz/events',
      '/c/llmquiz',
    ],
    [
      'no XDG variable that is empty or relative',
      world({ XDG_DATA_HOME: '', XDG_CACHE_HOME: 'c' }),
      undefined,
      '/home/ada/.local/share/llmquiz/events',
      '/home/ada/.cache/llmquiz',
    ],
    [
      'macOS',
      world({}, 'darwin'),
      undefined,
      '/home/ada/Library/Application Support/llmquiz/events',
      '/home/ada/Library/Caches/llmquiz',
    ],
    [
      'Windows',
      world({ APPDATA: '/r', LOCALAPPDATA: '/l' }, 'win32'),
      undefined,
      '/r/llmquiz/events',
      '/l/llmquiz',
    ],
    [
      'Windows without its variables',
      world({ APPDATA: '' }, 'win32'),
      undefined,
      '/home/ada/AppData/Roaming/llmquiz/events',
      '/home/ada/AppData/Local/llmquiz',
    ],
    [
      'LLMQUIZ_DATA_DIR',
      world({ LLMQUIZ_DATA_DIR: 'mine' }),
      undefined,
      '/desk/mine/events',
      '/desk/mine/cache',
    ],
    [
      'an empty LLMQUIZ_DATA_DIR',
      world({ LLMQUIZ_DATA_DIR: '' }),
      undefined,
      '/home/ada/.local/share/llmquiz/events',
      '/home/ada/.cache/llmquiz',
    ],
    [
      '--data-dir before all',
      world({ LLMQUIZ_DATA_DIR: 'mine', XDG_DATA_HOME: '/d' }),
      '../here',
      '/here/events',
      '/here/cache',
    ],
  ])('follow %s', (_, at, dataDir, events, cache) => {
    const paths = pathsOf(at, dataDir);
    expect([plain(paths.events), plain(paths.cache)]).toEqual([events, cache]);
  });
});
