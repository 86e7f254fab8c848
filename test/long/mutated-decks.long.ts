import { it } from 'vitest';
import { holdsOnMutatedDecks, holdsOnMutatedPasts } from '../arbitrary/held-on-mutated.ts';

it('2,500 mutated decks are survived, with located findings of known rules', () => holdsOnMutatedDecks(2500));

it('600 mutated pasts of a bank are survived, and what stayed the same is no finding', () =>
  holdsOnMutatedPasts(600));
