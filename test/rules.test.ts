import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBank } from '#core/bank/read-bank.ts';
import { checkBank } from '#core/check/check.ts';
import type { Example, Rule } from '#core/check/contract/rule.ts';
import { rules } from '#core/check/rules/index.ts';

const filesOf = (example: Example) =>
  typeof example === 'string'
    ? [{ path: 'deck.yaml', text: example }]
    : Object.entries(example).map(([path, text]) => ({ path, text }));

/** What the whole checker finds: all that is on, the rule itself too where it is off. */
const found = ({ id, base }: Rule, example: Example) =>
  checkBank(filesOf(example), {
    today: '2026-06-01',
    wanted: (rule) => rule.off !== true || rule.id === id,
    ...(base === undefined ? {} : { base: readBank(filesOf(base)).located }),
  }).diagnostics.map(({ rule }) => rule);

describe('rules', () => {
  it('are listed, each in a file at the path of its id', () => {
    const files = readdirSync('src/core/check/rules', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts');
    // What several rules of a group need lies beside them.
    const ofRules = files.filter((file) =>
      /^export const \w+: Rule = /m.test(readFileSync(join('src/core/check/rules', file), 'utf8')),
    );
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(ofRules.sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s finds its bad example, and nothing else does',
    (id, rule) => {
      expect(found(rule, rule.bad)).toEqual([id]);
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s names each severity of its findings',
    (id, { severity, sometimes }) => {
      const code = readFileSync(join('src/core/check/rules', `${id}.ts`), 'utf8');
      const lines = code.match(/severity: .*/g) ?? [];
      const given = lines.flatMap((line) => line.match(/'(?:error|warning|info)'/g) ?? []);
      const named = [severity, ...(sometimes === undefined ? [] : [sometimes])].map((one) => `'${one}'`);
      expect(named).toEqual(expect.arrayContaining(given));
      expect(sometimes === undefined || given.length > 1).toBe(true);
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has a good example without findings',
    (_, rule) => {
      expect(found(rule, rule.good)).toEqual([]);
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what a bank must be like and why, in sentences',
    (_, rule) => {
      for (const text of [rule.summary, rule.why]) expect(text).toMatch(/^[A-Z].*\.$/);
    },
  );
});
