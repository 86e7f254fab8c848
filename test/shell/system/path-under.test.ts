import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { pathUnder, toSlashes } from '#shell/system/path-under.ts';

it.each([
  ['/q', '/q/a.yaml', 'a.yaml'],
  ['/q', '/q', ''],
  ['/q', '/q/..old/a.yaml', '..old/a.yaml'],
  ['/q', '/q/...yaml', '...yaml'],
  ['/q', '/a.yaml', undefined],
  ['/q/x', '/q', undefined],
  ['/q', '/qq/a.yaml', undefined],
  ['/', '/q/a\\b.yaml', 'q/a\\b.yaml'],
])('from %s to %s it is %s', (folder, file, way) => {
  expect(pathUnder(folder, file, posix)).toBe(way);
});

it.each([
  ['C:\\q', 'C:\\q\\decks\\a.yaml', 'decks/a.yaml'],
  ['c:\\Q', 'C:\\q\\decks\\a.yaml', 'decks/a.yaml'],
  ['C:\\q', 'C:\\q\\..old\\a.yaml', '..old/a.yaml'],
  ['C:\\q', 'C:\\a.yaml', undefined],
  ['C:\\q', 'D:\\q\\a.yaml', undefined],
  ['C:\\q', '\\\\server\\share\\a.yaml', undefined],
  ['\\\\server\\share', '\\\\server\\share\\q\\a.yaml', 'q/a.yaml'],
])('on Windows from %s to %s it is %s', (folder, file, way) => {
  expect(pathUnder(folder, file, win32)).toBe(way);
});

it('shows the paths of Windows with slashes, and leaves backslashes in names elsewhere', () => {
  expect(toSlashes('D:\\q\\a.yaml', win32)).toBe('D:/q/a.yaml');
  expect(toSlashes('/q/a\\b.yaml', posix)).toBe('/q/a\\b.yaml');
});
