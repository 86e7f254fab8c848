import { replaceHidden } from '#core/base/neutral.ts';

/** A key press or a paste. */
export type Key =
  | {
      readonly type: 'typed';
      /** One character, as the keyboard or an input method gave it. */
      readonly text: string;
    }
  | {
      readonly type: 'pasted';
      /** One line: line breaks become spaces, without those at the end. */
      readonly text: string;
    }
  | { readonly type: KeyName };

/** A key that types nothing. */
export type KeyName =
  | 'escape'
  | (typeof controlKeys)[keyof typeof controlKeys]
  | (typeof letterKeys)[keyof typeof letterKeys]
  | (typeof sequenceKeys)[keyof typeof sequenceKeys];

/** What the bytes so far leave for the next ones. */
export interface Pending {
  /** The start of an escape sequence. */
  readonly sequence: string;
  /** The start of a paste. */
  readonly paste?: string;
  /** True once the terminal has shown that it marks pastes: what it does not mark was typed. */
  readonly marks?: boolean;
}

/** Nothing read yet. */
export const nothingPending: Pending = { sequence: '' };

/** Asks the terminal to mark pastes, so that they differ from typing. */
export const markPastes = '\u001b[?2004h';
/** Takes that back. */
export const unmarkPastes = '\u001b[?2004l';

/** Asks the terminal whether it marks pastes. A terminal that does not know the question may print its last letter. */
export const askForMarks = '\u001b[?2004$p\r\u001b[K';
/** The reply of one that does. */
const marksPastes = /\u001b\[\?2004;[123]\$y/;

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
const interrupt = '\u0003';

/** The keys in one chunk of input. A terminal may send many keys at once, and half an escape sequence. */
export function keysIn(
  chunk: string,
  { sequence, paste, marks: known = false }: Pending,
): { readonly keys: readonly Key[]; readonly pending: Pending } {
  const text = (paste ?? sequence) + chunk;
  const marks = known || text.includes(pasteStart) || (paste === undefined && marksPastes.test(text));
  const keys: (readonly Key[])[] = [];
  let isPaste = paste !== undefined;
  let from = 0;
  for (;;) {
    const mark = isPaste ? pasteEnd : pasteStart;
    const at = text.indexOf(mark, from);
    if (at < 0) break;
    const part = text.slice(from, at);
    keys.push(isPaste ? pastedKeys(part) : typedKeys(part, marks));
    from = at + mark.length;
    isPaste = !isPaste;
  }
  const rest = text.slice(from);
  const end = isPaste ? afterStart(rest, chunk) : afterPastes(rest, marks);
  return { keys: [...keys.flat(), ...end.keys], pending: marks ? { ...end.pending, marks } : end.pending };
}

/** Of a paste that has not ended. Ctrl-C alone in a chunk gives it up: its end may never come. */
function afterStart(rest: string, chunk: string): ReturnType<typeof keysIn> {
  const isGivenUp = chunk === interrupt || rest === interrupt;
  return isGivenUp
    ? { keys: [{ type: 'interrupt' }], pending: nothingPending }
    : { keys: [], pending: { sequence: '', paste: rest } };
}

function afterPastes(rest: string, marks: boolean): ReturnType<typeof keysIn> {
  const unfinished = unfinishedEnd.exec(rest)?.[0] ?? '';
  return {
    keys: typedKeys(rest.slice(0, rest.length - unfinished.length), marks),
    pending: { sequence: unfinished },
  };
}

/** True if a sequence that goes no further was the Escape key. */
export const isEscape = (sequence: string): boolean => sequence === '\u001b';

/** True if a sequence is the start of a reply that may take its time, such as the colour of the background. */
export const isReply = (sequence: string): boolean => /^\u001b[\]P_^X]/.test(sequence);

/** The start of a sequence at the end of a chunk. A reply is waited for up to 4,096 characters. */
const unfinishedEnd = /\u001b(?:[\]P_^X][^\0-\x1f\x7f\x9c]{0,4096}\u001b?|\[[0-?]*[ -/]*|O)?$/;

/** Replies in strings (OSC, DCS, APC, PM, SOS) go up to their end, or to a control character that gives them up. */
const runs =
  /\u001b(?:[\]P_^X][^\0-\x1f\x7f\x9c]*(?:\x07|\u001b\\|\x9c)?|\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[ -~]|[^\u001b])|[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|(?:\r\n|[^\0-\x08\x0b\x0c\x0e-\x1f\x7f])+/gu;

/** Characters at once that still count as typed. */
const mostTyped = 80;

/**
 * Keys that are not marked as a paste. Three or more different characters at once are one all the same, since nobody types so
 * fast and not every terminal marks pastes. If this one does, they were typed: over a slow line, or by another program.
 */
function typedKeys(text: string, marks: boolean): readonly Key[] {
  return (text.match(runs) ?? []).flatMap((run): readonly Key[] => {
    const sequence = nameOf(run);
    if (sequence !== undefined) return [{ type: sequence }];
    if (run.startsWith('\u001b') || /^[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(run)) return [];
    const characters = run.match(/\r\n|./gsu) ?? [];
    if (characters.length <= 2 || new Set(characters).size === 1) return characters.map(keyOf);
    if (!marks || /[\r\n](?!\n?$)/.test(run)) return pastedKeys(run);
    if (characters.length <= mostTyped) return characters.map(keyOf);
    return [...pastedKeys(run), ...(/[\r\n]$/.test(run) ? [{ type: 'enter' } as const] : [])];
  });
}

function keyOf(character: string): Key {
  const name = nameOf(character);
  return name === undefined ? { type: 'typed', text: character } : { type: name };
}

function pastedKeys(text: string): readonly Key[] {
  const line = text
    .replaceAll(/\u001b(?:\[[0-?]*[ -/]*[@-~]|.)?/g, '')
    .replaceAll(/\s+/g, (blanks) => (/[\r\n\t]/.test(blanks) ? ' ' : blanks));
  const safe = replaceHidden(line, () => '').trimEnd();
  return safe === '' ? [] : [{ type: 'pasted', text: safe }];
}

const controlKeys = {
  '\r': 'enter',
  '\n': 'enter',
  '\r\n': 'enter',
  '\t': 'tab',
  '\u0001': 'home',
  '\u0002': 'left',
  '\u0003': 'interrupt',
  '\u0004': 'end-of-input',
  '\u0005': 'end',
  '\u0006': 'right',
  '\b': 'backspace',
  '\u000b': 'erase-after',
  '\u000c': 'redraw',
  '\u000e': 'down',
  '\u0010': 'up',
  '\u0015': 'erase-before',
  '\u0017': 'erase-word',
  '\u001a': 'suspend',
  '\u007f': 'backspace',
  '\u001bb': 'word-left',
  '\u001bf': 'word-right',
  '\u001b\u007f': 'erase-word',
  '\u001b[Z': 'up',
  '\u001bOM': 'enter',
} as const satisfies Record<string, string>;

/** By the last letter of an escape sequence, with or without shift, alt and control. */
const letterKeys = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' } as const;

/** By the number before a tilde. */
const sequenceKeys = { '1': 'home', '3': 'delete', '4': 'end', '7': 'home', '8': 'end' } as const;

function nameOf(run: string): KeyName | undefined {
  if (Object.hasOwn(controlKeys, run)) return controlKeys[run as keyof typeof controlKeys];
  const [, modifier, letter = ''] = /^\u001b(?:\[|O)(?:1;(\d+))?([A-DFH])$/.exec(run) ?? [];
  if (modifier !== undefined && Number(modifier) > 2 && letter === 'C') return 'word-right';
  if (modifier !== undefined && Number(modifier) > 2 && letter === 'D') return 'word-left';
  if (Object.hasOwn(letterKeys, letter)) return letterKeys[letter as keyof typeof letterKeys];
  const [, number = ''] = /^\u001b\[(\d)(?:;\d+)?~$/.exec(run) ?? [];
  return Object.hasOwn(sequenceKeys, number) ? sequenceKeys[number as keyof typeof sequenceKeys] : undefined;
}
