import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon.ts';
import { asksTwice, recalled } from '#core/check/rules/card/recalled.ts';

export const cardTwoQuestions: Rule = {
  id: 'card/two-questions',
  severity: 'info',
  summary: 'A question answered from memory should ask one thing.',
  why: 'Learners often know only one of two answers. Neither verdict is then right, and both are asked again.',
  bad: sampleWith('What does BPE stand for?', 'What does BPE stand for, and why is it used?'),
  good: sampleDeck,
  check: perItemThat(['reveal', 'type'], function* (located) {
    const found = recalled(located).find(
      (asked) =>
        asksTwice(asked) ||
        (hint.test(asked.question) && lexiconOf(asked.lang).secondQuestion.test(asked.question)),
    );
    if (found !== undefined)
      yield {
        at: found.stemPath,
        message: 'this asks two things, and a learner may know only one; split it into two questions',
      };
  }),
};

/** A cheap pre-test for a second question. */
const hint = / and |为|原因|怎么|如何/i;
