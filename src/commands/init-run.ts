import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { composeStarter } from '#core/bank/starter.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';
import { normalisePath } from '#core/base/typed-path.ts';
import { displayPathOf } from '#shell/bank/bank-files.ts';
import { attempt, isYamlName } from '#shell/bank/bank-folder.ts';
import { printerFor } from '#shell/page/print.ts';
import { writeRefusal } from '#shell/system/errno.ts';
import { languageOf } from '#shell/system/language.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { type Written, writeNewFiles } from '#shell/system/write-new-files.ts';
import { isAtTerminal } from '#shell/terminal/ask-line.ts';
import type { InitOptions } from './init.ts';
import { projectFilesFor, schemaNames } from './init-files.ts';
import { findLanguage } from './init-languages.ts';
import { reportLinesOf } from './init-texts.ts';
import { askWishes, describeUnknownLanguage, type InitWishes } from './init-wishes.ts';

/** Writes a new bank into a folder, asks what it needs to know before, and says what comes next. */
export async function runInit(world: World, told: string, options: InitOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const folder = resolve(world.cwd, normalisePath(told, world.platform));
  const shown = (path: string) => displayPathOf(path, world.cwd) || '.';
  refuseFolder(folder, shown);
  const wishes = await wishesOf(world, folder, options, lang);
  if ('type' in wishes) {
    (await printerFor(world)).print([inLanguage(lang)('Nothing was written.', '没有写入任何文件。')]);
    return wishes.code === 0 ? 1 : wishes.code;
  }
  const { title, language, ci } = wishes;
  const id = idFor(folder, world);
  const { bank, deck, sources, deckLanguage } = await composeStarter({ id, title, language }, lang);
  const files = new Map([
    ['questions/bank.yaml', bank],
    ['questions/decks/01-first.yaml', deck],
    ['questions/sources.yaml', sources],
    ...schemas(),
    ...projectFilesFor(lang, ci),
  ]);
  const written = writeAll(folder, files, shown);
  (await printerFor(world)).print(
    reportLinesOf(written, {
      ...{ title, language, deckLanguage, ci, calledAs: world.calledAs },
      shown: (name) => shown(join(folder, name)),
      repository: repositoryAbove(folder),
      lang,
    }),
  );
  return 0;
}

async function wishesOf(world: World, folder: string, options: InitOptions, lang: Lang) {
  const { title, language: word, ci, yes } = options;
  const language = word === undefined ? undefined : findLanguage(word);
  if (word !== undefined && language === undefined)
    throw new UserError(`--language ${word}: ${describeUnknownLanguage(lang)}`);
  const told: Partial<InitWishes> = {
    ...(title === undefined || lineOf(title) === '' ? {} : { title: lineOf(title) }),
    ...(language === undefined ? {} : { language }),
    // The option is true when nothing is told.
    ...(ci === false ? { ci } : {}),
  };
  const usual = { title: titleFor(folder), language: lang, ci: true, ...told };
  return yes === true || !isAtTerminal(world) ? usual : askWishes(world, told, usual, lang);
}

/** A text without what cannot be printed. */
const lineOf = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

function titleFor(folder: string): string {
  const words = lineOf(basename(folder).replace(/[-_]+/g, ' '));
  return words === '' ? 'Questions' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** An id that no other bank is likely to have: two with one id would share what is known of their questions. */
function idFor(folder: string, { random }: Pick<World, 'random'>): string {
  const name = basename(folder)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const end = Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join('');
  return [...(name === '' ? ['bank'] : [name]), end].join('-');
}

/** Throws a UserError if a bank cannot begin at a path: something else is there, or a bank. */
function refuseFolder(folder: string, shown: (path: string) => string): void {
  const stats = attempt(shown(folder), () => statSync(folder, { throwIfNoEntry: false }));
  if (stats === undefined) return;
  if (!stats.isDirectory())
    throw new UserError(
      {
        en: `${shown(folder)} is a file. Name a folder: \`llmquiz init my-bank\`.`,
        zh: `${shown(folder)} 是文件。请指定文件夹：\`llmquiz init my-bank\`。`,
      },
      1,
    );
  const found = attempt(shown(folder), () => bankFileIn(folder));
  if (found === undefined) return;
  const path = shown(join(folder, found));
  throw new UserError(
    {
      en: `There is a bank already: ${path}. Nothing was written. To add a question to it, run \`llmquiz new\`; to begin another, name another folder: \`llmquiz init my-bank\`.`,
      zh: `这里已经有题库：${path}。没有写入任何文件。要添加题目，请运行 \`llmquiz new\`；要新建题库，请指定另一个文件夹：\`llmquiz init my-bank\`。`,
    },
    1,
  );
}

/** A file of a bank in a folder, or in the folders where banks have them. */
function bankFileIn(folder: string): string | undefined {
  const isBank = (name: string) =>
    /^bank\.ya?ml$/i.test(name) || /^(?:items|questions):/m.test(readFileSync(join(folder, name), 'utf8'));
  const own = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile() && isYamlName(e.name));
  const under = ['questions', 'decks'].flatMap((sub) =>
    isFolder(join(folder, sub))
      ? readdirSync(join(folder, sub), { recursive: true, encoding: 'utf8' })
          .filter((name) => isYamlName(name))
          .map((name) => join(sub, name))
      : [],
  );
  return [...own.map(({ name }) => name).filter(isBank), ...under][0];
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The JSON schemas that the program came with. */
function schemas(): readonly (readonly [string, string])[] {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, 'schema');
    if (schemaNames.every((name) => existsSync(join(folder, name))))
      return schemaNames.map((name) => [`schema/${name}`, readFileSync(join(folder, name), 'utf8')]);
    if (at === dirname(at))
      throw new UserError(
        {
          en: 'The JSON schemas of llmquiz are missing. Reinstall llmquiz.',
          zh: '缺少 llmquiz 的 JSON schema。请重新安装 llmquiz。',
        },
        1,
      );
  }
}

function writeAll(
  folder: string,
  files: ReadonlyMap<string, string>,
  shown: (path: string) => string,
): Written {
  try {
    return writeNewFiles(folder, files);
  } catch (error) {
    throw new UserError(
      {
        en: `Cannot write into ${shown(folder)}: ${writeRefusal(error)}. Nothing was left there.`,
        zh: `无法写入 ${shown(folder)}：${writeRefusal(error, 'zh')}。没有留下任何文件。`,
      },
      1,
    );
  }
}

/** The top folder of the git repository that a folder is in; undefined if it is its own, or in none. */
function repositoryAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at === folder ? undefined : at;
    if (at === dirname(at)) return undefined;
  }
}
