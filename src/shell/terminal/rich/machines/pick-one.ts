import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import type { Key } from '#shell/terminal/keys/keys.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import {
  digitRowOf,
  digitsFor,
  entryOf,
  type Machine,
  type MachineStep,
  moveCursor,
  pressedCharacterOf,
  type Row,
} from './machine.ts';

/** The place of the cursor; -1 before it was moved, so that an accidental Enter answers nothing. */
export interface PickOneState {
  readonly cursor: number;
}

/** One of a few options: a digit answers at once, arrows and Enter do it in two steps. */
export function pickOne(
  { options, words = [] }: Pick<Extract<Prompt, { type: 'pick-one' }>, 'options' | 'words'>,
  lang: Lang,
): Machine<PickOneState, Answer> {
  // A key is one character, as a keyboard or an input method gives it.
  const letters = words.map((all) => all.filter((word) => [...word].length === 1));
  const named = letters.flatMap((all) => all.slice(0, 1)).join('/');
  const answer = (option: string) => ({ type: 'done', result: { type: 'picked', option } }) as const;
  return {
    initial: { cursor: -1 },
    onKey(state, key) {
      const option = options[letters.findIndex((all) => all.includes(pressedCharacterOf(key) ?? ''))];
      return option === undefined ? pickOnKey(state, key, options, answer, lang) : answer(option);
    },
    view: ({ cursor }) => ({
      rows: optionRowsOf(options, cursor),
      notes: [],
      keys: [[`${digitsFor(options.length)} ${named}`.trim(), wordFor('answerKey', lang)]],
      entry: entryOf(''),
    }),
  };
}

/** The effect of a key when one of several things is picked. */
export function pickOnKey<Thing, Result>(
  { cursor }: PickOneState,
  key: Key,
  things: readonly Thing[],
  done: (thing: Thing) => MachineStep<PickOneState, Result>,
  lang: Lang,
): MachineStep<PickOneState, Result> {
  const at = key.type === 'enter' ? cursor : digitRowOf(key, things.length);
  const thing = at === undefined ? undefined : things[at];
  if (thing !== undefined) return done(thing);
  if (key.type === 'enter') return { type: 'state', state: { cursor }, problem: wordFor('pickOne', lang) };
  const to = moveCursor(key, cursor, things.length);
  return to === undefined ? { type: 'pass' } : { type: 'state', state: { cursor: to } };
}

/** Numbered options, one of them under the cursor. */
export function optionRowsOf(options: readonly string[], cursor: number): readonly Row[] {
  return options.map((text, i) =>
    i === cursor
      ? { lead: `> ${i + 1}. `, text, style: 'accent', focus: true }
      : { lead: `  ${i + 1}. `, text },
  );
}
