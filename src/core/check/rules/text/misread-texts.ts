import type { Expected, Fix } from '#core/base/diagnostic.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import type { Finding } from '../../contract/rule.ts';
import { itemAt, stringsIn } from '../../views/file-texts.ts';
import { type Misread, misreadIn, readMisread } from './mojibake.ts';

/** A cheap pre-test for UTF-8 that was read as another encoding. */
const hint = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/;

/** Yields the texts of a file whose UTF-8 was read as Latin-1 or Windows-1252, one finding each. */
export function* misreadTextsIn(source: YamlSource): Generator<Finding> {
  const { path, text, span } = source;
  const isRaw = hint.test(text);
  const isEscaped = text.includes('\\') && stringsIn(source).some((s) => hint.test(s.text));
  if (!isRaw && !isEscaped) return;
  const spots: (readonly [number, number])[] = [];
  for (const { value, written, at, path: where, part } of source.scalars()) {
    if (typeof value !== 'string' || !hint.test(value)) continue;
    spots.push([at.start, at.end]);
    const item = itemAt(source, where);
    const runs = misreadIn(written);
    const [first] = runs;
    const meant = first === undefined ? misreadIn(value) : [];
    if (first === undefined && meant.length === 0) continue;
    yield {
      path,
      at:
        first === undefined
          ? at
          : span(at.start + first.index, at.start + first.index + first.written.length),
      ...(item === undefined ? {} : { item }),
      message: said(first === undefined ? value : written, first ?? meant[0]),
      ...(first === undefined || written.includes('\\')
        ? {}
        : { fix: fixOf(value, written, at.start, where, part) }),
    };
  }
  yield* inComments(source, spots);
}

function fixOf(
  value: string,
  written: string,
  start: number,
  path: Extract<Expected, { type: 'set' }>['path'],
  part: 'key' | 'value',
): Fix {
  const decoded = readMisread(value);
  return {
    title: 'read the characters as UTF-8',
    edits: [{ start, end: start + written.length, text: readMisread(written) }],
    expects: part === 'key' ? { type: 'renamed', path, to: decoded } : { type: 'set', path, value: decoded },
  };
}

/** Yields a finding for the comments of a file, if there is such a run in one. */
function* inComments(
  { path, text, span }: YamlSource,
  spots: readonly (readonly [number, number])[],
): Generator<Finding> {
  if (!hint.test(text)) return;
  for (const { 0: line, index } of text.matchAll(/(?:^|[ \t])#[^\n]*/gm)) {
    const [first] = hint.test(line) ? misreadIn(line) : [];
    if (first === undefined) continue;
    const start = index + first.index;
    if (spots.some(([from, to]) => start >= from && start < to)) continue;
    const decoded = readMisread(line);
    yield {
      path,
      at: span(start, start + first.written.length),
      message: said(line, first),
      fix: {
        title: 'read the characters as UTF-8',
        edits: [{ start: index, end: index + line.length, text: decoded }],
      },
    };
  }
}

/** The word around a run, as it stands and as it would be. */
function said(text: string, run: Misread | undefined): string {
  const at = run?.index ?? 0;
  const start = /\S{0,12}$/.exec(text.slice(0, at))?.[0].length ?? 0;
  const rest = /^[^\s"]{0,24}/.exec(text.slice(at))?.[0] ?? '';
  const word = text.slice(at - start, at) + (rest === '' ? (run?.written ?? '') : rest);
  const shown = readMisread(word).trim();
  return `UTF-8 that was read as Latin-1 or Windows-1252; it should be \`${shown}\`, so save the text again as UTF-8`;
}
