import { describe, expect, it } from 'vitest';
import { toSlashes } from '#shell/system/path-under.ts';
import { cacheOf, pathsOf } from '#shell/system/paths.ts';

const world = (env: Readonly<Record<string, string>> = {}, platform = 'linux') => ({
  env,
  platform,
  home: '/home/ada' as string | undefined,
  cwd: '/desk',
});

/** A path without a drive and with slashes, for tests that run on Windows. */
const plain = (path: string) => toSlashes(path).replace(/^[A-Z]:/, '');

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

it.each([
  ['the XDG default', world(), '/home/ada/.config/llmquiz/config.yaml'],
  ['the XDG variable', world({ XDG_CONFIG_HOME: '/e' }), '/e/llmquiz/config.yaml'],
  ['macOS', world({}, 'darwin'), '/home/ada/Library/Application Support/llmquiz/config.yaml'],
  ['Windows', world({ APPDATA: '/r' }, 'win32'), '/r/llmquiz/config.yaml'],
  ['LLMQUIZ_DATA_DIR', world({ LLMQUIZ_DATA_DIR: '/mine' }), '/mine/config.yaml'],
])('the config follows %s', (_, at, path) => {
  expect(plain(pathsOf(at).config ?? '')).toBe(path);
});

describe('without a home that can be used', () => {
  it.each([
    [undefined, 'linux', 'HOME is not set, and the system knows no home folder for this user'],
    ['', 'linux', 'HOME is empty'],
    ['', 'darwin', 'HOME is empty'],
    ['ada', 'linux', 'HOME is not an absolute path: ada'],
    ['../ada', 'linux', 'HOME is not an absolute path: ../ada'],
    ['', 'win32', 'USERPROFILE is empty'],
    ['C:ada', 'win32', 'USERPROFILE is not an absolute path: C:ada'],
  ])('%j on %s is refused where a path is derived from it, and only there', (home, platform, reason) => {
    const refused = {
      name: 'UserError',
      exitCode: 2,
      message: `Cannot find a folder for your answers: ${reason}. Choose one with --data-dir DIR.`,
    };
    const at = { ...world({}, platform), home };
    const paths = pathsOf(at);
    expect(() => paths.events).toThrow(expect.objectContaining(refused));
    expect(() => paths.cache).toThrow(expect.objectContaining(refused));
    expect(cacheOf(at)).toBeUndefined();
    const half = pathsOf({ ...at, env: { XDG_DATA_HOME: '/d' } });
    expect(half.events).toBe('/d/llmquiz/events');
    expect(() => half.cache).toThrow(expect.objectContaining(refused));
    const given = { events: '/mine/events', cache: '/mine/cache', config: '/mine/config.yaml' };
    expect(pathsOf(at, '/mine')).toEqual(given);
    expect(pathsOf({ ...at, env: { LLMQUIZ_DATA_DIR: '/mine' } })).toEqual(given);
    const xdg = { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' };
    expect(pathsOf({ ...at, env: xdg })).toMatchObject({ events: '/d/llmquiz/events', cache: '/c/llmquiz' });
    // Nothing is set without a home, and nothing is refused for it.
    expect(pathsOf({ ...at, env: xdg }).config).toBeUndefined();
    expect(cacheOf({ ...at, env: xdg })).toBe('/c/llmquiz');
  });

  it.each(['C:\\Users\\Ada', 'C:/Users/Ada', '\\\\server\\ada'])('%s is one on Windows', (home) => {
    expect(pathsOf({ ...world({ APPDATA: 'Roaming' }, 'win32'), home }).events).toContain(home.slice(0, 2));
  });
});

describe('without a current folder', () => {
  it('an absolute path needs none', () => {
    const at = {
      ...world(),
      get cwd(): string {
        throw new Error('asked for');
      },
    };
    expect(pathsOf(at, '/mine').events).toBe('/mine/events');
    expect(() => pathsOf(at, 'mine').events).toThrow('asked for');
  });
});
