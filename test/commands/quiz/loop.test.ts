import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSession } from '#commands/quiz/loop.ts';
import { compileBank } from '#core/bank/compile.ts';
import type { Deed, Event } from '#core/learner/events/event.ts';
import { startSession } from '#core/learner/plan/session.ts';
import type { Answer } from '#core/question/prompt.ts';
import { makeMemoryStore } from '#shell/bank/bank-store.ts';
import type { Appended, EventLog } from '#shell/log/event-log.ts';
import { openHistory } from '#shell/log/history.ts';
import type { World } from '#shell/system/world.ts';
import type { After, Reply, Terminal } from '#shell/terminal/shared/terminal.ts';
import { at, linesOf, review, stamped } from '../../events.ts';
import { fixtureBank } from '../../fake-world.ts';
import { tempFolder } from '../../temp.ts';

const bank = makeMemoryStore(compileBank(fixtureBank(), Buffer.byteLength));
const answer = (given: Answer): Reply => ({ type: 'answer', answer: given, hints: 0, ms: 1000 });
const wrong = answer({ type: 'picked', option: 'plum' });
const right = answer({ type: 'picked', option: 'banana' });
const full = { ok: false, reason: 'the disk is full' } as const;

/** Runs a session of one question, or more, with scripted replies, on a log that fails where it is told to. */
async function sit(
  replies: readonly Reply[],
  afters: readonly After[],
  fails: readonly boolean[] = [],
  readOnly?: string,
  before: readonly Event[] = [],
  questions = 1,
) {
  const told: string[] = [];
  const deeds: Deed[] = [];
  let tries = 0;
  const terminal: Terminal = {
    print: (text) => told.push(text),
    async ask({ progress }) {
      told.push(`ask ${progress}`);
      return replies[told.filter((t) => t.startsWith('ask')).length - 1] ?? { type: 'leave', code: 0 };
    },
    async feedback({ verdict, notRecorded, leech }) {
      told.push(
        `feedback: ${notRecorded?.reason ?? verdict}${leech === undefined ? '' : `, leech ${leech}`}`,
      );
      return afters[told.filter((t) => t.startsWith('feedback')).length - 1] ?? { type: 'next' };
    },
    read: async () => undefined,
    choose: async () => undefined,
    tick: async () => [],
    close: () => {},
  };
  const log: EventLog = {
    ...{ path: 'nowhere', device: 'nobody' },
    ...(readOnly === undefined ? {} : { readOnly }),
    appendAll: () => ({ events: [], reason: 'not used here' }),
    append(deed): Appended {
      const fail = readOnly !== undefined || (fails[tries] ?? false);
      tries += 1;
      told.push(fail ? 'append failed' : `append ${deed.type}`);
      if (fail) return full;
      deeds.push(deed);
      return { ok: true, event: stamped(deed, deeds.length, '2026-03-01T10:00:00Z') as Event };
    },
    close: () => {},
  };
  const root = tempFolder();
  mkdirSync(join(root, 'events'));
  writeFileSync(join(root, 'events', 'laptop.jsonl'), linesOf(before));
  const history = openHistory(join(root, 'events'), join(root, 'cache'));
  const world = { now: () => at('2026-03-01T10:00:00Z') } as World;
  const first = bank.index.heads.findIndex((h) => h.id === 'a-choice');
  const queue = bank.index.heads.slice(first, first + questions).map((head) => ({ head, reask: 0 }));
  const ended = await runSession(startSession(queue), {
    world,
    terminal,
    bank,
    history,
    log,
    lang: 'en',
    seed: '1',
  });
  return { told, deeds, ended };
}

describe('a session', () => {
  it('puts an answer on disk before it shows what it was worth', async () => {
    expect((await sit([right], [])).told).toEqual(['ask 1/1', 'append reviewed', 'feedback: correct']);
  });

  it('tries the same deed again until it is on disk, and only then goes on', async () => {
    const { told, deeds, ended } = await sit(
      [right],
      [{ type: 'retry' }, { type: 'retry' }, { type: 'next' }],
      [true, true],
    );
    const failed = ['append failed', 'feedback: the disk is full'];
    expect(told).toEqual(['ask 1/1', ...failed, ...failed, 'append reviewed', 'feedback: correct']);
    expect(deeds).toHaveLength(1);
    expect(ended.session.answered).toHaveLength(1);
  });

  it('that is left with an answer not recorded does not count it', async () => {
    const { ended } = await sit([right], [{ type: 'leave', code: 1 }], [true]);
    expect(ended).toMatchObject({ code: 1, session: { answered: [] } });
  });

  it('goes on unrecorded on a read-only log', async () => {
    const { told, ended } = await sit(
      [wrong, right],
      [{ type: 'next' }, { type: 'next' }],
      [],
      'x cannot be written',
      [],
      2,
    );
    expect(told).toEqual([
      'ask 1/2',
      'append failed',
      'feedback: x cannot be written',
      'ask 2/2',
      'append failed',
      'feedback: x cannot be written',
    ]);
    expect(ended.session.answered).toHaveLength(2);
  });

  it('tells of a leech at the eighth time that it is forgotten', async () => {
    const known = (lapses: number) =>
      Array.from({ length: 2 * lapses + 1 }, (_, i) =>
        stamped(
          review('a-choice', i % 2 === 0 ? {} : { verdict: 'wrong', rating: 'again' }),
          i + 1,
          `2026-01-${String(i + 1).padStart(2, '0')}T10:00:00Z`,
        ),
      );
    const told = async (lapses: number) => (await sit([wrong], [], [], undefined, known(lapses))).told[2];
    expect(await told(6)).toBe('feedback: wrong');
    expect(await told(7)).toBe('feedback: wrong, leech 8');
    expect(await told(8)).toBe('feedback: wrong');
  });

  it.each([
    ['undo', { type: 'undo' }],
    ['I was right', { type: 'amend', verdict: 'correct' }],
    ['suspend', { type: 'suspend' }],
  ] as const)('%s that cannot be recorded changes nothing, and says so', async (_, wish) => {
    const { told, ended } = await sit([wrong], [wish], [false, true], undefined, [], 3);
    expect(told).toEqual([
      'ask 1/3',
      'append reviewed',
      'feedback: wrong',
      'append failed',
      'Not recorded: the disk is full.',
      'ask 2/4',
    ]);
    expect(ended.session.answered).toMatchObject([{ verdict: 'wrong' }]);
    expect(ended.session.queue.map(({ reask }) => reask)).toEqual([0, 0, 1]);
  });

  it('asks again after a refused answer, and adds up hints and time', async () => {
    const { told, deeds } = await sit([{ ...right, hints: 1 } as Reply], []);
    expect(told).toHaveLength(3);
    expect(deeds).toMatchObject([{ hints: 1, rating: 'hard', ms: 1000 }]);
  });
});
