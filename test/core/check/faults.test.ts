import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBank } from '../../../src/core/check/check.ts';
import { rules } from '../../../src/core/check/rules/index.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import type { BankFile } from '../../../src/core/yaml-source.ts';
import { readBankFiles } from '../../../src/shell/bank-files.ts';

const folder = 'test/fixtures/faults';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

/** Faults for rules that are not there yet. */
const pending: ReadonlySet<string> = new Set(
  [
    'item/absolute-distractors',
    'item/detail-asymmetry',
    'item/hedged-key',
    'item/multi-answer-count',
    'item/numeric-order',
    'item/overlapping-ranges',
    'item/rationale',
    'item/self-test',
    'item/short-answer-accept',
    'item/unit-scale',
    'item/vague-frequency',
    'card/enumeration',
    'card/two-questions',
  ].filter((id) => !rules.some((rule) => rule.id === id)),
);

/** Rules on what a bank leaves out: of a bank of which something could not be read, they say nothing. */
const onWholeBanks: ReadonlySet<string> = new Set([
  'bank/uncovered-note',
  'meta/unused-suppression',
  'ref/unused-source',
]);

/** A deck with a fault, as if it lay among those of the bank, and what is to be found in it. */
interface Fault {
  readonly name: string;
  readonly file: BankFile;
  readonly expected: readonly Expected[];
}

interface Expected {
  /** `line:column-endLine:endColumn severity rule`, behind the path. */
  readonly found: string;
  readonly rule: string;
  /** What the message must have in it. */
  readonly says: string;
}

const faults = names.map((name): Fault => {
  const file = { path: `questions/decks/${name}.yaml`, text: readFileSync(`${folder}/${name}.yaml`, 'utf8') };
  const lines = readFileSync(`${folder}/${name}.expected`, 'utf8').trimEnd().split('\n');
  const expected = lines.flatMap((found, i): Expected[] => {
    if (i % 2 === 1) return [];
    return [
      { found: `${file.path}:${found}`, rule: found.split(' ').at(-1) ?? '', says: lines[i + 1] ?? '' },
    ];
  });
  return { name, file, expected };
});
const ready = faults.filter(({ expected }) => expected.every(({ rule }) => !pending.has(rule)));
const bank = readBankFiles(['questions'], process.cwd()).files;

const check = (added: readonly BankFile[]) =>
  checkBank([...bank, ...added], { whole: true, today: '2026-11-25' }).diagnostics;

function shown({ path, at, severity, rule, message }: Diagnostic, says: string | undefined): string {
  const found = `${path}:${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${severity} ${rule}`;
  // Of a message that says what it must no more is compared.
  return `${found}: ${says !== undefined && message.includes(says) ? says : message}`;
}

/** Says of each finding whether it is one of those expected, and of each of these whether it was found. */
function expectExactly(found: readonly Diagnostic[], expected: readonly Expected[]): void {
  const said = new Map(expected.map((e) => [e.found, e.says]));
  const place = ({ path, at, severity, rule }: Diagnostic) =>
    `${path}:${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${severity} ${rule}`;
  expect(found.map((d) => shown(d, said.get(place(d)))).sort()).toEqual(
    expected.map(({ found, says }) => `${found}: ${says}`).sort(),
  );
}

describe('faults made by hand', () => {
  it('are many, of many sorts', () => {
    expect(ready.length).toBeGreaterThanOrEqual(40);
    const proved = new Set(ready.flatMap(({ expected }) => expected.map(({ rule }) => rule)));
    expect(proved.size).toBeGreaterThanOrEqual(36);
  });

  it('are as many as there are expected findings, and no two are in the same words', () => {
    const expectations = readdirSync(folder).filter((name) => name.endsWith('.expected'));
    expect(expectations).toEqual(names.map((name) => `${name}.expected`));
    const ways = faults.flatMap(({ expected }) => expected.map(({ rule, says }) => `${rule}: ${says}`));
    expect([...new Set(ways)]).toHaveLength(ways.length);
  });

  it('stand beside a bank that has none', () => {
    expectExactly(check([]), []);
  });

  it('are found where they are, and nothing else is, when all are in one bank', () => {
    const expected = ready.flatMap((fault) => fault.expected).filter(({ rule }) => !onWholeBanks.has(rule));
    expectExactly(check(ready.map(({ file }) => file)), expected);
  });

  it.each(ready.map((fault) => [fault.name, fault] as const))(
    '%s is found alone',
    (_, { file, expected }) => {
      expectExactly(check([file]), expected);
    },
  );
});
