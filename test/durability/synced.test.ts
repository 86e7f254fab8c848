import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted, start } from '../program.ts';
import { tempFolder } from '../temp.ts';

const absent = spawnSync('strace', ['-V']).error !== undefined;
if (absent)
  console.warn('Not tested: that answers are synced before feedback, since strace is not installed.');

/** What became of answers, in order: written to the log, synced there, shown to the learner with their key. */
function deeds(trace: string): readonly string[] {
  let log: string | undefined;
  return trace.split('\n').flatMap((line) => {
    const [, call, fd = '', rest = ''] = /(write|fsync|fdatasync)\((\d+)(.*)/.exec(line) ?? [];
    if (call === undefined) return [];
    if (fd === '1') return rest.includes('Answer:') ? ['shown'] : [];
    if (call !== 'write') return fd === log ? ['synced'] : [];
    if (!rest.includes('\\"type\\":\\"reviewed\\"')) return [];
    log = fd;
    return ['written'];
  });
}

describe.skipIf(absent)('with strace (skipped where it is not installed)', () => {
  it('each answer is written and synced before its feedback is shown', async () => {
    const folder = tempFolder();
    const trace = join(folder, 'trace');
    const running = start(['--plain', '--seed', '7', '--data-dir', join(folder, 'data')], {
      shell: `exec strace -f -s 4096 -e trace=write,fsync,fdatasync -o ${quoted([trace])} "$@"`,
    });
    running.child.stdin?.end(':0\n\n:0\n\n:0\n\n:q\n');
    expect([await running.ended, running.err()]).toEqual([0, '']);
    expect(deeds(readFileSync(trace, 'utf8'))).toEqual(
      Array.from({ length: 3 }, () => ['written', 'synced', 'shown']).flat(),
    );
  });
});
