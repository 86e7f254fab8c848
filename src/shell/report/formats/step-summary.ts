import { severities } from '#core/base/diagnostic.ts';
import { placeTextOf } from '#core/base/findings.ts';
import { plainPaint } from '#shell/page/paint.ts';
import { joinLines } from './capped.ts';
import { closingTextOf, neutraliseText } from './closing.ts';
import type { Report } from './format.ts';

const mostRows = 50;

/** Returns the Markdown for the page of a GitHub run: the closing line and a table of findings, the worst first. */
export function stepSummaryOf(report: Report): string {
  const sorted = severities.flatMap((severity) => report.findings.filter((f) => f.severity === severity));
  const rows = sorted.slice(0, mostRows).map((f) => {
    const cells = [f.severity, code(placeTextOf(f)), code(f.rule), prose(f.message)];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const more = sorted.length > mostRows ? ['', `and ${sorted.length - mostRows} more`] : [];
  const table = ['', '| severity | place | rule | finding |', '|---|---|---|---|', ...rows, ...more];
  return joinLines([
    '### llmquiz check',
    '',
    closingTextOf(report, { paint: plainPaint, columns: 0 }).trimEnd(),
    ...(rows.length > 0 ? table : []),
    '',
  ]);
}

/** Returns a text as inline code, in as many backticks as it takes. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${neutraliseText(text)}${gap}${fence}`;
}

/** Escapes a message for Markdown; text in backticks stays code. */
function prose(text: string): string {
  const parts = neutraliseText(text).split('`');
  // An odd number of backticks pairs none of them for certain.
  if (parts.length % 2 === 0) return plain(parts.join("'"));
  return parts.map((part, i) => (i % 2 === 1 ? `\`${part}\`` : plain(part))).join('');
}

const plain = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\*_[\]#~]/g, '\\$&');
