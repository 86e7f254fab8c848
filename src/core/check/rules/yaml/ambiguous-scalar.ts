import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findInText, pathOf, shortKeysIn, stringsIn } from '#core/check/views/file-texts.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { isMapping } from '#core/yaml/data.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

/** The first characters of all of these. */
const begin = /^[-+\dyYnNoO]/;
const boolean = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
const sexagesimal = /^[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?$/;
const number = /^[-+]?(?:0b[01_]+|[1-9]\d*_[\d_]*)$/;
const date = /^\d{4}-\d\d-\d\d$/;

export const yamlAmbiguousScalar: Rule = {
  id: 'yaml/ambiguous-scalar',
  severity: 'info',
  fixable: true,
  summary: 'Texts such as no, on, y, 12:30 or 2024-01-31 should be quoted.',
  why: 'Many tools follow YAML 1.1 and read them as booleans, numbers or dates, so an option "No" turns into "false".',
  bad: makeSampleDeck('tags: [tokens]', 'tags: [tokens, on]'),
  good: makeSampleDeck('tags: [tokens]', 'tags: [tokens, "on"]'),
  *check({ files, items }) {
    for (const source of files) {
      if (isBinary(source.text)) continue;
      yield* values(source);
      yield* keys(source);
    }
    yield* octals(items);
  },
};

function* values(source: YamlSource): Generator<Finding> {
  const candidates = stringsIn(source).filter(
    // The field for dates has its format.
    ({ text, step }) => text.length <= 20 && step.key !== 'asOf' && readAs(text) !== undefined,
  );
  // How they are written takes parsing the file again, which is skipped if all are quoted.
  if (candidates.length === 0 || !unquoted.test(source.text)) return;
  for (const found of candidates) {
    const read = readAs(found.text);
    const path = pathOf(found);
    // The schema rules require `true` or `false` here, or a number.
    if (path.length === 3 && isTyped(source, path[1], path[2])) continue;
    if (source.written(path) !== found.text) continue;
    const { start, end } = source.place(path);
    const message = `other YAML tools read \`${found.text}\` as ${read}; put it in quotes`;
    yield findInText(found, message, quoted(start, end, found.text));
  }
}

/** Returns whether a field of a question must be true or false, or a number. */
function isTyped(
  { data }: YamlSource,
  index: string | number | undefined,
  field: string | number | undefined,
): boolean {
  const items = isMapping(data) ? data.items : undefined;
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  const kind = isMapping(item) ? kinds.find(({ name }) => name === item.kind) : undefined;
  if (kind === undefined) return false;
  return kind.quantity !== undefined
    ? field === 'key' || field === 'tolerance'
    : field === 'key' && kind.asks === 'judge';
}

function* keys(source: YamlSource): Generator<Finding> {
  if (![...shortKeysIn(source)].some((key) => boolean.test(key))) return;
  // A field name is a scalar right before a colon.
  for (const { value, written, at } of source.scalars()) {
    if (
      value !== written ||
      !boolean.test(written) ||
      !/^[ \t]*:/.test(source.text.slice(at.end, at.end + 9))
    )
      continue;
    const message = `other YAML tools read the field name \`${written}\` as a boolean; put it in quotes`;
    yield { path: source.path, at, message, fix: quoted(at.start, at.end, written) };
  }
}

function readAs(text: string): string | undefined {
  if (!begin.test(text)) return undefined;
  if (boolean.test(text)) return 'a boolean';
  if (sexagesimal.test(text)) return 'a base-60 number';
  if (number.test(text)) return 'a number';
  return date.test(text) ? 'a date' : undefined;
}

/** Such a value, alone between the characters that may surround an unquoted one. */
const unquoted =
  /(?:^[ \t]*|[:,[{-][ \t]+|\[)(?:y|yes|n|no|on|off|[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?(?:0b[01_]+|[1-9]\d*_[\d_]*)|\d{4}-\d\d-\d\d)[ \t]*(?:[,\]}\r\n]|#|$)/im;

function quoted(start: number, end: number, text: string) {
  return { title: 'quote the value', edits: [{ start, end, text: `"${text}"` }] };
}

/** A number that begins with a zero, which YAML 1.1 reads as octal. */
const octal = /[:,[{-][ \t]+[-+]?0\d+[ \t]*(?:[,\]}\r\n]|#|$)/m;

/** Yields a finding for each number that begins with a zero: `017` is 17 here, and 15 to other tools. */
function* octals(items: readonly LocatedItem[]): Generator<Finding> {
  const suspects = new Set<YamlSource>();
  const seen = new Set<YamlSource>();
  for (const { source, path, item } of items) {
    if (!seen.has(source)) {
      seen.add(source);
      if (octal.test(source.text)) suspects.add(source);
    }
    if (!suspects.has(source)) continue;
    for (const field of ['key', 'tolerance', 'level', 'revision']) {
      const value = Object(item)[field];
      const at = [...path, field];
      const written = typeof value === 'number' ? source.written(at) : undefined;
      if (written === undefined || !/^[-+]?0\d/.test(written)) continue;
      const other = /[89]/.test(written) ? 'as a text' : `as ${Number.parseInt(written, 8)}`;
      const place = source.place(at);
      yield {
        path: source.path,
        at: place,
        item: item.id,
        message: `other YAML tools read \`${written}\` ${other}; write ${value}`,
        fix: {
          title: 'write the number without a zero before it',
          edits: [{ start: place.start, end: place.end, text: String(value) }],
        },
      };
    }
  }
}
