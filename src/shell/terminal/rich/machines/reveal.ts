import type { Lang } from '#core/base/text.ts';
import type { Answer, Verdict } from '#core/question/prompt.ts';
import { wordFor } from '#shell/terminal/shared/words.ts';
import { entryOf, type Machine } from './machine.ts';
import { optionRowsOf, type PickOneState, pickOnKey } from './pick-one.ts';

/** Waits for Enter, which reveals the correct answer. */
export function reveal(lang: Lang): Machine<null, 'revealed'> {
  return {
    initial: null,
    onKey: (_state, key) => (key.type === 'enter' ? { type: 'done', result: 'revealed' } : { type: 'pass' }),
    view: () => ({
      rows: [{ text: wordFor('thinkFirst', lang) }],
      notes: [],
      keys: [['Enter', wordFor('reveal', lang)]],
      entry: entryOf(''),
    }),
  };
}

const verdicts: readonly Verdict[] = ['correct', 'partial', 'wrong'];

/** The learner's own judgement after the correct answer is revealed. */
export function judge(lang: Lang): Machine<PickOneState, Answer> {
  const options = [wordFor('knew', lang), wordFor('partlyKnew', lang), wordFor('didNotKnow', lang)];
  const answer = (verdict: Verdict) => ({ type: 'done', result: { type: 'self-judged', verdict } }) as const;
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
