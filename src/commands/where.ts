import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownBankPathOf } from '../shell/bank/open-bank.ts';
import { ownLogOf } from '../shell/log/device.ts';
import { doorTo } from '../shell/page/door.ts';
import { plainPaint } from '../shell/page/paint.ts';
import { printJson } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import type { Wire } from './shared/command.ts';
import { type BankOptions, makeBankOption, makeDataOption } from './shared/options.ts';

interface WhereOptions extends BankOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** `llmquiz where`: prints the paths in use. */
export const addWhere: Wire = ({ program, world, finish }) => {
  program
    .command('where')
    .description('print where answers, settings, cache and bank are')
    .option('--json', 'print JSON')
    .addOption(makeBankOption())
    .addOption(makeDataOption())
    .action(async (options: WhereOptions) => finish(await runWhere(world, options)));
};

/** Prints the paths, each in one line that can be copied. */
async function runWhere(world: World, options: WhereOptions): Promise<ExitCode> {
  const { events, cache, config } = pathsOf(world, options.dataDir);
  const log = ownLogOf(events, world.machine());
  const own = ownBankPathOf(world, options.bank);
  const bank = own === undefined ? world.shippedBank : resolve(world.cwd, own);
  const places = {
    answers: events,
    thisDevice: log,
    ...(config === undefined ? {} : { config }),
    cache,
    bank,
  };
  if (options.json === true) printJson(world, places);
  else
    doorTo(world.stdout, world).lines(
      Object.entries(places).map(
        ([name, path]) =>
          `${labels[name as keyof typeof places].padEnd(13)}${path}${existsSync(path) ? '' : '  (does not exist yet)'}`,
      ),
      // A path that is broken over lines cannot be copied.
      { paint: plainPaint, columns: () => 0 },
    );
  return 0;
}

const labels = {
  answers: 'answers',
  thisDevice: 'this device',
  config: 'settings',
  cache: 'cache',
  bank: 'bank',
} as const;
