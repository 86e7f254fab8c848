import { formatCount } from '#core/base/format-count.ts';
import { groupBy } from '#core/base/group-by.ts';
import { groupOf, groups } from '#core/check/contract/groups.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { type ShownFile, showExamples } from '#core/check/examples/shown.ts';
import { rules } from '#core/check/rules/index.ts';
import { findUnknownName } from '#core/check/selection.ts';
import { about } from '#shell/page/about.ts';
import { type Line, makeSpan } from '#shell/page/line.ts';
import { printerFor, printJson } from '#shell/page/print.ts';
import { styles } from '#shell/report/formats/closing.ts';
import { docsLinkFor } from '#shell/report/formats/docs-link.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';

/** `--list-rules`: prints all rules by group, or as JSON. */
export async function listRules(world: World, format: string | undefined): Promise<ExitCode> {
  if (format === 'json') {
    printJson(world, { version: 1, rules: rules.map(listed) });
    return 0;
  }
  if (format !== undefined && format !== 'pretty' && format !== 'concise')
    throw new UserError(
      `--list-rules cannot be used with --format ${format}. Drop --format, or use --format json.`,
    );
  const { print } = await printerFor(world);
  for (const [group, own] of groupBy(rules, ({ id }) => groupOf(id))) {
    print([[makeSpan('strong', group), `: ${groups.get(group) ?? ''}`], '']);
    for (const rule of own) print([headOf(rule), `    ${rule.summary}`]);
    print(['']);
  }
  print([`${formatCount(rules.length, 'rule')}. For reasons and examples: llmquiz check --explain RULE`]);
  return 0;
}

/** `--explain RULE`: prints its summary, its reason, and a bad and a good example. */
export async function explainRule(world: World, name: string): Promise<ExitCode> {
  const rule = rules.find(({ id }) => id === name);
  if (rule === undefined) {
    const meant = findUnknownName([name], rules)?.meant;
    const hint =
      meant === undefined ? 'List them with `llmquiz check --list-rules`.' : `Did you mean ${meant}?`;
    throw new UserError(`--explain: unknown rule ${name}. ${hint}`);
  }
  const { print } = await printerFor(world);
  const { before, bad, good } = showExamples(rule);
  print([headOf(rule), '', rule.summary, rule.why, '']);
  print([...examples('Before', before), ...examples('Bad', bad), ...examples('Good', good)]);
  print([`More: ${docsLinkFor(rule.id, about.homepage)}`]);
  return 0;
}

function headOf(rule: Rule): Line {
  const marks = [
    ...(rule.off ? ['off unless selected'] : []),
    ...(rule.keepsOut ? ['the quiz skips the question'] : []),
    ...(rule.fixable ? ['fixable with --fix'] : []),
    ...(rule.words ? [`knows words of ${rule.words.join(', ')}`] : []),
  ];
  return [
    ...['  ', makeSpan('strong', rule.id), '  ', makeSpan(styles[rule.severity], rule.severity)],
    ...(rule.sometimes === undefined ? [] : [' or ', makeSpan(styles[rule.sometimes], rule.sometimes)]),
    ...(marks.length > 0 ? [`, ${marks.join(', ')}`] : []),
  ];
}

function examples(title: string, files: readonly ShownFile[]): readonly Line[] {
  if (files.length === 0) return [];
  const lines = files.flatMap(({ path, lines: own }) => [
    ...(path === undefined ? [] : [`# ${path}`]),
    ...own,
  ]);
  return [`${title}:`, ...lines.map((line) => `    ${line}`), ''];
}

function listed(rule: Rule) {
  const { id, severity, sometimes, off = false, fixable = false, keepsOut, words, summary, why } = rule;
  return {
    id,
    group: groupOf(id),
    severity,
    ...(sometimes === undefined ? {} : { sometimes }),
    off,
    fixable,
    skipped: keepsOut !== undefined,
    ...(words === undefined ? {} : { words }),
    summary,
    why,
    docs: docsLinkFor(id, about.homepage),
  };
}
