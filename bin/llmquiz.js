#!/usr/bin/env node
// Written for every Node there is: an old one has to get as far as the sentence that names it.
const needed = [20, 19];
const running = process.versions.node.split('.').map(Number);

if (running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1])) {
  const names = `Needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}`;
  process.stderr.write(`llmquiz: ${names}. Install a newer Node from https://nodejs.org and try again.\n`);
  process.exitCode = 2;
} else {
  start();
}

function start() {
  try {
    require('../dist/main.js');
  } catch (error) {
    // A clone that was not built, or a package made of one: the program itself reports all other errors.
    if (error.code !== 'MODULE_NOT_FOUND' || error.requireStack[0] !== __filename) throw error;
    const missing = 'The program is missing from this folder, because it was not built';
    const next = 'In a clone, type `npm ci && npm run build`; otherwise install llmquiz again';
    process.stderr.write(`llmquiz: ${missing}. ${next}.\n`);
    process.exitCode = 1;
  }
}
