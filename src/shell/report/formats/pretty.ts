import type { Diagnostic } from '#core/base/diagnostic.ts';
import { spot } from '#core/base/findings.ts';
import { type Line, span } from '#shell/page/line.ts';
import { wrapped } from '#shell/page/render.ts';
import { capped, joined } from './capped.ts';
import { safe, styles } from './closing.ts';
import { docsLink } from './docs-link.ts';
import type { Format, Page, Report } from './format.ts';
import { frameOf } from './frame.ts';

const widthWithoutTerminal = 100;

/** `pretty`: for a person at a terminal. */
export const pretty: Format = {
  name: 'pretty',
  summary: 'Each finding with its source line and a caret under the place. The default on a terminal.',
  lines: true,
  print: (report, page) =>
    joined(
      capped(report.findings, (f) => [
        ...wrapped(heading(f, report, page), page.columns, page.paint),
        ...framed(f, report, page),
        '',
      ]),
    ),
};

/** Returns `severity[rule]: message`; the rule links to its docs if they have a URL. */
function heading({ severity, rule, message }: Diagnostic, { homepage }: Report, { paint }: Page): Line {
  const style = styles[severity];
  const url = paint.link === undefined || homepage === undefined ? {} : { url: docsLink(rule, homepage) };
  return [
    span(style, `${severity}[`),
    { text: safe(rule), style, ...url },
    span(style, ']'),
    ': ',
    span('strong', safe(message)),
  ];
}

function framed(finding: Diagnostic, { texts }: Report, { paint, columns }: Page): readonly string[] {
  const number = String(finding.at.line);
  const gutter = ' '.repeat(number.length);
  const dim = (text: string) => paint.style('dim', text);
  const { line, column, length } = frameOf(
    texts.get(finding.path) ?? '',
    finding.at,
    Math.max(20, (columns || widthWithoutTerminal) - number.length - 3),
  );
  const caret = ' '.repeat(column) + paint.style(styles[finding.severity], '^'.repeat(length));
  return [
    `${gutter}${dim('-->')} ${safe(spot(finding))}`,
    `${gutter} ${dim('|')}`,
    `${dim(`${number} |`)} ${line}`,
    `${gutter} ${dim('|')} ${caret}`,
    ...(finding.related ?? []).flatMap((r) => {
      const room = columns === 0 ? 0 : Math.max(20, columns - number.length - 3);
      const lines = wrapped(`${safe(spot(r))}: ${safe(r.message)}`, room, paint);
      return lines.map((text, i) => `${gutter} ${i === 0 ? dim('=') : ' '} ${text}`);
    }),
  ];
}
