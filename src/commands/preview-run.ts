import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aliasesOf } from '#core/bank/aliases.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { normalisePath } from '#core/base/typed-path.ts';
import { startSession } from '#core/learner/plan/session.ts';
import { ownBankPathOf } from '#shell/bank/open-bank.ts';
import { toDiskPath } from '#shell/bank/path-on-disk.ts';
import { type Watcher, watchPaths } from '#shell/bank/watch-paths.ts';
import { reportLines } from '#shell/page/print.ts';
import { languageOf } from '#shell/system/language.ts';
import { type ExitCode, isUserError, messagesOf, UserError, type World } from '#shell/system/world.ts';
import type { PreviewOptions } from './preview.ts';
import { runSession } from './quiz/loop.ts';
import { runQuiz } from './quiz/quiz.ts';
import type { OpenRooms } from './quiz/session.ts';
import { explainMissing } from './shared/unknown-question.ts';

/** What is shown: the questions of a bank of the author's own or of the one that ships, all or one. */
interface Shown {
  readonly bank?: string;
  readonly id?: string;
}

/** Asks the questions that a word names in a session that leaves no trace; with `--watch` again whenever they change. */
export async function runPreview(world: World, word: string, options: PreviewOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const shown = shownBy(world, word, options);
  const folder = mkdtempSync(join(tmpdir(), 'llmquiz-'));
  try {
    const preview = { world, shown, options, lang, folder };
    if (options.watch !== true) return (await showOnce(preview, new Map())).code;
    if (shown.bank === undefined)
      throw new UserError(
        inLanguage(lang)(
          'The bank that ships with llmquiz does not change. Name a file, or add --bank PATH.',
          '自带的题库不会改变。请指定文件，或加 --bank PATH。',
        ),
      );
    return await showAgain({ ...preview, bank: shown.bank });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A word is a path if there is something at it, or if it looks like one; else it is an id. */
function shownBy(world: World, word: string, { bank }: PreviewOptions): Shown {
  const path = toDiskPath(normalisePath(word, world.platform), world);
  const isPath = existsSync(resolve(world.cwd, path)) || /[\\/]|\.ya?ml$/i.test(word);
  if (isPath && bank === undefined) return { bank: path };
  const usual = existsSync(join(world.cwd, 'questions')) ? 'questions' : undefined;
  const own = ownBankPathOf(world, bank) ?? usual;
  return { id: word.normalize(), ...(own === undefined ? {} : { bank: own }) };
}

interface Preview {
  readonly world: World;
  readonly shown: Shown;
  readonly options: PreviewOptions;
  readonly lang: Lang;
  /** Holds what a session writes; it goes when the preview ends. */
  readonly folder: string;
}

/** The questions that were shown, each as it was, by their ids. */
type Seen = ReadonlyMap<string, string>;

interface ShowingEnded {
  readonly code: ExitCode;
  /** True if the author left before the end. */
  readonly left: boolean;
  readonly seen: Seen;
  /** The question that was shown last. */
  readonly at?: string;
}

/** Asks the questions once; those that changed since they were seen first. */
async function showOnce(
  { world, shown, options, lang, folder }: Preview,
  before: Seen,
  from?: string,
): Promise<ShowingEnded> {
  const { plain, seed } = options;
  const told = {
    // A folder for each time: a bank that changed a lot would be asked about.
    ...{ lang, dataDir: mkdtempSync(join(folder, 'data-')) },
    ...(plain === undefined ? {} : { plain }),
    ...(seed === undefined ? {} : { seed }),
    ...(shown.bank === undefined ? {} : { bank: shown.bank }),
  };
  let ended: ShowingEnded = { code: 0, left: false, seen: before };
  const code = await runQuiz(world, told, async (rooms) => {
    ended = await ask(rooms, shown, { before, from, seed: seed ?? 'preview', lang });
    return ended.code;
  });
  return { ...ended, code };
}

interface AskWishes {
  readonly before: Seen;
  readonly from: string | undefined;
  readonly seed: string;
  readonly lang: Lang;
}

async function ask(
  rooms: OpenRooms,
  { id }: Shown,
  { before, from, seed, lang }: AskWishes,
): Promise<ShowingEnded> {
  const { bank, terminal } = rooms;
  const heads = id === undefined ? bank.index.heads : [await headOf(rooms, id)];
  const seen = new Map([...bank.entries()].map((entry) => [entry.item.id, JSON.stringify(entry)]));
  const isNew = (of: string) => before.size > 0 && before.get(of) !== seen.get(of);
  const start = heads.find((head) => isNew(head.id)) ?? heads.find((head) => head.id === from) ?? heads[0];
  const queue = heads
    .slice(start === undefined ? 0 : heads.indexOf(start))
    .map((head) => ({ head, reask: 0 }));
  if (queue.length === 0)
    throw new UserError(inLanguage(lang)('The bank has no question to show.', '没有可以显示的题目。'), 1);
  if (before.size === 0)
    terminal.print(inLanguage(lang)('A preview: nothing is recorded.', '预览：不作任何记录。'));
  // Without room for repetitions a miss does not come back.
  const { session, code, left } = await runSession({ ...startSession(queue), room: 0 }, { ...rooms, seed });
  const at = session.queue[0]?.head.id ?? session.answered.at(-1)?.ask.head.id;
  return { code, left, seen, ...(at === undefined ? {} : { at }) };
}

/** The question with an id; throws if there is none, or if it has errors. */
async function headOf({ bank, world }: OpenRooms, told: string) {
  const id = aliasesOf(bank.index).get(told) ?? told;
  const head = bank.index.heads.find((one) => one.id === id);
  if (head !== undefined) return head;
  throw await explainMissing(told, bank, world);
}

/** Asks them again and again, whenever their files change, until the author leaves. */
async function showAgain(preview: Preview & { readonly bank: string }): Promise<ExitCode> {
  const { world, bank, lang } = preview;
  const t = inLanguage(lang);
  const watcher = watchPaths(world, [resolve(world.cwd, bank)]);
  let seen: Seen = new Map();
  let at: string | undefined;
  try {
    for (;;) {
      const shown = await unlessChanged(preview, watcher, seen, at);
      if (shown.ended !== undefined) return shown.ended;
      ({ seen, at = at } = shown);
      if (!shown.isChanged)
        reportLines(world, [
          t(`Waiting until ${bank} changes. Ctrl-C ends.`, `等待 ${bank} 改动。按 Ctrl-C 结束。`),
        ]);
      for (
        let next = await watcher.next();
        next.type !== 'changed' && next.type !== 'back';
        next = await watcher.next()
      ) {
        if (next.type === 'ended') return next.code;
        reportLines(world, [t(`${bank} is gone. Waiting for it.`, `${bank} 不见了，等它回来。`)]);
      }
    }
  } finally {
    watcher.close();
  }
}

/** Asks until the files change, which ends the session as a signal would: so the terminal is given back in order. */
async function unlessChanged(preview: Preview, watcher: Watcher, seen: Seen, at: string | undefined) {
  const { world, lang } = preview;
  const leavers = new Set<Parameters<World['onSignal']>[0]>();
  let isChanged = false;
  const stop = watcher.onHappening(() => {
    isChanged = true;
    for (const leave of leavers) leave('SIGINT');
  });
  const interruptible: World = Object.create(world, {
    onSignal: {
      value: (callback: Parameters<World['onSignal']>[0]) => {
        leavers.add(callback);
        const off = world.onSignal(callback);
        return () => {
          leavers.delete(callback);
          off();
        };
      },
    },
  });
  try {
    const shown = await showOnce({ ...preview, world: interruptible }, seen, at);
    const isLeft = shown.left && !isChanged;
    return { ...shown, isChanged, ended: isLeft ? shown.code : undefined };
  } catch (error) {
    // What cannot be shown now may be mended a moment later.
    if (!isUserError(error)) throw error;
    reportLines(world, messagesOf(error, lang));
    return { seen, at, isChanged, ended: undefined };
  } finally {
    stop();
  }
}
