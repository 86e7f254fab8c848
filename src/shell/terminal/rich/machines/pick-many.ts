import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import {
  digitRowOf,
  digitsFor,
  entryOf,
  type Machine,
  moveCursor,
  pressedCharacterOf,
  type Row,
} from './machine.ts';

/** The ticked options by index in rising order, and the place of the cursor. */
export interface PickManyState {
  readonly ticked: readonly number[];
  readonly cursor: number;
}

/** Some of a few options: digits or the space bar tick, Enter confirms. */
export function pickMany(
  { options }: Pick<Extract<Prompt, { type: 'pick-many' }>, 'options'>,
  lang: Lang,
): Machine<PickManyState, Answer> {
  return {
    initial: { ticked: [], cursor: 0 },
    onKey(state, key) {
      if (key.type === 'enter') {
        if (state.ticked.length === 0) return { type: 'state', state, problem: wordFor('tickOne', lang) };
        const chosen = options.filter((_, i) => state.ticked.includes(i));
        return { type: 'done', result: { type: 'ticked', options: chosen } };
      }
      const at = pressedCharacterOf(key) === ' ' ? state.cursor : digitRowOf(key, options.length);
      if (at !== undefined)
        return { type: 'state', state: { ticked: toggled(state.ticked, at), cursor: at } };
      const cursor = moveCursor(key, state.cursor, options.length);
      return cursor === undefined ? { type: 'pass' } : { type: 'state', state: { ...state, cursor } };
    },
    view: ({ ticked, cursor }) => ({
      rows: options.map((text, i) => rowOf(text, i, ticked.includes(i), i === cursor)),
      notes: [],
      keys: [
        [digitsFor(options.length), wordFor('tick', lang)],
        ['Enter', wordFor('confirm', lang)],
      ],
      entry: entryOf(ticked.map((i) => i + 1).join(' ')),
    }),
  };
}

const toggled = (ticked: readonly number[], at: number): readonly number[] =>
  ticked.includes(at) ? ticked.filter((i) => i !== at) : [...ticked, at].sort((a, b) => a - b);

function rowOf(text: string, index: number, ticked: boolean, focus: boolean): Row {
  const lead = `${focus ? '>' : ' '} ${index + 1}. [${ticked ? 'x' : ' '}] `;
  return focus ? { lead, text, style: 'accent', focus } : { lead, text };
}
