import { Command } from 'commander';
import { expect, it } from 'vitest';
import { withCheckFlags } from '#commands/check/flags.ts';
import { helpInChinese } from '#commands/chinese.ts';
import { commands } from '#commands/index.ts';
import { addInitOptions } from '#commands/init.ts';
import { addNewOptions } from '#commands/new.ts';
import { addPreviewOptions } from '#commands/preview.ts';
import type { World } from '#shell/system/world.ts';
import { fakeMachine } from '../fake-world.ts';

const chinese = { LANG: 'zh_CN.UTF-8' };

const ofProgram = [
  'A quiz on large language models that repeats each question before you forget it.',
  ...['print the version', 'show this help', 'show the help of a command'],
];

/** Every description of a command, an option and an argument. */
function described(): ReadonlySet<string> {
  const program = new Command();
  // Wiring touches no world: only what runs does.
  for (const wire of commands) wire({ program, world: {} as World, finish: () => {} });
  const late = {
    check: withCheckFlags,
    init: addInitOptions,
    new: addNewOptions,
    preview: addPreviewOptions,
  };
  for (const [name, add] of Object.entries(late)) {
    const called = program.commands.find((command) => command.name() === name);
    if (called !== undefined) add(called);
  }
  const texts = program.commands.flatMap((command) => [
    command.description(),
    ...command.options.map((option) => option.description),
    ...command.registeredArguments.map((argument) => argument.description),
  ]);
  return new Set([...ofProgram, ...texts].filter((text) => text !== ''));
}

it('all that the help says has a Chinese text, and nothing else has', () => {
  expect(Object.keys(helpInChinese).sort()).toEqual([...described()].sort());
});

it('the help is Chinese under a Chinese locale, and on demand', async () => {
  const machine = fakeMachine();
  const { out } = await machine.run('--help', '', chinese);
  expect(out).toContain('用法： llmquiz [选项] [命令]');
  expect(out).toContain('不写命令时开始测验');
  expect((await machine.run('--help --lang zh')).out).toBe(out);
  expect((await machine.run('--help --lang=en', '', chinese)).out).toContain('Usage: llmquiz');
});

const names = () => {
  const program = new Command();
  for (const wire of commands) wire({ program, world: {} as World, finish: () => {} });
  return program.commands.map((command) => command.name());
};

it.each(names())('the help of %s has no English sentence under a Chinese locale', async (name) => {
  const { out } = await fakeMachine().run(`${name} --help`, '', chinese);
  expect(out).toMatch(/^用法：/);
  expect(out.match(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/g)).toBeNull();
});

it.each([
  ['stats --jsn', '未知选项 --jsn。你是否想输入 --json？'],
  ['stats --data-dir', '选项 --data-dir <dir> 缺少参数。'],
  ['forget --deck', '选项 -d, --deck <name> 缺少参数。'],
  ['stats extra', 'stats 最多 0 个参数，却有 1 个。'],
  ['--new many', '选项 -n, --new <count> 的值 many 无效：应为整数。'],
  ['--limit 0', '选项 -l, --limit <count> 的值 0 无效：最小为 1。'],
  ['--limit 2000000', '选项 -l, --limit <count> 的值 2000000 无效：最大为 1,000,000。'],
  ['--level 9', '选项 --level <levels> 的值 9 无效：难度从 1 到 5，写作 3、2-4 或 3+。'],
  ['check --fail-on nothing', '选项 --fail-on <severity> 的值 nothing 无效：可选 error, warning, info。'],
  ['check --stale x', '选项 --stale <months> 的值 x 无效：应为整数。'],
  ['statz', '未知命令 `statz`。你是否想输入 `llmquiz stats`？'],
  ['stats -- show', 'stats 最多 0 个参数，却有 1 个。'],
  ['show nowhere', '未知题目 `nowhere`。可用 `llmquiz list` 查看全部题目。'],
  ['--deck nowhere', /^llmquiz: 未知题组 `nowhere`。/],
  ['--bank nowhere', /^llmquiz: 找不到 nowhere（查找的是 .*）。请指定题组文件或题库文件夹。\n$/],
])('llmquiz %s is refused in Chinese under a Chinese locale', async (words, expected) => {
  const { code, err } = await fakeMachine().run(words, '', chinese);
  expect(code).not.toBe(0);
  if (typeof expected === 'string') expect(err.split('\n')[0]).toBe(`llmquiz: ${expected}`);
  else expect(err).toMatch(expected);
});

it('a folder for answers that is not to be had is refused in Chinese', async () => {
  const env = { ...chinese, LLMQUIZ_DATA_DIR: '' };
  const { err } = await fakeMachine().run('stats', '', env, { home: '' });
  expect(err).toBe('llmquiz: 找不到存放回答的文件夹：HOME 为空。请用 --data-dir DIR 指定一个。\n');
});
