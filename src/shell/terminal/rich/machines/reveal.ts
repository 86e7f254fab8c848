import type { Lang } from '#core/base/text.ts';
import type { Answer, Verdict } from '#core/question/prompt.ts';
import { type Edited, editLine, emptyLine } from '#shell/terminal/keys/line-editor.ts';
import { literalOf, wishOf } from '#shell/terminal/shared/wishes.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { entryOf, type Machine, type MachineStep, pressedCharacterOf } from './machine.ts';
import { optionRowsOf, type PickOneState, pickOnKey } from './pick-one.ts';

/** The correct answer is to be shown, beside what was typed before; nothing if it was only thought of. */
export interface Revealed {
  readonly type: 'revealed';
  readonly text: string;
}

/** Waits for Enter, which reveals the correct answer. The answer may be typed first, after a key or with a paste. */
export function reveal(lang: Lang): Machine<Edited | null, Revealed> {
  return {
    initial: null,
    onKey(line, key) {
      if (key.type === 'enter') return entered(line);
      if (line === null) {
        if (key.type === 'pasted') return typing(editLine(emptyLine, key));
        return pressedCharacterOf(key) === 't' ? typing(emptyLine) : { type: 'pass' };
      }
      if (key.type === 'backspace' && line.text === '') return { type: 'state', state: null };
      return typing(editLine(line, key));
    },
    view: (line) => ({
      rows: [{ text: wordFor(line === null ? 'thinkFirst' : 'typeFreely', lang) }],
      notes: [],
      isTyping: line !== null,
      keys: [
        ['Enter', wordFor('reveal', lang)],
        ...(line === null ? [['t', wordFor('typeKey', lang)] as const] : []),
      ],
      entry: line ?? entryOf(''),
    }),
  };
}

function entered(line: Edited | null): MachineStep<Edited | null, Revealed> {
  const text = line?.text.trim() ?? '';
  const wish = wishOf(text);
  return wish === undefined
    ? { type: 'done', result: { type: 'revealed', text: literalOf(text) } }
    : { type: 'wish', wish, state: emptyLine };
}

const typing = (line: Edited | undefined): MachineStep<Edited | null, Revealed> =>
  line === undefined ? { type: 'pass' } : { type: 'state', state: line };

const verdicts: readonly Verdict[] = ['correct', 'partial', 'wrong'];

/** The learner's own judgement after the correct answer is revealed. */
export function judge(lang: Lang, text = ''): Machine<PickOneState, Answer> {
  const options = [wordFor('knew', lang), wordFor('partlyKnew', lang), wordFor('didNotKnow', lang)];
  const typed = text === '' ? {} : { text };
  const answer = (verdict: Verdict) =>
    ({ type: 'done', result: { type: 'self-judged', verdict, ...typed } }) as const;
  return {
    initial: { cursor: -1 },
    onKey: (state, key) => pickOnKey(state, key, verdicts, answer, lang),
    view: ({ cursor }) => ({
      rows: [{ text: wordFor('revealed', lang), style: 'strong' }, ...optionRowsOf(options, cursor)],
      notes: [],
      keys: [['1-3', wordFor('answerKey', lang)]],
      entry: entryOf(''),
    }),
  };
}
