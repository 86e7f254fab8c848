import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkBank } from '#core/check/check.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';

const folder = 'test/fixtures/faults';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

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
const isOnWholeBanks = ({ expected }: Fault) => expected.some(({ rule }) => onWholeBanks.has(rule));

const bank = readBankFiles(['questions'], process.cwd()).files;

const check = (added: readonly BankFile[]) =>
  checkBank([...bank, ...added], {
    whole: true,
    today: '2026-12-01',
    // Decks of one question are too small for a bank with large ones, and that is not their fault.
    wanted: ({ id, off }) => off !== true && id !== 'bank/topic-coverage',
  }).diagnostics;

const named = ({ path, at, severity, rule }: Diagnostic) =>
  `${path}:${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${severity} ${rule}`;

/** That these findings are there, and no others: each at its place, with what its message must have in it. */
function expectExactly(diagnostics: readonly Diagnostic[], expected: readonly Expected[]): void {
  const said = new Map(expected.map((e) => [e.found, e.says]));
  const found = diagnostics.map((d) => {
    const says = said.get(named(d));
    // Where a message says what it must, no more of it is compared.
    return `${named(d)}: ${says !== undefined && d.message.includes(says) ? says : d.message}`;
  });
  expect(found.sort()).toEqual(expected.map((e) => `${e.found}: ${e.says}`).sort());
}

describe('faults made by hand', () => {
  it('are many, of many sorts', () => {
    expect(faults.length).toBeGreaterThanOrEqual(40);
    const proved = new Set(faults.flatMap(({ expected }) => expected.map(({ rule }) => rule)));
    expect(proved.size).toBeGreaterThanOrEqual(75);
  });

  it('have their findings beside them, and no two prove the same in the same way', () => {
    const expectations = readdirSync(folder).filter((name) => name.endsWith('.expected'));
    expect(expectations).toEqual(names.map((name) => `${name}.expected`));
    const ways = faults.flatMap(({ expected }) => [
      ...new Set(expected.map(({ rule, says }) => `${rule}: ${says}`)),
    ]);
    expect([...new Set(ways)]).toHaveLength(ways.length);
  });

  it('stand beside a bank that has none', () => {
    expectExactly(check([]), []);
  });

  it('are found where they are, and nothing else is, when all are in one bank', () => {
    const expected = faults.flatMap((fault) => fault.expected).filter(({ rule }) => !onWholeBanks.has(rule));
    expectExactly(check(faults.map(({ file }) => file)), expected);
  });

  it.each(
    [...apart(faults.filter(isOnWholeBanks)), ...apart(faults.filter((f) => !isOnWholeBanks(f)))].map(
      (group) => [group.map(({ name }) => name).join(', '), group] as const,
    ),
  )('without another for the same rule: %s', (_, group) => {
    expectExactly(
      check(group.map(({ file }) => file)),
      group.flatMap(({ expected }) => expected),
    );
  });
});

/** The faults in few groups: no two for the same rule in one. */
function apart(all: readonly Fault[]): readonly (readonly Fault[])[] {
  const groups: { readonly rules: Set<string>; readonly faults: Fault[] }[] = [];
  for (const fault of all) {
    const rules = fault.expected.map(({ rule }) => rule);
    const group = groups.find((other) => !rules.some((rule) => other.rules.has(rule)));
    if (group === undefined) groups.push({ rules: new Set(rules), faults: [fault] });
    else {
      group.faults.push(fault);
      for (const rule of rules) group.rules.add(rule);
    }
  }
  return groups.map((group) => group.faults);
}
