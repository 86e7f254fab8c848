import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { severities } from '#core/base/diagnostic.ts';
import { placeTextOf } from '#core/base/findings.ts';
import { formatCount } from '#core/base/format-count.ts';
import { groupBy } from '#core/base/group-by.ts';
import { neutralise } from '#core/base/neutral.ts';
import { joinLines } from './capped.ts';
import { countByRule } from './closing.ts';
import type { Format, Report } from './format.ts';

/** `github`: annotations at the lines of a pull request. */
export const github: Format = {
  name: 'github',
  summary:
    'Workflow annotations, which GitHub shows at the lines of a change. In GitHub Actions they are also printed by default, after the text.',
  lines: true,
  print: (report) => joinLines(severities.flatMap((severity) => annotations(report, severity))),
};

/** How many annotations GitHub shows per level and step; it silently drops the others. */
const most = 10;
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Returns the annotations of one level: if GitHub would drop some, each rule gets a share, and a count of the rest. */
function annotations(report: Report, severity: Severity): readonly string[] {
  const own = report.findings.filter((f) => f.severity === severity);
  if (own.length <= most) return own.map((f) => annotation(report, f, f.rule, f.message));
  const byRule = [...groupBy(own, (f) => f.rule).values()];
  const named = byRule.length <= most ? byRule : byRule.slice(0, most - 1);
  const others = byRule.slice(named.length).flat();
  const room = shares(
    named.map((findings) => findings.length),
    most - (others.length > 0 ? 1 : 0),
  );
  return [
    ...named.flatMap((findings, i) => ofRule(report, findings, room[i] ?? 1)),
    ...folded(report, others, `${formatCount(others.length, 'finding')} of other rules`),
  ];
}

/** Shares out places in turns, until all needs are met or none is left. */
function shares(needs: readonly number[], room: number): readonly number[] {
  const given = needs.map(() => 0);
  for (let left = room; left > 0; ) {
    const hungry = needs.flatMap((need, i) => (need > (given[i] ?? 0) ? [i] : []));
    if (hungry.length === 0) break;
    for (const i of hungry.slice(0, left)) given[i] = (given[i] ?? 0) + 1;
    left -= hungry.length;
  }
  return given;
}

function ofRule(report: Report, findings: readonly Diagnostic[], room: number): readonly string[] {
  if (findings.length <= room) return findings.map((f) => annotation(report, f, f.rule, f.message));
  const rest = findings.slice(room - 1);
  const [first] = findings;
  return [
    ...findings.slice(0, room - 1).map((f) => annotation(report, f, f.rule, f.message)),
    ...folded(
      report,
      rest,
      `${formatCount(rest.length, room > 1 ? 'more finding' : 'finding')} of ${first?.rule}`,
    ),
  ];
}

const mostSpots = 20;

/** Returns several findings as one annotation, at the first of them. */
function folded(report: Report, findings: readonly Diagnostic[], title: string): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const counts = countByRule(findings).map(([rule, count]) => `${rule}: ${count}`);
  const spots = findings.slice(0, mostSpots).map((f) => `${placeTextOf(f)}: ${f.message}`);
  const more = findings.length > mostSpots ? [`and ${findings.length - mostSpots} more`] : [];
  return [
    annotation(report, first, title, [...(counts.length > 1 ? counts : []), ...spots, ...more].join('\n')),
  ];
}

function annotation({ prefix }: Report, { path, at, severity }: Diagnostic, title: string, message: string) {
  const isRooted = path.startsWith('/') || /^[A-Za-z]:\//.test(path);
  const columns =
    at.line === at.endLine ? { col: at.column, endColumn: Math.max(at.column, at.endColumn - 1) } : {};
  const properties = {
    ...{ file: isRooted ? path : prefix + path, line: at.line, endLine: at.endLine, ...columns, title },
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${levels[severity]} ${written.join(',')}::${data(message)}`;
}

/** Escapes the text of a workflow command to one line without another command in it. */
const data = (text: string) =>
  neutralise(text)
    .replace(/#(?=#\w*\[)/g, '# ')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

/** Escapes a property of a workflow command. */
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
