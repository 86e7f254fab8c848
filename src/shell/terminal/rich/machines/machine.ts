import type { Style } from '#shell/page/line.ts';
import type { Key } from '#shell/terminal/keys/keys.ts';
import type { KeyHelp } from '#shell/terminal/shared/after-wishes.ts';
import type { Wish } from '#shell/terminal/shared/wishes.ts';

/** One way of asking, as a state machine: it knows keys and what stands on the screen, not how either is done. */
export interface Machine<State, Result> {
  readonly initial: State;
  onKey(state: State, key: Key): MachineStep<State, Result>;
  view(state: State): View;
}

/** The effect of a key. */
export type MachineStep<State, Result> =
  | {
      readonly type: 'state';
      readonly state: State;
      /** Why the key did not do what it was meant to. */
      readonly problem?: string;
    }
  | { readonly type: 'done'; readonly result: Result }
  /** Something that can be wished for at every question; the state stays as given. */
  | { readonly type: 'wish'; readonly wish: Wish; readonly state: State }
  /** The key means nothing here. */
  | { readonly type: 'pass' };

/** The content of the screen, before it is wrapped and cut to the window. */
export interface View {
  readonly rows: readonly Row[];
  /** A hint, or what went wrong with the last key. */
  readonly notes: readonly Row[];
  readonly keys: readonly KeyHelp[];
  /** True while every letter is part of a text, so that whatever else can be wished for begins with a colon. */
  readonly isTyping?: boolean;
  readonly entry: MachineEntry;
}

/** One thing on the screen: wrapped into as many lines as it needs, set under its own text. */
export interface Row {
  /** ASCII that stands before the text. */
  readonly lead?: string;
  readonly text: string;
  readonly style?: Style;
  /** True for a row that must stay visible if not everything fits. */
  readonly focus?: boolean;
}

/** The last line: what has been typed, with the cursor at an index of it. */
export interface MachineEntry {
  readonly text: string;
  readonly cursor: number;
}

/** A last line with the cursor behind its text. */
export const entryOf = (text: string): MachineEntry => ({ text, cursor: text.length });

/** The character of a key that is pressed to choose, whatever the case and width the input method gives it. */
export function pressedCharacterOf(key: Key): string | undefined {
  return key.type === 'typed' ? key.text.normalize('NFKC').toLowerCase() : undefined;
}

/** The row that an arrow moves the cursor to, from -1 for none yet; undefined if the key does not move it. */
export function moveCursor(key: Key, cursor: number, count: number): number | undefined {
  if (key.type === 'down') return (cursor + 1) % count;
  if (key.type === 'up') return (Math.max(0, cursor) + count - 1) % count;
  if (key.type === 'home') return 0;
  if (key.type === 'end') return count - 1;
  return undefined;
}

/** The index of the numbered row that a digit means; undefined if there is no such row. */
export function digitRowOf(key: Key, count: number): number | undefined {
  const character = pressedCharacterOf(key) ?? '';
  if (!/^[1-9]$/.test(character)) return undefined;
  const index = Number(character) - 1;
  return index < count ? index : undefined;
}

/** The digits that choose among so many rows, as in `1-4`. */
export const digitsFor = (count: number) => `1-${Math.min(9, count)}`;
