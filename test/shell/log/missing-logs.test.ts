import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import { tempFolder } from '../../temp.ts';

/** The missing logs beside `own.jsonl`, in a folder with these files. */
function missingAmong(files: Readonly<Record<string, string>>) {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return findMissingLogs(join(folder, 'own.jsonl'));
}

describe('a log that a synchroniser left out', () => {
  it('is told of by its placeholder, unless the log itself is there', () => {
    expect(
      missingAmong({
        '.phone.jsonl.icloud': 'x',
        'tablet.jsonl.nextcloud': '',
        '.desk.jsonl.icloud': 'x',
        'desk.jsonl': '{}\n',
        '.own.jsonl.icloud': 'x',
        'notes.txt.cloud': '',
      }),
    ).toEqual([
      { log: 'own.jsonl', because: 'not downloaded' },
      { log: 'phone.jsonl', because: 'not downloaded' },
      { log: 'tablet.jsonl', because: 'not downloaded' },
    ]);
  });

  it('is told of where it is empty, but for the log of this device and what is no log', () => {
    expect(
      missingAmong({
        'phone.jsonl': '',
        'desk.jsonl': '\n',
        'own.jsonl': '',
        'notes.txt': '',
        '.x.jsonl': '',
      }),
    ).toEqual([{ log: 'phone.jsonl', because: 'empty' }]);
  });

  it('is no directory, and no link to nothing', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'phone.jsonl'));
    symlinkSync('nowhere', join(folder, 'desk.jsonl'));
    symlinkSync('loop.jsonl', join(folder, 'loop.jsonl'));
    mkdirSync(join(folder, 'tablet.jsonl'));
    writeFileSync(join(folder, 'tablet.jsonl.cloud'), '');
    expect(findMissingLogs(join(folder, 'own.jsonl'))).toEqual([
      { log: 'tablet.jsonl', because: 'not downloaded' },
    ]);
  });

  it('is looked for in no folder that is not there', () => {
    expect(findMissingLogs(join(tempFolder(), 'none', 'own.jsonl'))).toEqual([]);
  });
});
