import { languageOf } from '#shell/system/language.ts';
import type { BankAbout } from '../core/bank/compile.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { openBank } from '../shell/bank/open-bank.ts';
import { printerFor, printJson } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import type { ExitCode, World } from '../shell/system/world.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { stemOf } from './shared/stem.ts';

interface ListOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `llmquiz list`: the questions of the bank. */
export const addList: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('list')
      .description('list all questions by deck')
      .option('--json', 'print JSON, with counts and coverage of the notes'),
  ).action(async (options: ListOptions) => finish(await runList(world, options)));
};

/** Prints the questions of the bank. */
async function runList(world: World, options: ListOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const bank = await openBank(world, { ...options, lang }, pathsOf(world, options.dataDir));
  if (options.json === true) printJson(world, listing(bank));
  else (await printerFor(world)).print(readable(bank, lang));
  return 0;
}

function readable(bank: BankStore, lang: Lang): readonly string[] {
  const lines: string[] = [...headLines(bank.index.about, lang)];
  let deck = '';
  for (const [i, { item }] of [...bank.entries()].entries()) {
    const head = bank.index.heads[i];
    if (head !== undefined && head.deck !== deck) {
      deck = head.deck;
      const found = bank.index.decks.find((d) => d.name === deck);
      lines.push(
        ...(lines.length === 0 ? [] : ['']),
        `${deck}: ${pickLanguage(found?.title ?? deck, lang)} (${found?.items ?? 0})`,
        ...(found?.intro === undefined ? [] : [...pickLanguage(found.intro, lang).split('\n'), '']),
      );
    }
    lines.push(`  ${item.id}  [${item.kind}, ${item.level}]`, `    ${stemOf(item, lang).split('\n')[0]}`);
  }
  return lines;
}

/** The name of the bank and its licence. */
function headLines({ title, licence }: BankAbout, lang: Lang): readonly string[] {
  const named = title === undefined ? [] : [pickLanguage(title, lang)];
  const t = inLanguage(lang);
  return [...named, ...(licence === undefined ? [] : [t(`Licence: ${licence}`, `许可：${licence}`)])];
}

function listing(bank: BankStore) {
  const questions = [...bank.entries()].map(({ item }, i) => ({
    id: item.id,
    deck: bank.index.heads[i]?.deck ?? '',
    kind: item.kind,
    level: item.level,
    tags: item.tags,
    revision: item.revision,
    stem: item.stem,
    notes: item.notes,
    ...(item.asOf === undefined ? {} : { asOf: item.asOf }),
  }));
  const statements = bank.statements().map(({ id, verdict }) => ({
    id,
    verdict,
    items: questions.filter((q) => q.notes.includes(id)).map((q) => q.id),
  }));
  const askable = statements.filter((s) => s.verdict !== 'opinion' && s.verdict !== 'contents');
  return {
    version: 1,
    bank: bank.index.about,
    count: questions.length,
    languages: bank.index.languages,
    kinds: counts(questions.map((q) => q.kind)),
    levels: counts(questions.map((q) => String(q.level))),
    decks: bank.index.decks,
    notes: {
      askable: askable.length,
      covered: askable.filter((s) => s.items.length > 0).length,
      uncovered: askable.filter((s) => s.items.length === 0).map((s) => s.id),
      statements,
    },
    questions,
  };
}

function counts(values: readonly string[]): Readonly<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const value of [...values].sort()) result[value] = (result[value] ?? 0) + 1;
  return result;
}
