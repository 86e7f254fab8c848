import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import { pickLanguage } from '../core/base/text.ts';
import { recordAll } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, reportUnreadable } from './shared/rooms.ts';

/** `llmquiz resume ID`: resumes suspended questions. */
export const addResume: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('resume')
      .description('resume suspended questions')
      .argument('<id...>', 'question ids, as `llmquiz stats` prints them'),
  ).action(async (ids: readonly string[], options: CommonOptions) =>
    finish(await runResume(world, ids, options)),
  );
};

/** Appends an event for each question to resume. */
async function runResume(world: World, ids: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options, askWhether);
  const aliases = aliasesOf(bank.index);
  const items = ids.map((id) => id.normalize()).map((id) => aliases.get(id) ?? id);
  const recorder = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  for (const item of items)
    if (history.states.get(item)?.suspended !== true)
      throw new UserError({
        en: `\`${item}\` is not suspended. List suspended questions with \`llmquiz stats\`.`,
        zh: `\`${item}\` 未暂停。已暂停的题可用 \`llmquiz stats\` 查看。`,
      });
  recordAll(
    recorder,
    history,
    items.map((item) => ({ type: 'resumed', item })),
    lang,
  );
  const texts = items.map((item) => pickLanguage({ en: `Resumed: ${item}`, zh: `已恢复：${item}` }, lang));
  (await printerFor(world)).print(texts);
  return 0;
}
