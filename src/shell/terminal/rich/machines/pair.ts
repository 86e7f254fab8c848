import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import type { KeyHelp } from '#shell/terminal/shared/after-wishes.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import {
  digitRowOf,
  digitsFor,
  entryOf,
  type Machine,
  type MachineStep,
  moveCursor,
  type Row,
} from './machine.ts';
import { optionRowsOf } from './pick-one.ts';

type PairPrompt = Pick<Extract<Prompt, { type: 'pair' }>, 'lefts' | 'rights'>;

/** The choices for the lefts so far, by index on the right, and the place of the cursor on the right. */
export interface PairState {
  readonly chosen: readonly number[];
  readonly cursor: number;
}

/** Picks one on the right for each on the left in turn; Enter confirms all. */
export function pair(prompt: PairPrompt, lang: Lang): Machine<PairState, Answer> {
  const { lefts, rights } = prompt;
  return {
    initial: { chosen: [], cursor: 0 },
    onKey(state, key) {
      if (key.type === 'backspace')
        return { type: 'state', state: { ...state, chosen: state.chosen.slice(0, -1) } };
      if (state.chosen.length === lefts.length)
        return key.type === 'enter' ? confirmed(state, prompt) : { type: 'pass' };
      const right = key.type === 'enter' ? state.cursor : digitRowOf(key, rights.length);
      if (right !== undefined)
        return { type: 'state', state: { chosen: [...state.chosen, right], cursor: right } };
      const cursor = moveCursor(key, state.cursor, rights.length);
      return cursor === undefined ? { type: 'pass' } : { type: 'state', state: { ...state, cursor } };
    },
    view: (state) => ({
      rows: rowsOf(state, prompt, lang),
      notes: [],
      keys: keysFor(state, prompt, lang),
      entry: entryOf(state.chosen.map((i) => i + 1).join(' ')),
    }),
  };
}

function confirmed({ chosen }: PairState, { rights }: PairPrompt): MachineStep<PairState, Answer> {
  return { type: 'done', result: { type: 'paired', rights: chosen.map((i) => rights[i] ?? '') } };
}

function rowsOf({ chosen, cursor }: PairState, { lefts, rights }: PairPrompt, lang: Lang): readonly Row[] {
  const complete = chosen.length === lefts.length;
  return [
    ...lefts.map((left, i) => leftRow(left, i, chosen, rights)),
    {
      text: pickLanguage({ en: `${wordFor('belongs', lang)}:`, zh: `${wordFor('belongs', lang)}：` }, lang),
      style: 'dim',
    },
    ...optionRowsOf(rights, complete ? -1 : cursor),
  ];
}

function leftRow(left: string, index: number, chosen: readonly number[], rights: readonly string[]): Row {
  const right = chosen[index];
  if (right !== undefined) return { lead: '  ', text: `${left} = ${rights[right] ?? ''}`, style: 'good' };
  if (index === chosen.length) return { lead: '> ', text: `${left} = ?`, style: 'strong', focus: true };
  return { lead: '  ', text: left };
}

function keysFor({ chosen }: PairState, { lefts, rights }: PairPrompt, lang: Lang): readonly KeyHelp[] {
  const back: readonly KeyHelp[] =
    chosen.length === 0 ? [] : [[wordFor('backspace', lang), wordFor('takeBack', lang)]];
  return chosen.length === lefts.length
    ? [['Enter', wordFor('confirm', lang)], ...back]
    : [[digitsFor(rights.length), wordFor('choose', lang)], ...back];
}
