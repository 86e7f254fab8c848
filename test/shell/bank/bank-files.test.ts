import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { UserError } from '#shell/system/world.ts';
import { tempFolder } from '../../temp.ts';
import { unprivileged, withoutPrivileges } from '../../unprivileged.ts';

const { within, missing } = unprivileged();

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'llmquiz-bank-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(path: string, content: string | Buffer = `# ${path}\n`): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

const paths = (...named: string[]) => readBankFiles(named, cwd).files.map((f) => f.path);

describe('bank files', () => {
  it('are all YAML under a directory, in the order of their paths', () => {
    for (const path of [
      'q/decks/b.yaml',
      'q/decks/a.yml',
      'q/notes.yaml',
      'q/readme.md',
      'q/.git/x.yaml',
      'q/node_modules/y.yaml',
    ])
      put(path);
    expect(paths('q')).toEqual(['q/decks/a.yml', 'q/decks/b.yaml', 'q/notes.yaml']);
    expect(readBankFiles(['q'], cwd)).toMatchObject({ whole: true, companions: [] });
  });

  it('that are gone when they are to be read are findings, or one sentence', () => {
    put('q/a.yaml');
    put('q/b.yaml');
    /** A path whose look-up comes after that of the others, and takes something away. */
    const taking = (what: string) => ({
      path: 'q/b.yaml',
      get within() {
        rmSync(join(cwd, what), { recursive: true });
        return 'q';
      },
    });
    expect(readBankFiles([{ path: 'q/a.yaml', within: 'q' }, taking('q/a.yaml')], cwd).files).toEqual([
      { path: 'q/a.yaml', text: '', unread: 'it was moved or deleted in the meantime' },
      { path: 'q/b.yaml', text: '# q/b.yaml\n' },
    ]);
    // The folder that a glob was looked up in: gone between its look-up and that of its file.
    const gone = () => readBankFiles([{ path: 'q/b.yaml', within: 'gone' }], cwd);
    expect(gone).toThrow('Cannot read gone: it was moved or deleted in the meantime.');
  });

  it('hold their texts', () => {
    put('a.yaml', '\ufefftitle: 词元\n');
    expect(readBankFiles(['a.yaml'], cwd).files).toEqual([
      { path: 'a.yaml', text: '\ufefftitle: 词元\n', named: true },
    ]);
  });

  it('are read once, however often they are named', () => {
    put('q/a.yaml');
    expect(paths('q', 'q/a.yaml', './q')).toEqual(['q/a.yaml']);
  });

  it('may be named from elsewhere, and are then shown by their whole paths', () => {
    put('q/a.yaml');
    mkdirSync(join(cwd, 'sub'));
    expect(readBankFiles(['../q'], join(cwd, 'sub')).files.map((f) => f.path)).toEqual([
      join(cwd, 'q/a.yaml'),
    ]);
  });

  it('have the notes, sources and tags that lie beside or above a deck as companions', () => {
    for (const path of ['q/decks/a.yaml', 'q/decks/b.yaml', 'q/notes.yaml', 'q/sources.yaml', 'q/tags.yaml'])
      put(path);
    const { files, companions, whole } = readBankFiles(['q/decks/a.yaml'], cwd);
    expect(files.map((f) => f.path)).toEqual(['q/decks/a.yaml']);
    expect(companions.map((f) => f.path)).toEqual(['q/notes.yaml', 'q/sources.yaml', 'q/tags.yaml']);
    expect(whole).toBe(false);
  });

  it('have those beside a folder called decks as companions, and no others', () => {
    for (const path of ['q/decks/a.yaml', 'q/notes.yaml', 'q/sources.yaml', 'q/more/b.yaml']) put(path);
    const { files, companions, whole } = readBankFiles(['q/decks'], cwd);
    expect(files.map((f) => f.path)).toEqual(['q/decks/a.yaml']);
    expect(companions.map((f) => f.path)).toEqual(['q/notes.yaml', 'q/sources.yaml']);
    expect(whole).toBe(true);
    expect(readBankFiles(['q/more'], cwd).companions).toEqual([]);
    put('q/decks/sources.yaml');
    expect(readBankFiles(['q/decks'], cwd).companions.map((f) => f.path)).toEqual(['q/notes.yaml']);
  });

  it('are not read for ever where a link leads back', () => {
    put('q/a.yaml');
    symlinkSync(join(cwd, 'q'), join(cwd, 'q/again'));
    expect(paths('q')).toEqual(['q/a.yaml']);
  });

  it('show bytes that are not UTF-8 as lost characters', () => {
    put('a.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]));
    expect(readBankFiles(['a.yaml'], cwd).files[0]?.text).toBe('a: \ufffd\n');
  });

  it.each([
    ['what is not there', 'nope.yaml', () => {}, 'Cannot find nope.yaml'],
    ['a directory without YAML', 'empty', () => put('empty/readme.md'), 'No .yaml files in empty'],
    [
      'a link to itself',
      'loop.yaml',
      () => symlinkSync('loop.yaml', join(cwd, 'loop.yaml')),
      'a link to itself',
    ],
    ['a link to nothing', 'b.yaml', () => symlinkSync('nowhere', join(cwd, 'b.yaml')), 'Cannot find b.yaml'],
    ['what is no file', devNull, () => {}, 'not a file or folder'],
  ])('cannot be %s', (_, named, prepare, words) => {
    prepare();
    expect(() => readBankFiles([named], cwd)).toThrow(UserError);
    expect(() => readBankFiles([named], cwd)).toThrow(words);
  });

  it('are there without a text where they cannot be read, beside the others', () => {
    put('q/a.yaml');
    symlinkSync('nowhere', join(cwd, 'q/b.yaml'));
    symlinkSync('c.yaml', join(cwd, 'q/c.yaml'));
    symlinkSync('nowhere', join(cwd, 'q/d.md'));
    symlinkSync('e', join(cwd, 'q/e'));
    expect(readBankFiles(['q'], cwd).files).toEqual([
      { path: 'q/a.yaml', text: '# q/a.yaml\n' },
      { path: 'q/b.yaml', text: '', unread: 'it is a broken link' },
      { path: 'q/c.yaml', text: '', unread: 'it is a link to itself' },
    ]);
  });

  it('cannot be unreadable', (context) => {
    context.skip(missing !== undefined, missing);
    const folder = tempFolder(within);
    const path = join(folder, 'a.yaml');
    writeFileSync(path, '# a\n');
    const read = () => withoutPrivileges(() => readBankFiles(['a.yaml'], folder));
    chmodSync(path, 0o644);
    expect(read().files).toEqual([{ path: 'a.yaml', text: '# a\n', named: true }]);
    chmodSync(path, 0);
    expect(read).toThrow('no read permission');
  });
});
