import { inLanguage, type Lang } from '#core/base/text.ts';
import { companionRoles } from '../core/bank/file-role.ts';

/** The files around a bank: for GitHub and pre-commit, if they are wanted, and for editors. */
export function projectFilesFor(lang: Lang, ci: boolean): ReadonlyMap<string, string> {
  const all: readonly (readonly [string, string])[] = [
    ['.vscode/settings.json', settings],
    ['.vscode/extensions.json', '{ "recommendations": ["redhat.vscode-yaml"] }\n'],
    ...(ci
      ? ([
          [workflowPath, workflowIn(lang)],
          ['.pre-commit-config.yaml', hooksIn(lang)],
        ] as const)
      : []),
  ];
  return new Map(all);
}

/** Where GitHub looks for it, in the top folder of a repository. */
export const workflowPath = '.github/workflows/questions.yml';

/** The schemas that lie beside the bank, by the names of their files. */
export const schemaNames: readonly string[] = ['deck', ...companionRoles].map(
  (role) => `${role}.schema.json`,
);

const settings = `${JSON.stringify(
  {
    'yaml.schemas': {
      './schema/deck.schema.json': 'questions/decks/*.yaml',
      ...Object.fromEntries(
        companionRoles.map((role) => [`./schema/${role}.schema.json`, `questions/${role}.yaml`]),
      ),
    },
    'yaml.format.printWidth': 120,
  },
  null,
  2,
)}\n`;

const workflowIn = (lang: Lang) => `${inLanguage(lang)(
  `# Checks the questions on GitHub, at each push and in each pull request. Before it can run, fill in below:
#   OWNER   whose repository of llmquiz on GitHub it is
#   COMMIT  the full hash of the commit of llmquiz that is to run`,
  `# 每次推送和每个合并请求都在 GitHub 上检查题目。运行之前，请在下面填好：
#   OWNER   llmquiz 的 GitHub 仓库属于谁
#   COMMIT  要运行的 llmquiz 提交的完整哈希值`,
)}
name: questions
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: OWNER/llmquiz@COMMIT
        with:
          paths: questions
          fail-on: warning
          since: \${{ github.base_ref && format('origin/{0}', github.base_ref) }}
`;

const hooksIn = (lang: Lang) => `${inLanguage(lang)(
  `# Checks the questions before each commit, if pre-commit is installed (https://pre-commit.com). Fill in below:
#   OWNER   whose repository of llmquiz on GitHub it is
#   COMMIT  the full hash of the commit of llmquiz that is to run`,
  `# 如果装有 pre-commit（https://pre-commit.com），每次提交前检查题目。请在下面填好：
#   OWNER   llmquiz 的 GitHub 仓库属于谁
#   COMMIT  要运行的 llmquiz 提交的完整哈希值`,
)}
repos:
  - repo: https://github.com/OWNER/llmquiz
    rev: COMMIT
    hooks:
      - id: llmquiz-check
        args: [questions]
`;
