import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { globalSetup: _, ...test } = config.test ?? {};

/** `npm run test:quick`: the pure part but for what takes longest, the checker on whole banks of faults and noise. */
export default defineConfig({
  ...config,
  test: {
    ...test,
    include: ['test/core/**/*.test.ts', 'test/kinds.test.ts', 'test/rules.test.ts'],
    exclude: ['bad-input', 'faults', 'fuzz', 'fix/fix-bank'].map((name) => `test/core/check/${name}.test.ts`),
  },
});
