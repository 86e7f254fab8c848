import type { Expected, Fix } from '#core/base/diagnostic.ts';
import { memoise } from '#core/base/memoise.ts';
import { codePointsOf } from '#core/base/neutral.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { isBinary } from '#core/yaml/trees.ts';
import type { Finding } from '../../contract/rule.ts';
import { stringsIn } from '../../views/file-texts.ts';

type Scalar = ReturnType<YamlSource['scalars']> extends Iterable<infer S> ? S : never;

/** Yields the hidden characters of a sort: as they stand in files, and as escapes put them into texts; `effect` is a verb phrase. */
export function* hiddenIn(files: readonly YamlSource[], sort: RegExp, effect: string): Generator<Finding> {
  for (const source of files) {
    const { path, text, span, scalars } = source;
    if (isBinary(text)) continue;
    const fixAt = fixesOf(text, scalars, sort);
    for (const { 0: run, index } of text.matchAll(sort)) {
      // Carriage returns end lines here; a lone one is a finding of YAML.
      const shown = run.replaceAll('\r', '');
      if (shown === '') continue;
      yield {
        path,
        at: span(index, index + run.length),
        message: `hidden ${codePointsOf(shown)}, which ${effect}; remove it`,
        ...fixAt(index, run),
      };
    }
    // Without a backslash the file has no escapes, so that texts are as they look; scalars take parsing it again.
    if (!text.includes('\\') || !stringsIn(source).some((s) => s.text.search(sort) !== -1)) continue;
    for (const { value, written, at } of scalars()) {
      const runs = typeof value === 'string' ? (value.match(sort) ?? []) : [];
      if (runs.length === 0 || written.search(sort) !== -1) continue;
      const points = [...new Set(runs)].map(codePointsOf).join(', ');
      yield { path, at, message: `an escape in this text stands for ${points}, which ${effect}; remove it` };
    }
  }
}

/** A colour code, copied from a terminal with the text: without its escape, `[1m` would be left. Not `[MASK]` after a stray escape. */
const sequence = /\u001b\[(?:[\d;]*m|[\d;]+[A-Za-z])/g;

/** Returns a function that finds the fix for a run: one fix for all runs of a scalar, since only then its new value is known. */
function fixesOf(text: string, scalars: YamlSource['scalars'], sort: RegExp) {
  let find: ((index: number) => Scalar | undefined) | undefined;
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
  return (index: number, run: string): { readonly fix?: Fix } => {
    find ??= finderOf([...scalars()].filter(({ written }) => written.search(sort) !== -1));
    const holder = find(index);
    if (holder !== undefined) return inScalar(holder);
    return { fix: { title, edits: [{ start: index, end: index + run.length, text: without(run) }] } };
  };
}

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
