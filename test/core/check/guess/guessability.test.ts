import { describe, expect, it } from 'vitest';
import { readBank } from '#core/bank/read-bank.ts';
import { type Random, randomFrom } from '#core/base/random.ts';
import { guessabilityOf, guessedItemsOf, sumUp } from '#core/check/guess/guessability.ts';
import { choiceOf, deckText, type Fields, foundBy } from '../rules/bank-text.ts';

const words =
  'attention token layer model weight gradient corpus prompt context window, decoder (encoder) embedding vector sample 17 loss may budget only scale not reward'.split(
    ' ',
  );

/** Items with four options of random words, of which `arrange` makes the key the first. */
function bankOf(
  count: number,
  seed: string,
  arrange: (options: readonly string[], random: Random) => readonly string[],
): readonly Fields[] {
  const random = randomFrom(seed);
  const some = (most: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * most) },
      () => words[Math.floor(random() * words.length)],
    ).join(' ');
  return Array.from({ length: count }, (_, i) =>
    choiceOf(
      `item-${i}`,
      `${some(9)} ${i}?`,
      arrange([`${some(6)} a`, `${some(6)} b`, `${some(6)} c`, `${some(6)} d`], random),
    ),
  );
}

const rearranged = (options: readonly string[], random: Random) =>
  options
    .map((o) => ({ o, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ o }) => o);
const longestFirst = (options: readonly string[]) => options.toSorted((a, b) => b.length - a.length);
const commaInKey = (options: readonly string[], random: Random) =>
  rearranged(options, random).map((o, i) => `${o.replaceAll(',', '')}${i === 0 ? ', yes' : ' yes'}`);

const guessability = (...decks: readonly string[]) =>
  guessabilityOf(readBank(decks.map((text, i) => ({ path: `decks/${i}.yaml`, text }))).located);

describe('guessability', () => {
  it('is chance if the options do not tell', () => {
    const [found] = guessability(deckText(bankOf(400, 'no cues', rearranged)));
    expect(found).toMatchObject({ lang: 'en', items: 400, chance: 0.25 });
    expect(found?.longest.rate).toBeCloseTo(0.25, 1);
    expect(found?.guesser.rate).toBeCloseTo(0.25, 1);
    expect(found?.guesser.lower).toBeLessThan(found?.guesser.rate ?? 0);
  });

  it.each([50, 100, 200])('warns of no bank of %d without cues', (count) => {
    const warned = Array.from({ length: 12 }, (_, i) =>
      foundBy('bank/guessability', [deckText(bankOf(count, `null ${count} ${i}`, rearranged))]),
    ).filter((found) => found.length > 0);
    expect(warned.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['is the longest', longestFirst],
    ['has a comma', commaInKey],
  ])('sees that the correct answer alone %s', (says, arrange) => {
    const deck = deckText(bankOf(50, says, arrange));
    expect(guessability(deck)[0]?.guesser.rate).toBeGreaterThan(0.8);
    const [finding, ...others] = foundBy('bank/guessability', [deck]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', path: 'decks/0.yaml' });
    expect(finding?.message).toContain(says);
    expect(finding?.related).toHaveLength(3);
  });

  it('shares the win if several options are the longest', () => {
    const items = ['one', 'two', 'six'].map((o, i) =>
      choiceOf(`item-${i}`, `Which ${i}?`, [o, 'ten', 'a b', 'no']),
    );
    expect(guessability(deckText(items))[0]?.longest.rate).toBeCloseTo(1 / 3, 12);
  });

  it('does not depend on the order of decks and distractors', () => {
    const items = bankOf(80, 'order', longestFirst);
    const turned = items
      .toReversed()
      .map((i) => ({ ...i, distractors: (i.distractors as unknown[]).toReversed() }));
    expect(guessability(deckText(turned))[0]?.guesser.rate).toBeCloseTo(
      guessability(deckText(items))[0]?.guesser.rate ?? 0,
      9,
    );
  });

  it('is measured in each language by itself', () => {
    const items = Array.from({ length: 40 }, (_, i) => {
      const zh = ['把词切成片段，再逐段编码', '把词合并', '把词删除', '把词打乱'];
      const en = ['cut', 'join', 'drop', 'mix'].map((_, j, all) => all[(i + j) % 4]);
      const options = zh.map((text, j) => ({ en: en[j], zh: text }));
      return choiceOf(
        `item-${i}`,
        { en: `What is done to word ${i}?`, zh: `第 ${i} 个词怎么处理？` },
        options,
      );
    });
    const deck = deckText(items, { en: 'Words', zh: '词' });
    expect(guessability(deck).map(({ lang, longest }) => [lang, longest.rate > 0.9])).toEqual([
      ['en', false],
      ['zh', true],
    ]);
    const found = foundBy('bank/guessability', [deck]);
    expect(found.map(({ message }) => message.includes('(zh; chance: 25%)'))).toEqual([true]);
  });

  it('is not judged of fewer than 30 questions', () => {
    expect(foundBy('bank/guessability', [deckText(bankOf(29, 'few', longestFirst))])).toEqual([]);
    expect(foundBy('bank/guessability', [deckText(bankOf(30, 'few', longestFirst))])).toHaveLength(1);
  });

  it('is reported for a deck that is worse than the bank', () => {
    const fair = deckText(bankOf(300, 'fair', rearranged).map((i) => ({ ...i, id: `fair-${i.id}` })));
    const found = foundBy('bank/guessability', [fair, deckText(bankOf(30, 'leaky', longestFirst))]);
    expect(found.map(({ path, severity }) => [path, severity])).toEqual([['decks/1.yaml', 'error']]);
  });

  it('learns from 2,000 questions at most, the same whatever the order of the decks', () => {
    const items = bankOf(2400, 'many', longestFirst);
    const [one] = guessability(deckText(items));
    const [other] = guessability(deckText(items.slice(1200)), deckText(items.slice(0, 1200)));
    expect(one?.items).toBe(2400);
    expect(other?.guesser.rate).toBeCloseTo(one?.guesser.rate ?? 0, 9);
  });

  it('says of how many it was learnt', () => {
    const [whole] = foundBy('bank/guessability', [deckText(bankOf(2100, 'commas', commaInKey))]);
    expect(whole?.message).toMatch(
      /right in \d+% of 2000 sampled questions \(of 2100\) with one correct option/,
    );
    const [all] = foundBy('bank/guessability', [deckText(bankOf(60, 'commas', commaInKey))]);
    expect(all?.message).toMatch(/right in \d+% of the 60 questions with one correct option/);
  });

  it('is not told of a deck by the few questions of it that are in the sample', () => {
    const [[, all] = []] = guessedItemsOf(
      readBank([{ path: 'a.yaml', text: deckText(bankOf(60, 'few', commaInKey)) }]).located,
    );
    const sampled = (few: number) =>
      sumUp(
        'en',
        (all ?? []).map(({ guess, ...item }, i) => (i < few && guess ? { ...item, guess } : item)),
      );
    expect(sampled(60).guesser.rate).toBeGreaterThan(0.9);
    expect(sampled(30).guesser.rate).toBeGreaterThan(0.9);
    expect(sampled(29).guesser).toEqual({ rate: 0, lower: 0 });
  });
});
