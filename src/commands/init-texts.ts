import { inLanguage, type Lang } from '#core/base/text.ts';
import type { Line } from '#shell/page/line.ts';
import { makeSpan } from '#shell/page/line.ts';
import type { Written } from '#shell/system/write-new-files.ts';
import { workflowPath } from './init-files.ts';
import { nameOfLanguage } from './init-languages.ts';
import type { InitWishes } from './init-wishes.ts';

/** What is to be told of a bank that was begun. */
export interface Begun extends InitWishes {
  readonly deckLanguage: Lang;
  readonly calledAs: string;
  /** A file as its path is typed. */
  readonly shown: (name: string) => string;
  /** The top folder of the git repository, if the bank lies deeper in it. */
  readonly repository: string | undefined;
  readonly lang: Lang;
}

/** The files that were written, what is left to do in them, and the commands to go on with. */
export function reportLinesOf({ written, kept }: Written, begun: Begun): readonly Line[] {
  const { title, language, deckLanguage, ci, shown, repository, lang } = begun;
  const t = inLanguage(lang);
  const name = nameOfLanguage(language, lang);
  const remarks = [
    ...kept.map((file) => t(`${shown(file)} was there and was kept.`, `${shown(file)} 已存在，保持不变。`)),
    ...(language === deckLanguage
      ? []
      : [
          t(
            `The questions to begin with are in ${nameOfLanguage(deckLanguage, lang)}, as their deck says. New decks are in ${name}.`,
            `示例题用的是${nameOfLanguage(deckLanguage, lang)}，题组里已注明；新的题组用${name}。`,
          ),
        ]),
    ...(ci && written.includes(workflowPath)
      ? [
          t(
            `Before GitHub and pre-commit can check the bank, fill in OWNER and COMMIT in ${shown(workflowPath)} and ${shown('.pre-commit-config.yaml')}.`,
            `要让 GitHub 和 pre-commit 检查题库，请先在 ${shown(workflowPath)} 和 ${shown('.pre-commit-config.yaml')} 中填好 OWNER 和 COMMIT。`,
          ),
        ]
      : []),
    ...(ci && repository !== undefined
      ? [
          t(
            `Both are only found in the top folder of a repository: move them to ${repository}, and write the path from there in place of \`questions\`.`,
            `这两个文件只在仓库的最上层文件夹中有效：请移到 ${repository}，并把其中的 \`questions\` 改为从那里出发的路径。`,
          ),
        ]
      : []),
  ];
  return [
    [makeSpan('strong', t(`“${title}” is ready (${name}):`, `题库“${title}”已建好（${name}）：`))],
    ...listed(written).map((file) => `+ ${shown(file)}`),
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
    t('Next:', '接下来：'),
    ...nextLinesOf(begun),
  ];
}

/** The schemas are one thing to whoever reads. */
const listed = (files: readonly string[]) => [
  ...new Set(files.map((file) => file.replace(/^schema\/.*/, 'schema'))),
];

function nextLinesOf({ calledAs, shown, lang }: Begun): readonly string[] {
  const t = inLanguage(lang);
  const bank = quoted(shown('questions'));
  const rows = [
    [`${calledAs} preview ${bank}`, t('see the questions as learners do', '像学习者那样看这些题')],
    [`${calledAs} new choice --bank ${bank}`, t('write one of yours', '写一道自己的题')],
    [`${calledAs} check ${bank}`, t('find mistakes', '查找错误')],
  ] as const;
  const width = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, does]) => `  ${command.padEnd(width + 3)}${does}`);
}

/** A path as a shell takes it. */
const quoted = (path: string) => (/^[\p{L}\p{N}_./\\:~+-]+$/u.test(path) ? path : `"${path}"`);
