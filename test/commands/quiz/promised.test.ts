import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

const quiz = '--seed 1 --deck kinds --new 4';

/** A session of four questions, the first of them a miss that is to come back. */
async function sit(...lines: readonly string[]) {
  const machine = fakeMachine();
  const ran = await machine.run(quiz, typed('1', ...lines));
  const dueNow = async () => JSON.parse((await machine.run('stats --json')).out).total.due as number;
  return { machine, ...ran, dueNow };
}

describe('a miss that was said to come back, in a session that was left', () => {
  it('comes in the next session of the same day, and is counted as due until then', async () => {
    const { machine, out, dueNow } = await sit('', 'q');
    expect(out).toContain('You will see it again this session.\n');
    expect(out).toContain(
      'Missed and not asked again yet: 1 question. Your next session asks it, today or later.\nStill due: 1 now, 1 by tomorrow.\n',
    );
    expect(await dueNow()).toBe(1);
    machine.set('2026-03-01T18:00:00.000+01:00');
    const next = await machine.run('--seed 1 --new 0', typed('4', '', 'q'));
    expect(next.out).toMatch(/^1 to review\.\n\n1\/1 {2}Every kind {2}a-choice\nOnce more:\n/);
    expect(next.out).not.toMatch(/not asked again|k I know this/);
    expect(await dueNow()).toBe(0);
  });

  it('comes tomorrow if there is no other session today', async () => {
    const { machine } = await sit('', 'q');
    machine.set('2026-03-02T10:00:00.000+01:00');
    expect((await machine.run('--seed 1 --new 0', typed('q'))).out).toContain(
      '1 to review.\n\n1/1  Every kind  a-choice\nWhich',
    );
  });

  it('is promised again as long as there is room in the session, and else is due tomorrow', async () => {
    const { machine, dueNow } = await sit('', 'q');
    const alone = await machine.run('--seed 1 --new 0', typed('1', '', 'q'));
    expect(alone.out).toContain('Next: tomorrow (2026-03-02).');
    expect(await dueNow()).toBe(0);
  });

  it('comes also if only its repetition was skipped', async () => {
    const { out, dueNow } = await sit('', ':s', ':s', ':s', 's');
    expect(out).toContain('Still due: 1 now, 1 by tomorrow.');
    expect(await dueNow()).toBe(1);
  });

  it('is settled once it was asked, whatever the answer', async () => {
    const { machine, dueNow } = await sit('', ':s', ':s', ':s', '1', '', 'q');
    expect(machine.events()).toHaveLength(2);
    expect(await dueNow()).toBe(0);
  });

  it('is owed no more if it was right after all, and owed if the right answer was wrong', async () => {
    expect(await (await sit('r', 'q')).dueNow()).toBe(0);
    const machine = fakeMachine();
    const { out } = await machine.run(quiz, typed('4', 'r', 'q'));
    expect(out).toContain('Counted as wrong. You will see it again this session.');
    expect(out).toContain('Still due: 1 now, 1 by tomorrow.');
    await machine.run('undo');
    expect((await machine.run('stats')).out).not.toContain('Due now: 1');
  });

  it('is none after an undo, a suspension, or if it was never promised', async () => {
    expect(await (await sit('u', 'q')).dueNow()).toBe(0);
    expect(await (await sit('x', 'q')).dueNow()).toBe(0);
    const machine = fakeMachine();
    const { out } = await machine.run('--seed 1 --deck kinds --new 2', typed('1', '', 'q'));
    expect(out).toContain('Next: tomorrow (2026-03-02).');
    expect(out).toContain('Due tomorrow: 1.');
    expect(out).not.toContain('not asked again');
  });

  it('is told in Chinese', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run(`${quiz} --lang zh`, typed('1', '', 'q'));
    expect(out).toContain(
      '答错的题还有 1 道没有再问，下次练习时会问，今天再练也可以。\n还有 1 道待复习，到明天共 1 道。\n',
    );
  });
});

it('what a practice leaves is due tomorrow at the latest', async () => {
  const machine = fakeMachine();
  await machine.run('--seed 1 --deck kinds --new 3', typed('4', '', ':k', ':k', 'q'));
  await machine.run('--seed 1 --deck facts --new 2', typed('1', '', '1', '', 'q'));
  machine.set('2026-03-02T04:30:00.000+01:00');
  const { out } = await machine.run('practice --seed 1', typed('0', '', 'q'));
  expect(out).toContain('Missed and not asked again: 1 question, due tomorrow at the latest.\n');
  const zh = await machine.run('practice --seed 1 --lang zh', typed('0', '', 'q'));
  expect(zh.out).toContain('答错的题还有 1 道没有再问，最迟明天复习。\n');
});
