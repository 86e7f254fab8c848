#!/usr/bin/env bash
# @lydell/node-pty 1.1.0 (the prebuilt node-pty) on Node 20 and later, Linux.
#
# Guess: what a program wrote to its pseudo-terminal before it ended arrives whole, however late the reader looks: the kernel
# keeps it, and `onExit` comes after the stream has closed.
# Behaviour: if the program has ended by the time the reader gets its turn, the stream gives one read of 4,095 bytes, ends, and
# drops the rest; the exit code is 0 and there is no error. A reader that is not held up gets everything. So a test or a recorder
# of terminals loses the last lines of a program now and then, on a busy machine only.
# Way out: keep the terminal's own side open (openSync(pty.ptsName)) until the program has ended and the stream is quiet.
#
# Output seen:
#   read at once: 5003 of 5003 bytes, exit 0
#   read 400 ms later: 4095 of 5003 bytes, exit 0
#   read 400 ms later, terminal held open: 5003 of 5003 bytes, exit 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @lydell/node-pty@1.1.0
cat > read.cjs <<'JS'
const { closeSync, constants, openSync } = require('node:fs');
const { spawn } = require('@lydell/node-pty');
const write = "require('fs').writeSync(1, 'x'.repeat(5000) + 'end')";

/** Runs a program that writes 5,003 bytes and ends, and reads them after so many milliseconds. */
const read = (late, isHeld) =>
  new Promise((resolve) => {
    const pty = spawn(process.execPath, ['-e', write], { cols: 80, rows: 24 });
    const held = isHeld ? openSync(pty.ptsName, constants.O_RDWR | constants.O_NOCTTY) : undefined;
    let bytes = 0;
    pty.onData((data) => {
      bytes += data.length;
    });
    pty.onExit(({ exitCode }) => resolve({ bytes, exitCode }));
    if (held !== undefined) setTimeout(() => closeSync(held), late + 300);
    setTimeout(() => {
      for (const until = Date.now() + late; Date.now() < until; );
    }, 5);
  });

(async () => {
  const rows = [
    ['read at once', await read(0, false), 5003],
    ['read 400 ms later', await read(400, false), 4095],
    ['read 400 ms later, terminal held open', await read(400, true), 5003],
  ];
  for (const [name, { bytes, exitCode }, expected] of rows) {
    console.log(`${name}: ${bytes} of 5003 bytes, exit ${exitCode}`);
    if (bytes !== expected || exitCode !== 0) process.exitCode = 1;
  }
})();
JS
node read.cjs
