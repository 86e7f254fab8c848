import type { DataPath } from '#core/base/data-path.ts';
import { findNearest } from '#core/base/nearest.ts';

/** What messages call a value: by the fields that lead to it, counting entries of lists from 1. */
export function nameOf(path: DataPath, noun: string): string {
  const last = path.at(-1);
  if (last === undefined) return noun;
  if (typeof last === 'number') return `entry ${last + 1} of ${nameOf(path.slice(0, -1), noun)}`;
  const from = path.findLastIndex((step) => typeof step === 'number') + 1;
  return `\`${path.slice(from).join('.')}\``;
}

/** A value as messages show it. */
export function showValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of fields';
  if (typeof value !== 'string') return String(value);
  return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`;
}

/** The values that may stand in place of another, and which of them was likely meant. */
export function choiceOf(values: readonly string[], value: unknown): string {
  const near = findNearest(String(value), values);
  const ways = near ? `; did you mean \`${near}\`?` : '';
  return `${values.length === 1 ? '' : 'one of '}${listWords(values)}, not ${showValue(value)}${ways}`;
}

/** Words in a row, as they are written in files. */
export function listWords(words: Iterable<string>): string {
  return Array.from(words, (w) => `\`${w}\``).join(', ');
}
