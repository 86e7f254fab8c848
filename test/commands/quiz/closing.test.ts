import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf, review, stamped } from '../../events.ts';
import { fakeMachine, fixtureBank, typed } from '../../fake-world.ts';

/** The fixtures' first deck ten times over; every question of the first two copies is on `weak`. */
function bigBank() {
  const bank = fixtureBank();
  const decks = bank.decks.slice(0, 1).map((deck) => ({
    ...deck,
    items: Array.from({ length: 10 }, (_, copy) =>
      deck.items.map((item) => ({ ...item, id: `${item.id}-${copy}`, tags: [copy < 2 ? 'weak' : 'fine'] })),
    ).flat(),
  }));
  return { ...bank, decks };
}

/** A learner who has begun three copies, one a day, and reviewed them two days later; what is weak was mostly wrong then. */
function withWeeks() {
  const bank = bigBank();
  const machine = fakeMachine(bank);
  const ids = bank.decks.flatMap((deck) => deck.items.slice(0, 54).map(({ id }) => id));
  let seq = 0;
  const answer = (id: string, day: number, isRight: boolean) => {
    seq += 1;
    const told = isRight ? {} : ({ verdict: 'wrong', rating: 'again' } as const);
    return stamped(review(id, told), seq, `2026-03-${String(day).padStart(2, '0')}T10:00:00+01:00`, 'old');
  };
  const first = ids.map((id, i) => answer(id, 1 + Math.floor(i / 9), true));
  const second = ids.map((id, i) => answer(id, 9, i >= 18 || i % 4 === 0));
  // Asked again in the same session: that tells nothing.
  const again = ids.slice(0, 18).map((id) => answer(id, 9, true));
  mkdirSync(dirname(machine.log), { recursive: true });
  writeFileSync(machine.log.replace(/[^/\\]*$/, 'old.jsonl'), linesOf([...first, ...second, ...again]));
  machine.set('2026-03-10T10:00:00.000+01:00');
  return machine;
}

const closingOf = (out: string) => out.slice(out.lastIndexOf('\n\n') + 2);

describe('the closing', () => {
  it('names the topic that is weak over weeks, how far the learner is, and where the pace leads', async () => {
    const machine = withWeeks();
    const { out } = await machine.run('--seed 1 --new 1 --limit 1', typed(':0', 'q'));
    expect(closingOf(out)).toMatchInlineSnapshot(`
      "1 answer, 0 right (0%), in 0 s.
      Still due: 13 now, 14 by tomorrow.
      Started: 55 of 90 questions. At your pace (6 new a day) you will have met all by 2026-03-17.
      Weakest topic of the last four weeks: weak (5 of 18 reviews right; 76% overall). Practise it with \`llmquiz practice --tag weak\`.
      "
    `);
  });

  it('in Chinese', async () => {
    const machine = withWeeks();
    const { out } = await machine.run('--seed 1 --new 1 --limit 1 --lang zh', typed(':0', 'q'));
    expect(closingOf(out)).toMatchInlineSnapshot(`
      "回答 1 次，答对 0 次（0%），用时 0 秒。
      还有 13 道待复习，到明天共 14 道。
      已学：90 道题中的 55 道。按目前的速度（每天 6 道新题），到 2026-03-17 可全部学过一遍。
      近四周最薄弱的主题：weak（复习 18 次，答对 5 次；总体 76%）。可用 \`llmquiz practice --tag weak\` 加练。
      "
    `);
  });

  it('says nothing of progress after reviews alone, and of a pace after one day', async () => {
    const machine = withWeeks();
    const reviews = await machine.run('--seed 1 --new 0 --limit 1', typed(':0', 'q'));
    expect(closingOf(reviews.out)).toMatch(/^1 answer, [^\n]*\n(Still d|D)ue[^\n]*\nWeakest topic[^\n]*\n$/);
    const fresh = fakeMachine(bigBank());
    const { out } = await fresh.run('--seed 1 --new 12', `${typed(':0', '').repeat(12)}:q\n`);
    expect(closingOf(out)).toMatch(/\nStarted: 12 of 90 questions\.\n$/);
  });

  it('names one after practice too, but no progress', async () => {
    const { out } = await withWeeks().run('practice --seed 1 --limit 1', typed(':0', 'q'));
    expect(closingOf(out)).toContain('Weakest topic of the last four weeks: weak (');
    expect(closingOf(out)).not.toContain('Started');
  });
});
