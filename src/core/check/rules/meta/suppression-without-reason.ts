import { checkItems, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const metaSuppressionWithoutReason: Rule = {
  id: 'meta/suppression-without-reason',
  severity: 'warning',
  summary: 'A question that is allowed to break a rule must give a reason.',
  why: 'Without a reason, nobody can tell later whether the question is right or the author was tired of the rule.',
  bad: makeSampleDeck('    stem:', '    lint: { allow: [{ rule: text/encoding }] }\n    stem:'),
  good: sampleDeck,
  check: checkItems(function* ({ item }) {
    for (const [i, { rule, reason }] of (item.lint?.allow ?? []).entries()) {
      if (reason !== undefined) continue;
      const message = `${rule} is allowed here without a reason; add \`reason\``;
      yield { at: ['lint', 'allow', i, 'rule'], message };
    }
  }),
};
