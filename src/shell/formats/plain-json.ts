import { bidis, controls } from '../../core/neutral.ts';

/** A value as indented JSON that a terminal only shows: what it would obey is written as escapes, and reads as the same text. */
export function plainJson(value: unknown): string {
  const escaped = (run: string) =>
    run
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  return `${JSON.stringify(value, undefined, 2).replace(controls, escaped).replace(bidis, escaped)}\n`;
}
