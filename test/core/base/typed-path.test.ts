import { describe, expect, it } from 'vitest';
import { globOf, isGlob, normalisePath } from '#core/base/typed-path.ts';

describe('a path that was typed', () => {
  it.each([
    ['questions\\*.yaml', 'questions/*.yaml'],
    ['questions\\decks', 'questions/decks'],
    ['questions\\decks\\', 'questions/decks/'],
    ['C:\\banks\\[old]\\*.yaml', 'C:/banks/[old]/*.yaml'],
    ['\\\\server\\share\\decks\\**\\*.yml', '//server/share/decks/**/*.yml'],
    ['.\\a.yaml', './a.yaml'],
    ['my decks"', 'my decks'],
    ['-', '-'],
  ])('on Windows %s is %s', (word, path) => {
    expect(normalisePath(word, 'win32')).toBe(path);
  });

  it.each(['linux', 'darwin', 'freebsd'])(
    'is as it is on %s, where a backslash is a character',
    (platform) => {
      for (const word of ['a\\*.yaml', 'a\\b', 'a"', 'C:\\x'])
        expect(normalisePath(word, platform)).toBe(word);
    },
  );
});

describe('a glob', () => {
  it.each([
    ['*.yaml', '', '*.yaml'],
    ['questions/*.yaml', 'questions/', '*.yaml'],
    ['./q/decks/**/a?.yml', './q/decks/', '**/a?.yml'],
    ['../q/{a,b}/*.yaml', '../q/', '{a,b}/*.yaml'],
    ['/q/x.{yaml,yml}', '/q/', 'x.{yaml,yml}'],
    ['//tmp/*.yaml', '//tmp/', '*.yaml'],
    ['C:/banks/*.yaml', 'C:/banks/', '*.yaml'],
    ['C:*.yaml', 'C:', '*.yaml'],
    ['//server/share/*.yaml', '//server/share/', '*.yaml'],
    ['//?/C:/banks/*.yaml', '//?/C:/banks/', '*.yaml'],
    ['a\\[b\\]/*.yaml', '', 'a\\[b\\]/*.yaml'],
    ['q//*.yaml', 'q//', '*.yaml'],
  ])('%s begins in "%s" with %s', (word, folder, pattern) => {
    expect(isGlob(word)).toBe(true);
    expect(globOf(word, () => false)).toEqual({ folder, pattern });
  });

  it.each([
    ['decks [old]/*.yaml', ['decks [old]'], 'decks [old]/', '*.yaml'],
    [
      'C:/my (bank)/{x}/[ab]/*.yaml',
      ['C:/my (bank)', 'C:/my (bank)/{x}'],
      'C:/my (bank)/{x}/',
      '[ab]/*.yaml',
    ],
    ['!new/*.yaml', ['!new'], '!new/', '*.yaml'],
    ['*/a.yaml', ['*'], '', '*/a.yaml'],
  ])('%s goes by the folders that are there: %j', (word, there, folder, pattern) => {
    expect(globOf(word, (path) => there.includes(path))).toEqual({ folder, pattern });
  });
});
