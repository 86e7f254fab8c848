import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import { openBank, ownBankPathOf } from '../shell/bank/open-bank.ts';
import { reportLines } from '../shell/page/print.ts';
import { pathsOf } from '../shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import { editorArgsFor, editorOf, runEditor } from './editor-call.ts';
import { findLastAnswered } from './last-answered.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms } from './shared/rooms.ts';
import { makeUnknownError } from './shared/unknown-question.ts';

/** `llmquiz edit [ID]`: opens the editor where a question of the learner's own bank is written; the one answered last by default. */
export const addEdit: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('edit')
      .description('open your editor at a question of your bank')
      .argument('[id]', 'a question id (default: the last one answered)'),
  ).action(async (told: string | undefined, options: CommonOptions) => {
    const id = told?.normalize() ?? (await lastAnswered(world, options));
    finish(await runEdit(world, id, options));
  });
};

async function lastAnswered(world: World, options: CommonOptions): Promise<string> {
  const { bank, history } = await openRooms(world, options, askWhether);
  return findLastAnswered(history.events(), bank, 'edit', languageOf(world, options.lang));
}

/** Opens the editor and waits until it is closed. */
async function runEdit(world: World, id: string, options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const bank = ownBankPathOf(world, options.bank);
  if (bank === undefined) throw await shippedError(world, id, options, lang);
  const { findItems } = await import('../shell/bank/find-item.ts');
  const places = findItems(bank, world);
  const place = places.get(id);
  if (place === undefined) throw makeUnknownError(id, [...places.keys()]);
  const t = inLanguage(lang);
  const { path, line } = place;
  const editor = editorOf(world);
  if (editor === undefined)
    throw new UserError(
      t(
        `No editor is set. Set VISUAL or EDITOR. The question is at ${path}:${line}.`,
        `未设置编辑器。请设置 VISUAL 或 EDITOR。题目位于 ${path}:${line}。`,
      ),
      1,
    );
  const failed = runEditor(editor, editorArgsFor(editor, path, line), world);
  if (failed === undefined) return 0;
  reportLines(world, [
    t(
      `The editor \`${editor}\` failed (${failed}). The question is at ${path}:${line}.`,
      `编辑器 \`${editor}\` 出错（${failed}）。题目位于 ${path}:${line}。`,
    ),
  ]);
  return 1;
}

/** Says where a question of the shipped bank is, and how to report it instead. */
async function shippedError(
  world: World,
  told: string,
  options: CommonOptions,
  lang: Lang,
): Promise<UserError> {
  const { index } = await openBank(world, { ...options, lang }, pathsOf(world, options.dataDir));
  const id = aliasesOf(index).get(told) ?? told;
  const head = index.heads.find((one) => one.id === id);
  if (head === undefined)
    return makeUnknownError(
      told,
      index.heads.map((one) => one.id),
    );
  const file = `questions/decks/${head.deck}.yaml`;
  return new UserError(
    inLanguage(lang)(
      `\`${id}\` is in the bank that ships with llmquiz (${file} of its repository), which an update replaces. To report it, press f after answering it, then run \`llmquiz flags --output flags.md\`. To edit your own bank, add --bank PATH.`,
      `\`${id}\` 在 llmquiz 自带的题库中（代码仓库的 ${file}），更新时会被替换。要报告问题，请在作答后按 f，再运行 \`llmquiz flags --output flags.md\`。要编辑自己的题库，请加 --bank PATH。`,
    ),
    1,
  );
}
