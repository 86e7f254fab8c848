import { it } from 'vitest';
import { holdsOnMutatedDecks, holdsOnMutatedPasts } from '../arbitrary/held-on-mutated.ts';
import { tries } from '../tries.ts';

it('survives whatever is done to a deck', () => holdsOnMutatedDecks(tries(1250)), 180_000);

it('survives whatever a bank was before', () => holdsOnMutatedPasts(tries(300)), 180_000);
