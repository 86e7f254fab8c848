import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as Marked } from 'vscode-languageserver/node.js';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { RuleId } from '#core/base/rule-id.ts';
import { about } from '#shell/page/about.ts';
import { docsLinkFor } from '#shell/report/formats/docs-link.ts';
import type { Checked } from './checker.ts';
import { locationOf, type OpenFile, rangeIn } from './open-files.ts';
import { isOfBank, shownPathOf } from './scope.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What can be deleted without loss, and is therefore shown faded. */
const unneeded: ReadonlySet<RuleId> = new Set(['meta/unused-suppression', 'ref/unused-source']);

/** Returns the findings in an open file; none if the file is not of a bank. */
export function findingsIn(
  { uri, file, document }: OpenFile,
  { scope, read, findings }: Checked,
): readonly Diagnostic[] {
  const path = shownPathOf({ uri, file }, scope.cwd);
  if (!isOfBank({ path, text: document.getText() }, read)) return [];
  return findings.filter((finding) => finding.path === path);
}

/** Returns a finding as editors have it. */
export function toLsp(
  finding: Diagnostic,
  { document }: OpenFile,
  { scope }: Checked,
  open: Iterable<OpenFile>,
): Marked {
  const { rule, severity, message, related = [], at } = finding;
  const others = [...open];
  return {
    range: rangeIn(document, at),
    severity: severities[severity],
    code: rule,
    ...(about.homepage === undefined ? {} : { codeDescription: { href: docsLinkFor(rule, about.homepage) } }),
    source: 'llmquiz',
    message,
    ...(unneeded.has(rule) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((one) => ({
            location: locationOf(one.path, one.at, scope, others),
            message: one.message,
          })),
        }),
  };
}
