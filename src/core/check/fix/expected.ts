import type { DataPath } from '#core/base/data-path.ts';
import type { Expected } from '#core/base/diagnostic.ts';
import { isMapping } from '#core/yaml/data.ts';

type Change = Exclude<Expected, { readonly type: 'readable' }>;

/** Returns the data after a change, or undefined if it cannot be made. */
export function applyChange(data: unknown, change: Change): { readonly data: unknown } | undefined {
  if (!isThere(data, change.path)) return undefined;
  switch (change.type) {
    case 'set':
      return { data: updated(data, change.path, () => change.value) };
    case 'renamed':
      return renamed(data, change.path, change.to);
    case 'ordered':
      return ordered(data, change.path, change.order);
    default:
      return change satisfies never;
  }
}

/** Returns whether data is the same, except for damaged values, each of which may have become one that contains a `readable` value. */
export function isExpectedChange(before: unknown, after: unknown, readable: readonly unknown[]): boolean {
  const filled: unknown[] = [];
  if (!sameButFor(before, after, filled, readable.length > 0)) return false;
  return (
    filled.length <= readable.length &&
    filled.every((data) => readable.some((value) => holds(data, value))) &&
    readable.every((value) => filled.some((data) => holds(data, value)))
  );
}

/** Returns the value at a path, or undefined if it is absent or unreadable. */
export function valueIn(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (hasStep(value, step) ? Reflect.get(value, step) : undefined),
    data,
  );
}

function isThere(data: unknown, path: DataPath): boolean {
  return path.length === 0 || hasStep(valueIn(data, path.slice(0, -1)), path.at(-1) ?? '');
}

function hasStep(value: unknown, step: string | number): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step);
}

function updated(data: unknown, path: DataPath, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (Array.isArray(data)) return data.map((v, i) => (i === step ? updated(v, rest, change) : v));
  const entries = Object.entries(Object(data));
  return Object.fromEntries(entries.map(([k, v]) => [k, k === step ? updated(v, rest, change) : v]));
}

function renamed(data: unknown, path: DataPath, to: string) {
  const holder = path.slice(0, -1);
  const map = valueIn(data, holder);
  if (!isMapping(map) || Object.hasOwn(map, to)) return undefined;
  const entries = Object.entries(map).map(([key, value]) => [key === path.at(-1) ? to : key, value] as const);
  return { data: updated(data, holder, () => Object.fromEntries(entries)) };
}

function ordered(data: unknown, path: DataPath, order: readonly number[]) {
  const list = valueIn(data, path);
  if (!Array.isArray(list) || order.length !== list.length) return undefined;
  if (new Set(order).size !== list.length || !order.every((i) => i in list)) return undefined;
  return { data: updated(data, path, () => order.map((i) => list[i] as unknown)) };
}

function sameButFor(before: unknown, after: unknown, filled: unknown[], root = false): boolean {
  if (before === undefined) {
    if (after !== undefined) filled.push(after);
    return true;
  }
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || after.length !== before.length) return false;
    return before.every((value, i) => sameButFor(value, after[i], filled));
  }
  if (!isMapping(before)) return Object.is(before, after);
  if (!isMapping(after)) return false;
  const keys = Object.keys(before);
  // An entry of the file with an unreadable field name is missing altogether.
  const added = root ? Object.keys(after).filter((key) => !Object.hasOwn(before, key)) : [];
  filled.push(...added.map((key) => after[key]));
  const others = Object.keys(after).filter((key) => !added.includes(key));
  return (
    others.length === keys.length &&
    keys.every((key, i) => key === others[i] && sameButFor(before[key], after[key], filled))
  );
}

function holds(data: unknown, value: unknown): boolean {
  if (agreesWholly(data, value)) return true;
  return typeof data === 'object' && data !== null && Object.values(data).some((part) => holds(part, value));
}

function agreesWholly(data: unknown, value: unknown): boolean {
  const filled: unknown[] = [];
  return sameButFor(data, value, filled) && filled.length === 0;
}
