import { fsyncSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runSession } from '#commands/quiz/loop.ts';
import { compileBank } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { startSession } from '#core/learner/plan/session.ts';
import { makeMemoryStore } from '#shell/bank/bank-store.ts';
import { openLog } from '#shell/log/event-log.ts';
import { openHistory } from '#shell/log/history.ts';
import type { World } from '#shell/system/world.ts';
import type { After, Terminal } from '#shell/terminal/shared/terminal.ts';
import { at } from '../../events.ts';
import { fakeMachine, fixtureBank, typed } from '../../fake-world.ts';
import { tempFolder } from '../../temp.ts';

/** The types of the events in a log, whole lines only. */
function typesIn(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1).map(readLine);
  return lines.map((line) => (line.type === 'event' ? line.event.type : line.type));
}

const bank = makeMemoryStore(compileBank(fixtureBank(), Buffer.byteLength));

/** Answers one question wrong and does one thing more, on a real log: what was synced, told and asked, in order. */
async function sit(wish: After): Promise<readonly string[]> {
  const root = tempFolder();
  const [events, cache] = [join(root, 'events'), join(root, 'cache')];
  const happened: string[] = [];
  const world = { now: () => at('2026-03-01T10:00:00Z'), random: randomFrom('synced') } as World;
  const log = openLog(events, 'laptop', 0, world, {
    sync(fd) {
      happened.push(`synced ${typesIn(log.path).join(' ')}`);
      fsyncSync(fd);
    },
  });
  let asked = 0;
  const terminal: Terminal = {
    print: () => void happened.push('told'),
    async ask() {
      asked += 1;
      if (asked > 1) return { type: 'leave', code: 0 };
      return { type: 'answer', answer: { type: 'picked', option: 'plum' }, hints: 0, ms: 1000 };
    },
    async feedback({ verdict }) {
      happened.push(`feedback ${verdict}`);
      return happened.filter((one) => one.startsWith('feedback')).length === 1 ? wish : { type: 'next' };
    },
    read: async () => undefined,
    choose: async () => undefined,
    tick: async () => [],
    close: () => {},
  };
  const head = bank.index.heads.find(({ id }) => id === 'a-choice');
  if (head === undefined) throw new Error('no a-choice');
  const room = { terminal, bank, history: openHistory(events, cache), log, lang: 'en', seed: '1' } as const;
  await runSession(startSession([{ head, reask: 0 }]), { world, ...room });
  log.close();
  return happened;
}

describe('in a session', () => {
  it('an answer is in its log and synced before its feedback is shown', async () => {
    expect(await sit({ type: 'next' })).toEqual(['synced reviewed', 'feedback wrong']);
  });

  it.each([
    [{ type: 'undo' }, 'undone'],
    [{ type: 'suspend' }, 'suspended'],
    [{ type: 'amend', verdict: 'correct' }, 'amended'],
    [{ type: 'easy' }, 'amended'],
  ] as const)('%j is in the log and synced before it is told as done', async (wish, type) => {
    expect(await sit(wish)).toEqual(['synced reviewed', 'feedback wrong', `synced reviewed ${type}`, 'told']);
  });

  it.each([
    [{ type: 'flag', reason: 'unclear' }, 'flagged'],
    [{ type: 'note', text: 'as in BERT' }, 'noted'],
  ] as const)('%j is told as done in the same way, and the feedback waits', async (wish, type) => {
    const once = ['synced reviewed', 'feedback wrong', `synced reviewed ${type}`, 'told'];
    expect(await sit(wish)).toEqual([...once, 'feedback wrong']);
  });
});

/** A stream that notes of everything printed which events are in the log by then. */
function notingOutput(log: () => string) {
  const printed: (readonly string[])[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(_text: string, _encoding, done) {
      printed.push(typesIn(log()));
      done();
    },
  });
  return { stream, printed };
}

describe('a command tells what it did once that is in the log:', () => {
  it.each([
    ['undo', typed('1', 'q'), 'undone'],
    ['resume a-choice', typed('1', 'x', 'q'), 'resumed'],
  ])('%s', async (words, input, type) => {
    const { stream, printed } = notingOutput(() => machine.log);
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', input);
    const before = typesIn(machine.log);
    expect((await machine.run(words, '', {}, { stdout: stream })).code).toBe(0);
    expect(printed).toEqual([[...before, type]]);
  });
});
