import { expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatFinding, summarise } from '#core/base/findings.ts';
import { formatPercent } from '#core/base/percent.ts';
import { readYaml } from '#core/yaml/source.ts';
import { concise } from '#shell/report/formats/concise.ts';
import { page, reportWith } from '../../shell/report/formats/reported.ts';

const at = readYaml({ path: 'a.yaml', text: 'key: value' }).place(['key']);
const finding = (message: string): Diagnostic => ({
  rule: 'schema/range',
  severity: 'error',
  path: 'a.yaml',
  at,
  message,
});

it('a finding in one line is the same wherever it is printed', () => {
  const line = 'a.yaml:1:6: error: too long [schema/range]';
  expect(formatFinding(finding('too long'))).toBe(line);
  expect(summarise([finding('too long\nindeed')])).toEqual([line]);
  expect(concise.print(reportWith({ findings: [finding('too long')] }), page)).toBe(`${line}\n`);
});

it('counts what is not shown', () => {
  const many = Array.from({ length: 12 }, (_, i) => finding(`${i}`));
  expect(summarise(many)).toHaveLength(11);
  expect(summarise(many).at(-1)).toBe('... and 2 more');
});

it.each([
  [0, '0%'],
  [0.224, '22%'],
  [0.225, '23%'],
  [1, '100%'],
])('%d is %s', (share, shown) => {
  expect(formatPercent(share)).toBe(shown);
});
