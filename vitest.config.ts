import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version, homepage = '' } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  homepage?: string;
};

export default defineConfig({
  define: {
    LLMQUIZ_VERSION: JSON.stringify(version),
    LLMQUIZ_HOMEPAGE: JSON.stringify(homepage),
    LLMQUIZ_BUILD: JSON.stringify('tests'),
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: process.env.CI ? ['default', './tools/closing-line.mjs'] : ['default'],
    globalSetup: ['test/build.ts'],
    pool: 'forks',
    testTimeout: 20_000,
  },
});
