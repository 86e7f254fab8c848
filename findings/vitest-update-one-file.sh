#!/usr/bin/env bash
# vitest 4.1.12 on Node 20.20.2.
#
# Guess: `vitest run -u one.test.js` runs that file and rewrites its snapshots alone; -u is a switch, as it is in other test runners.
# Behaviour: -u takes the word behind it as its value. No file is left to choose by, so that every test runs and the snapshots of all
# files are rewritten, wrong ones included; the exit code is 0 and there is no warning.
# Way out: put it last, `vitest run one.test.js -u`.
#
# Output seen:
#   -u first: 2 files run, 2 rewritten
#   -u last: 1 files run, 1 rewritten
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund vitest@4.1.12

tests() {
  for name in one two; do
    cat > "$name.test.js" <<TEST
import { expect, test } from 'vitest';
test('$name', () => {
  expect('new').toMatchInlineSnapshot(\`"old"\`);
});
TEST
  done
}

count() {
  files=$(NO_COLOR=1 npx vitest run "$@" 2>&1 | grep -c '✓ .*\.test\.js') || true
  written=$(grep -l '"new"' ./*.test.js | wc -l)
}

tests
count -u one.test.js
echo "-u first: $files files run, $((written)) rewritten"
test "$files" = 2 && test "$written" -eq 2

tests
count one.test.js -u
echo "-u last: $files files run, $((written)) rewritten"
test "$files" = 1 && test "$written" -eq 1
