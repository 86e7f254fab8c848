import { describe, expect, it } from 'vitest';
import { compileBank } from '#core/bank/compile.ts';
import { bankWith, fakeMachine, fixtureBank, typed } from '../../fake-world.ts';

const primer = { en: 'Text is cut.\n\nEach piece has a number.', zh: '文本会被切开。\n\n每一段都有编号。' };

/** A machine whose decks have primers. */
const primed = () =>
  fakeMachine({ ...fixtureBank(), decks: fixtureBank().decks.map((deck) => ({ ...deck, primer })) });
const typedOnly = () =>
  fakeMachine({
    ...bankWith((item) => (item.kind === 'text' ? item : undefined)),
    decks: bankWith((item) => (item.kind === 'text' ? item : undefined)).decks.map((d) => ({ ...d, primer })),
  });
const offers = (out: string) => out.match(/New deck: .*/g) ?? [];

describe('the primer of a deck', () => {
  it('is offered before its first answer, opened by p, and the question asked again', async () => {
    const { out } = await primed().run('--seed 1 --deck kinds --limit 1', typed('p', '', '1', 'q'));
    const asked = out.slice(out.indexOf('New deck'));
    expect(asked).toMatch(/^New deck: .*\. Press p to read its primer \(1 min\)\.\n1\/1 {2}/);
    expect(asked).toMatch(
      /\n\n[^\n]+\n\nText is cut\.\n\nEach piece has a number\.\nEnter go on, q quit: \n\n1\/1/,
    );
    expect(offers(out)).toHaveLength(1);
    expect(asked).toContain('p primer');
  });

  it('is offered behind a colon if the answer is typed, and a lone p asks which is meant', async () => {
    const machine = typedOnly();
    const { out } = await machine.run('--seed 1 --limit 1', typed('p', ':p', '', 'x', 'q'));
    expect(offers(out)).toEqual([expect.stringContaining('Type :p to read its primer (1 min).')]);
    expect(out).toContain('Press Enter again to answer "p". To read the primer, type :p.');
    expect(out).toContain('\nText is cut.\n');
    expect(machine.events()).toHaveLength(1);
  });

  it('is offered in Chinese', async () => {
    const { out } = await primed().run('--seed 1 --deck kinds --lang zh', typed('p', 'q'));
    expect(out).toMatch(/新题组：.*。按 p 可先看导读（约 1 分钟）。/);
    expect(out).toContain('\n文本会被切开。\n\n每一段都有编号。\n');
  });

  it('is offered once in a session, whatever becomes of the question', async () => {
    const { out } = await primed().run('--seed 1', typed('s', 's', 's', 's', 's', 's', 's', 's', 's', 'q'));
    expect(offers(out)).toHaveLength(1);
    const undone = await primed().run('--seed 1 --deck kinds', typed('1', 'u', 'q'));
    expect(offers(undone.out)).toHaveLength(1);
  });

  it('is offered in the next session too, until the deck has an answer', async () => {
    const machine = primed();
    await machine.run('--seed 1 --deck kinds', typed('p', '', 's', 'q'));
    expect(offers((await machine.run('--seed 1 --deck kinds', typed('1', 'q'))).out)).toHaveLength(1);
    expect(offers((await machine.run('--seed 1 --deck kinds', typed('q'))).out)).toEqual([]);
    expect(offers((await machine.run('--seed 1 --deck facts', typed('q'))).out)).toHaveLength(1);
  });

  it('is left by q, with nothing recorded', async () => {
    const machine = primed();
    const { out, code } = await machine.run('--seed 1 --deck kinds', typed('p', 'q'));
    expect([code, machine.events()]).toEqual([0, []]);
    expect(out).toMatch(/q quit: q\n$/);
  });

  it('is not offered in practice or in an exam', async () => {
    const machine = primed();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'q'));
    const practice = await machine.run('practice --seed 1', typed('q'));
    const exam = await machine.run('exam --seed 1 --limit 2', typed('p', 'q'));
    expect([offers(practice.out), offers(exam.out)]).toEqual([[], []]);
    expect(exam.out).toContain('This key does nothing here.');
  });

  it('has no key, and p is an answer, if there is none', async () => {
    const { out } = await fakeMachine().run('--seed 1 --deck kinds --limit 1', typed('p', 'q'));
    expect(out).not.toContain('primer');
    const plain = fakeMachine(bankWith((item) => (item.kind === 'text' ? item : undefined)));
    await plain.run('--seed 1 --limit 1', typed('p', 'q'));
    expect(plain.events()).toHaveLength(1);
  });
});

describe('llmquiz primer', () => {
  it('prints the primers of decks by name', async () => {
    expect((await primed().run('primer kinds')).out).toMatch(
      /^\n[^\n]+\n\nText is cut\.\n\nEach piece has a number\.\n\n$/,
    );
    expect((await primed().run('primer kinds facts --lang zh')).out.match(/文本会被切开。/g)).toHaveLength(2);
  });

  it('lists the decks that have one', async () => {
    const { out } = await primed().run('primer');
    expect(out).toMatch(/^Read one with `llmquiz primer NAME`:\n {2}kinds: .* \(1 min\)\n {2}facts: /);
    expect((await fakeMachine().run('primer')).out).toBe('This bank has no primers.\n');
  });

  it('refuses a deck without one, and an unknown name', async () => {
    const none = await fakeMachine().run('primer kinds');
    expect([none.code, none.err]).toEqual([
      2,
      'llmquiz: The deck `kinds` has no primer. List those that have one with `llmquiz primer`.\n',
    ]);
    expect((await primed().run('primer kindz')).err).toContain('Did you mean `kinds`?');
  });
});

describe('a compiled bank', () => {
  it('keeps primers apart from what every start reads', () => {
    const decks = fixtureBank().decks.map((deck, i) => (i === 0 ? { ...deck, primer } : deck));
    const { index, asides } = compileBank({ ...fixtureBank(), decks }, Buffer.byteLength);
    expect(index.decks.map((deck) => deck.primer)).toEqual([1, undefined]);
    expect(JSON.stringify(index)).not.toContain('Text is cut');
    expect(asides.primers).toEqual({ [decks[0]?.name ?? '']: primer });
  });
});
