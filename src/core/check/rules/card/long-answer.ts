import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { countWords } from '#core/check/language/words.ts';
import { recalledOf } from '#core/check/rules/card/recalled.ts';

/** The limit for answers judged by their meaning: two long sentences. */
const mostToJudge = 60;
/** The limit for answers compared letter by letter. */
const mostToType = 20;

const longWinded = `Byte-pair encoding, which goes through the text ${'and then through it once more '.repeat(9)}until it is done`;

export const cardLongAnswer: Rule = {
  id: 'card/long-answer',
  severity: 'info',
  summary: `Recalled answers should have at most ${mostToJudge} words, typed ones ${mostToType}; two Chinese characters count as one.`,
  why: 'Nobody recalls that much the same way twice, so each review would judge a different part.',
  bad: makeSampleDeck('Byte-pair encoding', longWinded),
  good: sampleDeck,
  check: checkItemsThat(['reveal', 'type'], function* (located) {
    for (const { key, keyPath, typed } of recalledOf(located)) {
      const most = typed ? mostToType : mostToJudge;
      // A word has at least two characters including a space, and two Chinese characters count as one word.
      if (key.length < 2 * most || countWords(key) <= most) continue;
      const way = typed ? 'type word by word' : 'recall as a whole';
      yield {
        at: keyPath,
        message: `this answer has ${countWords(key)} words, too many to ${way}; ask for its parts, or move explanations into the rationale`,
      };
      return;
    }
  }),
};
