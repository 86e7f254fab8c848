/** Imported before all else: on a Node older than package.json allows, the build would fail in a library, with a riddle. */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number);
const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number);

if (ourMajor < major || (ourMajor === major && ourMinor < minor)) {
  process.stderr.write(
    `llmquiz: Needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}. Install a newer Node from https://nodejs.org and try again.\n`,
  );
  process.exit(2);
}
