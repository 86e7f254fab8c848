import { replaceHidden } from '#core/base/neutral.ts';

/**
 * A value as JSON, indented or in one line, that a terminal only shows and a CI runner passes over: what they would obey is written as escapes,
 * and reads as the same text.
 */
export function toPlainJson(value: unknown, indent = 2): string {
  const json = JSON.stringify(value, undefined, indent);
  return `${replaceHidden(json, escaped).replace(/#(?=#\w*\[)/g, escaped)}\n`;
}

const escaped = (run: string) =>
  run
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
