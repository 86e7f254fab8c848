import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { groupOf, groups } from '#core/check/contract/groups.ts';
import { rules } from '#core/check/rules/index.ts';
import { formats } from '#shell/report/formats/index.ts';
import { bankPage } from '../../tools/bank-page.ts';
import { kindsPage } from '../../tools/kinds-page.ts';
import { rulesPage } from '../../tools/rules-page.ts';
import { fakeMachine } from '../fake-world.ts';

it.each([
  ['docs/bank.md', bankPage],
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

it.each(['pretty', 'concise', 'github'])('docs/check.md shows what `check` prints as %s', async (format) => {
  const page = readFileSync('docs/check.md', 'utf8');
  const deck = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const machine = fakeMachine();
  mkdirSync(join(machine.root, 'questions'));
  writeFileSync(join(machine.root, 'questions', 'tokens.yaml'), deck);
  const { out } = await machine.run(`check --format ${format}`);
  expect(page).toContain(`\n\`\`\`\n${out}\`\`\`\n`);
});

it('the README shows findings that docs/check.md shows', () => {
  const [, shown = ''] = /```\n(warning\[[\s\S]*?)\n```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(shown).not.toBe('');
  expect(readFileSync('docs/check.md', 'utf8')).toContain(shown);
});

it('docs/check.md has every option of `check`', async () => {
  const { out } = await fakeMachine().run('check --help');
  const page = readFileSync('docs/check.md', 'utf8');
  const options = [...out.matchAll(/^ +(--[a-z-]+)/gm)].map(([, option = '']) => option);
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) expect(page).toContain(`\`${option}`);
});

const glossary = readFileSync('docs/glossary.md', 'utf8');
const carriers = [...glossary.matchAll(/^\|.*\| (?:`(\w+)` in )?`([^`]+)` \|$/gm)];

it('the glossary has its words, each once', () => {
  const words = carriers.flatMap(([row]) => (row.split('|')[1] ?? '').split(',').map((word) => word.trim()));
  expect(words.length).toBeGreaterThan(40);
  expect(new Set(words).size).toBe(words.length);
});

it.each(carriers.map(([, type, path]) => [type, path] as const))(
  'the glossary names what there is: %s in %s',
  (type, path = '') => {
    const text = readFileSync(path, 'utf8');
    if (type !== undefined)
      expect(text).toMatch(new RegExp(`^export (?:interface|type|class) ${type}\\b`, 'm'));
  },
);
