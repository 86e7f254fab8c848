import type { Rule } from '#core/check/contract/rule.ts';
import { choiceLines, deckOf, wrongOf } from '#core/check/examples/cut-words.ts';
import { lopsided } from '#core/check/rules/bank/option-rates.ts';

const example = (last: string) =>
  deckOf((word) => {
    const wrong = wrongOf(word, word.index % 4).map(({ text, why }, i) => ({
      text: `${i === word.index % 3 ? last : 'they will'} spell ${text}`,
      why,
    }));
    return choiceLines(
      `What becomes of the tokens ${word.pieces} when they are joined?`,
      `they will spell ${word.word}`,
      wrong,
    );
  });

export const bankAbsoluteRate: Rule = {
  id: 'bank/absolute-rate',
  severity: 'info',
  summary: 'Words that allow no exception (always, never, only) stand in keys as well as in distractors.',
  why: 'Where they stand in distractors alone, a learner need only strike out the options that have one.',
  get bad() {
    return example('they must');
  },
  get good() {
    return example('they will');
  },
  check: (bank) =>
    lopsided(
      bank,
      'absolute',
      'distractors',
      ({ lang, keys, distractors }) =>
        `words such as “always” or “only” stand in ${distractors} of the distractors and in ${keys} of the keys (${lang}), so that a learner can strike options out by them: take some out of distractors, or let keys have some too`,
    ),
};
