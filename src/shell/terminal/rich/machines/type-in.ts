import type { Lang } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import type { Key } from '#shell/terminal/keys/keys.ts';
import { type Edited, editLine, emptyLine } from '#shell/terminal/keys/line-editor.ts';
import { askBackFor, literalOf, type Wish, wishOf } from '#shell/terminal/shared/wishes.ts';
import { labelOf, wordFor } from '#shell/terminal/shared/words.ts';
import type { Machine, MachineStep, Row } from './machine.ts';

type TypeInPrompt = Pick<Extract<Prompt, { type: 'type-in' }>, 'blanks' | 'unit'>;

/** A line for each blank, and the index of the current one. */
export interface TypeInState {
  readonly lines: readonly Edited[];
  readonly blank: number;
  /** The blanks with nothing but `q`, `s` or `0`, for which Enter was asked for once more. */
  readonly askedBack: readonly number[];
  /** The blanks whose lines are still what was typed before: the first letter replaces such a line. */
  readonly untouched: readonly number[];
}

/**
 * Text typed for one blank after the other, beginning with what was typed before. Commands start with a colon, so that an answer
 * may be any text.
 */
export function typeIn(
  prompt: TypeInPrompt,
  lang: Lang,
  typed: readonly string[] = [],
  allowed?: readonly Wish[],
): Machine<TypeInState, Answer> {
  const count = prompt.blanks.length;
  return {
    initial: {
      lines: prompt.blanks.map((_, i) => lineOf(typed[i] ?? '')),
      blank: 0,
      askedBack: [],
      untouched: typed.map((_, i) => i),
    },
    onKey(state, key) {
      if (key.type === 'enter') return entered(state, lang, allowed);
      const to = otherBlank(state, key);
      if (to !== undefined && to >= 0 && to < count) return { type: 'state', state: { ...state, blank: to } };
      const line = editLine(replacedBy(key, state) ? emptyLine : current(state), key);
      return line === undefined ? { type: 'pass' } : { type: 'state', state: withLine(state, line) };
    },
    view: (state) => ({
      rows: rowsOf(state, prompt, lang),
      notes: [],
      keys: [['Enter', wordFor(state.blank + 1 < count ? 'nextBlank' : 'confirm', lang)]],
      entry: current(state),
    }),
  };
}

const lineOf = (text: string): Edited => ({ text, cursor: text.length });

const current = ({ lines, blank }: TypeInState): Edited => lines[blank] ?? emptyLine;

/** True if a key begins another text in place of the one that was typed before. */
const replacedBy = (key: Key, { untouched, blank }: TypeInState) =>
  (key.type === 'typed' || key.type === 'pasted') && untouched.includes(blank);

const withLine = ({ lines, blank, askedBack, untouched }: TypeInState, line: Edited): TypeInState => ({
  lines: lines.map((old, i) => (i === blank ? line : old)),
  blank,
  askedBack: line.text === lines[blank]?.text ? askedBack : askedBack.filter((i) => i !== blank),
  untouched: untouched.filter((i) => i !== blank),
});

/** The state at a blank whose line may have been meant as a key, with the question about it; undefined if it was not. */
function askedBackAt(
  state: TypeInState,
  blank: number,
  lang: Lang,
  allowed: readonly Wish[] | undefined,
): MachineStep<TypeInState, Answer> | undefined {
  const problem = state.askedBack.includes(blank)
    ? undefined
    : askBackFor(state.lines[blank]?.text ?? '', lang, allowed);
  if (problem === undefined) return undefined;
  return { type: 'state', state: { ...state, blank, askedBack: [...state.askedBack, blank] }, problem };
}

/** The blank that a key moves to: up, down, tab, or Backspace in an empty line. */
function otherBlank(state: TypeInState, key: Key): number | undefined {
  if (key.type === 'up' || (key.type === 'backspace' && current(state).text === '')) return state.blank - 1;
  return key.type === 'down' || key.type === 'tab' ? state.blank + 1 : undefined;
}

function entered(
  state: TypeInState,
  lang: Lang,
  allowed: readonly Wish[] | undefined,
): MachineStep<TypeInState, Answer> {
  const text = current(state).text.trim();
  const wish = wishOf(text);
  if (wish !== undefined) return { type: 'wish', wish, state: withLine(state, emptyLine) };
  if (text === '') return { type: 'state', state, problem: wordFor('emptyTyped', lang) };
  const back = askedBackAt(state, state.blank, lang, allowed);
  if (back !== undefined) return back;
  if (state.blank + 1 < state.lines.length)
    return { type: 'state', state: { ...state, blank: state.blank + 1 } };
  const missing = state.lines.findIndex((line) => line.text.trim() === '');
  if (missing >= 0)
    return { type: 'state', state: { ...state, blank: missing }, problem: wordFor('emptyTyped', lang) };
  for (const blank of state.lines.keys()) {
    const left = askedBackAt(state, blank, lang, allowed);
    if (left !== undefined) return left;
  }
  return {
    type: 'done',
    result: { type: 'typed', texts: state.lines.map(({ text }) => literalOf(text.trim())) },
  };
}

function rowsOf({ lines, blank }: TypeInState, { blanks, unit }: TypeInPrompt, lang: Lang): readonly Row[] {
  const labels = blanks.length === 1 ? [] : blanks;
  return [
    ...labels.map((label, i): Row => {
      const text = `${label} ${lines[i]?.text ?? ''}`.trimEnd();
      return i === blank ? { lead: '> ', text: label, style: 'accent', focus: true } : { lead: '  ', text };
    }),
    ...(unit === undefined ? [] : [{ text: `${labelOf('unit', lang)}${unit}` }]),
  ];
}
