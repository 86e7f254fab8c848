import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

const deck = `title: Masks
items:
  - id: why-masked
    kind: recall
    level: 1
    tags: [masks]
    stem: Why can a decoder train on all tokens at once?
    key:
      en: The causal mask hides later tokens, so one pass predicts all.
      zh: 因果掩码遮住后文，所以一次就能预测全部。
    points:
      - { text: { en: later tokens are hidden, zh: 后文被遮住 }, words: [mask, 掩码] }
      - { text: { en: one pass, zh: 只算一次 }, words: [one pass, 一次] }
    rationale: The true text is known.
    sources: [{ title: A book, url: https://example.org }]
`;

function withDeck() {
  const machine = fakeMachine();
  const bank = join(dirname(machine.data), 'bank');
  mkdirSync(bank);
  writeFileSync(join(bank, 'masks.yaml'), deck);
  return { machine, bank };
}

it('an answer that is typed first stands beside the correct one, with its points, and is kept', async () => {
  const { machine, bank } = withDeck();
  const { code, out, err } = await machine.run(
    `--bank ${bank} --seed 1`,
    typed('because of the mask', '2', 'q'),
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    [
      'You wrote: because of the mask',
      'Answer: The causal mask hides later tokens, so one pass predicts all.',
      '+ later tokens are hidden',
      '- one pass',
      'Found in your words (+), or not (-). Only words are compared, so you decide.',
    ].join('\n'),
  );
  expect(machine.events().map((event) => 'answer' in event && event.answer)).toEqual([
    { type: 'self-judged', verdict: 'partial', text: 'because of the mask' },
  ]);
  expect((await machine.run(`show why-masked --bank ${bank}`)).code).toBe(0);
});

it('is read in the other script too', async () => {
  const { machine, bank } = withDeck();
  const { out } = await machine.run(
    `--bank ${bank} --seed 1 --lang zh`,
    typed('因為因果掩碼，一次就好', '1', 'q'),
  );
  expect(out).toContain('+ 后文被遮住\n+ 只算一次');
});

it('only thought of, it is revealed as before; a key or a number is no answer in words', async () => {
  const { machine, bank } = withDeck();
  const { out } = await machine.run(`--bank ${bank} --seed 1`, typed('1', '?', '', '3', 'q'));
  expect(out).toContain('Think of the answer, or type it, then press Enter.');
  expect(out).not.toContain('You wrote');
  expect(machine.events().map((event) => 'answer' in event && event.answer)).toEqual([
    { type: 'self-judged', verdict: 'wrong' },
  ]);
});
