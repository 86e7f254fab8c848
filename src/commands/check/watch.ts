import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { type Watcher, watchPaths } from '#shell/bank/watch-paths.ts';
import { doorTo } from '#shell/page/door.ts';
import type { Format } from '#shell/report/formats/format.ts';
import { printChange } from '#shell/report/print-change.ts';
import { printReport } from '#shell/report/print-report.ts';
import { type ExitCode, isUserError, messagesOf, type World } from '#shell/system/world.ts';
import type { BankLook } from './watch-refusal.ts';

/** Checks a bank, and again whenever it changes, until a signal ends it; then only what changed is printed. */
export async function watchCheck(
  world: World,
  format: Format | undefined,
  look: (world: World) => Promise<BankLook>,
): Promise<ExitCode> {
  const since = Date.now();
  let { report, named } = await look(world);
  let watcher = watch(world, named, since);
  try {
    await printReport(world, report, { format });
    doorTo(world.stdout, world).page('Watching for changes. Ctrl-C ends.\n');
    for (let told = ''; ; ) {
      const happened = await watcher.next();
      if (happened.type === 'ended') return happened.code;
      const found = await unlessRefused(look, world, told);
      ({ told } = found);
      if (found.report === undefined) continue;
      report = await printChange(world, report, found.report, format);
      if (found.named.join('\0') === named.join('\0')) continue;
      named = found.named;
      watcher.close();
      watcher = watch(world, named, Date.now());
    }
  } finally {
    watcher.close();
  }
}

const watch = (world: World, named: readonly string[], since: number): Watcher =>
  watchPaths(
    world,
    named.map((path) => resolve(world.cwd, path)),
    since,
  );

/** A look; none if the bank cannot be read at the moment. What is told beside the findings is told once. */
async function unlessRefused(look: (world: World) => Promise<BankLook>, world: World, before: string) {
  let told = '';
  const stderr = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      told += String(chunk);
      done();
    },
  });
  const found = await look(Object.create(world, { stderr: { value: stderr } })).catch((error: unknown) => {
    if (!isUserError(error)) throw error;
    told += `${messagesOf(error, 'en').join('\n')}\nWaiting for it.\n`;
    return { report: undefined, named: [] };
  });
  if (told !== before) doorTo(world.stderr, world).page(told);
  return { ...found, told };
}
