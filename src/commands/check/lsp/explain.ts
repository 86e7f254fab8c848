import type { Rule } from '#core/check/contract/rule.ts';
import { type ShownFile, showExamples } from '#core/check/examples/shown.ts';
import { rules } from '#core/check/rules/index.ts';
import { about } from '#shell/page/about.ts';
import { docsLinkFor } from '#shell/report/formats/docs-link.ts';

/** Returns what a rule asks and why, with its examples, in Markdown; undefined if there is no such rule. */
export function describeRule(id: string): string | undefined {
  const rule = rules.find((one) => one.id === id);
  return rule && [headOf(rule), rule.summary, rule.why, ...examplesOf(rule), ...docsOf(rule)].join('\n\n');
}

function headOf({ id, severity, fixable, off }: Rule): string {
  const marks = [severity, ...(off ? ['off unless selected'] : []), ...(fixable ? ['fixable'] : [])];
  return `**${id}** (${marks.join(', ')})`;
}

function examplesOf(rule: Rule): readonly string[] {
  const { before, bad, good } = showExamples(rule);
  return [...example('Before', before), ...example('Bad', bad), ...example('Good', good)];
}

function example(title: string, files: readonly ShownFile[]): readonly string[] {
  if (files.length === 0) return [];
  const lines = files.flatMap(({ path, lines: own }) => [
    ...(path === undefined ? [] : [`# ${path}`]),
    ...own,
  ]);
  return [`${title}:`, ['~~~yaml', ...lines, '~~~'].join('\n')];
}

function docsOf({ id }: Rule): readonly string[] {
  return about.homepage === undefined ? [] : [`[More](${docsLinkFor(id, about.homepage)})`];
}
