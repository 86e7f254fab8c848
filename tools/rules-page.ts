import { grouped } from '#core/base/grouped.ts';
import { groupOf, groups } from '#core/check/contract/groups.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { type ShownFile, shownExamples } from '#core/check/examples/shown.ts';
import { rules } from '#core/check/rules/index.ts';
import { table } from './field-tables.ts';

/** `docs/rules.md`: every rule of `check` with its reason and its examples. */
export function rulesPage(): string {
  const byGroup = [...grouped(rules, ({ id }) => groupOf(id))];
  const parts = [
    '# Rules of `llmquiz check`',
    'Printed from `src/core/check/rules` by `npm run docs`; a test fails where the two differ. Edit the rules, not this page.',
    'An *error* keeps a question out of the quiz and makes the run fail; a *warning* and an *info* do not, unless `--fail-on` says so. `llmquiz check --explain RULE` prints one of these sections. How to allow a finding, and all options: [check.md](check.md).',
    table(
      ['group', 'what it looks at', 'rules'],
      byGroup.map(([group, own]) => [`[${group}](#${group})`, groups.get(group) ?? '', String(own.length)]),
    ),
    table(['rule', 'severity', '', 'what a bank must be like'], rules.map(rowOf)),
    'Examples show what differs between bad and good, with two lines around it. Characters that cannot be seen are written as `<U+200B>`, control characters as their pictures (`␛`), and blanks at the end of a line as `·`.',
    ...byGroup.flatMap(([group, own]) => [`## ${group}`, groups.get(group) ?? '', ...own.flatMap(sectionOf)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Asterisks in a sentence are meant as such. */
const prose = (text: string) => text.replaceAll('*', '\\*');

const anchor = (id: string) => id.replace('/', '');

function rowOf({ id, severity, off, fixable, summary }: Rule): readonly string[] {
  const marks = [...(off ? ['off'] : []), ...(fixable ? ['`--fix`'] : [])];
  return [`[${id}](#${anchor(id)})`, severity, marks.join(', '), prose(summary)];
}

function sectionOf(rule: Rule): readonly string[] {
  const { id, severity, off, fixable, summary, why } = rule;
  const { before, bad, good } = shownExamples(rule);
  const marks = [
    ...(off ? [`off unless \`--select\` names it`] : []),
    ...(fixable ? ['fixable with `--fix`, if the intended meaning is clear'] : []),
  ];
  return [
    `### ${id}`,
    `**${prose(summary)}** ${prose(why)}`,
    `*${[severity, ...marks].join('; ')}*`,
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
