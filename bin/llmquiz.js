#!/usr/bin/env node
try {
  require('../dist/main.js');
} catch (error) {
  // A clone that was not built, or a package made of one: the program itself reports all other errors.
  if (error.code !== 'MODULE_NOT_FOUND' || error.requireStack?.[0] !== __filename) throw error;
  process.stderr.write(
    'llmquiz: The program is missing from this folder, because it was not built. In a clone, type `npm ci && npm run build`; otherwise install llmquiz again.\n',
  );
  process.exitCode = 1;
}
