import type { Stop, Words } from './stop.ts';

/** A link of Markdown as a value: YAML takes its brackets for a list. */
export function findLink({ line }: Stop): Words | undefined {
  const before = line.from - line.start;
  for (const link of line.line.matchAll(/\[[^\][]*\]\((https?:[^\s()]+)\)/g)) {
    const isHere = link.index <= before && before <= link.index + link[0].length;
    if (!isHere || !/(?:^|[\s{,])url:\s*$/.test(line.line.slice(0, link.index))) continue;
    const start = line.start + link.index;
    const message = `YAML reads a link of Markdown as a list; write the address alone: ${link[1]}`;
    return { start, end: start + link[0].length, message };
  }
  return undefined;
}

/** Two commas in a row within a list or a map. */
export function findEmptyEntry({ line }: Stop): Words | undefined {
  const before = line.from - line.start;
  for (const commas of line.line.matchAll(/,\s*,/g)) {
    const second = commas.index + commas[0].length - 1;
    if (second !== before) continue;
    const message =
      'there is nothing between this comma and the one before it; remove one, or write what is missing';
    return { start: line.from, end: line.from + 1, message };
  }
  return undefined;
}
