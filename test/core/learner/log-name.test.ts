import { expect, test } from 'vitest';
import { logNameOf } from '#core/learner/events/log-name.ts';
import { extendRun, newerFormatOf } from '#core/learner/events/newer-run.ts';

test.each([
  ['laptop.jsonl', { type: 'log' }],
  ['LAPTOP.JSONL', { type: 'log' }],
  ['laptop (conflicted copy).jsonl', { type: 'log' }],
  ['.laptop.jsonl', { type: 'other' }],
  ['.#laptop.jsonl', { type: 'other' }],
  ['laptop.jsonl~', { type: 'other' }],
  ['laptop.json', { type: 'other' }],
  ['.laptop.jsonl.icloud', { type: 'placeholder', log: 'laptop.jsonl' }],
  ['laptop.jsonl.nextcloud', { type: 'placeholder', log: 'laptop.jsonl' }],
  ['notes.txt.nextcloud', { type: 'other' }],
  ['..laptop.jsonl.icloud', { type: 'other' }],
])('%s in the events folder is %j', (name, is) => {
  expect(logNameOf(name)).toEqual(is);
});

test('lines of a newer format run together', () => {
  const line = (format: number, alike: boolean) => ({ type: 'newer', format, alike }) as const;
  const one = extendRun(undefined, line(3, true));
  expect(one).toEqual({ format: 3, lines: 1, alike: true });
  const two = extendRun(one, line(2, true));
  expect(two).toEqual({ format: 3, lines: 2, alike: true });
  expect(extendRun(two, line(9, false))).toEqual({ format: 9, lines: 3, alike: false });
  expect(extendRun(extendRun(undefined, line(3, false)), line(3, true))).toMatchObject({ alike: false });
});

test.each([
  [undefined, undefined],
  [{ format: 3, lines: 1, alike: true }, undefined],
  [{ format: 3, lines: 1, alike: false }, 3],
  [{ format: 3, lines: 2, alike: true }, 3],
])('of the run %j the log is in format %s', (run, format) => {
  expect(newerFormatOf(run)).toBe(format);
});
