import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemSchemas, publicationSchema } from '#core/bank/schema.ts';
import { readGood, unfit } from '#core/bank/shape/read-good.ts';
import { isMapping } from '#core/yaml/data.ts';
import { readTreesSlowly } from '#core/yaml/trees.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { tries } from '../../../tries.ts';

const { files } = readBankFiles(['questions', 'src/core/question/kinds'], process.cwd());

/** The questions of the bank and of the kinds' examples, each as a text of its own. */
const texts = files
  .flatMap(({ text }) => text.split(/^(?= {2}- id:)/m).slice(1))
  .filter((text) => readTreesSlowly(text).faults.length === 0);

/** What zod says of some data, and what is read quickly: the same, or nothing. */
function bothOf(data: unknown) {
  const schema = isMapping(data) ? itemSchemas.get(String(data.kind)) : undefined;
  if (schema === undefined) return undefined;
  const { success, data: value } = schema.safeParse(data);
  return { success, value, quick: readGood(schema, data) };
}

const firstOf = (text: string): unknown =>
  (readTreesSlowly(text).data as readonly unknown[] | undefined)?.[0];

it('reads every good question as zod does, its keys in one order', () => {
  expect(texts.length).toBeGreaterThan(500);
  for (const text of texts) {
    const both = bothOf(firstOf(text));
    expect(JSON.stringify(both?.quick)).toBe(JSON.stringify(both?.value));
  }
});

/** What may come to stand in place of a value. */
const odd = [
  null,
  '',
  ' ',
  ' x ',
  'a-b',
  0,
  1,
  1.5,
  -1,
  true,
  [],
  {},
  ['x'],
  [null],
  { en: 'x' },
  { EN: 'x' },
  { ref: 'x' },
];

/** Some data with something odd at one of its places, or without what stands there. */
function changed(data: unknown, steps: readonly number[], value: unknown): unknown {
  const [step = 0, ...others] = steps;
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return value;
  const keys = Object.keys(data);
  const key = keys[step % keys.length] ?? '';
  const inner = others.length === 0 ? value : changed(Reflect.get(data, key), others, value);
  if (Array.isArray(data)) return data.with(Number(key), inner);
  const entries = Object.entries(data).map(([name, own]) => [name, name === key ? inner : own]);
  return Object.fromEntries(inner === undefined ? entries.filter(([name]) => name !== key) : entries);
}

it('never takes a question that zod refuses, and reads the others as zod does', () => {
  const questions = texts.map(firstOf);
  const seen = { good: 0, bad: 0 };
  const steps = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.constantFrom(...questions),
      steps,
      fc.constantFrom(...odd, undefined),
      (data, path, value) => {
        const both = bothOf(changed(data, path, value));
        if (both === undefined) return;
        seen[both.success ? 'good' : 'bad']++;
        if (both.quick === unfit) return;
        expect(both.success).toBe(true);
        expect(JSON.stringify(both.quick)).toBe(JSON.stringify(both.value));
      },
    ),
    { numRuns: tries(5000) },
  );
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(tries(200));
});

it.each([
  [{ authors: 'A', year: 2020, title: 'T', url: 'https://example.org' }, true],
  [{ authors: ' A ', year: 2020, title: 'T', url: 'https://example.org' }, true],
  [{ authors: 'A', year: 2020.5, title: 'T', url: 'https://example.org' }, false],
  [{ authors: 'A', year: 2020, title: 'T', url: 'ftp://example.org' }, false],
  [{ authors: 'A', year: 2020, title: 'T', url: 'https://example.org', doi: undefined }, false],
  [{ authors: 'A', year: 2020, title: 'T', url: 'https://example.org', more: 1 }, false],
  [{ authors: ' ', year: 2020, title: 'T', url: 'https://example.org' }, false],
  [[], false],
])('reads %j as zod does', (data, good) => {
  const parsed = publicationSchema.safeParse(data);
  expect(parsed.success).toBe(good);
  expect(readGood(publicationSchema, data)).toEqual(good ? parsed.data : unfit);
});
