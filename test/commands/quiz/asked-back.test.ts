import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

const deck = `title: Skin
items:
  - id: outermost
    kind: text
    level: 1
    tags: [skin]
    stem: What is the skin made of, in one word, like an onion?
    key: { en: layers, zh: 表皮 }
    reject: [{ text: players, why: Those play. }]
    rationale: It has several.
    sources: [{ title: A book, url: https://example.org }]
`;

/** What is printed when the one question of a bank is answered, and the verdicts in the log. */
async function answered(lines: readonly string[], { args = '', question = deck } = {}) {
  const machine = fakeMachine();
  const bank = join(dirname(machine.data), 'bank');
  mkdirSync(bank);
  writeFileSync(join(bank, 'skin.yaml'), question);
  const { code, out, err } = await machine.run(`--bank ${bank} --seed 1 ${args}`, typed(...lines));
  expect([code, err]).toEqual([0, '']);
  return { out, verdicts: machine.events().flatMap((event) => ('verdict' in event ? [event.verdict] : [])) };
}

const withoutReject = deck.replace(/ {4}reject.*\n/, '');

describe('a word of the language that is nearly the answer', () => {
  const asks = '“lawyers” is another word. If you mean it, give it again.';

  it('is asked back, and another answer is then judged', async () => {
    const { out, verdicts } = await answered(['lawyers', 'layers', '', 'q'], { question: withoutReject });
    expect(out).toContain(asks);
    expect(verdicts).toEqual(['correct']);
  });

  it('is wrong if it is given again', async () => {
    const { out, verdicts } = await answered(['lawyers', 'lawyers', ':q'], { question: withoutReject });
    expect(out).toContain(asks);
    expect(verdicts).toEqual(['wrong']);
  });

  it('is asked back in Chinese, in an exam and in practice too', async () => {
    const { out } = await answered(['lawyers', ':q'], { args: '--lang zh', question: withoutReject });
    expect(out).toContain('“lawyers”是另一个词。确实要这样作答，就再答一次。');
    const machine = fakeMachine();
    const bank = join(dirname(machine.data), 'bank');
    mkdirSync(bank);
    writeFileSync(join(bank, 'skin.yaml'), withoutReject);
    const exam = await machine.run(`exam --bank ${bank} --seed 1`, typed('lawyers', 'lawyers', 'q'));
    expect(exam.out).toContain(asks);
  });

  it('is wrong at once, with the reason, if the author rejects it', async () => {
    const { out, verdicts } = await answered(['players', ':q']);
    expect(out).not.toContain('another word');
    expect(out).toContain('Those play.');
    expect(verdicts).toEqual(['wrong']);
  });
});

it('a character of the same sound is asked back, and is wrong if it is given again', async () => {
  const question = withoutReject.replace('表皮', '光合作用');
  const first = await answered(['光和作用', '光合作用', '', 'q'], { question });
  expect(first.out).toContain(
    '“光和作用” may have a character of the same sound in place of another. If you mean it, give it again.',
  );
  expect(first.verdicts).toEqual(['correct']);
  expect((await answered(['光和作用', '光和作用', ':q'], { question })).verdicts).toEqual(['wrong']);
  expect((await answered(['光头作用', ':q'], { question })).verdicts).toEqual(['wrong']);
});

it('a typo is forgiven, and traditional characters need no forgiving', async () => {
  const { out, verdicts } = await answered(['layrrs', '', 'q']);
  expect(out).toContain('Treated as a typo');
  expect(verdicts).toEqual(['correct']);
  expect((await answered(['表皮', '', 'q'])).verdicts).toEqual(['correct']);
  const insulin = deck.replace('表皮', '记忆体');
  const { out: plain } = await answered(['記憶體', '', 'q'], { question: insulin });
  expect(plain).toContain('Right.');
  expect(plain).not.toContain('typo');
});
