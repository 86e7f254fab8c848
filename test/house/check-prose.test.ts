import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkBank, readBase } from '#core/check/check.ts';
import { groups } from '#core/check/contract/groups.ts';
import type { Example, Rule } from '#core/check/contract/rule.ts';
import { rules } from '#core/check/rules/index.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { formats } from '#shell/report/formats/index.ts';
import { fakeMachine } from '../fake-world.ts';
import { type Avoided, avoided, avoidedIn } from './prose.ts';

/** What authors of banks read has further words: a key is their correct answer, or a field; a blank is a gap to fill in. */
const ofAuthors: readonly Avoided[] = [
  ...avoided,
  {
    form: /(?<!\bmerge )\bkeys?\b(?!-value| press)/i,
    instead: 'correct answer, field',
    sample: 'the key is longer',
  },
  {
    form: /\bmemor(?:y|ies)\b(?<!from memory)/i,
    instead: 'progress, reviews',
    sample: 'two memories of one fact',
  },
  { form: /\bby (?:its|their|the) looks\b/i, instead: 'by wording', sample: 'told by its looks' },
  {
    form: /\b(?:two|more|single|needless) blanks\b|\ba blank (?:and|after|in)\b/i,
    instead: 'space',
    sample: 'a blank after it',
  },
  {
    form: /\b(?:found|find) (?:right|wrong)\b/i,
    instead: 'graded as right',
    sample: 'it is then found wrong',
  },
  {
    form: /\bis said\b|\bsays of\b|\bsaid of\b/i,
    instead: 'is reported',
    sample: 'what was done is said on it',
  },
];

/** The id of a rule, with the place that it links to. */
const ids = /\[?\b(?:yaml|text|schema|ref|item|card|source|bank|meta)\/[a-z-]+\b\]?(?:\(#[a-z-]+\))?/g;

const faultsOf = (text: string) => avoidedIn(text.replace(ids, '…'), ofAuthors);

/** Names and symbols that a message may begin with. */
const name = /^(?:YAML|UTF-8|U\+|[`“"\d])/;

/** What is wrong with the form of a message of a finding. */
function faultsOfMessage(text: string): readonly string[] {
  // A field in front of the colon is the place.
  const own = text.replace(/`[^`]*`|“[^”]*”|"[^"]*"|\([^)]*\)/g, '…').replace(/^…: /, '');
  return [
    ...faultsOf(text),
    ...(/^[a-z]/.test(text) || name.test(text) ? [] : ['begins with a capital']),
    ...(/[.!;,]$/.test(text) ? ['ends with a mark'] : []),
    ...(/: /.test(own) ? ['says what to do after a colon, and not a semicolon'] : []),
  ];
}

const filesOf = (example: Example) =>
  typeof example === 'string'
    ? [{ path: 'deck.yaml', text: example }]
    : Object.entries(example).map(([path, text]) => ({ path, text }));

function found({ id, bad, base }: Rule): readonly Diagnostic[] {
  return checkBank(filesOf(bad), {
    today: '2026-06-01',
    wanted: (rule) => rule.id === id,
    ...(base === undefined ? {} : { base: readBase(filesOf(base)) }),
  }).diagnostics;
}

const folder = 'test/fixtures/faults';
const faults = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ path: `questions/decks/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') }));

const textsOf = ({ message, related = [], fix }: Diagnostic) => [
  message,
  ...related.map((r) => r.message),
  ...(fix === undefined ? [] : [fix.title]),
];

describe('the English of the checker', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: summary and reason',
    (_, { severity, summary, why }) => {
      expect(faultsOf(summary)).toEqual([]);
      expect(faultsOf(why)).toEqual([]);
      expect(summary).toMatch(/^\S.*\.$/);
      expect(summary, 'a requirement').toMatch(severity === 'info' ? /\bshould\b/ : /\b(?:must|may)\b/);
      expect(why).toMatch(/^\S.*\.$/);
    },
  );

  it('the messages of its own examples', () => {
    const wrong = rules.flatMap((rule) =>
      found(rule).flatMap((d) =>
        textsOf(d).flatMap((text) => faultsOfMessage(text).map((fault) => [d.rule, text, fault])),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('the messages of the faults', () => {
    const wrong = faults.flatMap((file) =>
      checkBank([file], { today: '2026-11-25', whole: false }).diagnostics.flatMap((d) =>
        textsOf(d).flatMap((text) =>
          faultsOfMessage(text).map((fault) => [basename(file.path), d.rule, text, fault]),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('groups, formats and kinds', () => {
    const texts = [...groups.values(), ...formats.map((f) => f.summary), ...kinds.map((k) => k.summary)];
    expect(texts.flatMap(faultsOf)).toEqual([]);
  });

  it('help, in lines that fit a terminal', async () => {
    const { out } = await fakeMachine().run('check --help');
    expect(faultsOf(out)).toEqual([]);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(readdirSync('schema').filter((file) => file.endsWith('.json')))('schema/%s', (file) => {
    const text = readFileSync(`schema/${file}`, 'utf8');
    const described = [...text.matchAll(/"(?:description|title)": ("(?:[^"\\]|\\.)*")/g)];
    expect(described.flatMap(([, json = '""']) => faultsOf(String(JSON.parse(json))))).toEqual([]);
  });

  it.each(['check.md', 'ci.md', 'editor.md', 'rules.md', 'kinds.md'])('docs/%s', (file) => {
    const text = readFileSync(`docs/${file}`, 'utf8').replace(/^(`{3,}).*?^\1$/gms, '``');
    const wrong = text
      .split(/\n{2,}|\n(?=[|*-])/)
      .flatMap((part) => faultsOf(part.replaceAll('\n', ' ')).map((fault) => [part, fault]));
    expect(wrong).toEqual([]);
  });

  it('the action', () => {
    const { description, inputs } = parse(readFileSync('action.yml', 'utf8'));
    const texts = [description, ...Object.values(inputs as object).map((input) => input.description)];
    expect(texts.flatMap(faultsOf)).toEqual([]);
  });
});

describe('these are refused', () => {
  it.each(ofAuthors.slice(avoided.length).map(({ sample, instead }) => [sample, instead] as const))(
    'word: “%s”',
    (sample, instead) => {
      expect(faultsOf(sample).join()).toContain(instead);
    },
  );

  it.each([
    ['`key` is a text, but YAML reads a number: put it in quotes', 'colon'],
    ['The stem has no subject; name it', 'capital'],
    ['the stem has no subject; name it.', 'mark'],
    ['guessed by 22 % of learners; reword it', '22%'],
    ['the key is too long; shorten it', 'correct answer'],
    ['this circle is never begun; leave one out', 'started'],
  ])('message: “%s”', (message, fault) => {
    expect(faultsOfMessage(message).join()).toContain(fault);
  });

  it.each([
    'YAML reads it as a boolean; put it in quotes',
    '`x` is removed; add `y`',
    'did you mean `stem`?',
  ])('but not: “%s”', (message) => {
    expect(faultsOfMessage(message)).toEqual([]);
  });
});
