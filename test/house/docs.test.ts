import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { groupOf, groups } from '../../src/core/check/groups.ts';
import { rules } from '../../src/core/check/rules/index.ts';
import { formats } from '../../src/shell/formats/index.ts';
import { kindsPage } from '../../tools/kinds-page.ts';
import { rulesPage } from '../../tools/rules-page.ts';

it.each([
  ['docs/kinds.md', kindsPage],
  ['docs/rules.md', rulesPage],
])('%s is what the code prints (npm run docs)', (path, page) => {
  expect(readFileSync(path, 'utf8')).toBe(page());
});

it('every group of rules is described, and there are no others', () => {
  expect([...groups.keys()].sort()).toEqual([...new Set(rules.map(({ id }) => groupOf(id)))].sort());
});

it('docs/check.md has every format with what it is', () => {
  const page = readFileSync('docs/check.md', 'utf8');
  for (const { name, summary } of formats) expect(page).toContain(`| \`${name}\` | ${summary} |`);
});
