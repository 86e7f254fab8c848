import type { Rule } from '#core/check/contract/rule.ts';
import { choiceLines, deckOf, wrongOf } from '#core/check/examples/cut-words.ts';
import { lopsided } from '#core/check/rules/bank/option-rates.ts';

const example = (verb: string) =>
  deckOf((word) => {
    const hedged = word.index % 2 === 0;
    const wrong = wrongOf(word, Math.floor(word.index / 2) % 4).map(({ text, why }, i) => ({
      text: `they ${hedged && i === word.index % 3 ? verb : 'would'} spell ${text}`,
      why,
    }));
    const key = `they ${hedged ? verb : 'would'} spell ${word.word}`;
    return choiceLines(`What would the tokens ${word.pieces} be like if they were joined?`, key, wrong);
  });

export const bankHedgeRate: Rule = {
  id: 'bank/hedge-rate',
  severity: 'info',
  summary: 'Words that soften a claim (may, often, usually) stand in distractors as well as in keys.',
  why: 'Authors hedge what they want to be true: where keys alone are careful, the careful option is the key.',
  get bad() {
    return example('could');
  },
  get good() {
    return example('would');
  },
  check: (bank) =>
    lopsided(
      bank,
      'hedge',
      'keys',
      ({ lang, keys, distractors }) =>
        `words such as “may” or “often” stand in ${keys} of the keys and in ${distractors} of the distractors (${lang}), so that the careful option looks right: say the keys outright, or let distractors be careful too`,
    ),
};
