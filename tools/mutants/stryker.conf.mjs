/**
 * What is mutated, in groups; the tests that have to notice, none of which needs the built program; and the share of mutants, in %, that
 * they must kill. `inProcesses`: Stryker's threads let no test change its umask or its user.
 * @type {Readonly<Record<string, {
 *   readonly mutate: readonly string[],
 *   readonly tests: readonly string[],
 *   readonly least: number,
 *   readonly inProcesses?: boolean,
 * }>>}
 */
export const groups = {
  learner: {
    mutate: ['src/core/learner/*/*.ts'],
    tests: ['test/core/learner/**/*.test.ts'],
    least: 90,
  },
  typed: {
    mutate: ['src/core/question/typed/*.ts'],
    tests: ['test/core/question/typed/*.test.ts', 'test/core/question/kinds/typed.test.ts'],
    least: 85,
  },
  kinds: {
    mutate: ['src/core/question/kinds/*/*.ts'],
    tests: ['test/core/question/**/*.test.ts', 'test/kinds.test.ts'],
    least: 85,
  },
  log: {
    mutate: ['src/shell/log/*.ts'],
    tests: ['test/shell/log/*.test.ts'],
    least: 85,
    inProcesses: true,
  },
  files: {
    mutate: [
      'replace-file',
      'sealed-file',
      'rename-patiently',
      'remember-result',
      'regular-file',
      'keep-newest',
    ].map((name) => `src/shell/system/${name}.ts`),
    tests: ['test/shell/system/*.test.ts'],
    least: 85,
    inProcesses: true,
  },
};

const name = process.env.LLMQUIZ_MUTANTS ?? '';

export default {
  ...{ testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'], packageManager: 'npm' },
  // No such file: Stryker would rewrite the real one with a function that TypeScript 7 does not have.
  tsconfigFile: 'none.json',
  mutate: groups[name]?.mutate ?? [],
  vitest: { configFile: 'vitest.mutants.config.ts' },
  ...{ coverageAnalysis: 'perTest', concurrency: 1, timeoutMS: 10_000, allowEmpty: true },
  ...{ incremental: true, incrementalFile: `reports/mutants/${name}.incremental.json` },
  ...{ jsonReporter: { fileName: `reports/mutants/${name}.json` } },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
