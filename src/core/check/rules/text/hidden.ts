import type { Expected, Fix } from '#core/base/diagnostic.ts';
import { memoise } from '#core/base/memoise.ts';
import { codePointsOf } from '#core/base/neutral.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';
import type { Finding } from '../../contract/rule.ts';
import { itemAt, stringsIn } from '../../views/file-texts.ts';

type Scalar = ReturnType<YamlSource['scalars']> extends Iterable<infer S> ? S : never;

/** Yields the hidden characters of a sort: as they stand in files, and as escapes put them into texts; `effect` is a verb phrase. */
export function* hiddenIn(
  files: readonly YamlSource[],
  sort: RegExp,
  effect: string,
  isExplained: (text: string) => boolean = () => false,
): Generator<Finding> {
  for (const source of files) {
    const { path, text, span, scalars } = source;
    if (isBinary(text)) continue;
    const holderAt = holdersOf(source, sort);
    const fixAt = fixesOf(source, sort);
    for (const { 0: run, index } of text.matchAll(sort)) {
      // Carriage returns end lines here; a lone one is a finding of YAML.
      const shown = run.replaceAll('\r', '');
      if (shown === '') continue;
      const holder = holderAt(index);
      if (isExplained(holder?.written ?? lineAt(text, index))) continue;
      const item = holder && itemAt(source, holder.path);
      yield {
        path,
        at: span(index, index + run.length),
        ...(item === undefined ? {} : { item }),
        message: `hidden ${codePointsOf(shown)}, which ${effect}; remove it`,
        ...fixAt(holder, index, run),
      };
    }
    // Without a backslash the file has no escapes, so that texts are as they look; scalars take parsing it again.
    if (!text.includes('\\') || !stringsIn(source).some((s) => s.text.search(sort) !== -1)) continue;
    for (const { value, written, at, path: where } of scalars()) {
      const runs = typeof value === 'string' ? (value.match(sort) ?? []) : [];
      if (
        runs.length === 0 ||
        written.search(sort) !== -1 ||
        isExplained(written) ||
        isExplained(String(value))
      )
        continue;
      const item = itemAt(source, where);
      const points = [...new Set(runs)].map(codePointsOf).join(', ');
      yield {
        path,
        at,
        ...(item === undefined ? {} : { item }),
        message: `an escape in this text stands for ${points}, which ${effect}; remove it`,
      };
    }
  }
}

/** A colour code, copied from a terminal with the text: without its escape, `[1m` would be left. Not `[MASK]` after a stray escape. */
const sequence = /\u001b\[(?:[\d;]*m|[\d;]+[A-Za-z])/g;

/** Returns a function that finds the fix for a run: one fix for all runs of a scalar, since only then its new value is known. */
function fixesOf({ text }: YamlSource, sort: RegExp) {
  const without = (shown: string) =>
    shown
      .replace(sequence, (whole) => (whole.search(sort) === -1 ? whole : ''))
      .replace(sort, (run) => run.replace(/[^\r]/g, ''));
  const title = 'remove the hidden characters';
  const inScalar = memoise(({ value, written, path, part, at: { start, end } }: Scalar): { fix?: Fix } => {
    // If the scalar has escapes too, its text does not show what the value becomes.
    if (typeof value !== 'string' || written.includes('\\')) return {};
    const edits = [{ start, end, text: without(text.slice(start, end)) }];
    const expects: Expected =
      part === 'key'
        ? { type: 'renamed', path, to: without(value) }
        : { type: 'set', path, value: without(value) };
    return { fix: { title, edits, expects } };
  });
  return (holder: Scalar | undefined, index: number, run: string): { readonly fix?: Fix } => {
    if (holder !== undefined) return inScalar(holder);
    return { fix: { title, edits: [{ start: index, end: index + run.length, text: without(run) }] } };
  };
}

/** Returns a function that finds the scalar around a hidden character; the scalars are read at the first. */
function holdersOf({ scalars }: YamlSource, sort: RegExp) {
  let find: ((index: number) => Scalar | undefined) | undefined;
  return (index: number): Scalar | undefined => {
    find ??= finderOf([...scalars()].filter(({ written }) => written.search(sort) !== -1));
    return find(index);
  };
}

const lineAt = (text: string, index: number) =>
  text.slice(text.lastIndexOf('\n', index - 1) + 1, text.indexOf('\n', index) + 1 || text.length);

/** Returns a function that finds the scalar around a place, to be called from the start of a file to its end. */
function finderOf(scalars: readonly Scalar[]): (index: number) => Scalar | undefined {
  const sorted = scalars.toSorted((a, b) => a.at.start - b.at.start);
  let next = 0;
  return (index) => {
    while (next < sorted.length && (sorted[next]?.at.end ?? 0) <= index) next++;
    const scalar = sorted[next];
    return scalar !== undefined && scalar.at.start <= index ? scalar : undefined;
  };
}
