import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { wordCount } from '#core/check/language/words.ts';
import { recalled } from '#core/check/rules/card/recalled.ts';

/** Words of a key that is judged by its sense: two long sentences. */
const mostToJudge = 60;
/** Words of a key that is compared to the letter. */
const mostToType = 20;

const longWinded = `Byte-pair encoding, which goes through the text ${'and then through it once more '.repeat(9)}until it is done`;

export const cardLongAnswer: Rule = {
  id: 'card/long-answer',
  severity: 'info',
  summary: `A key to recall has at most ${mostToJudge} words and a key to type at most ${mostToType}; two ideographs count as one word.`,
  why: 'Nobody recalls that much the same way twice, so that each time another part of it is judged.',
  bad: sampleWith('Byte-pair encoding', longWinded),
  good: sampleDeck,
  check: perItemThat(['reveal', 'type'], function* (located) {
    for (const { key, keyPath, typed } of recalled(located)) {
      const most = typed ? mostToType : mostToJudge;
      // A word has two characters with the blank after it, and two ideographs are one.
      if (key.length < 2 * most || wordCount(key) <= most) continue;
      const way = typed ? 'typed word by word' : 'recalled as a whole';
      yield {
        at: keyPath,
        message: `this key has ${wordCount(key)} words, too many to be ${way}: ask for its parts, or put what explains it into the rationale`,
      };
      return;
    }
  }),
};
