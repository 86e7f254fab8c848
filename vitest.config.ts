import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version, homepage = '' } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  homepage?: string;
};

/** What needs signals, users, mounts or a terminal of Unix. */
const ofUnix = process.platform === 'win32' ? ['test/pty/**', 'test/durability/**'] : [];
for (const tests of ofUnix) console.warn(`Skipped on Windows, since they need a Unix system: ${tests}`);

export default defineConfig({
  define: {
    LLMQUIZ_VERSION: JSON.stringify(version),
    LLMQUIZ_HOMEPAGE: JSON.stringify(homepage),
    LLMQUIZ_BUILD: JSON.stringify('tests'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ofUnix,
    reporters: ['default', './tools/closing-line.mjs'],
    globalSetup: ['test/build.ts'],
    pool: 'forks',
    // No test changes a module, so that those of one worker may share what they import.
    isolate: false,
    // Most of the slow ones wait for a terminal, so that two cores can do more than the one they would be given.
    maxWorkers: 3,
    // None takes a fourth of it where the machine is idle: it ends what hangs, and judges no speed.
    testTimeout: 60_000,
  },
});
