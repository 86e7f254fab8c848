import { aliasesOf } from '../core/bank/aliases.ts';
import { pick } from '../core/base/text.ts';
import { deviceIn } from '../shell/log/device.ts';
import { openLog } from '../shell/log/event-log.ts';
import { refuseNewer } from '../shell/log/history.ts';
import { printerFor } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, languageOf, withCommonOptions } from './shared/options.ts';
import { openRooms, tellUnreadable } from './shared/rooms.ts';

/** `llmquiz resume ID`: asks a suspended question again. */
export const resume: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('resume')
      .description('ask questions again that you had stopped with x')
      .argument('<id...>', 'ids, as `llmquiz stats` shows them'),
  ).action(async (ids: readonly string[], options: CommonOptions) =>
    finish(await runResume(world, ids, options)),
  );
};

/** Appends an event for each question that is to be asked again. */
async function runResume(world: World, ids: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const { bank, history, paths } = await openRooms(world, options);
  const aliases = aliasesOf(bank.index);
  const items = ids.map((id) => id.normalize()).map((id) => aliases.get(id) ?? id);
  refuseNewer(history);
  tellUnreadable(history, world, lang);
  for (const item of items)
    if (history.states.get(item)?.suspended !== true)
      throw new UserError(
        pick(
          {
            en: `\`${item}\` is not suspended. \`llmquiz stats\` lists those that are.`,
            zh: `\`${item}\` 没有停问。用 \`llmquiz stats\` 查看已停问的题。`,
          },
          lang,
        ),
      );
  const { print } = await printerFor(world);
  const device = deviceIn(paths.events, world.machine());
  const log = openLog(paths.events, device, history.seqOf(device), world);
  try {
    for (const item of items) {
      const appended = log.append({ type: 'resumed', item });
      if (!appended.ok) throw new UserError(`Not recorded: ${appended.reason}.`, 1);
      history.record(appended.event);
      print([pick({ en: `It is asked again: ${item}`, zh: `恢复提问：${item}` }, lang)]);
    }
  } finally {
    log.close();
    history.save();
  }
  return 0;
}
