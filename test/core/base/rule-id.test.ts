import { expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { type RuleId, ruleIds } from '#core/base/rule-id.ts';
import { groups } from '#core/check/contract/groups.ts';
import { rules } from '#core/check/rules/index.ts';
import { dropUnwanted } from '#core/check/selection.ts';
import { readYaml } from '#core/yaml/source.ts';

it('is the id of a rule, and every rule has one', () => {
  expect([...ruleIds]).toEqual(rules.map(({ id }) => id).sort());
  expect(new Set(ruleIds.map((id) => id.split('/')[0]))).toEqual(new Set(groups.keys()));
});

it('does not compile if it is misspelt', () => {
  // @ts-expect-error A letter is in the wrong place.
  const misspelt: RuleId = 'schema/rnage';
  // @ts-expect-error It is put together, and could be anything.
  const assembled: RuleId = `schema/${'range' as string}`;
  expect(ruleIds).not.toContain(misspelt);
  expect(ruleIds).toContain(assembled);
});

it('a finding that no rule claims is not dropped', () => {
  const at = readYaml({ path: 'a.yaml', text: '' }).span(0, 0);
  const found = (rule: string): Diagnostic => ({
    rule: rule as RuleId,
    severity: 'error',
    path: 'a.yaml',
    at,
    message: '',
  });
  const [claimed, unwanted, unclaimed] = ['schema/range', 'schema/bad-id', 'schema/rnage'].map(found);
  expect(
    dropUnwanted(
      [claimed!, unwanted!, unclaimed!],
      new Set(['schema/range', 'schema/bad-id']),
      new Set(['schema/range']),
    ),
  ).toEqual([claimed, unclaimed]);
});
