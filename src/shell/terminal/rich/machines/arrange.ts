import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
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

/** A permutation of the entries, by their index as first shown. */
export interface ArrangeState {
  readonly order: readonly number[];
  /** The number of entries at the start that were placed by typing their numbers. */
  readonly placed: number;
  /** A place in the order. */
  readonly cursor: number;
  /** True once an entry was placed or carried, so that an accidental Enter answers nothing. */
  readonly touched: boolean;
  /** True while arrows move the entry under the cursor. */
  readonly grabbed: boolean;
}

/** Entries to put in order: carried by the space bar and arrows, or by typing their numbers in turn. */
export function arrange(
  { options, by }: Pick<Extract<Prompt, { type: 'arrange' }>, 'options' | 'by'>,
  lang: Lang,
): Machine<ArrangeState, Answer> {
  const count = options.length;
  return {
    initial: { order: options.map((_, i) => i), placed: 0, cursor: 0, touched: false, grabbed: false },
    onKey(state, key) {
      if (key.type === 'enter') return confirmed(state, options, lang);
      if (pressedCharacterOf(key) === ' ')
        return { type: 'state', state: { ...state, grabbed: !state.grabbed } };
      if (key.type === 'backspace')
        return { type: 'state', state: { ...state, placed: Math.max(0, state.placed - 1), grabbed: false } };
      const entry = digitRowOf(key, count);
      if (entry !== undefined) return { type: 'state', state: place(state, entry) };
      const cursor = moveCursor(key, state.cursor, count);
      if (cursor === undefined) return { type: 'pass' };
      return { type: 'state', state: state.grabbed ? carry(state, cursor) : { ...state, cursor } };
    },
    view: (state) => ({
      rows: [{ text: `[${by}]`, style: 'dim' }, ...state.order.map((_, at) => rowOf(state, at, options))],
      notes: [],
      keys: [
        [digitsFor(count), wordFor('inTurn', lang)],
        [wordFor('carry', lang), wordFor('move', lang)],
        ['Enter', wordFor('confirm', lang)],
      ],
      entry: entryOf(
        state.order
          .slice(0, state.placed)
          .map((i) => i + 1)
          .join(' '),
      ),
    }),
  };
}

function confirmed(
  state: ArrangeState,
  options: readonly string[],
  lang: Lang,
): MachineStep<ArrangeState, Answer> {
  if (state.placed > 0 && state.placed < options.length - 1)
    return { type: 'state', state, problem: wordFor('placeAll', lang) };
  if (!state.touched) return { type: 'state', state, problem: wordFor('orderFirst', lang) };
  const sequence = state.order.map((i) => options[i] ?? '');
  return { type: 'done', result: { type: 'arranged', sequence } };
}

/** Puts an entry behind those that are already placed. */
function place(state: ArrangeState, entry: number): ArrangeState {
  const { order, placed } = state;
  if (order.indexOf(entry) < placed) return state;
  const others = order.filter((i) => i !== entry);
  return {
    order: [...others.slice(0, placed), entry, ...others.slice(placed)],
    placed: placed + 1,
    cursor: Math.min(placed + 1, order.length - 1),
    touched: true,
    grabbed: false,
  };
}

function carry(state: ArrangeState, to: number): ArrangeState {
  const held = state.order[state.cursor];
  if (held === undefined) return state;
  const others = state.order.filter((i) => i !== held);
  const carried = [...others.slice(0, to), held, ...others.slice(to)];
  return { ...state, order: carried, placed: 0, cursor: to, touched: true };
}

function rowOf(
  { order, placed, cursor, grabbed }: ArrangeState,
  at: number,
  options: readonly string[],
): Row {
  const entry = order[at] ?? 0;
  const focus = at === cursor;
  const sign = focus ? (grabbed ? '*' : '>') : ' ';
  const row = { lead: `${sign}${at < placed ? '=' : ' '}${entry + 1}. `, text: options[entry] ?? '' };
  if (focus) return { ...row, style: grabbed ? 'warn' : 'accent', focus };
  return at < placed ? { ...row, style: 'good' } : row;
}
