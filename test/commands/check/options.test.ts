import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeChoiceDeck, makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { rules } from '#core/check/rules/index.ts';
import { type FakeMachine, fakeMachine } from '../../fake-world.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = fakeMachine();
  mkdirSync(join(machine.root, 'questions'));
});

const put = (name: string, text: string) => writeFileSync(join(machine.root, name), text);
const get = (name: string) => readFileSync(join(machine.root, name), 'utf8');
const check = (words: string, input = '', env = {}) => machine.run(`check ${words}`, input, env);

const second = sampleDeck
  .slice(sampleDeck.indexOf('  - id'))
  .replace('bpe-name', 'unknown-words')
  .replace('What does BPE stand for?', 'What does BPE make of a word that it has never seen?')
  .replace('Byte-pair encoding', 'Several shorter pieces')
  .replace(
    /rationale: .*/,
    'rationale: Every word can be put together from pieces, in the end from letters.',
  );

/** A remark and a warning on the first question, an error on the second. */
const three =
  sampleDeck.replace('https', 'http').replace('It joins the', 'It joins  the') +
  second.replace('level: 1', 'level: 9');
const found = ['text/whitespace', 'source/not-https', 'schema/range'];
const rulesIn = (out: string) => [...out.matchAll(/\[([a-z]+\/[a-z-]+)\]$/gm)].map(([, rule]) => rule);

describe('exit codes', () => {
  it('is 0 if nothing is wrong', async () => {
    put('questions/a.yaml', sampleDeck);
    expect(await check('')).toEqual({ code: 0, out: '1 question in 1 deck, no findings\n', err: '' });
  });

  it.each([
    ['', 1],
    ['--ignore schema', 0],
    ['--ignore schema --fail-on error', 0],
    ['--ignore schema --fail-on warning', 1],
    ['--ignore schema,source --fail-on warning', 0],
    ['--ignore schema,source --fail-on info', 1],
    ['--ignore schema --max-warnings 1', 0],
    ['--ignore schema --max-warnings 0', 1],
  ])('check %s ends with %i', async (words, code) => {
    put('questions/a.yaml', three);
    expect((await check(words)).code).toBe(code);
  });

  it('junit has as failures what fails, warnings too if there are more than may be', async () => {
    put('questions/a.yaml', three);
    const failures = async (words: string) =>
      /failures="(\d)"/.exec((await check(`--ignore schema --format junit ${words}`)).out)?.[1];
    expect(await failures('--max-warnings 1')).toBe('0');
    expect(await failures('--max-warnings 0')).toBe('1');
    expect(await failures('--max-warnings 0 --fail-on info')).toBe('2');
  });

  it.each([
    ['--format xml', 'Unknown format `xml`. Choose pretty, concise, json, github, gitlab, sarif or junit.\n'],
    ['--format jsn', 'Did you mean json?'],
    [
      '--statistics --format sarif',
      '--statistics cannot be used with --format sarif. Use pretty, concise or json.',
    ],
    ['--fail-on never', 'Allowed choices are error, warning, info.'],
    ['--max-warnings few', 'It must be a whole number.'],
    [
      '--diff --output fix.patch',
      '--output cannot be used with --diff. Redirect the output instead: `--diff > FILE`.',
    ],
    [
      '--list-rules --output r.txt',
      '--output cannot be used with --list-rules. Redirect the output instead: `--list-rules > FILE`.',
    ],
    [
      '--explain text/bom --output r.txt',
      '--output cannot be used with --explain. Redirect the output instead: `--explain > FILE`.',
    ],
    ['--stale -1', 'It must be a whole number.'],
    ['--select item/clan', '--select: unknown rule or group item/clan. Did you mean item/clang?'],
    ['--select clang', 'Did you mean item/clang?'],
    ['--ignore itm', '--ignore: unknown rule or group itm. Did you mean item?'],
    ['--ignore nonsense', 'unknown rule or group nonsense. List them with `llmquiz check --list-rules`.'],
    ['--explain item/clan', '--explain: unknown rule item/clan. Did you mean item/clang?'],
    ['--explain item', '--explain: unknown rule item.'],
    [
      '--list-rules --format sarif',
      '--list-rules cannot be used with --format sarif. Drop --format, or use --format json.',
    ],
    ['--nonsense', "Unknown option '--nonsense'"],
    ['none.yaml', 'Cannot find none.yaml'],
    ['none/*.yaml', 'none/*.yaml matches no .yaml files'],
    ['- questions', '- (standard input) cannot be combined'],
    ['--output none/report.txt', '--output: cannot write none/report.txt: its folder does not exist.'],
  ])('check %s is a usage error', async (words, message) => {
    put('questions/a.yaml', sampleDeck);
    const { code, out, err } = await check(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('--select and --ignore', () => {
  beforeEach(() => put('questions/a.yaml', three));

  it.each([
    ['', found],
    ['--select schema', ['schema/range']],
    ['--select schema/range,source', ['source/not-https', 'schema/range']],
    ['--select schema/range --select source', ['source/not-https', 'schema/range']],
    ['--select all', found],
    ['--select all --ignore text', ['source/not-https', 'schema/range']],
    ['--ignore text/whitespace --ignore source', ['schema/range']],
    ['--select item', []],
  ])('%s', async (words, expected) => {
    expect(rulesIn((await check(words)).out)).toEqual(expected);
  });

  it.each([
    ['', []],
    ['--select text', []],
    ['--select text/homoglyph', ['text/homoglyph']],
    ['--select all', ['text/homoglyph']],
    ['--select all --ignore text/homoglyph', []],
  ])('a rule that is off, with %s', async (words, expected) => {
    put('questions/a.yaml', makeSampleDeck('Byte-pair encoding', 'Byte-pair enc\u043eding'));
    expect(rulesIn((await check(words)).out)).toEqual(expected);
  });

  it('what cannot be read is told whatever is selected', async () => {
    put('questions/a.yaml', makeSampleDeck('key: ', 'key: BPE: '));
    expect(rulesIn((await check('--select item/clang')).out)).toEqual(['yaml/syntax']);
    expect(rulesIn((await check('--select item/clang --ignore yaml')).out)).toEqual([]);
  });

  it('--fix and --diff heed them', async () => {
    expect((await check('--diff --select schema')).code).toBe(0);
    expect((await check('--diff --select text')).out).toContain('-    rationale: It joins  the');
    expect((await check('--fix --ignore text')).err).toBe('');
    expect(get('questions/a.yaml')).toBe(three);
    expect((await check('--fix --select text')).err).toBe('questions/a.yaml: 1 finding fixed\n');
    expect(get('questions/a.yaml')).toBe(three.replace('joins  the', 'joins the'));
  });
});

describe('what is checked', () => {
  it('globs', async () => {
    put('questions/a.yaml', sampleDeck);
    put('questions/b.yaml', makeSampleDeck('level: 1', 'level: 9'));
    put('questions/notes.txt', 'no deck');
    put('questions/[c].yaml', makeSampleDeck('bpe-name', 'c'));
    expect((await check('questions/a*.yaml')).out).toBe('1 question in 1 deck, no findings\n');
    expect((await check('questions/{b,x}.yaml')).code).toBe(1);
    expect((await check('questions/*.txt')).err).toMatch(/matches no .yaml file/);
    expect((await check('q*/**')).out).toMatch(/ in 3 files\n$/);
    symlinkSync('..', join(machine.root, 'questions', 'up'));
    expect((await check('q*/**')).out).toMatch(/ in 3 files\n$/);
    expect((await check('questions/[c].yaml')).out).toBe('1 question in 1 deck, no findings\n');
  });

  it('standard input, under a name, with what lies beside that name', async () => {
    put('questions/sources.yaml', 'a-talk: { title: A talk, url: "https://example.org/talk" }\n');
    const deck = sampleDeck.replace(/sources:[\s\S]*/, 'sources: [{ ref: a-tlk }]\n');
    expect(await check('-', sampleDeck)).toEqual({
      code: 0,
      out: '1 question in 1 deck, no findings\n',
      err: '',
    });
    expect((await check('-', deck)).out).not.toContain('dangling');
    const { code, out } = await check('- --stdin-filename questions/a.yaml', deck);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^questions\/a\.yaml:\d+:\d+: error: .*\[ref\/dangling-source\]\n1 error in 1 file\n$/,
    );
  });

  it('standard input is fixed to standard output', async () => {
    const { code, out, err } = await check('- --fix --fail-on warning', three);
    expect(out).toBe(three.replace('joins  the', 'joins the'));
    expect(err).toMatch(/^stdin\.yaml: 1 finding fixed\n.*not-https\]\nstdin\.yaml:15:12: error: .*\n$/);
    expect(code).toBe(1);
    expect((await check('- --diff', three)).out).toContain('--- stdin.yaml');
  });

  it('facts that age are judged by the day on the clock, and by --stale', async () => {
    put('questions/a.yaml', makeSampleDeck('    rationale', '    asOf: 2024-01-15\n    rationale'));
    machine.set('2027-01-14T23:30:00.000+01:00');
    expect(rulesIn((await check('')).out)).toEqual([]);
    machine.set('2027-03-01T00:00:00.000+01:00');
    expect(rulesIn((await check('')).out)).toEqual(['source/stale']);
    expect(rulesIn((await check('--stale 48')).out)).toEqual([]);
  });
});

describe('what is printed', () => {
  beforeEach(() => put('questions/a.yaml', three));

  it('pretty', async () => {
    expect(
      (await check('--format pretty --select schema')).out,
    ).toBe(`error[schema/range]: \`level\` must be at most 5, not 9
  --> questions/a.yaml:15:12
   |
15 |     level: 9
   |            ^

1 error in 1 file
`);
  });

  it.each(['json', 'sarif', 'junit'])('%s is one document, and fails as the others do', async (format) => {
    const { code, out, err } = await check(`--format ${format}`);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    if (format === 'junit') expect(out).toMatch(/^<\?xml [\s\S]*<\/testsuites>\n$/);
    else expect(JSON.parse(out)).toBeTypeOf('object');
  });

  it('a file has all of it, and standard output the closing line', async () => {
    const closing = '1 error, 1 warning, 1 remark in 1 file\n';
    expect(await check('--format json --output report.json')).toEqual({ code: 1, out: closing, err: '' });
    expect(JSON.parse(get('report.json')).summary).toMatchObject({ errors: 1, warnings: 1, infos: 1 });
    expect((await check('--output report.txt')).out).toBe(closing);
    expect(get('report.txt')).toBe((await check('')).out);
  });

  it('--statistics has counts in place of findings', async () => {
    put(
      'questions/a.yaml',
      makeChoiceDeck(['level: 2', 'level: 9'], ['BPE counts', 'BPE  counts'], ['its corpus', 'its  corpus']),
    );
    const { code, out } = await check('--statistics');
    expect(code).toBe(1);
    expect(out).toMatch(/^\d+ [a-z]+\/[a-z-]+\n/);
    const total = [...out.matchAll(/^ *(\d+) [a-z]+\//gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(total).toBe(rulesIn((await check('')).out).length);
  });

  it('the closing line tells how well a bank of enough questions can be guessed', async () => {
    const rule = rules.find(({ id }) => id === 'bank/guessability');
    put('questions/a.yaml', rule?.good as string);
    expect((await check('')).out).toMatch(
      /no findings; guessable from wording alone: \d+% \(chance: 25%\)\n$/,
    );
    put('questions/a.yaml', rule?.bad as string);
    expect((await check('')).out).toMatch(
      /in 1 file; guessable from wording alone: \d\d+% \(chance: 25%\)\n$/,
    );
  });
});

describe('in GitHub Actions', () => {
  const env = { GITHUB_ACTIONS: 'true' };
  beforeEach(() => put('questions/a.yaml', three));

  it('prints the text, then annotations and the closing line; and a summary', async () => {
    const { code, out } = await check('', '', {
      ...env,
      ...{
        GITHUB_STEP_SUMMARY: join(machine.root, 'summary.md'),
        GITHUB_WORKSPACE: join(machine.root, '..'),
      },
    });
    const lines = out.trimEnd().split('\n');
    expect(lines.slice(0, 3).every((line) => line.startsWith('questions/a.yaml:'))).toBe(true);
    expect(lines.slice(3, 6).map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::notice']);
    expect(lines[3]).toMatch(/^::error file=[^/]+\/questions\/a\.yaml,line=15,/);
    expect(lines[6]).toBe('1 error, 1 warning, 1 remark in 1 file');
    expect(code).toBe(1);
    expect(get('summary.md')).toContain('| error | `questions/a.yaml:15:12` | `schema/range` |');
    await check('', '', { ...env, GITHUB_STEP_SUMMARY: join(machine.root, 'summary.md') });
    expect(get('summary.md').match(/### llmquiz check/g)).toHaveLength(2);
  });

  it('prints what is asked for alone if a format is named', async () => {
    expect(JSON.parse((await check('--format json', '', env)).out).version).toBe(1);
    expect((await check('--format concise', '', env)).out).not.toContain('::');
    expect((await check('--format github')).out).toMatch(
      /^::error [\s\S]*\n1 error, 1 warning, 1 remark in 1 file\n$/,
    );
  });

  it('goes on if the summary cannot be written', async () => {
    const summary = join(machine.root, 'nowhere', 'summary.md');
    const { code, err } = await check('', '', { ...env, GITHUB_STEP_SUMMARY: summary });
    expect(code).toBe(1);
    expect(err).toBe('llmquiz: cannot write the summary of this step: its folder does not exist.\n');
  });
});

describe('what is printed about rules', () => {
  it('--list-rules has all, with what marks them', async () => {
    const { code, out } = await check('--list-rules');
    expect(code).toBe(0);
    for (const { id, summary } of rules) {
      expect(out).toContain(`  ${id}  `);
      expect(out).toContain(summary);
    }
    expect(out).toContain('  text/homoglyph  warning, off unless selected\n');
    expect(out).toContain('  text/bidi  error, the quiz skips the question, fixable with --fix\n');
  });

  it('--list-rules has JSON for programs', async () => {
    const { version, rules: all } = JSON.parse((await check('--list-rules --format json')).out);
    expect(version).toBe(1);
    expect(all).toHaveLength(rules.length);
    expect(all.find((r: { readonly id: string }) => r.id === 'text/homoglyph')).toMatchObject({
      ...{ group: 'text', severity: 'warning', off: true, fixable: false },
      docs: 'docs/rules.md#texthomoglyph',
    });
  });

  it('--explain shows what a rule is for, with what differs between bad and good', async () => {
    const { code, out } = await check('--explain schema/unquoted-scalar');
    expect(code).toBe(0);
    expect(out).toBe(`  schema/unquoted-scalar  error, the quiz skips the question, fixable with --fix

A text that looks like a number, a boolean or null must be quoted.
YAML reads 1.10 as 1.1, 0x1F as 31 and null as nothing, so learners would not see what the author wrote.

Bad:
    # ...
    tags: [tokens]
    stem: What does BPE stand for?
    key: 1.10
    rationale: It joins the most frequent pair of symbols into one, again and again.
    sources:
    # ...

Good:
    # ...
    tags: [tokens]
    stem: What does BPE stand for?
    key: "1.10"
    rationale: It joins the most frequent pair of symbols into one, again and again.
    sources:
    # ...

More: docs/rules.md#schemaunquoted-scalar
`);
  });

  it('a rule whose bad example has a fix is said to be fixable', async () => {
    for (const { id, bad, fixable } of rules) {
      if (fixable === true || typeof bad !== 'string') continue;
      put('questions/a.yaml', bad);
      const { findings } = JSON.parse((await check(`--format json --select ${id}`)).out);
      expect(findings.filter((f: { readonly fix?: unknown }) => f.fix !== undefined)).toEqual([]);
    }
  });

  it('--explain can explain every rule, and prints nothing that cannot be seen', async () => {
    for (const { id } of rules) {
      const { code, out } = await check(`--explain ${id}`);
      expect(code).toBe(0);
      expect(out).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202e\ufeff]/);
    }
  });
});

it('check has no --lang, and says what it goes by', async () => {
  const { code, err } = await fakeMachine().run('check --lang de questions');
  expect([code, err]).toEqual([2, expect.stringContaining('in the language of its deck')]);
});
