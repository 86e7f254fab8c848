import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';
import { foundAt, pathOf, shortKeysIn, stringsIn } from '#core/check/views/file-texts.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { isMapping } from '#core/yaml/data.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';

/** How all of these begin. */
const begin = /^[-+\dyYnNoO]/;
const truth = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
const sexagesimal = /^[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?$/;
const number = /^[-+]?(?:0b[01_]+|[1-9]\d*_[\d_]*)$/;
const date = /^\d{4}-\d\d-\d\d$/;

export const yamlAmbiguousScalar: Rule = {
  id: 'yaml/ambiguous-scalar',
  severity: 'info',
  fixable: true,
  summary: 'Texts such as no, on, y, 12:30 or 2024-01-31 are put in quotes.',
  why: 'Tools that follow YAML 1.1, and those are many, read them as truth values, numbers and dates: an option "No" then turns into "false".',
  bad: sampleWith('tags: [tokens]', 'tags: [tokens, on]'),
  good: sampleWith('tags: [tokens]', 'tags: [tokens, "on"]'),
  *check({ files }) {
    for (const source of files) {
      if (isBinary(source.text)) continue;
      yield* values(source);
      yield* keys(source);
    }
  },
};

function* values(source: YamlSource): Generator<Finding> {
  const candidates = stringsIn(source).filter(
    // Dates in the field for dates are of our own form.
    ({ text, step }) => text.length <= 20 && step.key !== 'asOf' && readAs(text) !== undefined,
  );
  // How they are written is known by parsing the file again, which is not done where all are in quotes.
  if (candidates.length === 0 || !unquoted.test(source.text)) return;
  for (const found of candidates) {
    const read = readAs(found.text);
    const path = pathOf(found);
    // There the schema wants `true` or `false`, and says so.
    if (path.length === 3 && path[2] === 'key' && isJudged(source, path[1])) continue;
    if (source.written(path) !== found.text) continue;
    const { start, end } = source.place(path);
    const message = `other YAML tools read \`${found.text}\` as ${read}: put it in quotes`;
    yield foundAt(found, message, quoted(start, end, found.text));
  }
}

/** Whether the key of a question is true or false. */
function isJudged({ data }: YamlSource, index: string | number | undefined): boolean {
  const items = isMapping(data) ? data.items : undefined;
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  return isMapping(item) && kinds.some(({ name, asks }) => asks === 'judge' && name === item.kind);
}

function* keys(source: YamlSource): Generator<Finding> {
  if (![...shortKeysIn(source)].some((key) => truth.test(key))) return;
  // A key is written right before its colon, where a scalar of that value stands.
  for (const { value, written, at } of source.scalars()) {
    if (value !== written || !truth.test(written) || !/^[ \t]*:/.test(source.text.slice(at.end, at.end + 9)))
      continue;
    const message = `other YAML tools read the key \`${written}\` as a truth value: put it in quotes`;
    yield { path: source.path, at, message, fix: quoted(at.start, at.end, written) };
  }
}

function readAs(text: string): string | undefined {
  if (!begin.test(text)) return undefined;
  if (truth.test(text)) return 'a truth value';
  if (sexagesimal.test(text)) return 'a number to the base 60';
  if (number.test(text)) return 'a number';
  return date.test(text) ? 'a date' : undefined;
}

/** Such a value alone between what may stand around one without quotes. */
const unquoted =
  /(?:^[ \t]*|[:,[{-][ \t]+|\[)(?:y|yes|n|no|on|off|[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?(?:0b[01_]+|[1-9]\d*_[\d_]*)|\d{4}-\d\d-\d\d)[ \t]*(?:[,\]}\r\n]|#|$)/im;

function quoted(start: number, end: number, text: string) {
  return { title: 'quote the value', edits: [{ start, end, text: `"${text}"` }] };
}
