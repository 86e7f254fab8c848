import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event } from '#core/learner/events/event.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { listLogs, readLog } from '#shell/log/read-log.ts';
import { start } from '../program.ts';
import { tempFolder } from '../temp.ts';

/** The events in a data directory. */
function eventsIn(data: string): readonly Event[] {
  const events: Event[] = [];
  for (const path of listLogs(join(data, 'events')))
    readLog(path, 0, (line) => {
      if (line.type === 'event') events.push(line.event);
    });
  return events;
}

const asked = /I don't know/;
const judged = /Enter next/;
const session = (data: string) => ['--plain', '--seed', '7', '--data-dir', data, '--deck', 'scaling'];

/** A session in which one question was answered with "I don't know". */
async function answered(data: string) {
  const running = start(session(data));
  await running.shown(asked);
  running.type(running.out().includes(':0') ? ':0\n' : '0\n');
  await running.shown(judged);
  return running;
}

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s', (signal, code) => {
  it(`after feedback keeps what was answered and exits with ${code}`, async () => {
    const data = tempFolder();
    const running = await answered(data);
    running.child.kill(signal);
    expect(await running.ended).toBe(code);
    expect(running.err()).toBe('');
    expect(running.out()).toMatch(/1 answer, 0 right .*\n(.*\n)*All your answers are saved\.\n$/);
    expect(eventsIn(data)).toHaveLength(1);
  });

  it(`while a question is open leaves that one unanswered and exits with ${code}`, async () => {
    const data = tempFolder();
    const running = await answered(data);
    running.type('\n');
    await running.shown(asked, 2);
    running.child.kill(signal);
    expect(await running.ended).toBe(code);
    expect(running.err()).toBe('');
    expect(eventsIn(data)).toHaveLength(1);
  });

  it(`while offered more, with nothing due, exits with ${code}`, async () => {
    const data = tempFolder();
    const running = start([...session(data), '--new', '0']);
    await running.shown(/Enter quit/);
    running.child.kill(signal);
    expect([await running.ended, running.err()]).toEqual([code, '']);
  });
});

describe('the end of input', () => {
  it('is leaving: what was typed before it counts, exit 0', async () => {
    const data = tempFolder();
    const running = await answered(data);
    running.child.stdin?.end();
    expect(await running.ended).toBe(0);
    expect(running.out()).toMatch(/1 answer, 0 right/);
    expect(eventsIn(data)).toHaveLength(1);
  });

  it('at once asks nothing and writes no event', async () => {
    const data = tempFolder();
    const running = start(session(data));
    running.child.stdin?.end();
    expect([await running.ended, running.err()]).toEqual([0, '']);
    expect(eventsIn(data)).toEqual([]);
  });

  it('in the middle of a line takes that line', async () => {
    const data = tempFolder();
    const running = start(session(data));
    await running.shown(asked);
    running.child.stdin?.end(running.out().includes(':0') ? ':0' : '0');
    expect(await running.ended).toBe(0);
    expect(eventsIn(data)).toHaveLength(1);
  });
});

describe('an output that is closed early', () => {
  it('is no fault: what is piped in is answered and kept, without a stack trace', async () => {
    const data = tempFolder();
    const running = start(session(data), { shell: 'set -o pipefail; "$@" | head -n 1' });
    running.child.stdin?.end('0\n\n'.repeat(3));
    expect([await running.ended, running.err()]).toEqual([0, '']);
    for (const event of eventsIn(data)) expect(event.type).toBe('reviewed');
  });

  it('ends the session, even though more could be typed, and what nobody saw is not answered', async () => {
    const data = tempFolder();
    const running = await answered(data);
    running.child.stdout?.destroy();
    running.type('\n0\n\n:0\n\n0\n\n:0\n\n');
    expect([await running.ended, running.err()]).toEqual([0, '']);
    expect(eventsIn(data)).toHaveLength(1);
  });

  it.each([
    ['list', '--json'],
    ['stats', '--json'],
    ['doctor', '--strict'],
    ['show', '--help'],
  ])('is none of %s %s either', async (...args) => {
    const running = start([...args, '--data-dir', tempFolder()], {
      shell: 'set -o pipefail; "$@" | head -c 1',
    });
    expect([await running.ended, running.err()]).toEqual([0, '']);
  });
});

it('a signal that comes before anything is asked ends the program and harms nothing', async () => {
  const data = tempFolder();
  writeFileSync(join(data, 'note'), 'mine');
  const running = start(session(data));
  running.child.kill('SIGTERM');
  expect(['SIGTERM', 143, 0]).toContain(await running.ended);
  for (const event of eventsIn(data)) expect(readLine(JSON.stringify(event)).type).toBe('event');
});
