import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon.ts';
import { asksTwice, recalled } from '#core/check/rules/card/recalled.ts';

export const cardTwoQuestions: Rule = {
  id: 'card/two-questions',
  severity: 'info',
  summary: 'A question whose answer is recalled asks for one thing.',
  why: 'Of two answers one is often known and the other not: then neither verdict is right, and both are asked again.',
  bad: sampleWith('What does BPE stand for?', 'What does BPE stand for, and why is it used?'),
  good: sampleDeck,
  check: perItemThat(['reveal', 'type'], function* (located) {
    const found = recalled(located).find(
      (card) =>
        asksTwice(card) ||
        (hint.test(card.question) && lexiconOf(card.lang).secondQuestion.test(card.question)),
    );
    if (found !== undefined)
      yield {
        at: found.stemPath,
        message:
          'this asks two things, of which one may be known without the other: make two questions of it',
      };
  }),
};

/** What a second question has at the least, told from other questions at once. */
const hint = / and |为|原因|怎么|如何/i;
