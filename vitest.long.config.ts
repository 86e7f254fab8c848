import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run long`: the long proofs, outside `npm test`. Each prints its figures, with the seed that repeats it. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/long/*.long.ts'],
    // Figures are to be read as they come.
    disableConsoleIntercept: true,
    // It ends what hangs, and judges no speed.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
