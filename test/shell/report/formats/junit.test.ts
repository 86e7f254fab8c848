import { expect, it } from 'vitest';
import { junit } from '#shell/report/formats/junit.ts';
import { finding, page, reportWith } from './reported.ts';

it('has a suite for each file, and a failure for what makes the run fail', () => {
  const findings = [
    finding({ severity: 'error', message: 'a < b & "c"\n\u001b' }),
    finding({ path: 'b.yaml', message: "]]> \ufffe it's" }),
  ];
  const paths = ['a.yaml', 'b.yaml', 'c&.yaml'];
  expect(junit.print(reportWith({ findings, paths }), page)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="llmquiz check" tests="3" failures="1" errors="0">
  <testsuite name="a.yaml" tests="1" failures="1" errors="0">
    <testcase name="item/clang" classname="a.yaml" file="a.yaml" line="2">
      <failure type="error" message="a &lt; b &amp; &quot;c&quot;&#10;␛">a.yaml:2:3: error: a &lt; b &amp; &quot;c&quot;&#10;␛ [item/clang]</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="0" errors="0">
    <testcase name="item/clang" classname="b.yaml" file="b.yaml" line="2">
      <system-out>b.yaml:2:3: warning: ]]&gt; \ufffd it&apos;s [item/clang]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="c&amp;.yaml" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="c&amp;.yaml"/>
  </testsuite>
</testsuites>
`);
});

it('counts as failures what the threshold says', () => {
  const report = reportWith({ findings: [finding()], paths: ['a.yaml'], failOn: 'warning' });
  expect(junit.print(report, page)).toContain('<failure type="warning" message="so it is">');
});

it('names a test by rule and question, wherever it stands', () => {
  const at = (item: string | undefined) => finding(item === undefined ? {} : { item });
  const findings = [at('a'), at('b'), at('a'), at(undefined)];
  const text = junit.print(reportWith({ findings, paths: ['a.yaml'] }), page);
  expect([...text.matchAll(/<testcase name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'item/clang in a',
    'item/clang in b',
    'item/clang in a (2)',
    'item/clang',
  ]);
});
