import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { citedIn } from '#core/check/rules/source/cited.ts';

export const sourceMissing: Rule = {
  id: 'source/missing',
  severity: 'info',
  summary: 'Every source should have a `url` or name an entry of sources.yaml.',
  why: 'A title has to be searched for, and learners who doubt an answer will not do that.',
  bad: makeSampleDeck('        url: https://aclanthology.org/P16-1162\n', ''),
  good: sampleDeck,
  *check(bank) {
    for (const { source, found } of citedIn(bank)) {
      if ('ref' in source || source.url !== undefined) continue;
      yield found('this source has no link; add its `url`', 'title');
    }
  },
};
