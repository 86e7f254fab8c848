import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../temp.ts';

const copied = [
  '.gitattributes',
  '.ci/run',
  'docs/kinds.md',
  'schema/deck.schema.json',
  'src/main.ts',
  'test/fixtures/bank/sources.yaml',
  'test/fixtures/faults/.gitattributes',
  'test/fixtures/faults/text-crlf-mixed.yaml',
  'test/fixtures/faults/text-encoding.yaml',
  'test/fixtures/faults/text-bom.yaml',
];

const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];

it.each(['true', 'input', 'false'])(
  'files have the same bytes in a clone with core.autocrlf=%s',
  (autocrlf) => {
    const [origin, clone] = [tempFolder(), join(tempFolder(), 'clone')];
    const git = (...words: readonly string[]) => execFileSync('git', [...who, ...words], { cwd: origin });
    for (const path of copied) cpSync(path, join(origin, path));
    writeFileSync(join(origin, 'made-on-windows.md'), 'one\r\ntwo\r\n');
    git('init', '-q');
    git('-c', 'core.safecrlf=false', 'add', '.');
    git('commit', '-q', '-m', 'all');
    git('-c', `core.autocrlf=${autocrlf}`, 'clone', '-q', '--no-hardlinks', origin, clone);
    for (const path of copied)
      expect(readFileSync(join(clone, path)).equals(readFileSync(path)), path).toBe(true);
    expect(readFileSync(join(clone, 'made-on-windows.md'), 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(join(clone, 'test/fixtures/faults/text-crlf-mixed.yaml'), 'utf8')).toContain('\r\n');
  },
);
