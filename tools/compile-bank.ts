import { mkdirSync } from 'node:fs';
import { compileBank } from '#core/bank/compile.ts';
import { summarise } from '#core/base/findings.ts';
import { checkBank, isForAsking } from '#core/check/check.ts';
import { findSpoilers } from '#core/check/spoilers.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { writeStore } from '#shell/bank/bank-store.ts';

const [from = 'questions', to = 'dist/bank'] = process.argv.slice(2);
const { files } = readBankFiles([from], process.cwd());
const { bank, diagnostics } = checkBank(files, { whole: true, wanted: isForAsking });
const errors = diagnostics.filter((d) => d.severity === 'error');
// Whoever may run the program may read its bank.
mkdirSync(to, { recursive: true });
writeStore(to, compileBank(bank, Buffer.byteLength, findSpoilers(bank)), 'shipped', { mode: 0o666 });
if (errors.length > 0) {
  process.stderr.write(`${summarise(errors)}The bank at ${from} is not good: ${errors.length} error(s).\n`);
  process.exitCode = 1;
}
