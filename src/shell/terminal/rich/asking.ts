import type { Lang } from '#core/base/text.ts';
import type { KeyHelp } from '../shared/after-wishes.ts';
import type { Leave } from '../shared/terminal.ts';
import { type Wish, wishHelpOf, wishOfKey } from '../shared/wishes.ts';
import { labelOf, wordFor } from '../shared/words.ts';
import { type Machine, type MachineStep, pressedCharacterOf, type Row } from './machines/machine.ts';

/** The result of asking: the result of the machine, or a command that ends it. */
export type AskResult<Result> =
  | { readonly type: 'given'; readonly given: Result; readonly hints: number }
  | { readonly type: 'unknown'; readonly hints: number }
  | { readonly type: 'back' | 'primer'; readonly hints: number }
  | { readonly type: 'undo' }
  | { readonly type: 'skip' }
  | { readonly type: 'known' }
  | Leave;

/** A machine's state, and the notes beside it. */
export interface AskingState<State> {
  readonly inner: State;
  readonly hinted: boolean;
  readonly problem?: string;
}

/** The commands available beside answering. */
export interface Wishes {
  readonly allowed: readonly Wish[];
  readonly hint?: string;
  /** True if commands are typed after a colon, because every key is part of an answer. */
  readonly colon: boolean;
}

/** A machine with commands: hint, *I don't know*, skip and quit. */
export function askWithWishes<State, Result>(
  machine: Machine<State, Result>,
  wishes: Wishes,
  lang: Lang,
): Machine<AskingState<State>, AskResult<Result>> {
  return {
    initial: { inner: machine.initial, hinted: false },
    onKey(state, key) {
      const step = machine.onKey(state.inner, key);
      const { hinted } = state;
      switch (step.type) {
        case 'state':
          return { type: 'state', state: { inner: step.state, hinted, ...problemOf(step.problem) } };
        case 'done':
          return { type: 'done', result: { type: 'given', given: step.result, hints: Number(hinted) } };
        case 'wish':
          return wished({ inner: step.state, hinted }, step.wish, wishes, lang);
        case 'pass': {
          const wish = wishes.colon ? undefined : wishOfKey(pressedCharacterOf(key) ?? '');
          return wish === undefined ? step : wished({ inner: state.inner, hinted }, wish, wishes, lang);
        }
        default:
          return step satisfies never;
      }
    },
    view({ inner, hinted, problem }) {
      const view = machine.view(inner);
      const notes: readonly Row[] = [
        ...(hinted && wishes.hint !== undefined ? [{ text: `${labelOf('hint', lang)}${wishes.hint}` }] : []),
        ...(problem === undefined ? [] : [{ text: problem, style: 'warn' as const }]),
      ];
      return {
        ...view,
        notes: [...view.notes, ...notes],
        keys: [
          ...view.keys,
          ...keysFor({ ...wishes, colon: wishes.colon || view.isTyping === true }, hinted, lang),
        ],
      };
    },
  };
}

const problemOf = (problem: string | undefined) => (problem === undefined ? {} : { problem });

function wished<State, Result>(
  state: AskingState<State>,
  wish: Wish,
  { allowed, hint, colon }: Wishes,
  lang: Lang,
): MachineStep<AskingState<State>, AskResult<Result>> {
  if (!allowed.includes(wish))
    return colon
      ? { type: 'state', state: { ...state, ...problemOf(wordFor('noUseHere', lang)) } }
      : { type: 'pass' };
  switch (wish) {
    case 'hint':
      return hint === undefined
        ? { type: 'state', state: { ...state, problem: wordFor('noHint', lang) } }
        : {
            type: 'state',
            state: {
              ...state,
              hinted: true,
              ...(state.hinted ? problemOf(wordFor('noMoreHints', lang)) : {}),
            },
          };
    case 'unknown':
      return { type: 'done', result: { type: 'unknown', hints: Number(state.hinted) } };
    case 'back':
    case 'primer':
      return { type: 'done', result: { type: wish, hints: Number(state.hinted) } };
    case 'undo':
    case 'skip':
    case 'known':
      return { type: 'done', result: { type: wish } };
    case 'leave':
      return { type: 'done', result: { type: 'leave', code: 0 } };
    default:
      return wish satisfies never;
  }
}

/** The keys of the wishes; without the one for a hint once there is none left. */
function keysFor({ allowed, hint, colon }: Wishes, hinted: boolean, lang: Lang): readonly KeyHelp[] {
  return wishHelpOf(
    allowed.filter((wish) => wish !== 'hint' || (hint !== undefined && !hinted)),
    colon,
    lang,
  );
}
