import { perItem, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const metaSuppressionWithoutReason: Rule = {
  id: 'meta/suppression-without-reason',
  severity: 'warning',
  summary: 'Where a question may break a rule, it says why.',
  why: 'Without a reason nobody can tell later whether the question is right or its author was tired of the rule.',
  bad: sampleWith('    stem:', '    lint: { allow: [{ rule: text/encoding }] }\n    stem:'),
  good: sampleDeck,
  check: perItem(function* ({ item }) {
    for (const [i, { rule, reason }] of (item.lint?.allow ?? []).entries()) {
      if (reason !== undefined) continue;
      const message = `this question may break ${rule}, and nobody knows why: add \`reason\`, in a sentence`;
      yield { at: ['lint', 'allow', i, 'rule'], message };
    }
  }),
};
