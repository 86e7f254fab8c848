import { languageOf } from '#shell/system/language.ts';
import { aliasesOf } from '../core/bank/aliases.ts';
import { formatCount } from '../core/base/format-count.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import { recordAll, refuseReadOnly } from '../shell/log/record-all.ts';
import { recorderAfter } from '../shell/log/recorder.ts';
import { printerFor } from '../shell/page/print.ts';
import { type ExitCode, UserError, type World } from '../shell/system/world.ts';
import { askFirst, askWhether } from '../shell/terminal/ask-first.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';
import { openRooms, type Rooms, reportUnreadable } from './shared/rooms.ts';
import { type ItemOptions, selectItems, withItemOptions } from './shared/select-items.ts';
import { stemBy } from './shared/stem.ts';
import { makeUnknownError } from './shared/unknown-question.ts';

interface ForgetOptions extends CommonOptions, ItemOptions {
  readonly all?: boolean;
  readonly yes?: boolean;
}

/** `llmquiz forget`: makes questions new again. */
export const addForget: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    withItemOptions(
      program
        .command('forget')
        .description('make questions new again; your answers stay in the log')
        .argument('[id...]', 'question ids'),
    )
      .option('--all', 'all questions of the bank')
      .option('-y, --yes', 'do not ask first'),
  ).action(async (ids: readonly string[], options: ForgetOptions) =>
    finish(await runForget(world, ids, options)),
  );
};

/** Appends an event for each question to forget, after asking. */
async function runForget(world: World, ids: readonly string[], options: ForgetOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  refuseUnclear(ids, options, lang);
  const rooms = await openRooms(world, options, askWhether);
  const { history, bank, paths } = rooms;
  const recorder = recorderAfter(history, paths.events, world);
  reportUnreadable(history, world, lang);
  const items = remembered(ids, options, rooms, lang);
  const t = inLanguage(lang);
  const { print } = await printerFor(world);
  const [first] = items;
  if (first === undefined) {
    print([t('None of these questions has been answered.', '这些题都还没有答过。')]);
    return 0;
  }
  const which = items.length === 1 ? stemBy(first, bank, lang) : formatCount(items.length, 'question');
  if (options.yes !== true) {
    const text = t(
      `Make ${items.length === 1 ? `this question` : which} new again?${items.length === 1 ? ` ${which}` : ''}\nYour answers stay in the log, and \`llmquiz undo\` takes this back.`,
      `${items.length === 1 ? `把这道题重置为新题吗？${which}` : `把 ${items.length} 道题重置为新题吗？`}\n回答仍保留在记录中，可用 \`llmquiz undo\` 撤销。`,
    );
    refuseReadOnly(recorder, lang);
    const refused = await askFirst(world, { text, ...forgetting }, lang);
    if (refused !== undefined) return refused;
  }
  const batch = items.length > 1 ? { batch: `${world.now().ms.toString(36)}-${first}` } : {};
  recordAll(
    recorder,
    history,
    items.map((item) => ({ type: 'forgotten', item, ...batch })),
    lang,
  );
  print([t(`New again: ${which}`, `已重置为新题：${items.length === 1 ? which : `${items.length} 道题`}`)]);
  return 0;
}

const forgetting = {
  yes: { en: 'make new again', zh: '重置' },
  refused: { en: 'Nothing was changed.', zh: '未作更改。' },
};

function refuseUnclear(ids: readonly string[], { deck, tag, level, all }: ForgetOptions, lang: Lang): void {
  const ways = [ids.length > 0, deck !== undefined || tag !== undefined || level !== undefined, all === true];
  if (ways.filter(Boolean).length === 1) return;
  throw new UserError(
    inLanguage(lang)(
      'Say what to make new again: question ids, or --deck, --tag, --level, or --all.',
      '请指定要重置哪些题：题目 id，或 --deck、--tag、--level，或 --all。',
    ),
  );
}

/** The chosen items of which something is remembered; throws an error if an id is nowhere. */
function remembered(
  ids: readonly string[],
  options: ForgetOptions,
  { bank, history }: Rooms,
  lang: Lang,
): readonly string[] {
  const { states } = history;
  const isRemembered = (id: string) => states.get(id)?.memory !== undefined;
  const { heads } = bank.index;
  if (ids.length === 0)
    return heads
      .filter(selectItems(options, bank.index, lang))
      .map((h) => h.id)
      .filter(isRemembered);
  const aliases = aliasesOf(bank.index);
  const known = new Set(heads.map((h) => h.id));
  const items = ids.map((id) => id.normalize()).map((id) => aliases.get(id) ?? id);
  for (const id of items) if (!known.has(id) && !states.has(id)) throw makeUnknownError(id, [...known]);
  return [...new Set(items)].filter(isRemembered);
}
