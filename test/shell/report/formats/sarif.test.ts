import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { rules } from '#core/check/rules/index.ts';
import type { Report } from '#shell/report/formats/format.ts';
import { sarif } from '#shell/report/formats/sarif.ts';
import { finding, hostile, page, reportOn, reportWith } from './reported.ts';

// The schema as npm's @microsoft/jest-sarif has it (MIT): OASIS's own, which calls this state of it 2.1.0-rtm.5.
const schema = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'));
const uri = (text: string) => URL.canParse(text, 'file:///base/') && !/[^\x21-\x7e]|[ "<>\\^`{|}]/.test(text);
const validate = new Ajv.default({
  ...{ strict: false, unicodeRegExp: false },
  allErrors: true,
  formats: {
    'uri-reference': uri,
    uri: (text: string) => uri(text) && URL.canParse(text),
    'date-time': true,
  },
}).compile(schema);

function printed(report: Report) {
  const log = JSON.parse(sarif.print(report, page));
  validate(log);
  expect(validate.errors).toBeNull();
  return log;
}

it('is judged by a schema that refuses what is not SARIF', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(
    false,
  );
  expect(validate({ version: '2.1.0', runs: [], more: 1 })).toBe(false);
});

it('says nothing of a bank in which nothing is wrong, with all rules', () => {
  const [run] = printed(reportOn([{ path: 'a.yaml', text: sampleDeck }])).runs;
  expect(run.results).toEqual([]);
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver.rules.map(({ id }: { readonly id: string }) => id)).toEqual(
    rules.map(({ id }) => id),
  );
  expect(run.tool.driver.rules[0]).toEqual({
    id: 'yaml/syntax',
    shortDescription: { text: rules[0]?.summary },
    fullDescription: { text: rules[0]?.why },
    help: { text: expect.any(String), markdown: expect.stringContaining('--explain yaml/syntax') },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['yaml'], fixable: true },
  });
});

it('has the place, the other half, the fix and a fingerprint of a finding', () => {
  const files = [
    { path: 'a b.yaml', text: sampleDeck },
    { path: 'c.yaml', text: `\ufeff${makeSampleDeck('level: 1', 'levl: 1')}` },
  ];
  const { results } = printed(reportOn(files, { homepage: 'https://example.org/q' })).runs[0];
  const fixed = results.find((r: { readonly fixes?: unknown }) => r.fixes !== undefined);
  expect(fixed).toMatchObject({
    ruleId: 'schema/unknown-key',
    ruleIndex: rules.findIndex(({ id }) => id === 'schema/unknown-key'),
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'c.yaml' },
          region: { startLine: 5, startColumn: 5, endLine: 5, endColumn: 9 },
        },
        logicalLocations: [{ name: 'bpe-name', kind: 'question' }],
      },
    ],
    partialFingerprints: { 'llmquizFinding/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
    fixes: [
      {
        description: { text: 'rename the field to `level`' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'c.yaml' },
            replacements: [
              {
                deletedRegion: { startLine: 5, startColumn: 5, endLine: 5, endColumn: 9 },
                insertedContent: { text: 'level' },
              },
            ],
          },
        ],
      },
    ],
  });
  const double = results.find((r: { readonly ruleId: string }) => r.ruleId === 'ref/duplicate-id');
  expect(double.relatedLocations[0]).toMatchObject({
    id: 0,
    physicalLocation: { artifactLocation: { uri: 'a%20b.yaml' }, region: { startLine: 3 } },
    message: { text: 'the other `bpe-name`' },
  });
});

it('writes paths as references', () => {
  const uriOf = (path: string, prefix = '') =>
    printed(reportWith({ findings: [finding({ path })], prefix })).runs[0].results[0].locations[0]
      .physicalLocation.artifactLocation.uri;
  expect(uriOf('a/b#c?d:e%.yaml')).toBe('a/b%23c%3Fd%3Ae%25.yaml');
  expect(uriOf('a.yaml', 'sub/')).toBe('sub/a.yaml');
  expect(uriOf('/x/题.yaml', 'sub/')).toBe('file:///x/%E9%A2%98.yaml');
  expect(uriOf('C:/x/a.yaml')).toBe('file:///C:/x/a.yaml');
  expect(uriOf('//server/the share/a.yaml')).toBe('file://server/the%20share/a.yaml');
});

it('is valid with the findings of all bad examples, and of a hostile file', () => {
  const findings = rules.flatMap((rule) => {
    const files = typeof rule.bad === 'string' ? { 'deck.yaml': rule.bad } : rule.bad;
    const all = Object.entries(files).map(([path, text]) => ({ path, text }));
    const { results } = printed(reportOn(all, { homepage: 'https://example.org/q' })).runs[0];
    return results;
  });
  expect(findings.length).toBeGreaterThan(50);
  printed(reportWith({ findings: [hostile], texts: new Map([[hostile.path, 'abc']]) }));
});
