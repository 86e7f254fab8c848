import type { ItemHead } from '../../bank/head.ts';
import { type Random, shuffle } from '../../base/random.ts';

/** One answered question of a placement. */
export interface PlacementAnswer {
  readonly deck: string;
  readonly level: number;
  /** The chance, 0-1, of a right answer by guessing; 0 if the learner said that they do not know. */
  readonly guess: number;
  readonly right: boolean;
}

/** What a placement says of one deck. */
export interface DeckEstimate {
  /** The level at which questions are half known, on the scale of levels. */
  readonly ability: number;
  /** The level to begin at: questions below it are likely known. 1 to 5. */
  readonly start: number;
  /** The chance, 0-1, that this level is right, or next to the right one. */
  readonly sureness: number;
}

/** The most questions of a placement. */
export const placementLimit = 15;

/** The levels of questions. */
const [lowestLevel, highestLevel] = [1, 5] as const;

/** The sureness from which a deck is asked nothing more. */
const sureEnough = 0.92;

/** The chance that a question is known from which one counts as known. */
const knownChance = 0.7;

/**
 * The prior of abilities, in levels: of all decks together, and of a deck around that. Our own numbers; wide, so that a novice
 * (below 1) and an expert (above 5) are both within one standard deviation and a half.
 */
const prior = { mean: 2.2, spread: 1.9, deckSpread: 1.2 } as const;

/** How steeply the chance to know a question falls with its level; in a Rasch model on the scale of levels. */
const slope = 1.7;

/** Abilities in steps of a quarter of a level. */
const grid = Array.from({ length: 37 }, (_, i) => -1.5 + i / 4);

/** The chance that a question of a level is known at an ability (Rasch 1960). */
const knownAt = (ability: number, level: number) => 1 / (1 + Math.exp(-slope * (ability - level)));

const density = (x: number, mean: number, spread: number) =>
  Math.exp(-((x - mean) ** 2) / (2 * spread * spread));

/** The likelihood of answers at an ability; a right one may be a guess (Birnbaum 1968). */
function likelihoodAt(ability: number, answers: readonly PlacementAnswer[]): number {
  return answers.reduce((product, { level, guess, right }) => {
    const known = knownAt(ability, level);
    const isRight = known + (1 - known) * guess;
    return product * (right ? isRight : 1 - isRight);
  }, 1);
}

/**
 * Estimates the learner's ability in each deck: the abilities of the decks lie around one of the learner's, which every answer
 * tells something of. Worked out on a grid, without approximation but for its steps.
 */
export function estimateLevels(
  decks: readonly string[],
  answers: readonly PlacementAnswer[],
): ReadonlyMap<string, DeckEstimate> {
  const likelihoods = decks.map((deck) => {
    const own = answers.filter((answer) => answer.deck === deck);
    return grid.map((ability) => likelihoodAt(ability, own));
  });
  const around = grid.map((mean) =>
    normalised(grid.map((ability) => density(ability, mean, prior.deckSpread))),
  );
  const evidence = likelihoods.map((likely) => around.map((weights) => dot(weights, likely)));
  const overall = normalised(
    grid.map((mean, m) =>
      evidence.reduce((product, of) => product * (of[m] ?? 0), density(mean, prior.mean, prior.spread)),
    ),
  );
  return new Map(
    decks.map((deck, d) => {
      const likely = likelihoods[d] ?? [];
      // For each overall ability, that of the deck given its own answers.
      const ability = normalised(
        grid.map((_, a) =>
          around.reduce((sum, weights, m) => {
            const total = evidence[d]?.[m] ?? 0;
            return total === 0
              ? sum
              : sum + ((overall[m] ?? 0) * (weights[a] ?? 0) * (likely[a] ?? 0)) / total;
          }, 0),
        ),
      );
      return [deck, estimateOf(ability)];
    }),
  );
}

function estimateOf(weights: readonly number[]): DeckEstimate {
  const ability = dot(weights, grid);
  const start = startFor((level) =>
    dot(
      weights,
      grid.map((x) => knownAt(x, level)),
    ),
  );
  const sureness = dot(
    weights,
    grid.map((x) => (Math.abs(startFor((level) => knownAt(x, level)) - start) <= 1 ? 1 : 0)),
  );
  return { ability, start, sureness };
}

/** The first level whose questions do not count as known. */
function startFor(chanceAt: (level: number) => number): number {
  let start: number = lowestLevel;
  while (start < highestLevel && chanceAt(start) >= knownChance) start += 1;
  return start;
}

/**
 * Chooses the next question of a placement: of the deck that is the least sure, of the level nearest to what is believed of the
 * learner there. Undefined if it is over: every deck is sure, or enough was asked.
 */
export function pickPlacement(
  heads: readonly ItemHead[],
  answers: readonly PlacementAnswer[],
  asked: ReadonlySet<string>,
  random: Random,
): ItemHead | undefined {
  if (answers.length >= placementLimit) return undefined;
  const free = heads.filter(({ id }) => !asked.has(id));
  const estimates = estimateLevels([...new Set(heads.map(({ deck }) => deck))], answers);
  const unsure = [...new Set(free.map(({ deck }) => deck))]
    .map((deck) => ({ deck, sureness: estimates.get(deck)?.sureness ?? 1 }))
    .filter(({ sureness }) => sureness < sureEnough);
  const least = Math.min(...unsure.map(({ sureness }) => sureness));
  const [chosen] = shuffle(
    unsure.filter(({ sureness }) => sureness < least + 1e-6),
    random,
  );
  if (chosen === undefined) return undefined;
  const ability = estimates.get(chosen.deck)?.ability ?? lowestLevel;
  const distance = ({ level }: ItemHead) => Math.abs(level - ability);
  const own = shuffle(
    free.filter(({ deck }) => deck === chosen.deck),
    random,
  );
  return own.reduce((best, head) => (distance(head) < distance(best) ? head : best), own[0] as ItemHead);
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

function normalised(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
