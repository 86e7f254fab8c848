import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { languageOf } from '#shell/system/language.ts';
import type { BankAbout } from '../core/bank/compile.ts';
import { neutraliseLine } from '../core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import { openStore } from '../shell/bank/bank-store.ts';
import { ownBankPathOf } from '../shell/bank/open-bank.ts';
import { ownLogOf } from '../shell/log/device.ts';
import { doorTo } from '../shell/page/door.ts';
import { plainPaint } from '../shell/page/paint.ts';
import { printJson } from '../shell/page/print.ts';
import { widthOf } from '../shell/page/wrap.ts';
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
  const lang = languageOf(world) === 'zh' ? 'zh' : 'en';
  const t = inLanguage(lang);
  const about = await aboutBank(world, own, cache);
  if (options.json === true) printJson(world, { ...places, about });
  else
    doorTo(world.stdout, world).lines(
      [
        ...Object.entries(places).map(
          ([name, path]) =>
            labelled(pickLanguage(labels[name as keyof typeof places], lang), path) +
            (existsSync(path) ? '' : t('  (does not exist yet)', '  （尚不存在）')),
        ),
        ...describeAbout(about, lang),
      ],
      // A path that is broken over lines cannot be copied.
      { paint: plainPaint, columns: () => 0 },
    );
  return 0;
}

/** What the bank says of itself; of a bank of your own as far as it is compiled, so that a broken one has its paths. */
async function aboutBank(world: World, own: string | undefined, cache: string): Promise<BankAbout> {
  if (own === undefined) return openStore(world.shippedBank)?.index.about ?? {};
  const { findOwnBank, ownBankAt } = await import('../shell/bank/own-bank.ts');
  const { found } = findOwnBank(ownBankAt(own, { world, cache }));
  return found.type === 'good' ? found.store.index.about : {};
}

function describeAbout({ id, title, licence }: BankAbout, lang: Lang): readonly string[] {
  const name = title === undefined ? undefined : neutraliseLine(pickLanguage(title, lang));
  const known = [name, id === undefined ? undefined : `(${id})`].filter((word) => word !== undefined);
  const said = [known.join(' '), licence === undefined ? '' : neutraliseLine(licence)].filter(
    (word) => word !== '',
  );
  const label = pickLanguage({ en: 'bank name', zh: '题库名称' }, lang);
  return said.length === 0 ? [] : [labelled(label, said.join(lang === 'zh' ? '，' : ', '))];
}

const labels = {
  answers: { en: 'answers', zh: '回答' },
  thisDevice: { en: 'this device', zh: '本机' },
  config: { en: 'settings', zh: '设置' },
  cache: { en: 'cache', zh: '缓存' },
  bank: { en: 'bank', zh: '题库' },
} as const;

const labelled = (label: string, path: string) => label + ' '.repeat(13 - widthOf(label)) + path;
