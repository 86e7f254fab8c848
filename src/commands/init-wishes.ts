import { inLanguage, type Lang } from '#core/base/text.ts';
import type { World } from '#shell/system/world.ts';
import { type LineDialogue, openLineDialogue } from '#shell/terminal/ask-line.ts';
import type { Leave } from '#shell/terminal/shared/terminal.ts';
import { findLanguage } from './init-languages.ts';

/** What is asked before a bank is begun. */
export interface InitWishes {
  readonly title: string;
  readonly language: Lang;
  readonly ci: boolean;
}

/** Asks what was not told, with what Enter stands for. */
export async function askWishes(
  world: World,
  told: Partial<InitWishes>,
  usual: InitWishes,
  lang: Lang,
): Promise<InitWishes | Leave> {
  const t = inLanguage(lang);
  const dialogue = openLineDialogue(world);
  try {
    const title = told.title ?? (await askFor(dialogue, titleQuestion(usual, lang)));
    if (typeof title === 'object') return title;
    const language = told.language ?? (await askFor(dialogue, languageQuestion(usual, lang)));
    if (typeof language === 'object') return language;
    const ci =
      told.ci ??
      (await askFor(dialogue, {
        label: t(
          'Add files that check each change on GitHub and with pre-commit? y or n [y]: ',
          '是否加上在 GitHub 和 pre-commit 中检查每次改动的文件？y 或 n [y]：',
        ),
        read: readYesOrNo,
        problem: t('Type y or n.', '请输入 y 或 n。'),
      }));
    if (typeof ci === 'object') return ci;
    return { title, language, ci };
  } finally {
    dialogue.close();
  }
}

/** One thing to ask, until its answer can be read. */
interface Question<T> {
  readonly label: string;
  readonly read: (line: string) => T | undefined;
  readonly problem: string;
}

async function askFor<T>(dialogue: LineDialogue, { label, read, problem }: Question<T>): Promise<T | Leave> {
  for (;;) {
    const line = await dialogue.ask(label);
    if (typeof line !== 'string') return line;
    const value = read(line);
    if (value !== undefined) return value;
    dialogue.say(problem);
  }
}

const titleQuestion = ({ title }: InitWishes, lang: Lang): Question<string> => ({
  label: inLanguage(lang)(`Title of the bank [${title}]: `, `题库的名称 [${title}]：`),
  read: (line) => line || title,
  problem: '',
});

const languageQuestion = ({ language }: InitWishes, lang: Lang): Question<Lang> => ({
  label: inLanguage(lang)(
    `Language of its questions, such as en, zh or de [${language}]: `,
    `题目的语言，如 zh、en 或 de [${language}]：`,
  ),
  read: (line) => (line === '' ? language : findLanguage(line)),
  problem: describeUnknownLanguage(lang),
});

/** What to write in place of a language that is none. */
export const describeUnknownLanguage = (lang: Lang): string =>
  inLanguage(lang)(
    'That is no language. Write its code (en, zh, de, fr, es, ja) or its name.',
    '没有这种语言。请写语言代码（zh、en、de、fr、es、ja）或名称。',
  );

function readYesOrNo(line: string): boolean | undefined {
  const word = line.normalize('NFKC').toLowerCase();
  if (['', 'y', 'yes', '是', '要'].includes(word)) return true;
  return ['n', 'no', '否', '不要'].includes(word) ? false : undefined;
}
