import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { groupBy } from '#core/base/group-by.ts';
import { memoise } from '#core/base/memoise.ts';
import { placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { isBinding, suppressionsIn } from '#core/check/rules/meta/suppressions.ts';

export const metaUnusedSuppression: Rule = {
  id: 'meta/unused-suppression',
  severity: 'warning',
  summary: 'A question must allow only rules that it breaks.',
  why: 'A rule that stays allowed would hide the next mistake of that kind.',
  bad: makeSampleDeck(
    '    stem:',
    '    lint: { allow: [{ rule: text/encoding, reason: It shows a lost character. }] }\n    stem:',
  ),
  good: sampleDeck,
  *review(bank, found, ran) {
    // Unknown for part of a bank, since some rules look at all of it.
    if (!bank.whole || !bank.complete) return;
    const suppressions = suppressionsIn(bank);
    if (suppressions.length === 0) return;
    const findings = groupBy(found, (f) => f.item);
    const broken = memoise((of: LocatedItem) => brokenIn(of, findings.get(of.item.id) ?? []));
    for (const { suppression, of, path } of suppressions) {
      if (!ran.has(suppression.rule) || isBinding(suppression.rule)) continue;
      if (suppression.reason === undefined && ran.has('meta/suppression-without-reason')) continue;
      const { rules, inError } = broken(of);
      if (inError || rules.has(suppression.rule)) continue;
      const message = `this question does not break ${suppression.rule}; remove it from \`allow\``;
      yield placeInItem(of, { at: [...path, 'rule'], message });
    }
  },
};

/** Returns the rules that an item breaks, and whether it has an error that is not allowed: once that is fixed, others may break. */
function brokenIn(of: LocatedItem, found: readonly Diagnostic[]) {
  const rules: ReadonlySet<string> = new Set(
    found.filter(({ path }) => path === of.source.path).map(({ rule }) => rule),
  );
  const allowed = new Set((of.item.lint?.allow ?? []).map((suppression) => suppression.rule));
  const isAllowed = ({ rule, path }: Diagnostic) =>
    path === of.source.path && allowed.has(rule) && !isBinding(rule);
  return { rules, inError: found.some((f) => f.severity === 'error' && !isAllowed(f)) };
}
