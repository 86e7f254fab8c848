import { replaceHidden } from '#core/base/neutral.ts';

/**
 * A value as indented JSON that a terminal only shows and a CI runner passes over: what they would obey is written as escapes,
 * and reads as the same text.
 */
export function toPlainJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${replaceHidden(json, escaped).replace(/#(?=#\w*\[)/g, escaped)}\n`;
}

const escaped = (run: string) =>
  run
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
