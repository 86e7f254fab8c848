import type { Severity } from '#core/base/diagnostic.ts';
import { toPlainJson } from '#shell/page/plain-json.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Format } from './format.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** `gitlab`: for the Code Quality report of GitLab, which marks in a merge request what it adds and what it fixes. */
export const gitlab: Format = {
  name: 'gitlab',
  summary: 'A Code Quality report for GitLab, with fingerprints: save it as an artifact (`codequality`).',
  lines: false,
  print: ({ findings, texts, prefix }) => {
    const names = fingerprintsOf(findings, texts);
    return toPlainJson(
      findings.map(({ rule, severity, message, path, at }, i) => ({
        description: message,
        check_name: rule,
        fingerprint: names[i],
        severity: severities[severity],
        location: { path: `${prefix}${path}`, lines: { begin: at.line, end: at.endLine } },
      })),
    );
  },
};
