import { expect, it } from 'vitest';
import {
  asciiBytesOf,
  endOfElements,
  endOfMembers,
  endOfName,
  endOfNumber,
  endOfWhole,
  isDigit,
  numberAt,
  readPast,
} from '#core/learner/events/scan-forms.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it('what must stand somewhere is read past, to its last byte', () => {
  const wanted = asciiBytesOf('"at":');
  expect([...wanted]).toEqual([0x22, 0x61, 0x74, 0x22, 0x3a]);
  expect(readPast(bytes('{"at":1'), 1, wanted)).toBe(6);
  expect(readPast(bytes('"at":'), 0, wanted)).toBe(5);
  expect(readPast(bytes('{"at":1'), 0, wanted)).toBe(-1);
  expect(readPast(bytes('"at";'), 0, wanted)).toBe(-1);
  expect(readPast(bytes('"at"'), 0, wanted)).toBe(-1);
  expect(readPast(bytes('"at":'), -1, asciiBytesOf(''))).toBe(-1);
});

it.each([
  ['a"', 1],
  ['a b~"', 4],
  ['"', -1],
  ['a', -1],
  ['a\x1f"', -1],
  ['a\x7f"', -1],
  ['a\xe9"', -1],
  ['a\\n"', -1],
])('the name %j ends at %i', (text, end) => {
  expect(endOfName(bytes(`-${text}`), 1)).toBe(end < 0 ? -1 : end + 1);
  expect(endOfName(bytes(text), -1)).toBe(-1);
});

it('digits are from 0 to 9', () => {
  expect(['/', '0', '5', '9', ':'].map((one) => isDigit(one.charCodeAt(0)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isDigit(undefined)).toBe(false);
});

it.each([
  ['0', 1, 1],
  ['7,', 1, 1],
  ['10', 2, 2],
  ['123456789012', 12, 12],
  ['1234567890123', -1, -1],
  ['00', -1, -1],
  ['07', -1, -1],
  ['', -1, -1],
  ['x', -1, -1],
  ['-1', -1, -1],
  ['.5', -1, -1],
  ['0.', 1, -1],
  ['0.x', 1, -1],
  ['0.25,', 1, 4],
  ['10.05', 2, 5],
  ['0.5.5', 1, 3],
  ['1e3', 1, 1],
])('of %j the whole number ends at %i, and the number at %i', (text, whole, number) => {
  const behind = (end: number) => (end < 0 ? -1 : end + 1);
  expect(endOfWhole(bytes(`9${text}`), 1)).toBe(behind(whole));
  expect(endOfNumber(bytes(`9${text}`), 1)).toBe(behind(number));
});

it('no number ends where none begins', () => {
  expect(endOfWhole(bytes('5'), -1)).toBe(-1);
  expect(endOfNumber(bytes('5.5'), -1)).toBe(-1);
});

it.each([
  '0',
  '7',
  '42',
  '0.5',
  '0.25',
  '12.75',
  '0.3333333333',
  '0.33333333333',
  '0.041666666666666664',
  '123456789012',
])('%s is the number of that text', (text) => {
  expect(numberAt(bytes(`1${text}2`), 1, 1 + text.length)).toBe(Number(text));
});

/** Values, and what stands behind their end, if they are read at all. */
it.each<readonly [string, string | undefined]>([
  ['}', ''],
  ['},', ','],
  ['"a":1}', ''],
  ['"a":1,"b":"x"}]', ']'],
  ['"":""}', ''],
  ['"a":0.5}', ''],
  ['"a":{"b":{}},"c":[]}}', '}'],
  ['"a":[1,"x",[2]]}', ''],
  ['"a":"\\"\\\\\\/\\b\\f\\n\\r\\t"}', ''],
  ['"a":"\xe4\xff"}', ''],
  ['"a":"\\u0061"}', undefined],
  ['"a":"\\x"}', undefined],
  ['"a":"\x1f"}', undefined],
  ['"a":"\x20"}', ''],
  ['"a":"', undefined],
  ['"a":1', undefined],
  ['"a":1]', undefined],
  ['"a":1,}', undefined],
  ['"a":1,,"b":1}', undefined],
  ['"a":}', undefined],
  ['"a"}', undefined],
  ['"a";1}', undefined],
  ['"a', undefined],
  ['a":1}', undefined],
  [',"a":1}', undefined],
  ['"a":true}', undefined],
  ['"a":-1}', undefined],
  ['"a":[1,]}', undefined],
  ['"a":[1}', undefined],
  ['"a":[,1]}', undefined],
  ['"a":[1', undefined],
  ['"a":{"b":1]}', undefined],
  ['"a":{"b":{"c":{"d":{}}}}}', ''],
  ['"a":{"b":{"c":{"d":{"e":{}}}}}}', undefined],
  ['"a":[[[[]]]]}', ''],
  ['"a":[[[[[]]]]]}', undefined],
])('the object {%s leaves %j', (text, rest) => {
  const whole = bytes(`{${text}`);
  expect(endOfMembers(whole, 1, 0)).toBe(rest === undefined ? -1 : whole.length - rest.length);
});

it.each<readonly [string, string | undefined]>([
  [']', ''],
  ['],', ','],
  ['1]', ''],
  ['1,"x",{"a":1}],', ','],
  ['"]"]', ''],
  ['1', undefined],
  ['1}', undefined],
  ['1,]', undefined],
  [',]', undefined],
  ['x]', undefined],
])('the list [%s leaves %j', (text, rest) => {
  const whole = bytes(`[${text}`);
  expect(endOfElements(whole, 1, 0)).toBe(rest === undefined ? -1 : whole.length - rest.length);
});
