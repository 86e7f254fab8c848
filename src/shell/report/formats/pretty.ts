import type { Diagnostic } from '#core/base/diagnostic.ts';
import { placeTextOf } from '#core/base/findings.ts';
import { type Line, makeSpan } from '#shell/page/line.ts';
import { wrapLine } from '#shell/page/render.ts';
import { capFindings, joinLines } from './capped.ts';
import { neutraliseText, styles } from './closing.ts';
import { docsLinkFor } from './docs-link.ts';
import type { Format, Page, Report } from './format.ts';
import { frameOf } from './frame.ts';

const widthWithoutTerminal = 100;

/** `pretty`: for a person at a terminal. */
export const pretty: Format = {
  name: 'pretty',
  summary: 'Each finding with its source line and a caret under the place. The default on a terminal.',
  lines: true,
  print: (report, page) =>
    joinLines(
      capFindings(report.findings, (f) => [
        ...wrapLine(heading(f, report, page), page.columns, page.paint),
        ...framed(f, report, page),
        '',
      ]),
    ),
};

/** Returns `severity[rule]: message`; the rule links to its docs if they have a URL. */
function heading({ severity, rule, message }: Diagnostic, { homepage }: Report, { paint }: Page): Line {
  const style = styles[severity];
  const url = paint.link === undefined || homepage === undefined ? {} : { url: docsLinkFor(rule, homepage) };
  return [
    makeSpan(style, `${severity}[`),
    { text: neutraliseText(rule), style, ...url },
    makeSpan(style, ']'),
    ': ',
    makeSpan('strong', neutraliseText(message)),
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
    `${gutter}${dim('-->')} ${neutraliseText(placeTextOf(finding))}`,
    `${gutter} ${dim('|')}`,
    `${dim(`${number} |`)} ${line}`,
    `${gutter} ${dim('|')} ${caret}`,
    ...(finding.related ?? []).flatMap((r) => {
      const room = columns === 0 ? 0 : Math.max(20, columns - number.length - 3);
      const lines = wrapLine(`${neutraliseText(placeTextOf(r))}: ${neutraliseText(r.message)}`, room, paint);
      return lines.map((text, i) => `${gutter} ${i === 0 ? dim('=') : ' '} ${text}`);
    }),
  ];
}
