import { it } from 'vitest';
import { holdsOnMutatedDecks, holdsOnMutatedPasts } from '../../arbitrary/held-on-mutated.ts';

// `npm run long` does ten times as many.
it('survives whatever is done to a deck', () => holdsOnMutatedDecks(250), 180_000);

it('survives whatever a bank was before', () => holdsOnMutatedPasts(60), 180_000);
