import { neutraliseLine } from '#core/base/neutral.ts';
import { widthOf, wrapSpans } from '#shell/page/wrap.ts';
import type { Wiring } from './shared/command.ts';

/**
 * What the help says in English, in Chinese. It stands apart from the commands because it is loaded only if it is shown: the
 * quiz starts without it. `test/commands/chinese.test.ts` finds what is missing and what is no longer said.
 */
export const helpInChinese: Readonly<Record<string, string>> = {
  'A quiz on large language models that repeats each question before you forget it.':
    '大语言模型知识测验：在你快要忘记时再问一遍。',
  'print the version': '显示版本',
  'show this help': '显示本帮助',
  'show the help of a command': '显示某个命令的帮助',
  'review due questions, then learn new ones (default)': '先复习待复习的题，再学新题（默认）',
  'check a question bank for mistakes': '检查题库中的错误',
  'check a bank in an editor while you write (LSP)': '在编辑器中边写边检查题库（LSP）',
  'use standard input and output, as always': '使用标准输入输出（一向如此）',
  'only questions of this deck (repeatable)': '只选这个题组的题（可重复）',
  'only questions with this tag (repeatable)': '只选带这个标签的题（可重复）',
  'only questions of this level, such as 3, 2-4 or 3+': '只选这些难度的题，如 3、2-4 或 3+',
  'number of new questions (default: up to 10 a day)': '新题数量（默认：每天最多 10 道）',
  'maximum number of questions (default: 40)': '最多多少道题（默认：40）',
  'maximum number of questions (default: 20)': '最多多少道题（默认：20）',
  'stop after this many minutes': '到这么多分钟后结束',
  'numbered prompts, for screen readers and scripts': '编号提示，适合读屏软件和脚本',
  'fix the order of questions and options': '固定题目和选项的顺序',
  'language of the quiz (default: from LANG)': '测验的语言（默认：由 LANG 决定）',
  'deck file or folder to use [env: LLMQUIZ_BANK]': '要用的题组文件或文件夹 [环境变量：LLMQUIZ_BANK]',
  'refuse a bank that has errors': '题库有错误时拒绝使用',
  'folder for your answers [env: LLMQUIZ_DATA_DIR]': '存放回答的文件夹 [环境变量：LLMQUIZ_DATA_DIR]',
  'practise answered questions; your schedule stays': '加练答过的题，不改变复习计划',
  'only questions answered wrong in the last 14 days': '只选最近 14 天答错的题',
  'only questions due within 7 days': '只选 7 天内要复习的题',
  'lowest chance of recall first (default)': '最可能忘记的在前（默认）',
  'only these questions': '只选这些题',
  'find your level in each deck, with 15 questions at most': '用最多 15 道题测出你在各题组的水平',
  'fix the choice of questions and the order of options': '固定选题和选项的顺序',
  'take an exam: no feedback until the score at the end': '模拟考试：结束时才给出成绩',
  'only questions of these kinds, such as recall,text': '只选这些题型，如 recall,text',
  'number of questions (default: 30)': '题目数量（默认：30）',
  'time limit': '限时',
  'also count the answers as reviews': '回答同时算作复习',
  'ask the questions of the exam with this seed': '出这个种子对应的试卷',
  'show what is due and how much you remember': '显示待复习的题和记忆情况',
  'list every bank that you have used': '列出你用过的每个题库',
  'print JSON': '输出 JSON',
  'undo your last answer, suspension, flag or correction': '撤销上一次回答、暂停、标记或更正',
  'take back your last undo': '取消上一次撤销',
  'make questions new again; your answers stay in the log': '把题重置为新题，回答仍保留在记录中',
  'all questions of the bank': '题库中的全部题目',
  'do not ask first': '不再询问',
  'question ids': '题目 id',
  'resume suspended questions': '恢复已暂停的题',
  'question ids (default: lists what is suspended)': '题目 id（默认：列出已暂停的题）',
  'list all questions by deck': '按题组列出全部题目',
  'print JSON, with counts and coverage of the notes': '输出 JSON，含数量和笔记覆盖情况',
  'show questions with answers, sources and your history': '显示题目、答案、来源和你的答题历史',
  'question ids (default: the last one answered)': '题目 id（默认：最近答过的一道）',
  'files, folders, globs, or - (default: questions)': '文件、文件夹、通配符或 -（默认：questions）',
  'check that your saved answers are readable and writable': '检查已保存的回答能否读写',
  'print where answers, settings, cache and bank are': '显示回答、设置、缓存和题库的位置',
  'choose the decks to learn now, and see how far each is': '选择现在要学的题组，查看各题组的进度',
  'learn all decks': '学习全部题组',
  'read the primer of a deck before you start it': '开始一个题组之前先看导读',
  'names of decks (default: lists those with a primer)': '题组名称（默认：列出有导读的题组）',
  'learn only these decks, such as context,tokens': '只学这些题组，如 context,tokens',
  'learn all by this date, such as 2027-06-30': '在此日期前学完全部题目，如 2027-06-30',
  'reviews from all decks, or from your focus': '复习题来自全部题组，或只来自重点',
  'list the notes of the bank and how well you know them': '列出题库的笔记，以及你记得多少',
  'only these notes, or those of these questions': '只列这些笔记，或这些题的笔记',
  'open your editor at a question of your bank': '在编辑器中打开自己题库里的一道题',
  'a question id (default: the last one answered)': '题目 id（默认：最近答过的一道）',
  'a question id': '题目 id',
  'judge answers from lines, say why, and record nothing': '逐行评判回答并说明理由，不作记录',
  'print JSON, one line for each answer': '输出 JSON，每个回答一行',
  'list what you flagged, or report it to the maintainers': '列出你标记的题，或向维护者报告',
  'print a report for the maintainers': '输出给维护者的报告',
  'settle the flags of these questions': '了结这些题的标记',
  'show that report, then write it to a file': '先显示该报告，再写入文件',
  'with --clear: of all questions': '与 --clear 同用：全部题目',
  'begin a bank: one question of each kind, CI, editor': '新建题库：每种题型一道题，附 CI 和编辑器设置',
  'the folder for it (default: the current one)': '题库所在的文件夹（默认：当前文件夹）',
  'title of the bank (default: name of the folder)': '题库的名称（默认：文件夹的名称）',
  'language of its questions, such as en, zh or de': '题目的语言，如 zh、en 或 de',
  'no files for GitHub and pre-commit': '不写 GitHub 和 pre-commit 的文件',
  'ask nothing': '不提问',
  'write a question in your editor, and add it to a deck': '在编辑器中写一道题，加到题组里',
  'a kind of question, such as choice or number': '题型，如 choice 或 number',
  'the deck that it is for': '要加到的题组',
  'ask questions as a learner sees them; record nothing': '像学习者看到的那样出题，不作记录',
  'a deck file, a bank folder or a question id': '题组文件、题库文件夹或题目 id',
  'show them again when the file changes': '文件改动后重新显示',
  'pretty, concise, json, github, gitlab, sarif or junit':
    'pretty、concise、json、github、gitlab、sarif 或 junit',
  'write the report to this file': '把报告写入这个文件',
  'run only these rules or groups ("all": every rule)': '只运行这些规则或规则组（"all"：全部）',
  'skip these rules or groups': '跳过这些规则或规则组',
  'lowest severity that exits with 1 (default: error)': '从这个级别起以 1 退出（默认：error）',
  'exit with 1 above this many warnings': '警告超过这个数量时以 1 退出',
  'report dated facts older than this (default: 36)': '报告比这更早的有日期的事实（默认：36）',
  'file name to report for standard input': '标准输入在报告中的文件名',
  'report ids and answers changed since this git ref': '报告自这个 git 引用以来改动的 id 和答案',
  'report only on questions changed since this git ref': '只报告自这个 git 引用以来改动的题',
  'leave these files alone, as in .gitignore': '不看这些文件，写法同 .gitignore',
  'report only what this file does not list': '只报告这个文件没有列出的',
  'make that file, or drop from it what is fixed': '生成该文件，或从中去掉已修正的',
  'print counts per rule instead of findings': '只输出每条规则的数量',
  'apply safe fixes, then check': '先应用安全的修正，再检查',
  'print what --fix would change; exit with 1 if any': '输出 --fix 会作的改动；有改动时以 1 退出',
  'check again at each change, print what changed': '每次改动后重新检查，只输出变化',
  'ignore cached results': '忽略缓存的结果',
  'list all rules': '列出全部规则',
  'explain a rule': '解释一条规则',
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const inChinese = (text: string) => helpInChinese[text] ?? text;

/** Puts the help of a program and of the command that is called into Chinese. */
export function translateHelp(program: Wiring['program']): void {
  for (const command of [program, ...program.commands]) {
    const known = command.configureHelp();
    command.description(inChinese(command.description())).configureHelp({
      ...known,
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
      optionDescription: ({ description }) => inChinese(description),
      argumentDescription: ({ description }) => inChinese(description),
      subcommandDescription: (sub) => inChinese(sub.description()),
      displayWidth: widthOf,
      boxWrap: wrapChinese,
    });
  }
}

function wrapChinese(text: string, columns: number): string {
  const lines = text.split('\n').flatMap((line) => wrapSpans([{ text: line }], columns));
  return lines.map((spans) => spans.map((span) => span.text).join('')).join('\n');
}

/** The sentences that commander and our readers of values complain in. */
const complaints: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^unknown option '(.*)'$/s, '未知选项 $1'],
  [/^unknown command '(.*)'$/s, '未知命令 $1'],
  [/^option '(.*)' argument missing$/s, '选项 $1 缺少参数'],
  [/^missing required argument '(.*)'$/s, '缺少参数 $1'],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
    '$1 最多 $2 个参数，却有 $3 个',
  ],
  [/^option '(.*)' argument '(.*)' is invalid\. (.*)$/s, '选项 $1 的值 $2 无效：$3'],
  [/^(.*)Allowed choices are (.*)\.$/s, '$1可选 $2'],
  [/^(.*)It must be a whole number\.$/s, '$1应为整数'],
  [/^(.*)It must be at most 1,000,000\.$/s, '$1最大为 1,000,000'],
  [/^(.*)It must be at least 1\.$/s, '$1最小为 1'],
  [/^(.*)It must be a date, such as 2027-06-30, or `none`\.$/s, '$1应为日期，如 2027-06-30，或 `none`'],
  [/^(.*)Levels go from 1 to 5: write 3, 2-4 or 3\+\.$/s, '$1难度从 1 到 5，写作 3、2-4 或 3+'],
];

/** Commander's complaint about the arguments, as a Chinese sentence. */
export function translateComplaint(text: string): string {
  const [, error = text, meant] =
    /^(?:error: )?(.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?\n$/s.exec(text) ?? [];
  const said = complaints.reduce((words, [english, chinese]) => words.replace(english, chinese), error);
  const hint = meant === undefined ? '' : `你是否想输入 ${meant}？`;
  return `llmquiz: ${neutraliseLine(said)}。${hint}\n`;
}
