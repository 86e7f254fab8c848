import type { Rule } from '#core/check/contract/rule.ts';
import { choiceLinesOf, deckOf, wrongOf } from '#core/check/examples/cut-words.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findLopsided } from '#core/check/rules/bank/option-rates.ts';

const example = (verb: string) =>
  deckOf((word) => {
    const hedged = word.index % 2 === 0;
    const wrong = wrongOf(word, Math.floor(word.index / 2) % 4).map(({ text, why }, i) => ({
      text: `they ${hedged && i === word.index % 3 ? verb : 'would'} spell ${text}`,
      why,
    }));
    const key = `they ${hedged ? verb : 'would'} spell ${word.word}`;
    return choiceLinesOf(`What would the tokens ${word.pieces} be like if they were joined?`, key, wrong);
  });

export const bankHedgeRate: Rule = {
  id: 'bank/hedge-rate',
  severity: 'info',
  words: wordedLanguages,
  summary: 'Hedges (may, often, usually) should be in distractors as well as in correct answers.',
  why: 'Authors hedge what they want to be true. If only correct answers are hedged, the hedged option is correct.',
  get bad() {
    return example('could');
  },
  get good() {
    return example('would');
  },
  check: (bank) =>
    findLopsided(
      bank,
      'hedge',
      'keys',
      ({ lang, keys, distractors }) =>
        `words such as “may” or “often” are in ${keys} of the correct answers but in ${distractors} of the distractors (${lang}), so hedged options look correct; drop hedges from correct answers or hedge some distractors`,
    ),
};
