import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** The tests that `npm test` tries less often. */
const random = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => readFileSync(file, 'utf8').includes("tries.ts'"));

/** `npm run long`: the long proofs, outside `npm test`. Each prints its figures, with the seed that repeats it. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/long/*.long.ts', ...random],
    env: { LLMQUIZ_LONG: '1' },
    // Figures are to be read as they come.
    disableConsoleIntercept: true,
    // It ends what hangs, and judges no speed.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
