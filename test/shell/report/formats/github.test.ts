import { expect, it } from 'vitest';
import { type RuleId, ruleIds } from '#core/base/rule-id.ts';
import { github } from '#shell/report/formats/github.ts';
import { finding, page, reportWith } from './reported.ts';

const print = (given: Parameters<typeof reportWith>[0]) => github.print(reportWith(given), page);
const lines = (given: Parameters<typeof reportWith>[0]) => print(given).trimEnd().split('\n');

it('escapes the text and the properties each in its way', () => {
  const message = '50 % of a: b, c\r\nd::e';
  expect(print({ findings: [finding({ path: 'a:b,c%.yaml', message })] })).toBe(
    '::warning file=a%3Ab%2Cc%25.yaml,line=2,endLine=2,col=3,endColumn=5,title=item/clang::50 %25 of a: b, c␍%0Ad::e\n',
  );
});

it('has no columns if it is about several lines', () => {
  const at = { line: 2, column: 3, endLine: 4, endColumn: 1, start: 0, end: 9 };
  expect(print({ findings: [finding({ at, severity: 'info' })] })).toBe(
    '::notice file=a.yaml,line=2,endLine=4,title=item/clang::so it is\n',
  );
});

it('counts paths from the root of the repository', () => {
  expect(print({ findings: [finding()], prefix: 'sub/' })).toContain('file=sub/a.yaml,');
  expect(print({ findings: [finding({ path: '/x/a.yaml' })], prefix: 'sub/' })).toContain('file=/x/a.yaml,');
});

it('puts the most severe first', () => {
  const findings = (['info', 'warning', 'error'] as const).map((severity) => finding({ severity }));
  expect(lines({ findings }).map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::notice']);
});

const many = (rule: RuleId, count: number) =>
  Array.from({ length: count }, (_, i) => finding({ rule, message: `${rule} ${i}` }));

it('folds what GitHub would drop of a rule into its last annotation', () => {
  const printed = lines({ findings: [...many('text/nfc', 30), ...many('yaml/limits', 2)] });
  expect(printed).toHaveLength(10);
  expect(printed.filter((line) => line.includes('title=yaml/limits::'))).toHaveLength(2);
  expect(printed.filter((line) => line.includes('title=text/nfc::'))).toHaveLength(7);
  expect(printed[7]).toContain('title=23 more findings of text/nfc::a.yaml:2:3: text/nfc 7%0A');
  expect(printed[7]).toMatch(/text\/nfc 26%0Aand 3 more$/);
});

it('names each of more rules than it has room for', () => {
  const printed = lines({ findings: ruleIds.slice(0, 12).flatMap((rule) => many(rule, 2)) });
  expect(printed).toHaveLength(10);
  expect(printed[0]).toContain(`title=2 findings of ${ruleIds[0]}::`);
  expect(printed[9]).toContain(
    'title=6 findings of other rules::bank/position-bias: 2%0Abank/same-rationale: 2%0Abank/topic-coverage: 2%0Aa.yaml:2:3: bank/position-bias 0%0A',
  );
});

it('shows ten of a level as they are', () => {
  expect(lines({ findings: many('text/nfc', 10) }).every((line) => line.includes('title=text/nfc::'))).toBe(
    true,
  );
});
