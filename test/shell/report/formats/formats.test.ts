import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { RuleId } from '#core/base/rule-id.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { closingTextOf } from '#shell/report/formats/closing.ts';
import { docsLinkFor } from '#shell/report/formats/docs-link.ts';
import { fingerprintsOf } from '#shell/report/formats/fingerprint.ts';
import { formats } from '#shell/report/formats/index.ts';
import { json } from '#shell/report/formats/json.ts';
import { pretty } from '#shell/report/formats/pretty.ts';
import { statisticsOf } from '#shell/report/formats/statistics.ts';
import { stepSummaryOf } from '#shell/report/formats/step-summary.ts';
import { finding, hostile, obeyed, page, reportOn, reportWith } from './reported.ts';

it('are listed, each in a file of its name', () => {
  const files = readdirSync('src/shell/report/formats');
  for (const { name } of formats) expect(files).toContain(`${name}.ts`);
});

it.each(formats.map((format) => [format.name, format] as const))(
  '%s lets no control character of a file through',
  (_, { print }) => {
    const texts = new Map([[hostile.path, '\u001b]0;x\u0007\u009b\u202e\n\u001b[2J\n']]);
    const text = print(reportWith({ findings: [hostile], paths: [hostile.path], texts }), page);
    expect(text).not.toMatch(obeyed);
    expect(text.endsWith('\n')).toBe(true);
  },
);

it('the summary of a step and the statistics let none through either', () => {
  const report = reportWith({ findings: [{ ...hostile, rule: 'a\u001b' as RuleId }] });
  expect(stepSummaryOf(report) + statisticsOf(report)).not.toMatch(obeyed);
});

it('json keeps what it escapes', () => {
  const texts = new Map([[hostile.path, '']]);
  const { findings } = JSON.parse(json.print(reportWith({ findings: [hostile], texts }), page));
  expect(findings[0].path).toBe(hostile.path);
  expect(findings[0].message).toBe(hostile.message);
  expect(findings[0].related[0].message).toBe('f\u202e\u{e0041}');
});

it('json has places, the fix, counts and what is allowed', () => {
  const text = makeSampleDeck('level: 1', 'levl: 1').replace(
    '    stem:',
    '    lint: { allow: [{ rule: source/missing, reason: A talk. }] }\n    stem:',
  );
  const report = reportOn([{ path: 'a.yaml', text }], {
    guessability: [
      {
        ...{ lang: 'en', items: 40, chance: 0.25 },
        ...{ longest: { rate: 0.3, lower: 0.2 }, guesser: { rate: 0.27, lower: 0.15 } },
      },
    ],
  });
  const printed = JSON.parse(json.print(report, page));
  const start = text.indexOf('levl');
  expect(printed.findings[0]).toEqual({
    rule: 'schema/unknown-key',
    severity: 'error',
    message: expect.stringContaining('level'),
    path: 'a.yaml',
    question: 'bpe-name',
    ...{ line: 5, column: 5, endLine: 5, endColumn: 9, start, end: start + 4 },
    related: [],
    fix: { title: 'rename the field to `level`', edits: [{ start, end: start + 4, text: 'level' }] },
    docs: 'docs/rules.md#schemaunknown-key',
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}:1$/),
  });
  expect(printed).toMatchObject({
    version: 1,
    tool: { name: 'llmquiz', version: '1.2.3' },
    summary: {
      ...{ files: 1, decks: 1, questions: 0, errors: 1, warnings: 0, infos: 0 },
      rules: [{ rule: 'schema/unknown-key', count: 1 }],
      guessability: [{ lang: 'en', questions: 40, chance: 0.25, longest: { rate: 0.3, lower: 0.2 } }],
    },
  });
});

it('json tells what an author allowed', () => {
  const by = { rule: 'item/clang', reason: 'It is a name.' };
  const printed = JSON.parse(json.print(reportWith({ allowed: [{ finding: finding(), by }] }), page));
  expect(printed.summary.allowed).toBe(1);
  expect(printed.allowed).toMatchObject([{ rule: 'item/clang', line: 2, reason: 'It is a name.' }]);
});

it('a fingerprint stays when lines move, and differs between doubles', () => {
  const bad = makeSampleDeck('level: 1', 'level: 9');
  const names = (text: string) => {
    const { findings, texts } = reportOn([{ path: 'a.yaml', text }]);
    return fingerprintsOf(findings, texts);
  };
  expect(names(`# one more line\n${bad}`)).toEqual(names(bad));
  expect(names(bad.replace('level: 9', 'level: 8'))).not.toEqual(names(bad));
  expect(new Set(fingerprintsOf([finding(), finding()], new Map())).size).toBe(2);
});

it('pretty links a rule if both the docs and the terminal allow it', () => {
  const link = (text: string, url: string) => `<${url}|${text}>`;
  const linked = { ...page, paint: { ...page.paint, link } };
  const report = reportWith({ findings: [finding()], texts: new Map([['a.yaml', 'title: x\nitems: []\n']]) });
  const home = { ...report, homepage: 'https://example.org/q' };
  expect(pretty.print(home, linked)).toMatch(
    /^warning\[<https:\/\/example\.org\/q\/docs\/rules\.md#itemclang\|item\/clang>\]: so it is\n/,
  );
  expect(pretty.print(home, page)).toMatch(/^warning\[item\/clang\]: so it is\n/);
  expect(pretty.print(report, linked)).toMatch(/^warning\[item\/clang\]: so it is\n/);
});

it('pretty wraps at words, and the frame fits', () => {
  const message = 'many words that do not fit into a narrow terminal at all';
  const related = [{ path: 'b.yaml', at: finding().at, message }];
  const texts = new Map([['a.yaml', `title: x\nitems: ${'[] '.repeat(40)}\n`]]);
  const text = pretty.print(reportWith({ findings: [finding({ message, related })], texts }), {
    ...page,
    columns: 40,
  });
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  expect(text).toContain('\n  = b.yaml:2:3: many words that do not\n    fit into a narrow terminal at all\n');
});

it('links to the docs of a rule', () => {
  expect(docsLinkFor('item/k-type', undefined)).toBe('docs/rules.md#itemk-type');
  expect(docsLinkFor('item/k-type', 'https://github.com/a/b#readme')).toBe(
    'https://github.com/a/b/blob/HEAD/docs/rules.md#itemk-type',
  );
  expect(docsLinkFor('item/k-type', 'https://example.org/')).toBe(
    'https://example.org/docs/rules.md#itemk-type',
  );
});

it('the closing line counts, and tells how well the bank can be guessed', () => {
  const guess = (lang: string, rate: number, chance: number) => ({
    ...{ lang, chance, items: 40, longest: { rate: 0.2, lower: 0.1 }, guesser: { rate, lower: rate - 0.1 } },
  });
  const closing = (given: Parameters<typeof reportWith>[0]) => closingTextOf(reportWith(given), page);
  expect(closing({})).toBe('1 question in 1 deck, no findings\n');
  expect(closing({ guessability: [guess('en', 0.27, 0.25)] })).toBe(
    '1 question in 1 deck, no findings; guessable from wording alone: 27% (chance: 25%)\n',
  );
  expect(
    closing({
      findings: [finding(), finding({ severity: 'info' }), finding({ severity: 'error' })],
      guessability: [guess('en', 0.27, 0.25), guess('zh', 0.31, 0.25)],
    }),
  ).toBe(
    '1 error, 1 warning, 1 remark in 1 file; guessable from wording alone: en 27%, zh 31% (chance: 25%)\n',
  );
  expect(closing({ guessability: [guess('en', 0.27, 0.25), guess('zh', 0.31, 0.33)] })).toContain(
    'guessable from wording alone: en 27% (chance: 25%), zh 31% (chance: 33%)\n',
  );
});

it('the closing line tells which languages rules on wording know, if the bank has another', () => {
  const report = reportWith({ unworded: { known: ['en', 'zh', 'de'], unknown: ['pt', 'sv'] } });
  expect(closingTextOf(report, page)).toBe(
    '1 question in 1 deck, no findings; rules on wording know en, zh, de, not pt, sv\n',
  );
});

it('statistics has the most first', () => {
  const findings = [
    ...Array.from({ length: 11 }, () => finding({ rule: 'text/nfc' })),
    finding({ rule: 'item/k-type' }),
    finding({ rule: 'item/clang' }),
  ];
  expect(statisticsOf(reportWith({ findings }))).toBe('11 text/nfc\n 1 item/clang\n 1 item/k-type\n');
});

it('the summary of a step is a table in which nothing of a file is Markdown', () => {
  const findings = [
    finding({ message: 'write `a|b` and *not* <b>\nthat' }),
    finding({ severity: 'error', path: 'a`b.yaml', message: 'an odd ` and [x](y)' }),
  ];
  expect(stepSummaryOf(reportWith({ findings }))).toBe(`### llmquiz check

1 error, 1 warning in 1 file

| severity | place | rule | finding |
|---|---|---|---|
| error | \`\` a\`b.yaml:2:3 \`\` | \`item/clang\` | an odd ' and \\[x\\](y) |
| warning | \`a.yaml:2:3\` | \`item/clang\` | write \`a\\|b\` and \\*not\\* &lt;b>␊that |

`);
  expect(stepSummaryOf(reportOn([{ path: 'a.yaml', text: sampleDeck }]))).toBe(
    '### llmquiz check\n\n1 question in 1 deck, no findings\n\n',
  );
});
