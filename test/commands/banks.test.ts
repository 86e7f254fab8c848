import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readBankLine } from '#core/learner/banks/bank-lines.ts';
import { linesOf, review, stamped } from '../events.ts';
import { type FakeMachine, fakeMachine, typed } from '../fake-world.ts';
import { facts, learn, standing, writeBank } from '../own-banks.ts';

const go = facts(6, 'Go');
const rust = facts(6, 'Rust');

/** The lines of this machine's register. */
function registered(machine: FakeMachine) {
  const folder = join(machine.data, 'banks');
  if (!existsSync(folder)) return [];
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.flatMap((text) => text.split('\n').flatMap((line) => readBankLine(line) ?? []));
}

/** Another device of the same learner, with a copy of the logs and registers. */
function otherDevice(machine: FakeMachine): FakeMachine {
  const phone = { host: 'phone', identity: 'phone' };
  const other = fakeMachine(undefined, { machine: () => phone });
  share(machine, other);
  return other;
}

/** Puts the files of one machine beside those of another, as a sync app does. */
function share(from: FakeMachine, to: FakeMachine): void {
  for (const folder of ['events', 'banks'])
    if (existsSync(join(from.data, folder)))
      cpSync(join(from.data, folder), join(to.data, folder), { recursive: true });
}

/** A run at a terminal that can be asked, line by line. */
async function atTerminal(machine: FakeMachine, words: string, ...lines: readonly string[]) {
  const { shown, ...terminal } = terminalWith(lines);
  const { code, err } = await machine.run(words, '', { ACCESSIBLE: '1' }, terminal);
  return { code, err, out: shown() };
}

function terminalWith(lines: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  stdin.write(typed(...lines));
  let out = '';
  const write = (chunk: string, _: unknown, done: () => void) => {
    out += chunk;
    done();
  };
  const stdout = Object.assign(new Writable({ decodeStrings: false, write }), { isTTY: true, columns: 200 });
  return { stdin, stdout, shown: () => out };
}

describe('two banks with the same ids', () => {
  it('do not share what is known of them', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    writeBank(machine, 'rust', rust);
    await learn(machine, 'go', 6);
    const { out, err } = await machine.run('--bank rust --seed 1', typed('q'));
    expect(err).toBe('');
    expect(out).toContain('6 new questions.');
    expect(await standing(machine, 'go')).toEqual({ items: 6, begun: 6, reviews: 6, gone: [] });
    expect(await standing(machine, 'rust')).toEqual({ items: 6, begun: 0, reviews: 0, gone: [] });
    expect((await machine.run('show q-1 --bank rust')).out).not.toContain('Answered');
    expect((await machine.run('show q-1 --bank go')).out).toContain('Answered 1 time;');
    await learn(machine, 'rust', 2);
    expect(await standing(machine, 'rust')).toEqual({ items: 6, begun: 2, reviews: 2, gone: [] });
    expect(await standing(machine, 'go')).toEqual({ items: 6, begun: 6, reviews: 6, gone: [] });
    const banks = new Set(machine.events().map(({ bank }) => bank));
    expect([...banks]).toEqual([expect.stringMatching(/^bank-\w+$/), expect.stringMatching(/^bank-\w+$/)]);
    expect((await machine.run('doctor --bank go')).out).not.toContain('no longer in the bank');
  });

  it('do not share it with the bank that ships either, nor it with them', async () => {
    const machine = fakeMachine();
    const shipped = facts(4, 'The capital').map(({ stem }, i) => ({ id: shippedIds[i] ?? '', stem }));
    writeBank(machine, 'mine', shipped);
    await learn(machine, '', 4);
    const begun = await standing(machine, '');
    expect(begun).toMatchObject({ begun: 4 });
    expect(await standing(machine, 'mine')).toEqual({ items: 4, begun: 0, reviews: 0, gone: [] });
    await learn(machine, 'mine', 3);
    expect(await standing(machine, 'mine')).toEqual({ items: 4, begun: 3, reviews: 3, gone: [] });
    expect(await standing(machine, '')).toEqual(begun);
    expect(new Set(machine.events().map(({ bank }) => bank)).size).toBe(2);
    expect(machine.events()[0]?.bank).toBe('llmquiz');
  });

  it('have a snapshot each, which is as good as the logs', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    writeBank(machine, 'rust', rust);
    for (const [hour, bank] of ['go', 'rust', ''].entries()) {
      machine.set(`2026-03-01T1${hour}:00:00.000+01:00`);
      await learn(machine, bank, 3);
    }
    const cache = join(machine.data, 'cache');
    expect(readdirSync(join(cache, 'snapshots'))).toHaveLength(2);
    expect(existsSync(join(cache, 'snapshot.json'))).toBe(true);
    const stamps = () =>
      readdirSync(join(cache, 'snapshots')).map((name) =>
        readFileSync(join(cache, 'snapshots', name), 'utf8'),
      );
    const before = stamps();
    for (const bank of ['', ' --bank go', ' --bank rust'])
      expect((await machine.run(`doctor${bank}`)).out).toContain('Snapshot: matches the log');
    await standing(machine, 'go');
    expect(stamps()).toEqual(before);
    const kept = await standing(machine, 'rust');
    rmSync(cache, { recursive: true });
    expect(await standing(machine, 'rust')).toEqual(kept);
  });
});

const shippedIds = ['fact-forward', 'fact-backward', 'a-plain-fact', 'a-true-false'];

describe('a bank without an id keeps its memory', () => {
  it('where it is moved and renamed', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    mkdirSync(join(machine.root, 'elsewhere'));
    renameSync(join(machine.root, 'go'), join(machine.root, 'elsewhere', 'golang'));
    expect(await standing(machine, 'elsewhere/golang')).toMatchObject({ begun: 6, reviews: 6 });
    expect((await machine.run('--bank elsewhere/golang/deck.yaml --seed 1', typed('q'))).out).toContain(
      'Nothing is due now.',
    );
    expect(new Set(registered(machine).flatMap((line) => ('bank' in line ? [line.bank] : []))).size).toBe(1);
  });

  it('where it is changed, little by little into another one', async () => {
    const machine = fakeMachine();
    let questions = go;
    writeBank(machine, 'go', questions);
    await learn(machine, 'go', 6);
    for (let step = 0; step < 3; step++) {
      questions = [...questions.slice(2), ...facts(2, `Step ${step}`, `step-${step}`)];
      writeBank(machine, 'go', questions);
      expect(await standing(machine, 'go')).toMatchObject({
        items: 6,
        begun: 6 - 2 * (step + 1),
        reviews: 6,
      });
    }
    expect(await standing(machine, 'go')).toMatchObject({ gone: go.map(({ id }) => id) });
  });

  it('where its questions get other ids, if they say which they had', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(
      machine,
      'moved',
      go.map(({ id, stem }) => ({ id: `go-${id}`, stem, formerIds: [id] })),
    );
    expect(await standing(machine, 'moved')).toEqual({ items: 6, begun: 6, reviews: 6, gone: [] });
  });

  it('where a part of the bank that ships is asked by its path', async () => {
    const machine = fakeMachine();
    await learn(machine, '', 2);
    cpSync(join(import.meta.dirname, '../fixtures/bank'), join(machine.root, 'copy'), { recursive: true });
    expect(await standing(machine, 'copy')).toMatchObject({ begun: 2, reviews: 2 });
    expect(await standing(machine, 'copy/decks/02-facts.yaml')).toMatchObject({ items: 3 });
    await learn(machine, 'copy/decks/02-facts.yaml', 1);
    expect(new Set(machine.events().map(({ bank }) => bank))).toEqual(new Set(['llmquiz']));
  });

  it('though its register is lost, as long as it is as it was', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    rmSync(join(machine.data, 'banks'), { recursive: true });
    expect(await standing(machine, 'go')).toMatchObject({ begun: 6 });
  });
});

describe('a bank that has less than half in common with one that was used', () => {
  const half = [...go.slice(0, 2), ...facts(5, 'Else', 'else')];

  it('counts as another one where nobody can be asked, which is said once', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    const { bank } = machine.events()[0]!;
    writeBank(machine, 'go', half);
    const { err } = await machine.run('stats --bank go');
    expect(err).toBe(
      `The bank in ${join(machine.root, 'go')} has changed: 2 of its 7 questions were in it before, 2 with the same text. It counts as another bank. If it is the same, write \`id: ${bank}\` into its bank.yaml.\n`,
    );
    expect(await standing(machine, 'go')).toEqual({ items: 7, begun: 0, reviews: 0, gone: [] });
  });

  it('is the same one if the learner says so', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(machine, 'go', half);
    const { out, code } = await atTerminal(machine, 'stats --bank go', 'x', 'y');
    expect(code).toBe(0);
    expect(out.replaceAll('\n', ' ')).toContain('2 with the same text. If it is the same bank,');
    expect(await standing(machine, 'go')).toMatchObject({ items: 7, begun: 2, reviews: 6 });
  });

  it('is another one if the learner says so, also when it comes to be like it', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(machine, 'new', half);
    const { out } = await atTerminal(machine, 'stats --bank new --lang zh', 'n');
    expect(out.replaceAll('\n', '')).toContain(
      `的 7 道题中，有 2 道与你用过的题库（${join(machine.root, 'go')}）相同，其中 2 道内容也一样。如果是同一个题库，`,
    );
    expect(registered(machine)).toContainEqual(expect.objectContaining({ type: 'apart' }));
    writeBank(machine, 'new', [...go, ...half.slice(2)]);
    expect(await standing(machine, 'new')).toEqual({ items: 11, begun: 0, reviews: 0, gone: [] });
    expect(await standing(machine, 'go')).toMatchObject({ begun: 6 });
  });

  it('is not decided if the learner leaves', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(machine, 'new', half);
    const before = registered(machine);
    const { code, err } = await atTerminal(machine, 'stats --bank new', 'q');
    expect([code, err]).toEqual([1, 'llmquiz: Nothing was changed.\n']);
    expect(registered(machine)).toEqual(before);
  });
});

describe('an old log, without banks', () => {
  const old = (items: readonly string[]) =>
    linesOf(
      items.map((item, i) => stamped(review(item), i + 1, `2026-02-01T10:00:${10 + i}.000+01:00`, 'old')),
    );

  function withOldLog(items: readonly string[]): FakeMachine {
    const machine = fakeMachine();
    mkdirSync(join(machine.data, 'events'), { recursive: true });
    writeFileSync(join(machine.data, 'events', 'old.jsonl'), old(items));
    return machine;
  }

  it('counts for the bank that ships, if that has the id, and for whichever has it if not', async () => {
    const machine = withOldLog(['fact-forward', 'a-plain-fact', 'q-1', 'q-2']);
    writeBank(machine, 'go', [...go, { id: 'a-plain-fact', stem: 'Gophers dig.' }]);
    expect(await standing(machine, '')).toMatchObject({ begun: 2 });
    expect(await standing(machine, 'go')).toEqual({ items: 7, begun: 2, reviews: 2, gone: [] });
    expect(await standing(machine, '')).toMatchObject({ begun: 2, gone: [] });
  });

  it('counts for one bank only, the first that was used', async () => {
    const machine = withOldLog(['q-1', 'q-2']);
    writeBank(machine, 'go', go);
    writeBank(machine, 'rust', rust);
    expect(await standing(machine, 'go')).toMatchObject({ begun: 2 });
    machine.set('2026-03-01T10:00:01.000+01:00');
    expect(await standing(machine, 'rust')).toEqual({ items: 6, begun: 0, reviews: 0, gone: [] });
    expect(await standing(machine, 'go')).toMatchObject({ begun: 2 });
  });
});

describe('two devices', () => {
  it('that met the same bank have one memory of it', async () => {
    const laptop = fakeMachine();
    const phone = otherDevice(laptop);
    for (const machine of [laptop, phone]) writeBank(machine, 'go', go);
    await learn(laptop, 'go', 2);
    phone.set('2026-03-01T11:00:00.000+01:00');
    await learn(phone, 'go', 4);
    share(laptop, phone);
    share(phone, laptop);
    for (const machine of [laptop, phone])
      expect(await standing(machine, 'go')).toMatchObject({ begun: 4, reviews: 6 });
  });

  it('that noted the same bank under two ids come to one, the smaller', async () => {
    const laptop = fakeMachine();
    const phone = otherDevice(laptop);
    writeBank(laptop, 'go', go.slice(0, 5));
    writeBank(phone, 'golang', go.slice(1));
    await learn(laptop, 'go', 5);
    phone.set('2026-03-01T11:00:00.000+01:00');
    await learn(phone, 'golang', 5);
    const ids = [laptop, phone].map((machine) => machine.events()[0]?.bank);
    expect(new Set(ids).size).toBe(2);
    share(laptop, phone);
    share(phone, laptop);
    // Each on its own, before they meet again.
    expect(await standing(laptop, 'go')).toMatchObject({ begun: 5, reviews: 10 });
    expect(await standing(phone, 'golang')).toMatchObject({ begun: 5, reviews: 10 });
    share(laptop, phone);
    share(phone, laptop);
    expect(await standing(laptop, 'go')).toMatchObject({ begun: 5, reviews: 10, gone: ['q-6'] });
    laptop.set('2026-03-02T10:00:00.000+01:00');
    await learn(laptop, 'go', 1);
    const last = laptop.events().find(({ at }) => at.startsWith('2026-03-02'));
    expect(last?.bank).toBe([...ids].sort()[0]);
    expect(registered(laptop).filter(({ type }) => type === 'same')).not.toEqual([]);
  });
});

describe('what is done about another bank', () => {
  it('is told when one of its questions is to be shown', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', facts(4, 'Go', 'g'), 'title: { en: Go, zh: Go 语言 }\n');
    await learn(machine, 'go', 1);
    const go = join(machine.root, 'go');
    expect((await machine.run('show g-2')).err).toBe(
      `llmquiz: \`g-2\` is a question of another bank, Go. Add --bank ${go}.\n`,
    );
    expect((await machine.run('show g-2 --lang zh')).err).toBe(
      `llmquiz: \`g-2\` 是另一个题库的题：Go 语言。请加上 --bank ${go}。\n`,
    );
    expect((await machine.run('show a-choice --bank go')).err).toBe(
      'llmquiz: `a-choice` is a question of another bank, the one that ships with llmquiz. Drop --bank and LLMQUIZ_BANK.\n',
    );
    expect((await machine.run('show g-22')).err).toContain('Unknown question `g-22`.');
  });

  it('leaves the lines behind the answer to what comes after it', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, 'go', 6);
    writeBank(machine, 'go', [...go.slice(0, 2), ...facts(5, 'Else', 'else')]);
    const { stdin, shown: _, ...terminal } = terminalWith([]);
    // Pasted at once, before anything was asked.
    stdin.end('y\n1\n\n1\n\nq\n');
    await machine.run('--bank go --seed 1 --new 3', '', { ACCESSIBLE: '1' }, { stdin, ...terminal });
    expect(
      machine
        .events()
        .slice(6)
        .map(({ type }) => type),
    ).toEqual(['reviewed', 'reviewed']);
  });

  async function withTwo(): Promise<FakeMachine> {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    await learn(machine, '', 1);
    await learn(machine, 'go', 1);
    return machine;
  }

  it('is undone only after asking, by its id, and redone', async () => {
    const machine = await withTwo();
    const answered = machine.events().at(-1);
    const { out } = await machine.run('undo', typed('y'));
    expect(out).toContain(`on this question: ${answered?.item} (${join(machine.root, 'go')})\nUndo it?`);
    expect(machine.events().at(-1)).toMatchObject({
      type: 'undone',
      event: answered?.id,
      bank: answered?.bank,
    });
    expect(await standing(machine, 'go')).toMatchObject({ begun: 0 });
    expect((await machine.run('redo')).out).toBe(
      `Redone: ${answered?.item} (${join(machine.root, 'go')}) (2026-03-01 10:00)\n`,
    );
    expect(await standing(machine, 'go')).toMatchObject({ begun: 1 });
    expect(await standing(machine, '')).toMatchObject({ begun: 1 });
    await machine.run('undo --bank go');
    expect(await standing(machine, 'go')).toMatchObject({ begun: 0 });
  });

  it('is no business of forget, resume and practice', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'go', go);
    writeBank(machine, 'rust', rust);
    await learn(machine, 'go', 6);
    expect((await machine.run('forget q-1 --bank rust --yes')).out).toBe(
      'None of these questions has been answered.\n',
    );
    expect((await machine.run('practice --bank rust', typed('q'))).out).toContain('these are all new');
    await learn(machine, 'rust', 1);
    await machine.run('forget --all --yes --bank rust');
    expect(await standing(machine, 'rust')).toMatchObject({ begun: 0 });
    expect(await standing(machine, 'go')).toMatchObject({ begun: 6 });
    expect((await machine.run('resume q-1 --bank rust')).err).toContain('`q-1` is not suspended');
  });

  it('is undone as it was written: without a bank if it had none', async () => {
    const machine = fakeMachine();
    mkdirSync(dirname(machine.log), { recursive: true });
    const device = machine.log.replace(/^.*\//, '').replace('.jsonl', '');
    writeFileSync(
      machine.log,
      linesOf([stamped(review('a-plain-fact'), 1, '2026-03-01T09:00:00.000+01:00', device)]),
    );
    expect(await standing(machine, '')).toMatchObject({ begun: 1 });
    await machine.run('undo');
    expect(machine.events().at(-1)).not.toHaveProperty('bank');
    expect(await standing(machine, '')).toMatchObject({ begun: 0 });
  });

  it('is counted by doctor if nobody here knows the bank', async () => {
    const machine = await withTwo();
    expect((await machine.run('doctor')).out).not.toContain('not used on this device');
    rmSync(join(machine.data, 'banks'), { recursive: true });
    expect((await machine.run('doctor')).out).toContain(
      'Of banks not used on this device (kept): 1 event of 1 bank\n',
    );
    expect((await machine.run('doctor --lang zh')).out).toContain(
      '属于本设备未用过的题库（保留）：1 个题库，共 1 条记录\n',
    );
  });
});

it('a register that cannot be written is said, and answers count all the same', async () => {
  const machine = fakeMachine();
  writeBank(machine, 'go', go);
  mkdirSync(machine.data, { recursive: true });
  writeFileSync(join(machine.data, 'banks'), 'a file in its place');
  const { err } = await learn(machine, 'go', 6);
  expect(err).toContain(`It could not be noted which bank ${join(machine.root, 'go')} is (`);
  expect(await standing(machine, 'go')).toMatchObject({ begun: 6 });
});
