import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import { inLanguage, type Lang, pickLanguage } from '../core/base/text.ts';
import type { States } from '../core/learner/memory/state.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { recordAll } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askWhether } from '../shell/terminal/ask-first.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, reportUnreadable } from './shared/rooms.ts';
import { stemBy } from './shared/stem.ts';

/** `llmquiz resume [ID]`: resumes suspended questions, or lists them. */
export const addResume: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('resume')
      .description('resume suspended questions')
      .argument('[id...]', 'question ids (default: lists what is suspended)'),
  ).action(async (ids: readonly string[], options: CommonOptions) =>
    finish(await runResume(world, ids, options)),
  );
};

/** Appends an event for each question to resume. */
async function runResume(world: World, ids: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options, askWhether);
  const { print } = await printerFor(world);
  if (ids.length === 0) {
    reportUnreadable(history, world, lang);
    print(describeSuspended(bank, history.states, lang));
    return 0;
  }
  const aliases = aliasesOf(bank.index);
  const items = ids.map((id) => id.normalize()).map((id) => aliases.get(id) ?? id);
  const recorder = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  for (const item of items)
    if (history.states.get(item)?.suspended !== true)
      throw new UserError({
        en: `\`${item}\` is not suspended. List suspended questions with \`llmquiz resume\`.`,
        zh: `\`${item}\` 未暂停。已暂停的题可用 \`llmquiz resume\` 查看。`,
      });
  recordAll(
    recorder,
    history,
    items.map((item) => ({ type: 'resumed', item })),
    lang,
  );
  const texts = items.map((item) => pickLanguage({ en: `Resumed: ${item}`, zh: `已恢复：${item}` }, lang));
  print(texts);
  return 0;
}

/** What is suspended, with the stems to know it by. */
function describeSuspended(bank: BankStore, states: States, lang: Lang): readonly string[] {
  const t = inLanguage(lang);
  const ids = bank.index.heads.map(({ id }) => id).filter((id) => states.get(id)?.suspended === true);
  if (ids.length === 0) return [t('Nothing is suspended.', '没有已暂停的题。')];
  return [
    ...ids.flatMap((id) => [
      id,
      ...stemBy(id, bank, lang)
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
    t('Bring one back with `llmquiz resume ID`.', '可用 `llmquiz resume ID` 恢复。'),
  ];
}
