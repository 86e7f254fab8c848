import { languageOf } from '#shell/system/language.ts';
import { tellingDeckNameOf } from '../core/bank/deck-name.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { openBank } from '../shell/bank/open-bank.ts';
import { type Line, makeSpan } from '../shell/page/line.ts';
import { printerFor } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { textBlocksOf } from '../shell/terminal/shared/long-text.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { pickDecks } from './shared/select-items.ts';

/** `llmquiz primer`: what a newcomer reads before the first question of a deck. */
export const addPrimer: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('primer')
      .description('read the primer of a deck before you start it')
      .argument('[deck...]', 'names of decks (default: lists those with a primer)'),
  ).action(async (names: readonly string[], options: CommonOptions) =>
    finish(await runPrimer(world, names, options)),
  );
};

/** Prints the primers of decks, or the list of decks that have one. */
async function runPrimer(world: World, names: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const bank = await openBank(world, { ...options, lang }, pathsOf(world, options.dataDir));
  const { print } = await printerFor(world);
  print(names.length === 0 ? listPrimers(bank, lang) : primersOf(bank, names, lang));
  return 0;
}

function listPrimers({ index: { decks } }: BankStore, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  const lines = decks.flatMap((deck) => {
    const { primer: minutes, title } = deck;
    const time = t(` (${minutes} min)`, `（约 ${minutes} 分钟）`);
    return minutes === undefined
      ? []
      : [[`  ${tellingDeckNameOf(deck, decks)}: ${pickLanguage(title, lang)}`, makeSpan('dim', time)]];
  });
  return lines.length === 0
    ? [t('This bank has no primers.', '这个题库没有导读。')]
    : [t('Read one with `llmquiz primer NAME`:', '用 `llmquiz primer NAME` 阅读：'), ...lines];
}

function primersOf(bank: BankStore, names: readonly string[], lang: Lang): readonly Line[] {
  const { decks } = bank.index;
  const wanted = pickDecks(names, decks, lang);
  const { primers } = bank.asides();
  return decks.flatMap((deck) => {
    if (!wanted.has(deck.name)) return [];
    const primer = primers[deck.name];
    if (primer === undefined) throw noPrimer(tellingDeckNameOf(deck, decks), lang);
    const text = { title: pickLanguage(deck.title, lang), text: pickLanguage(primer, lang) };
    return [...textBlocksOf(text).flat(), ''];
  });
}

const noPrimer = (name: string, lang: Lang) =>
  new UserError(
    inLanguage(lang)(
      `The deck \`${name}\` has no primer. List those that have one with \`llmquiz primer\`.`,
      `题组 \`${name}\` 没有导读。可用 \`llmquiz primer\` 查看哪些题组有。`,
    ),
  );
