import type { Lang } from '#core/base/text.ts';
import type { Answer, Verdict } from '#core/question/prompt.ts';
import { word } from '#shell/terminal/shared/words.ts';
import { entryOf, type Machine } from './machine.ts';
import { optionRows, type PickOneState, picked } from './pick-one.ts';

/** Waits for Enter, which reveals the correct answer. */
export function reveal(lang: Lang): Machine<null, 'revealed'> {
  return {
    initial: null,
    onKey: (_state, key) => (key.type === 'enter' ? { type: 'done', result: 'revealed' } : { type: 'pass' }),
    view: () => ({
      rows: [{ text: word('thinkFirst', lang) }],
      notes: [],
      keys: [['Enter', word('reveal', lang)]],
      entry: entryOf(''),
    }),
  };
}

const verdicts: readonly Verdict[] = ['correct', 'partial', 'wrong'];

/** The learner's own judgement after the correct answer is revealed. */
export function judge(lang: Lang): Machine<PickOneState, Answer> {
  const options = [word('knew', lang), word('partlyKnew', lang), word('didNotKnow', lang)];
  const answer = (verdict: Verdict) => ({ type: 'done', result: { type: 'self-judged', verdict } }) as const;
  return {
    initial: { cursor: -1 },
    onKey: (state, key) => picked(state, key, verdicts, answer, lang),
    view: ({ cursor }) => ({
      rows: [{ text: word('revealed', lang), style: 'strong' }, ...optionRows(options, cursor)],
      notes: [],
      keys: [['1-3', word('answerKey', lang)]],
      entry: entryOf(''),
    }),
  };
}
