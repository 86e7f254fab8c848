import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import {
  estimateLevels,
  type PlacementAnswer,
  pickPlacement,
  placementLimit,
} from '#core/learner/plan/placement.ts';
import { readStudyBank } from '../../../bench/study/weeks.ts';

const bank = readStudyBank('questions');
const { heads } = bank.index;
const decks = bank.index.decks.map(({ name }) => name);

/** A learner whose chance to know a question falls from one to none around their ability in its deck. */
type Abilities = (deck: number) => number;

const novice: Abilities = () => 0.4;
const expert: Abilities = () => 5.5;
/** Strong in scaling, efficiency and context, weak in history and model families. */
const engineer: Abilities = (deck) => (deck >= 11 && deck <= 13 ? 4.6 : deck <= 1 ? 1 : deck === 5 ? 1.5 : 3);

const chance = (ability: number, level: number) => 1 / (1 + Math.exp(-1.7 * (ability - level)));

/** The level at which a deck really begins: the first that the learner does not know to three quarters. */
function startAt(ability: number): number {
  const known = [1, 2, 3, 4].findIndex((level) => chance(ability, level) < 0.75);
  return known < 0 ? 5 : known + 1;
}

/** Places a learner; their wrong answers are half guesses, half "I don't know". */
function placed(abilities: Abilities, seed: string) {
  const random = randomFrom(seed);
  const answers: PlacementAnswer[] = [];
  const asked = new Set<string>();
  for (;;) {
    const head = pickPlacement(heads, answers, asked, random);
    if (head === undefined) break;
    expect(asked).not.toContain(head.id);
    asked.add(head.id);
    const guess = bank.guess.get(head.id) ?? 0;
    const isKnown = random() < chance(abilities(decks.indexOf(head.deck)), head.level);
    const right = isKnown || (random() < 0.5 && random() < guess);
    answers.push({ deck: head.deck, level: head.level, guess, right });
  }
  return { answers, levels: estimateLevels(decks, answers) };
}

const seeds = Array.from({ length: 20 }, (_, i) => String(i));

describe('a placement', () => {
  it.each([
    ['a novice', novice, 8, 0.99],
    ['an engineer strong in serving and weak in history', engineer, 15, 0.8],
    ['an expert', expert, 12, 0.99],
  ] as const)(
    'of %s is right within one level for at least four of five decks',
    (_, abilities, questions, share) => {
      let [near, asked] = [0, 0];
      for (const seed of seeds) {
        const { answers, levels } = placed(abilities, seed);
        expect(answers.length).toBeLessThanOrEqual(placementLimit);
        asked += answers.length;
        for (const [i, deck] of decks.entries())
          if (Math.abs((levels.get(deck)?.start ?? 0) - startAt(abilities(i))) <= 1) near += 1;
      }
      expect(near / (seeds.length * decks.length)).toBeGreaterThanOrEqual(share);
      // It ends early when it is sure.
      expect(asked / seeds.length).toBeLessThanOrEqual(questions);
    },
  );

  it('spares an expert nine of ten questions below their level', () => {
    let [below, all] = [0, 0];
    for (const seed of seeds) {
      const { levels } = placed(expert, seed);
      for (const { deck, level } of heads) {
        if (level >= startAt(5.5)) continue;
        all += 1;
        if (level >= (levels.get(deck)?.start ?? 1)) below += 1;
      }
    }
    expect(below / all).toBeLessThanOrEqual(0.1);
  });

  it('knows nothing without an answer but that a learner is likely to begin low', () => {
    const [first] = estimateLevels(['a', 'b'], []).values();
    expect(first?.ability).toBeGreaterThan(2);
    expect(first?.start).toBe(2);
    expect(first?.sureness).toBeLessThan(0.9);
  });

  it('lets an answer in one deck tell of the others, less than of its own', () => {
    const right = { level: 3, guess: 0, right: true };
    const before = estimateLevels(['a', 'b'], []).get('a')?.ability ?? 0;
    const after = estimateLevels(['a', 'b'], [{ deck: 'a', ...right }]);
    const [a = 0, b = 0] = ['a', 'b'].map((deck) => after.get(deck)?.ability);
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(before);
    // What could be guessed tells less.
    const lucky = estimateLevels(['a', 'b'], [{ deck: 'a', ...right, guess: 0.5 }]).get('a')?.ability ?? 0;
    expect(lucky).toBeGreaterThan(before);
    expect(lucky).toBeLessThan(a);
  });

  it('asks first near the level that is believed, and nothing in an empty bank', () => {
    expect(pickPlacement(heads, [], new Set(), randomFrom('1'))?.level).toBe(2);
    expect(pickPlacement([], [], new Set(), randomFrom('1'))).toBeUndefined();
    const all = new Set(heads.map(({ id }) => id));
    expect(pickPlacement(heads, [], all, randomFrom('1'))).toBeUndefined();
  });
});
