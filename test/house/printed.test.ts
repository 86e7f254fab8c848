import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '#commands/index.ts';
import type { World } from '#shell/system/world.ts';
import { fakeMachine } from '../fake-world.ts';
import { hole, literalsIn } from './literals.ts';
import { avoidedIn } from './prose.ts';

const files = ['src/commands', 'src/shell'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const texts = ['src/cli.ts', 'src/main.ts', ...files].flatMap((file) =>
  literalsIn(readFileSync(file, 'utf8')).map((text) => [file, text] as const),
);
const isChinese = (text: string) => /\p{Script=Han}/u.test(text.replace(/`[^`]*`/g, ''));
const chinese = texts.filter(([, text]) => isChinese(text));
const english = texts.filter(([, text]) => !isChinese(text) && /[a-z]{2} [a-z]/i.test(text));

/** What of a Chinese text is not set as Chinese texts are; values are holes. */
function faultsOf(text: string): readonly string[] {
  const forms: readonly (readonly [RegExp, string])[] = [
    [/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u, 'a half-width mark beside a Chinese character'],
    [/\p{Script=Han}[A-Za-z`]|[A-Za-z`]\p{Script=Han}/u, 'no space between Chinese and Latin'],
    [/\s%/, 'a space before %'],
    [/停问|不再问|恢复提问|到期|离开/, 'a second word for a state or a key'],
  ];
  return forms.flatMap(([form, fault]) => (form.test(text) ? [fault] : []));
}

describe('the texts of a source file', () => {
  it.each([
    ["import a from 'b c'; // 'not this'\n", ['b c']],
    ['const a = `one $' + '{b(`two $' + '{c}`)} three`; /* `none` */', [`two ${hole}`, `one ${hole} three`]],
    ["x = /['\"`]/.test(y) ? 'an \\'escaped\\' one' : 4 / 2;", ["an 'escaped' one"]],
  ])('of %j are found', (source, found) => {
    expect(literalsIn(source)).toEqual(found);
  });
});

describe('what the program says', () => {
  it('is found in the sources', () => {
    expect([english.length > 200, chinese.length > 100]).toEqual([true, true]);
  });

  it('is idiomatic English', () => {
    expect(
      english.flatMap(([file, text]) => avoidedIn(text).map((fault) => `${file}: ${text}: ${fault}`)),
    ).toEqual([]);
  });

  it.each(['题组(5)', '共 3 道, 新题', '用llmquiz恢复', '答对 50 %', '不再问这道题'])(
    '%s is no Chinese of ours',
    (text) => {
      expect(faultsOf(text)).toHaveLength(1);
    },
  );

  it('is set as Chinese texts are', () => {
    expect(
      chinese.flatMap(([file, text]) => faultsOf(text).map((fault) => `${file}: ${text}: ${fault}`)),
    ).toEqual([]);
  });
});

/** The terms of a help page with what it says of each. */
function helpOf(page: string): readonly (readonly [string, string])[] {
  const whole = page.replace(/\n {10,}(?=\S)/g, ' ');
  return [...whole.matchAll(/^ {2}(\S.*?) {2,}(\S.*)$/gm)].map(
    ([, term = '', help = '']) => [term, help] as const,
  );
}

const program = new Command();
// Wiring touches no world: only what runs does.
for (const wire of commands) wire({ program, world: {} as World, finish: () => {} });

it.each(['', ...program.commands.map((command) => command.name())])(
  'the help of llmquiz %s is short, in lower case, and without a full stop',
  async (command) => {
    const { out } = await fakeMachine().run(`${command} --help`.trim());
    const helps = helpOf(out.split('\nWithout a command')[0] ?? '');
    expect(helps.length).toBeGreaterThan(1);
    expect(avoidedIn(out)).toEqual([]);
    const isOff = (help: string) => help.length > 60 || !/^(?:[a-z]|JSON)/.test(help) || /[^.]\.$/.test(help);
    expect(helps.filter(([, help]) => isOff(help))).toEqual([]);
  },
);
