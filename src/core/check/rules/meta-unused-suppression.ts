import type { Diagnostic } from '../../diagnostic.ts';
import { grouped } from '../../grouped.ts';
import { sampleDeck, sampleWith } from '../example.ts';
import { inItem, type Rule } from '../rule.ts';
import { covers, isBinding, suppressionsIn } from '../suppressions.ts';

export const metaUnusedSuppression: Rule = {
  id: 'meta/unused-suppression',
  severity: 'warning',
  summary: 'A question may break only rules that it does break.',
  why: 'What a question no longer breaks stays allowed for good, and hides the next slip of that sort.',
  bad: sampleWith(
    '    stem:',
    '    lint: { allow: [{ rule: text/encoding, reason: It shows a lost character. }] }\n    stem:',
  ),
  good: sampleDeck,
  *review(bank, found, ran) {
    // Of a part of a bank it cannot be told: some rules look at all of it.
    if (!bank.whole || !bank.complete) return;
    const suppressions = suppressionsIn(bank);
    const findings = suppressions.length > 0 ? grouped(found, (f) => f.item) : new Map();
    const byItem = grouped(suppressions, (s) => s.of);
    for (const located of suppressions) {
      const { suppression, of, path } = located;
      if (!ran.has(suppression.rule) || isBinding(suppression.rule)) continue;
      if (suppression.reason === undefined && ran.has('meta/suppression-without-reason')) continue;
      const own: readonly Diagnostic[] = findings.get(of.item.id) ?? [];
      const isCovered = (f: Diagnostic) => byItem.get(of)?.some((s) => covers(s, f)) === true;
      // An item with an error is to be mended first, and what it breaks then is not known yet.
      if (own.some((f) => covers(located, f) || (f.severity === 'error' && !isCovered(f)))) continue;
      const message = `this question does not break ${suppression.rule}: remove it from \`allow\``;
      yield inItem(of, { at: [...path, 'rule'], message });
    }
  },
};
