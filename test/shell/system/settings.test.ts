import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeConfig } from '#shell/system/config-file.ts';
import { readSettings } from '#shell/system/settings.ts';
import { tempFolder } from '../../temp.ts';

const long = new Date(Date.now() - 60_000);

function place() {
  const root = tempFolder();
  const paths = {
    events: join(root, 'e'),
    cache: join(root, 'cache'),
    config: join(root, 'c', 'config.yaml'),
  };
  const write = (text: string) => {
    mkdirSync(join(root, 'c'), { recursive: true });
    writeFileSync(paths.config, text);
    utimesSync(paths.config, long, long);
  };
  return { root, paths, write, kept: join(paths.cache, 'settings.json') };
}

const rested = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('settings', () => {
  it('are none without a file', async () => {
    const { paths } = place();
    expect(await readSettings(paths, 'en')).toEqual({});
    expect(await readSettings({ ...paths, config: undefined }, 'en')).toEqual({});
  });

  it('are kept in the cache for as long as the file stays as it is', async () => {
    const { paths, write, kept } = place();
    write('focus: [context] # mine\nnew: 5\n');
    await rested();
    expect(await readSettings(paths, 'en')).toEqual({ focus: ['context'], new: 5 });
    expect(readFileSync(kept, 'utf8')).toContain('"settings":{"focus":["context"],"new":5}');
    expect(await readSettings(paths, 'en')).toEqual({ focus: ['context'], new: 5 });
    write('new: 6\n');
    expect(await readSettings(paths, 'en')).toEqual({ new: 6 });
    writeFileSync(kept, 'damaged');
    expect(await readSettings(paths, 'en')).toEqual({ new: 6 });
  });

  it('that were just written are not trusted by their stamp', async () => {
    const { paths, kept } = place();
    writeConfig(paths.config, { new: 3 }, 'en');
    expect(await readSettings(paths, 'en')).toEqual({ new: 3 });
    expect(statSync(kept, { throwIfNoEntry: false })).toBeUndefined();
  });

  it.each([
    ['# a\nnew: 5\nfocus:\n  - a\n  - 3\n', 3, '`focus` must be a list of decks'],
    ['\n\nnew: ten\n', 3, '`new` must be a whole number from 0 to 1000, such as `new: 10`.'],
    ['new: 5\ndeadlin: 2027-01-01\n', 2, 'unknown field `deadlin`. Did you mean `deadline`?'],
    ['- new: 5\n', 1, 'settings are written as `name: value`'],
    ['lang: [en\nnew: 5\n', 1, ''],
    ['new: 5\nnew: 6\n', 2, '`new` is here twice'],
  ])('%j are refused with file and line', async (text, line, message) => {
    const { paths, write } = place();
    write(text);
    await expect(readSettings(paths, 'en')).rejects.toMatchObject({
      name: 'UserError',
      exitCode: 2,
      message: expect.stringContaining(`${paths.config}:${line}: ${message}`),
    });
  });

  it('are refused if the file is none', async () => {
    const { paths } = place();
    mkdirSync(paths.config, { recursive: true });
    await expect(readSettings(paths, 'en')).rejects.toMatchObject({
      message: `Cannot read ${paths.config}: it is a folder.`,
    });
    await expect(readSettings(paths, 'zh')).rejects.toMatchObject({
      message: `无法读取 ${paths.config}：它是文件夹。`,
    });
  });
});

describe('a new setting', () => {
  it('makes the file, and later changes that field alone', () => {
    const { paths } = place();
    writeConfig(paths.config, { focus: ['a', 'b'] }, 'en');
    expect(readFileSync(paths.config, 'utf8')).toBe(
      '# Settings of llmquiz: focus, reviews, new, lang, deadline. See docs/data.md.\n\nfocus: [a, b]\n',
    );
    expect(statSync(paths.config).mode & 0o777).toBe(0o600);
    writeFileSync(paths.config, '# mine\nnew: 4 # few\nfocus: [a] # now\n', { mode: 0o644 });
    writeConfig(paths.config, { focus: 'all', reviews: 'focus' }, 'en');
    expect(readFileSync(paths.config, 'utf8')).toBe(
      '# mine\nnew: 4 # few\nfocus: all # now\nreviews: focus\n',
    );
  });

  it('leaves a link what it is', () => {
    const { root, paths } = place();
    const real = join(root, 'dotfiles.yaml');
    writeFileSync(real, 'new: 4\n');
    mkdirSync(join(root, 'c'));
    symlinkSync(real, paths.config);
    writeConfig(paths.config, { focus: ['a'] }, 'en');
    expect(readFileSync(real, 'utf8')).toBe('new: 4\nfocus: [a]\n');
  });

  it('is not written into a file with mistakes', () => {
    const { paths, write } = place();
    write('nwe: 4\n');
    expect(() => writeConfig(paths.config, { focus: ['a'] }, 'en')).toThrow(/config\.yaml:1: unknown field/);
    expect(readFileSync(paths.config, 'utf8')).toBe('nwe: 4\n');
  });
});
