/**
 * Loaded before a program that is measured: when it ends, or is told by SIGUSR2 to end, it says on its fourth stream what it
 * used. Asked of the process itself, since a parent learns of a child's processor time only from a shell.
 */
const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: peak() ?? maxRSS / 1024 }));
});
process.once('SIGUSR2', () => process.exit(0));

/** In MiB. What the system counts by itself begins on Linux with the size of the process that started this one. */
function peak() {
  try {
    const kib = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
