import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import { pickLanguage } from '../core/base/text.ts';
import { type Item, kindOf } from '../core/question/kinds/index.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { openBank } from '../shell/bank/open-bank.ts';
import { printerFor, printJsonLine } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { wordFor } from '../shell/terminal/shared/words.ts';
import { readTypedLines } from '../shell/terminal/typed-lines.ts';
import { explainMissing } from './shared/unknown-question.ts';
import type { TryOptions } from './try.ts';
import { describeUntyped, judgeTyped, toRecord, triedLinesOf } from './try-texts.ts';

/** Judges answers to a question, line by line, and prints what became of each and why. */
export async function runTry(world: World, id: string, options: TryOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const bank = await openBank(world, { ...options, lang }, pathsOf(world, options.dataDir));
  const item = await itemOf(id, bank, world);
  const kind = kindOf(item);
  const { print } = await printerFor(world);
  const prompt = kind.prompt(item, { lang, random: () => 0 });
  if (prompt.type !== 'type-in') {
    if (options.json === true) printJsonLine(world, { id: item.id, kind: item.kind, typed: false });
    else print([describeUntyped(item, kind.asks, lang)]);
    return 0;
  }
  let count = 0;
  const word = wordFor('answer', lang);
  const label = pickLanguage({ en: `${word}: `, zh: `${word}：` }, lang);
  const code = await readTypedLines(world, prompt, { lang, label }, async (typed) => {
    count += 1;
    const tried = await judgeTyped(item, typed, lang);
    if (options.json === true) printJsonLine(world, toRecord(tried, lang));
    else print(triedLinesOf(tried, lang));
  });
  if (count === 0 && code === 0 && world.stdin.isTTY !== true)
    throw new UserError({
      en: `No answers to judge. Write one a line: \`llmquiz try ${item.id} < answers.txt\`.`,
      zh: `没有要评判的回答。请每行写一个：\`llmquiz try ${item.id} < answers.txt\`。`,
    });
  return code;
}

async function itemOf(id: string, bank: BankStore, world: World): Promise<Item> {
  const entry = bank.entry(aliasesOf(bank.index).get(id) ?? id);
  if (entry !== undefined) return entry.item;
  throw await explainMissing(id, bank, world);
}
