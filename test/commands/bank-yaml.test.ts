import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../fake-world.ts';
import { facts, learn, standing, writeBank } from '../own-banks.ts';

const go = facts(6, 'Go');

describe('a bank with an id', () => {
  it('is the same wherever a copy of it lies, and whatever is in it', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go, 'id: go-basics\n');
    await learn(machine, 'go', 6);
    expect(machine.events()[0]?.bank).toBe('go-basics');
    cpSync(join(machine.root, 'go'), join(machine.root, 'fork'), { recursive: true });
    writeBank(machine, 'fork', [...go.slice(0, 1), ...facts(9, 'New', 'new')]);
    expect(await standing(machine, 'fork')).toMatchObject({ items: 10, begun: 1, reviews: 6 });
    expect(await standing(machine, 'fork/deck.yaml')).toMatchObject({ items: 10, begun: 1, reviews: 6 });
  });

  it('is another than one with the same questions and another id', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'a', go, 'id: a\n');
    writeBank(machine, 'b', go, 'id: b\n');
    await learn(machine, 'a', 6);
    expect(await standing(machine, 'b')).toEqual({ items: 6, begun: 0, reviews: 0, gone: [] });
    expect((await machine.run('--bank b', typed('q'))).out).toContain('6 new questions.');
  });

  it('keeps its memory when it gets the id, and when it loses it', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 3);
    const { bank } = machine.events()[0]!;
    writeBank(machine, 'go', go, 'id: go-basics\n');
    expect(await standing(machine, 'go')).toMatchObject({ begun: 3 });
    machine.set('2026-03-01T11:00:00.000+01:00');
    await learn(machine, 'go', 3);
    expect(new Set(machine.events().map((event) => event.bank))).toEqual(new Set([bank, 'go-basics']));
    expect(await standing(machine, 'go')).toMatchObject({ begun: 6, reviews: 6 });
    rmSync(join(machine.root, 'go', 'bank.yaml'));
    expect(await standing(machine, 'go')).toMatchObject({ begun: 6, reviews: 6 });
  });

  it('may say that it is one that it did not look like', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(machine, 'go', [...go.slice(0, 2), ...facts(5, 'Else', 'else')]);
    const { err } = await machine.run('stats --bank go');
    const [, told = ''] = /write `(id: \S+)` into its bank\.yaml/.exec(err) ?? [];
    writeFileSync(join(machine.root, 'go', 'bank.yaml'), told);
    expect(await standing(machine, 'go')).toMatchObject({ items: 7, begun: 2, reviews: 6 });
  });

  it('is the one that ships if it says so', async () => {
    const machine = fakeMachine();
    await learn(machine, '', 2);
    writeBank(
      machine,
      'fork',
      [...go, { id: machine.events()[0]?.item ?? '', stem: 'Quite another question.' }],
      'id: llmquiz\n',
    );
    expect(await standing(machine, 'fork')).toMatchObject({ items: 7, begun: 1, reviews: 2 });
  });
});

describe('what a bank says of itself', () => {
  const about = 'id: go-basics\ntitle: { en: Go from the ground up, zh: 围棋入门 }\nlicence: CC-BY-4.0\n';

  it('is shown by stats, list and where', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go, about);
    expect((await machine.run('stats --bank go')).out).toMatch(/^Go from the ground up\n\nDue: /);
    expect((await machine.run('stats --bank go --lang zh')).out).toMatch(/^围棋入门\n\n待复习/);
    expect((await machine.run('list --bank go')).out).toMatch(
      /^Go from the ground up\nLicence: CC-BY-4.0\n\ndeck: Facts \(6\)\n/,
    );
    expect((await machine.run('list --bank go --lang zh')).out).toMatch(/^围棋入门\n许可：CC-BY-4.0\n/);
    expect(JSON.parse((await machine.run('list --bank go --json')).out)).toMatchObject({
      bank: { id: 'go-basics' },
    });
    expect((await machine.run('where --bank go')).out).toContain(
      '\nbank name    Go from the ground up (go-basics), CC-BY-4.0\n',
    );
    expect((await machine.run('where --bank go', '', { LANG: 'zh_CN.UTF-8' })).out).toContain(
      '\n题库名称     围棋入门 (go-basics)，CC-BY-4.0\n',
    );
    expect(JSON.parse((await machine.run('where --bank go --json')).out)).toMatchObject({
      about: { id: 'go-basics', licence: 'CC-BY-4.0' },
    });
    expect((await machine.run('where')).out).not.toContain('bank name');
    expect((await machine.run('stats')).out).toMatch(/^Due: /);
  });

  it('is read again when it changes', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go, about);
    await machine.run('stats --bank go');
    writeBank(machine, 'go', go, 'title: Go, the second\n');
    expect((await machine.run('stats --bank go')).out).toMatch(/^Go, the second\n/);
    rmSync(join(machine.root, 'go', 'bank.yaml'));
    expect((await machine.run('stats --bank go')).out).toMatch(/^Due: /);
  });

  it('is passed over with a word if it is wrong, and nothing is lost', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go, about);
    await learn(machine, 'go', 6);
    writeBank(machine, 'go', go, `${about}colour: red\n`);
    const { code, err } = await machine.run('stats --bank go --strict');
    expect(code).toBe(1);
    expect(err).toContain('go/bank.yaml:4:1: error: unknown field `colour` in a bank;');
    const passed = await machine.run('stats --bank go --json');
    expect(passed.err).toMatch(
      /^go\/bank\.yaml:4:1: error: .*\nSkipped: what these errors are in\. List all errors with `llmquiz check go`\.\n$/,
    );
    expect(JSON.parse(passed.out)).toMatchObject({ total: { begun: 6 }, reviews: 6 });
  });
});

describe('options of check in bank.yaml', () => {
  const check = (machine: ReturnType<typeof fakeMachine>, words = '') =>
    machine.run(`check go --format concise ${words}`);

  it('count, and those of the command line win', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    const { code, out } = await check(machine);
    expect(code).toBe(0);
    expect(out).toContain('[item/rationale]');
    writeBank(machine, 'go', go, 'check: { failOn: warning }\n');
    expect((await check(machine)).code).toBe(1);
    expect((await check(machine, '--fail-on error')).code).toBe(0);
    writeBank(machine, 'go', go, 'check: { maxWarnings: 3 }\n');
    expect((await check(machine)).code).toBe(1);
    expect((await check(machine, '--max-warnings 50')).code).toBe(0);
    writeBank(machine, 'go', go, 'check: { ignore: [item, bank] }\n');
    expect((await check(machine)).out).not.toContain('[item/');
    expect((await check(machine, '--ignore bank')).out).toContain('[item/rationale]');
    writeBank(machine, 'go', go, 'check: { select: [schema] }\n');
    expect((await check(machine)).out).not.toContain('[item/');
    expect((await check(machine, '--select item')).out).toContain('[item/rationale]');
    expect((await machine.run('check go/deck.yaml --format concise')).out).not.toContain('[item/');
  });

  it('are left aside if one is wrong, which is an error at its place', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go, 'check:\n  select: [schema]\n  ignore: [metta]\n');
    const { code, out } = await check(machine);
    expect(code).toBe(1);
    expect(out).toContain(
      'go/bank.yaml:3:12: error: unknown rule metta; did you mean meta? [meta/unknown-rule]\n',
    );
    expect(out).toContain('[item/rationale]');
  });
});
