import { resolve } from 'node:path';
import { type Watcher, watchPaths } from '#shell/bank/watch-paths.ts';
import { doorTo } from '#shell/page/door.ts';
import { reportLines } from '#shell/page/print.ts';
import type { Format } from '#shell/report/formats/format.ts';
import { printChange } from '#shell/report/print-change.ts';
import { printReport } from '#shell/report/print-report.ts';
import { type ExitCode, isUserError, messagesOf, type World } from '#shell/system/world.ts';
import type { BankLook } from './watch-refusal.ts';

/** Checks a bank, and again whenever it changes, until a signal ends it; then only what changed is printed. */
export async function watchCheck(
  world: World,
  format: Format | undefined,
  look: () => Promise<BankLook>,
): Promise<ExitCode> {
  let { report, named } = await look();
  let watcher = watch(world, named);
  try {
    await printReport(world, report, { format });
    doorTo(world.stdout, world).page('Watching for changes. Ctrl-C ends.\n');
    for (let told = ''; ; ) {
      const happened = await watcher.next();
      if (happened.type === 'ended') return happened.code;
      const found = await unlessRefused(look);
      if ('problem' in found) {
        if (found.problem !== told) reportLines(world, [...found.problem.split('\n'), 'Waiting for it.']);
        told = found.problem;
        continue;
      }
      told = '';
      report = await printChange(world, report, found.report, format);
      if (found.named.join('\0') === named.join('\0')) continue;
      named = found.named;
      watcher.close();
      watcher = watch(world, named);
    }
  } finally {
    watcher.close();
  }
}

const watch = (world: World, named: readonly string[]): Watcher =>
  watchPaths(
    world,
    named.map((path) => resolve(world.cwd, path)),
  );

/** A look, or why the bank cannot be read at the moment. */
async function unlessRefused(
  look: () => Promise<BankLook>,
): Promise<BankLook | { readonly problem: string }> {
  try {
    return await look();
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { problem: messagesOf(error, 'en').join('\n') };
  }
}
