import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceIn, deviceOf, ownLogOf } from '#shell/log/device.ts';
import { machineFrom } from '#shell/system/machine.ts';
import { tempFolder } from '../../temp.ts';

const born = { birthtimeNs: 1_700_000_000_123_456_789n, ctimeNs: 1_760_000_000_000_000_000n, ino: 4711n };
const mac = { host: 'Adas-MacBook.local', machineId: '', home: '/Users/ada', stats: born };
const linux = { host: 'desk', machineId: '3d1219c7c4c5404aaa1f6d2a48adfda4', home: '/home/ada', stats: born };

describe('the name of a device', () => {
  it('is what it always was where the machine has an id', () => {
    // Learners have logs of these names.
    expect(deviceOf(machineFrom(linux))).toBe('desk-yrcefh');
    expect(deviceOf(machineFrom({ ...linux, host: 'Ada’s Laptop.local' }))).toMatch(
      /^ada-s-laptop-[a-z0-9]+$/,
    );
    expect(deviceOf(machineFrom({ ...linux, stats: undefined }))).toBe('desk-yrcefh');
  });

  it.each([
    ['Desk', 'desk'],
    ['Ada  &  Bob--x.local.net', 'ada-bob-x'],
    ['--x--', 'x'],
    ['X9', 'x9'],
    ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwx'],
    ['', 'device'],
    ['.local', 'device'],
    ['电脑', 'device'],
  ])('begins for the host %j with %s', (host, name) => {
    expect(deviceOf({ host, identity: 'one' })).toBe(
      `${name}-${deviceOf({ host: 'x', identity: 'one' }).slice(2)}`,
    );
  });

  it('is another for another machine, another learner, and a container of the same image', () => {
    const names = [
      linux,
      { ...linux, machineId: 'x' },
      { ...linux, home: '/root' },
      { ...linux, host: 'c0ffee' },
    ];
    expect(new Set(names.map((facts) => deviceOf(machineFrom(facts)))).size).toBe(names.length);
  });

  it('without an id is another for each home, though host and path are the same', () => {
    const homes = [
      mac,
      { ...mac, stats: { ...born, ino: 4712n } },
      { ...mac, stats: { ...born, birthtimeNs: born.birthtimeNs + 100n } },
    ];
    expect(new Set(homes.map((facts) => deviceOf(machineFrom(facts)))).size).toBe(homes.length);
  });

  it.each(['', 'uninitialized', 'uninitialized\n'])('takes %j for no id', (machineId) => {
    const names = ['a', 'b'].map((host) => deviceOf(machineFrom({ ...mac, machineId, host })));
    expect(names[0]?.split('-')[1]).toBe(names[1]?.split('-')[1]);
  });

  it.each([
    ['has no time of birth', { ...born, birthtimeNs: 0n }],
    ['has the time of its last change for it', { ...born, birthtimeNs: born.ctimeNs }],
    ['is not there', undefined],
  ])('goes by host and path where the home %s', (_, stats) => {
    const names = [mac, { ...mac, host: 'other' }, { ...mac, home: '/Users/eve' }].map((facts) =>
      deviceOf(machineFrom({ ...facts, stats })),
    );
    expect(new Set(names).size).toBe(3);
    expect(deviceOf(machineFrom({ ...mac, stats }))).toBe(names[0]);
  });

  it.each(['', '...', '|', '../../etc', '我的电脑', 'a'.repeat(300), 'CON', 'aux.local'])(
    'is a safe file name for %j',
    (host) => {
      const name = deviceOf(machineFrom({ ...mac, host }));
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(name.length).toBeLessThan(40);
    },
  );
});

describe('the device of an events folder', () => {
  const renamed = machineFrom({ ...mac, host: 'adas-macbook-2.fritz.box' });
  const events = (...names: readonly string[]) => {
    const folder = join(tempFolder(), 'events');
    mkdirSync(folder);
    for (const name of names) writeFileSync(join(folder, name), '');
    return folder;
  };
  const first = deviceOf(machineFrom(mac));
  const hash = first.split('-').at(-1);

  it('is named by the machine where it has no log yet', () => {
    expect(first).toBe(`adas-macbook-${hash}`);
    expect(deviceIn(events(), machineFrom(mac))).toBe(first);
    expect(deviceIn(events('other-1abc.jsonl', `x${hash}.jsonl`, `x-${hash}.txt`), machineFrom(mac))).toBe(
      first,
    );
    expect(deviceIn('/nonexistent', machineFrom(mac))).toBe(first);
  });

  it('keeps its name when the host gets another', () => {
    expect(deviceOf(renamed)).toBe(`adas-macbook-2-${hash}`);
    expect(deviceIn(events(`${first}.jsonl`, 'other-1abc.jsonl'), renamed)).toBe(first);
    const folder = events(`${first}.jsonl`);
    expect(ownLogOf(folder, renamed)).toBe(join(folder, `${first}.jsonl`));
    expect(deviceIn(events(`${first}.jsonl`, `adas-macbook-2-${hash}.jsonl`), renamed)).toBe(
      deviceIn(events(`${first}.jsonl`, `adas-macbook-2-${hash}.jsonl`), machineFrom(mac)),
    );
  });

  it('is the first of several names', () => {
    for (const names of [
      ['b', 'a', 'c'],
      ['c', 'b', 'a'],
      ['a', 'b', 'c'],
    ])
      expect(deviceIn(events(...names.map((name) => `${name}-${hash}.jsonl`)), renamed)).toBe(`a-${hash}`);
  });

  it('keeps its name when its log is not downloaded', () => {
    expect(deviceIn(events(`.${first}.jsonl.icloud`), renamed)).toBe(first);
  });

  it.each([
    `._${first}.jsonl`,
    `${first} (conflicted copy).jsonl`,
    `${first}.sync-conflict-1.jsonl`,
    `UP-${hash}.jsonl`,
  ])('is not named by %s', (name) => {
    expect(deviceIn(events(name), renamed)).toBe(deviceOf(renamed));
  });
});
