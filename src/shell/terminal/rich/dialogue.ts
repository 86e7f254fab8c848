import { PassThrough } from 'node:stream';
import inquirer from 'inquirer';
import type { Lang } from '#core/base/text.ts';
import type { Paint } from '#shell/page/paint.ts';
import { type Look, render, wrapLine } from '#shell/page/render.ts';
import type { ExitCode } from '#shell/system/world.ts';
import type { Happening } from '../keys/key-reader.ts';
import type { KeyHelp } from '../shared/after-wishes.ts';
import type { Choice, Leave, TickList } from '../shared/terminal.ts';
import { wordFor } from '../shared/words.ts';
import { helpLinesOf } from './layout.ts';
import { forwardTo, type Screen } from './screen.ts';

/** Asks for one of a few things in a list; undefined for Enter. */
export async function chooseOn(
  screen: Screen,
  choices: readonly Choice[],
  message: string,
): Promise<string | undefined | Leave> {
  const { look } = screen;
  const chosen = await promptOn(screen, choices, {
    type: 'select',
    name: 'given',
    message,
    choices: choices.map((choice) => shown(choice, message, look)),
    theme: themeOf(look.paint),
  });
  return chosen === 'Enter' ? undefined : (chosen as string | Leave);
}

/** The rows of a window that a list cannot have: its message, a blank line, its keys and the line above it. */
const rowsAround = 5;

const tickKeysFor = (lang: Lang): readonly KeyHelp[] => [
  [wordFor('space', lang), wordFor('tick', lang)],
  ['a', wordFor('allOrNone', lang)],
  ['Enter', wordFor('confirm', lang)],
  ['q', wordFor('leave', lang)],
];

/** Asks for any number of things in a list. */
export async function askTicksOn(
  screen: Screen,
  { message, items }: TickList,
  lang: Lang,
): Promise<readonly string[] | Leave> {
  const { look, stdout } = screen;
  const theme = themeOf(look.paint);
  const ticked = await promptOn(screen, [], {
    type: 'checkbox',
    name: 'given',
    message,
    pageSize: Math.max(3, Math.min(items.length, (stdout.rows ?? 24) - rowsAround)),
    loop: false,
    shortcuts: { invert: null },
    choices: items.map(({ value, label, isTicked }) => ({
      ...{ value, name: safe(label, look), checked: isTicked },
    })),
    theme: {
      ...theme,
      icon: { ...theme.icon, checked: '[x]', unchecked: '[ ]' },
      style: {
        ...theme.style,
        // What was ticked is told in the learner's own words after this.
        renderSelectedChoices: () => '',
        keysHelpTip: () =>
          helpLinesOf(tickKeysFor(lang), Math.max(10, look.columns() - 1), look.paint).join('\n'),
      },
    },
  });
  return ticked as readonly string[] | Leave;
}

/** Shows one of inquirer's prompts until it is answered or the learner leaves. */
async function promptOn(
  screen: Screen,
  choices: readonly Choice[],
  question: Readonly<Record<string, unknown>> & { readonly name: 'given' },
): Promise<unknown> {
  const { keys } = screen;
  await keys.settled();
  const input = new PassThrough();
  const leaving = new AbortController();
  let left: ExitCode | undefined = keys.ended();
  if (left !== undefined) return { type: 'leave', code: left };
  const stop = keys.listen((happening) => {
    if (happening.type !== 'ended' && !isLeave(happening))
      return void input.write(bytesOf(happening, choices));
    left = happening.type === 'ended' ? happening.code : 0;
    leaving.abort();
  });
  try {
    const ask = inquirer.createPromptModule({ input, output: forwardTo(screen), signal: leaving.signal });
    const { given } = await ask<{ given: unknown }>([question as never]);
    return given;
  } catch (error) {
    if (left === undefined) throw error;
    return { type: 'leave', code: left };
  } finally {
    stop();
  }
}

/** The columns of the cursor, of a key and of the spaces after each. */
const leadWidth = 5;

/** A choice for inquirer, with its key; Enter quits, as q does. Inquirer itself would break words. */
function shown({ key, label }: Choice, message: string, look: Look) {
  const text = safe(label, look);
  const wrapped = (line: string, lead: number) =>
    wrapLine(line, Math.max(10, look.columns() - 1 - lead), look.paint);
  const lines = wrapped(text, leadWidth).join(`\n${' '.repeat(leadWidth)}`);
  return {
    value: key,
    name: `${key === 'Enter' ? 'q' : key}  ${lines}`,
    // It is told behind the message.
    short: wrapped(`${message} ${text}`, 0)
      .join('\n')
      .slice(message.length + 1),
  };
}

const safe = (text: string, look: Look) => render([text], { ...look, columns: () => 0 }).trimEnd();

const isLeave = (happening: Happening) =>
  happening.type === 'typed' && happening.text.normalize('NFKC').toLowerCase() === 'q';

const sequences: Readonly<Record<string, string>> = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  backspace: '\u007f',
  // Down and up again: this redraws the list without moving the cursor.
  redraw: '\u001b[B\u001b[A',
  resized: '\u001b[B\u001b[A',
  resumed: '\u001b[B\u001b[A',
};

/** A key as the terminal sends it, with Enter added if it is the key of a choice; nothing for a paste. */
function bytesOf(happening: Happening, choices: readonly Choice[]): string {
  if (happening.type === 'typed') {
    const key = happening.text.normalize('NFKC').toLowerCase();
    return choices.some((c) => c.key === key) ? `${key}\r` : key;
  }
  return sequences[happening.type] ?? '';
}

/** Inquirer's own theme colours by itself, without asking whether there is colour. */
function themeOf({ style }: Paint) {
  const [accent, strong, dim] = (['accent', 'strong', 'dim'] as const).map(
    (name) => (text: string) => style(name, text),
  );
  const plain = (text: string) => text;
  return {
    prefix: { idle: '', done: '' },
    icon: { cursor: '>' },
    spinner: { interval: 80, frames: ['-'] },
    style: {
      answer: accent ?? plain,
      message: strong ?? plain,
      error: plain,
      help: dim ?? plain,
      highlight: accent ?? plain,
      key: plain,
      disabled: dim ?? plain,
      description: dim ?? plain,
      defaultAnswer: plain,
      keysHelpTip: () => undefined,
    },
  };
}
