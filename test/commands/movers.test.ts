import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deviceOf } from '#shell/log/device.ts';
import { type FakeMachine, fakeMachine, typed } from '../fake-world.ts';
import { onWindows } from '../platform.ts';

let machine: FakeMachine;
beforeEach(async () => {
  machine = fakeMachine();
  await machine.run('--new 3', typed(':0', '', ':0', '', ':0', '', ':q'));
});

const put = (name: string, text: string) => writeFileSync(join(dirname(machine.log), name), text);
const answers = async () => JSON.parse((await machine.run('stats --json')).out).reviews;

describe('what file synchronisers and macOS leave beside a log', () => {
  it.each([
    '._desk.jsonl',
    '.#desk.jsonl',
    '.syncthing.desk.jsonl.tmp',
    '~syncthing~desk.jsonl.tmp',
    '.DS_Store',
  ])('%s is passed over without a word', async (name) => {
    const before = await answers();
    put(name, '\0\x05\x16\x07\0\x02\0\0Mac OS X');
    expect(before).toBeGreaterThan(0);
    expect(await answers()).toBe(before);
    expect((await machine.run('stats')).err).toBe('');
    const { code, out } = await machine.run('doctor');
    expect(code).toBe(0);
    expect(out).not.toContain(name);
  });

  it.each([
    'desk.sync-conflict-20260301-101500-ABCDEFG.jsonl',
    "desk (Ada's conflicted copy 2026-03-01).jsonl",
    'desk (conflicted copy).jsonl',
    'DESK.JSONL',
  ])('%s is read with the log, each event once', async (name) => {
    const [first = '', ...others] = readFileSync(machine.log, 'utf8').trimEnd().split('\n');
    const before = await answers();
    writeFileSync(machine.log, `${first}\n`);
    put(name, `${[first, ...others].join('\n')}\n`);
    expect(await answers()).toBe(before);
    const { code, out } = await machine.run('doctor');
    expect({ code, named: out.includes(name) }).toEqual({ code: 0, named: true });
  });

  it.each([
    ['.laptop-1abc.jsonl.icloud', 'laptop-1abc.jsonl'],
    ['laptop-1abc.jsonl.nextcloud', 'laptop-1abc.jsonl'],
  ])('%s stands for a log that is missing, and is named', async (name, log) => {
    put(name, 'bplist00');
    const line = `${log} is not downloaded, so the answers in it are missing. Download it in your sync app.\n`;
    for (const words of ['stats', 'undo']) expect((await machine.run(words)).err).toBe(line);
    expect((await machine.run('--new 1', typed(':q'))).out).toContain(line.trimEnd());
    const { code, out } = await machine.run('doctor');
    expect(code).toBe(1);
    expect(out).toContain(line.slice(0, 60));
    expect(out).not.toContain('No problems found');
    expect((await machine.run('stats --lang zh')).err).toContain(`${log} 尚未下载`);
    put(log, '');
    expect((await machine.run('stats')).err).not.toContain('not downloaded');
  });

  it('an empty log of another device is named, and one of this device is not', async () => {
    put('a.jsonl', '');
    put('b.jsonl', '');
    const line =
      'a.jsonl, b.jsonl are empty. If you have answered questions on that device, download them in your sync app.\n';
    expect((await machine.run('stats')).err).toBe(line);
    expect(await machine.run('doctor')).toMatchObject({ code: 0 });
    const fresh = fakeMachine();
    expect((await fresh.run('', typed(':q'))).out).not.toContain('empty');
    expect(existsSync(fresh.log)).toBe(false);
    expect((await fresh.run('stats')).err).toBe('');
  });

  it('escapes what is in a name', async ({ skip }) => {
    skip(onWindows, 'Windows has no such names');
    put('.x\x1b]0;T\x07.jsonl.icloud', '');
    const { err } = await machine.run('stats');
    expect(err).toContain('x␛]0;T␇.jsonl is not downloaded');
  });
});

describe('a device', () => {
  it('writes on in its log when its host gets another name, and under a name of its own in an empty folder', async () => {
    const named = (host: string) => ({ host, identity: 'home|1|2' });
    const [home, cafe] = ['adas-mac.local', 'adas-mac-2.fritz.box'].map((host) =>
      fakeMachine(undefined, { machine: () => named(host), env: { LLMQUIZ_DATA_DIR: machine.data } }),
    ) as [FakeMachine, FakeMachine];
    await home.run('', typed(':0', '', ':q'));
    await cafe.run('', typed(':0', '', ':q'));
    const own = `${deviceOf(named('adas-mac.local'))}.jsonl`;
    expect(readdirSync(dirname(machine.log)).sort()).toEqual([own, basename(machine.log)].sort());
    const events = readFileSync(join(dirname(machine.log), own), 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(events.map(({ seq, device }) => [seq, `${device}.jsonl`])).toEqual([
      [1, own],
      [2, own],
    ]);
    expect((await cafe.run('where')).out).toContain(own);
    expect((await cafe.run('undo')).code).toBe(0);
    renameSync(dirname(machine.log), `${dirname(machine.log)}-old`);
    mkdirSync(dirname(machine.log));
    await cafe.run('', typed(':0', '', ':q'));
    expect(existsSync(join(dirname(machine.log), `${deviceOf(named('adas-mac-2.fritz.box'))}.jsonl`))).toBe(
      true,
    );
  });
});
