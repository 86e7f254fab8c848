import type { Diagnostic, Fix, Place, Severity } from '#core/base/diagnostic.ts';
import { groupOf } from '#core/check/contract/groups.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makePlacer, type Placer } from '#core/yaml/place.ts';
import { toPlainJson } from '#shell/page/plain-json.ts';
import { docsLinkFor } from './docs-link.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Format, Report } from './format.ts';

/** `sarif`: for code scanning and editors. */
export const sarif: Format = {
  name: 'sarif',
  summary:
    'SARIF 2.1.0, for code scanning on GitHub and for editors, with the rules, fixes and fingerprints.',
  lines: false,
  print: (report) =>
    toPlainJson({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: driver(report) },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: true }],
          results: results(report),
        },
      ],
    }),
};

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function driver({ version, homepage, rules }: Report) {
  return {
    name: 'llmquiz check',
    version,
    semanticVersion: version,
    ...(homepage === undefined ? {} : { informationUri: homepage }),
    rules: rules.map((rule) => descriptor(rule, homepage)),
  };
}

function descriptor({ id, severity, summary, why, fixable }: Rule, homepage: string | undefined) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${summary}\n\n${why}`,
      markdown: `${summary}\n\n${why}\n\n\`llmquiz check --explain ${id}\` shows examples.`,
    },
    ...(homepage === undefined ? {} : { helpUri: docsLinkFor(id, homepage) }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [groupOf(id)], fixable: fixable === true },
  };
}

function results(report: Report) {
  const { findings, rules, texts } = report;
  const indexes = new Map<string, number>(rules.map(({ id }, i) => [id, i]));
  const names = fingerprintsOf(findings, texts);
  // Once per file: it may have thousands of fixes.
  const placers = new Map([...texts].map(([path, text]) => [path, makePlacer(text)]));
  return findings.map((finding, i) => {
    const { rule, severity, message, related = [], fix } = finding;
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      level: levels[severity],
      message: { text: message },
      locations: [located(report, finding)],
      partialFingerprints: { 'llmquizFinding/v1': names[i] },
      ...(related.length === 0 ? {} : { relatedLocations: related.map((r, n) => beside(report, r, n)) }),
      // A fix without edits removes a byte order mark, which no region of a text can name.
      ...(fix === undefined || fix.edits.length === 0
        ? {}
        : { fixes: [sarifFix(report, finding, fix, placers)] }),
    };
  });
}

type Spot = Pick<Diagnostic, 'path' | 'at'>;

function located(report: Report, { path, at, item }: Diagnostic) {
  return {
    physicalLocation: physical(report, { path, at }),
    ...(item === undefined ? {} : { logicalLocations: [{ name: item, kind: 'question' }] }),
  };
}

function beside(report: Report, related: Spot & { readonly message: string }, index: number) {
  return { id: index, physicalLocation: physical(report, related), message: { text: related.message } };
}

function physical(report: Report, { path, at }: Spot) {
  return { artifactLocation: { uri: uriOf(path, report) }, region: region(at) };
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function sarifFix(
  report: Report,
  { path }: Diagnostic,
  { title, edits }: Fix,
  placers: ReadonlyMap<string, Placer>,
) {
  const placeOf = placers.get(path) ?? makePlacer('');
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: region(placeOf(start, end)),
    insertedContent: { text },
  }));
  const artifactLocation = { uri: uriOf(path, report) };
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** Returns a path as a URI reference: relative to the root of the repository, if it is inside. */
function uriOf(path: string, { prefix }: Report): string {
  const drive = /^([A-Za-z]:)?\/(.*)$/.exec(path);
  const escaped = (segments: string) =>
    segments
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
  if (drive === null) return escaped(prefix + path);
  // A Windows share: its server is the host.
  if (path.startsWith('//')) return `file://${escaped(path.slice(2))}`;
  const [, letter, rest = ''] = drive;
  return `file:///${letter === undefined ? '' : `${letter}/`}${escaped(rest)}`;
}
