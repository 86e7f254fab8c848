import type { Diagnostic } from '#core/base/diagnostic.ts';
import { isAtLeast } from '#core/base/diagnostic.ts';
import { formatFinding } from '#core/base/findings.ts';
import { groupBy } from '#core/base/group-by.ts';
import { neutralise } from '#core/base/neutral.ts';
import { joinLines } from './capped.ts';
import type { Format, Report } from './format.ts';

/** `junit`: for CI systems that show test results. */
export const junit: Format = {
  name: 'junit',
  summary: 'JUnit XML: a suite for each file, a failure for each finding that makes the run fail.',
  lines: false,
  print: (report) => {
    const { findings, paths } = report;
    const byPath = groupBy(findings, (f) => f.path);
    const isFailure = failing(report);
    const tests = paths.reduce((sum, path) => sum + Math.max(1, byPath.get(path)?.length ?? 0), 0);
    const failures = findings.filter(isFailure).length;
    return joinLines([
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="llmquiz check" tests="${tests}" failures="${failures}" errors="0">`,
      ...paths.flatMap((path) => suite(path, byPath.get(path) ?? [], isFailure)),
      '</testsuites>',
    ]);
  },
};

type IsFailure = (finding: Diagnostic) => boolean;

const failing =
  ({ failOn }: Report): IsFailure =>
  ({ severity }) =>
    isAtLeast(severity, failOn);

function suite(path: string, findings: readonly Diagnostic[], isFailure: IsFailure): readonly string[] {
  const name = escaped(path);
  const failures = findings.filter(isFailure).length;
  const names = namesOf(findings);
  const cases = findings.flatMap((f, i) => testCase(f, names[i] ?? '', isFailure(f)));
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">`,
    ...(cases.length > 0 ? cases : [`    <testcase name="no findings" classname="${name}"/>`]),
    '  </testsuite>',
  ];
}

/** The rule and the question of each finding, with a number from the second on: a CI system takes one by the same name for the same test, wherever it stands. */
function namesOf(findings: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, item }) => {
    const name = item === undefined ? rule : `${rule} in ${item}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** Returns a test case; a finding that does not make the run fail is a passed test with output. */
function testCase(finding: Diagnostic, called: string, isFailure: boolean): readonly string[] {
  const { severity, message, path, at } = finding;
  const name = escaped(called);
  const text = escaped(formatFinding(finding));
  const failure = `<failure type="${severity}" message="${escaped(message)}">${text}</failure>`;
  return [
    `    <testcase name="${name}" classname="${escaped(path)}" file="${escaped(path)}" line="${at.line}">`,
    `      ${isFailure ? failure : `<system-out>${text}</system-out>`}`,
    '    </testcase>',
  ];
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  ...{ '\n': '&#10;', '\t': '&#9;' },
};

/** Escapes a text for XML 1.0, which cannot contain control characters, U+FFFE and U+FFFF. */
function escaped(text: string): string {
  return (
    neutralise(text)
      .replace(/[\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"'\n\t]/g, (c) => entities[c] ?? c)
      // A CI runner would run it as a command.
      .replace(/#(?=#\w*\[)/g, '&#35;')
  );
}
