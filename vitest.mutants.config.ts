import { defineConfig } from 'vitest/config';
import { groups } from './tools/mutants/stryker.conf.mjs';
import config from './vitest.config.ts';

const { globalSetup: _, ...test } = config.test ?? {};
const { tests = [], inProcesses = false } = groups[process.env.LLMQUIZ_MUTANTS ?? ''] ?? {};

/** The tests that `npm run mutants` runs for one group. */
export default defineConfig({
  ...config,
  plugins: [
    {
      name: 'processes-again',
      configureVitest({ project }) {
        // Stryker asks for threads.
        if (inProcesses) project.config.pool = 'forks';
      },
    },
  ],
  test: {
    ...test,
    include: [...tests],
    reporters: ['default'],
  },
});
