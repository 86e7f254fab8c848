import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { isAskingTwice, recalledOf } from '#core/check/rules/card/recalled.ts';

export const cardTwoQuestions: Rule = {
  id: 'card/two-questions',
  severity: 'info',
  words: wordedLanguages,
  summary: 'A question answered from memory should ask one thing.',
  why: 'Learners often know only one of two answers. Neither verdict is then right, and both are asked again.',
  bad: makeSampleDeck('What does BPE stand for?', 'What does BPE stand for, and why is it used?'),
  good: sampleDeck,
  check: checkItemsThat(['reveal', 'type'], function* (located) {
    const found = recalledOf(located).find(
      (asked) =>
        isAskingTwice(asked) ||
        (hint.test(asked.question) && lexiconOf(asked.lang).secondQuestion.test(asked.question)) ||
        // A Japanese question may end without a mark before the second one.
        (asked.stem.includes('か。また') && lexiconOf(asked.lang).secondQuestion.test(asked.stem)),
    );
    if (found !== undefined)
      yield {
        at: found.stemPath,
        message: 'this asks two things, and a learner may know only one; split it into two questions',
      };
  }),
};

/** A cheap pre-test for a second question. */
const hint = / and | und | et | y |为|原因|怎么|如何|なぜ|どうして|どのように|理由|また/i;
