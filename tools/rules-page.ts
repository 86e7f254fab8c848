import { groupBy } from '#core/base/group-by.ts';
import { groupOf, groups } from '#core/check/contract/groups.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { type ShownFile, showExamples } from '#core/check/examples/shown.ts';
import { rules } from '#core/check/rules/index.ts';
import { table } from './field-tables.ts';

/** Returns `docs/rules.md`: every rule of `check` with its reason and its examples. */
export function rulesPage(): string {
  const byGroup = [...groupBy(rules, ({ id }) => groupOf(id))];
  const parts = [
    '# Rules of `llmquiz check`',
    'Printed from `src/core/check/rules` by `npm run docs`; a test fails if the two differ. Edit the rules, not this page.',
    'An *error* makes the run fail; a *warning* or an *info* does not, unless `--fail-on` is set. Of two severities, the second is that of findings on other evidence. The quiz skips questions with errors of a rule marked *skipped*, and asks those with other errors. `llmquiz check --explain RULE` prints one of these sections. For all options, and how to allow a finding, see [check.md](check.md).',
    table(
      ['group', 'subject', 'rules'],
      byGroup.map(([group, own]) => [`[${group}](#${group})`, groups.get(group) ?? '', String(own.length)]),
    ),
    table(['rule', 'severity', '', 'requirement'], rules.map(rowOf)),
    'Examples show the difference between bad and good, with two lines around it. Invisible characters are written as `<U+200B>`, control characters as their pictures (`␛`), and spaces at the end of a line as `·`.',
    ...byGroup.flatMap(([group, own]) => [`## ${group}`, groups.get(group) ?? '', ...own.flatMap(sectionOf)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Escapes asterisks, which are literal in summaries and reasons. */
const prose = (text: string) => text.replaceAll('*', '\\*');

const anchor = (id: string) => id.replace('/', '');

const severitiesOf = ({ severity, sometimes }: Rule) =>
  sometimes === undefined ? severity : `${severity} or ${sometimes}`;

function rowOf(rule: Rule): readonly string[] {
  const { id, off, keepsOut, fixable, summary } = rule;
  const marks = [...(off ? ['off'] : []), ...(keepsOut ? ['skipped'] : []), ...(fixable ? ['`--fix`'] : [])];
  return [`[${id}](#${anchor(id)})`, severitiesOf(rule), marks.join(', '), prose(summary)];
}

const skipping = {
  question: 'the quiz skips a question with such an error',
  pair: 'the quiz skips both questions',
};

function sectionOf(rule: Rule): readonly string[] {
  const { id, off, keepsOut, fixable, words, summary, why } = rule;
  const { before, bad, good } = showExamples(rule);
  const marks = [
    ...(off ? ['off by default'] : []),
    ...(keepsOut ? [skipping[keepsOut]] : []),
    ...(fixable ? ['`--fix` can fix it'] : []),
    ...(words ? [`knows words of ${words.join(', ')}`] : []),
  ];
  return [
    `### ${id}`,
    `**${prose(summary)}** ${prose(why)}`,
    `*${[severitiesOf(rule), ...marks].join('; ')}*`,
    ...blocks('Before:', before),
    ...blocks('Bad:', bad),
    ...blocks('Good:', good),
  ];
}

function blocks(title: string, files: readonly ShownFile[]): readonly string[] {
  if (files.length === 0) return [];
  const texts = files.map(({ path, lines }) => {
    const named = path === undefined ? lines : [`# ${path}`, ...lines];
    // A fence longer than any run of backticks in it.
    const longest = Math.max(2, ...(named.join('\n').match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}yaml`, ...named, fence].join('\n');
  });
  return [title, ...texts];
}
