import type { Rule } from '#core/check/contract/rule.ts';
import { choiceLinesOf, deckOf, wrongOf } from '#core/check/examples/cut-words.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findLopsided } from '#core/check/rules/bank/option-rates.ts';

const example = (last: string) =>
  deckOf((word) => {
    const wrong = wrongOf(word, word.index % 4).map(({ text, why }, i) => ({
      text: `${i === word.index % 3 ? last : 'they will'} spell ${text}`,
      why,
    }));
    return choiceLinesOf(
      `What becomes of the tokens ${word.pieces} when they are joined?`,
      `they will spell ${word.word}`,
      wrong,
    );
  });

export const bankAbsoluteRate: Rule = {
  id: 'bank/absolute-rate',
  severity: 'info',
  words: wordedLanguages,
  summary: 'Absolute words (always, never, only) should be in correct answers as well as in distractors.',
  why: 'If only distractors have them, learners can rule out every option that has one.',
  get bad() {
    return example('they must');
  },
  get good() {
    return example('they will');
  },
  check: (bank) =>
    findLopsided(
      bank,
      'absolute',
      'distractors',
      ({ lang, keys, distractors }) =>
        `words such as “always” or “only” are in ${distractors} of the distractors but in ${keys} of the correct answers (${lang}), so they rule options out; remove some from distractors or use some in correct answers`,
    ),
};
