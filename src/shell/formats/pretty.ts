import type { Diagnostic } from '../../core/diagnostic.ts';
import { frameOf } from '../frame.ts';
import { capped, joined } from './capped.ts';
import { docsLink } from './docs-link.ts';
import type { Format, Page, Report } from './format.ts';
import { safe, spot, styles } from './words.ts';

/** `pretty`: for a person at a terminal. */
export const pretty: Format = {
  name: 'pretty',
  summary: 'Each finding with the line it stands on and a caret under the place. The default on a terminal.',
  lines: true,
  print: (report, page) =>
    joined(
      capped(report.findings, (f) => {
        const { style } = page.paint;
        const related = (f.related ?? []).map((r) => `${safe(spot(r))}: ${safe(r.message)}`);
        const head = `${style(styles[f.severity], heading(f, report, page))}: ${style('strong', safe(f.message))}`;
        return [head, ...framed(f, related, report, page), ''];
      }),
    ),
};

/** `severity[rule]`, where the rule leads to the docs if they have an address. */
function heading({ severity, rule }: Diagnostic, { homepage }: Report, { paint: { link } }: Page): string {
  const id = safe(rule);
  const shown = link === undefined || homepage === undefined ? id : link(id, safe(docsLink(rule, homepage)));
  return `${severity}[${shown}]`;
}

function framed(
  finding: Diagnostic,
  related: readonly string[],
  { texts }: Report,
  { paint, width }: Page,
): readonly string[] {
  const number = String(finding.at.line);
  const gutter = ' '.repeat(number.length);
  const dim = (text: string) => paint.style('dim', text);
  const { line, column, length } = frameOf(
    texts.get(finding.path) ?? '',
    finding.at,
    Math.max(20, width - number.length - 3),
  );
  const caret = ' '.repeat(column) + paint.style(styles[finding.severity], '^'.repeat(length));
  return [
    `${gutter}${dim('-->')} ${safe(spot(finding))}`,
    `${gutter} ${dim('|')}`,
    `${dim(`${number} |`)} ${line}`,
    `${gutter} ${dim('|')} ${caret}`,
    ...related.map((text) => `${gutter} ${dim('=')} ${text}`),
  ];
}
