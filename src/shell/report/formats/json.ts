import type { Diagnostic } from '#core/base/diagnostic.ts';
import { countOf } from '#core/base/diagnostic.ts';
import { toPlainJson } from '#shell/page/plain-json.ts';
import { countByRule } from './closing.ts';
import { docsLinkFor } from './docs-link.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Format, Report } from './format.ts';

/** Raised if a field is removed or changes its meaning; fields may be added at any time. */
const jsonVersion = 1;

/** `json`: everything, for other programs; `docs/check.md` describes the fields. */
export const json: Format = {
  name: 'json',
  summary: 'One object with everything: findings with places and fixes, counts, guessability.',
  lines: false,
  print: (report) => {
    const { findings, allowed, texts, homepage } = report;
    const names = fingerprintsOf(findings, texts);
    return toPlainJson({
      version: jsonVersion,
      tool: { name: 'llmquiz', version: report.version },
      summary: summaryOf(report),
      findings: findings.map((finding, i) => ({
        ...found(finding),
        ...(finding.fix === undefined ? {} : { fix: { title: finding.fix.title, edits: finding.fix.edits } }),
        docs: docsLinkFor(finding.rule, homepage),
        fingerprint: names[i],
      })),
      allowed: allowed.map(({ finding, by }) => ({ ...found(finding), reason: by.reason })),
    });
  },
};

function summaryOf({ findings, allowed, counts, guessability, unworded, hidden = {} }: Report) {
  return {
    ...counts,
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    infos: countOf(findings, 'info'),
    allowed: allowed.length,
    ...(hidden.known === undefined ? {} : { known: hidden.known }),
    ...(hidden.unchanged === undefined ? {} : { unchanged: hidden.unchanged }),
    rules: countByRule(findings).map(([rule, count]) => ({ rule, count })),
    guessability: guessability.map(({ items, ...rates }) => ({ ...rates, questions: items })),
    ...(unworded === undefined ? {} : { unworded }),
  };
}

function found({ rule, severity, message, path, item, at, related = [] }: Diagnostic) {
  return {
    ...{ rule, severity, message, path, question: item, ...at },
    related: related.map((r) => ({ message: r.message, path: r.path, ...r.at })),
  };
}
