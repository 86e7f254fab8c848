import type { Diagnostic, Edit, Expected, Fix } from '#core/base/diagnostic.ts';
import { applyEdits } from '#core/base/text-edits.ts';
import { splitParts } from '#core/yaml/parts.ts';
import { type BankFile, readYaml, type YamlSource } from '#core/yaml/source.ts';
import { applyChange, isExpectedChange, valueIn } from './expected.ts';

/** Why a fix was rejected: it overlaps another fix, its place cannot be parsed, or the result differs from the expected data. */
export type FixFailure = 'overlaps' | 'unreadable' | 'unexpected';

/** One file after fixes. */
export interface FixResult {
  readonly path: string;
  readonly text: string;
  /** The edits that were made, from the end to the start; offsets do not count a byte order mark. */
  readonly edits: readonly Edit[];
  readonly made: readonly Diagnostic[];
  readonly left: readonly { readonly finding: Diagnostic; readonly because: FixFailure }[];
}

/** A fix with its findings: several may share one. */
interface Job {
  readonly fix: Fix;
  readonly findings: readonly Diagnostic[];
  readonly start: number;
  readonly end: number;
}

interface State {
  /** The file with the edits made. */
  readonly source: YamlSource;
  readonly edits: readonly Edit[];
  readonly made: readonly Diagnostic[];
  readonly left: FixResult['left'];
}

const mark = '\ufeff';
const mostErrorsOfAnItem = 8;

/** Applies the fixes of a file's findings, each only if it leads to the expected data. */
export function applyFixes(file: BankFile, findings: readonly Diagnostic[]): FixResult {
  const own = findings.filter(({ path, fix }) => fix !== undefined && path === file.path);
  const source = readYaml(file);
  const { jobs, left } = chosen(jobsOf(own), source);
  const bom = own.filter(({ rule }) => rule === 'text/bom');
  const isMarked = file.text.startsWith(mark);
  const keeps = isMarked && bom.length === 0;
  const result = attempt({ source, edits: [], made: isMarked ? bom : [], left }, jobs, source);
  const { edits, made } = result;
  return { path: file.path, text: (keeps ? mark : '') + result.source.text, edits, made, left: result.left };
}

/** Returns the fixes from the end of the file to its start, so that the remaining ones keep their places. */
function jobsOf(findings: readonly Diagnostic[]): readonly Job[] {
  const byEdits = new Map<string, Job>();
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined || fix.edits.length === 0) continue;
    const key = JSON.stringify(fix.edits);
    const start = Math.min(...fix.edits.map((e) => e.start));
    const end = Math.max(...fix.edits.map((e) => e.end));
    byEdits.set(key, { fix, start, end, findings: [...(byEdits.get(key)?.findings ?? []), finding] });
  }
  return [...byEdits.values()].sort((a, b) => b.start - a.start || b.end - a.end);
}

function chosen(all: readonly Job[], source: YamlSource): { jobs: readonly Job[]; left: FixResult['left'] } {
  const damaged = damagedIn(source);
  const jobs: Job[] = [];
  const left: FixResult['left'][number][] = [];
  for (const job of all) {
    const next = jobs.at(-1);
    const blind = damaged.some(({ start, end }) => job.start < end && job.end > start);
    if (next && (job.end > next.start || job.start === next.start)) left.push(...because('overlaps', job));
    else if (blind && job.fix.expects?.type !== 'readable') left.push(...because('unreadable', job));
    else jobs.push(job);
  }
  return { jobs, left };
}

/** Returns the stretches whose data is unknown, so that the effect of an edit is unknown too. */
function damagedIn({ text, data, diagnostics }: YamlSource) {
  if (diagnostics.length === 0) return [];
  return splitParts(text)
    .filter(({ prefix }) => valueIn(data, prefix) === undefined)
    .map((part) => ({ start: part.start, end: part.start + part.text.length }));
}

/** Applies all fixes at once; if the result is unexpected, each half separately, so that one bad fix does not block others. */
function attempt(state: State, jobs: readonly Job[], from: YamlSource): State {
  const [first, second] = jobs;
  if (first === undefined) return state;
  const edits = [...state.edits, ...jobs.flatMap(({ fix }) => fix.edits)];
  const source = reread(from, edits);
  const expected = jobs.map(({ fix }) => fix.expects);
  if (source.text !== state.source.text && isExpected(state.source, source, expected)) {
    return { ...state, source, edits, made: [...state.made, ...jobs.flatMap((job) => job.findings)] };
  }
  if (second === undefined) {
    return (
      further(state, first, from) ?? { ...state, left: [...state.left, ...because('unexpected', first)] }
    );
  }
  const half = jobs.length >> 1;
  return attempt(attempt(state, jobs.slice(0, half), from), jobs.slice(half), from);
}

/** Fixes an item with several syntax errors: each can be seen only when the one before it is gone. */
function further(state: State, job: Job, from: YamlSource): State | undefined {
  if (job.fix.expects?.type !== 'readable') return undefined;
  const expected: Expected[] = [job.fix.expects];
  const made = [...job.findings];
  let edits = [...state.edits, ...job.fix.edits];
  let { start } = job;
  while (made.length < mostErrorsOfAnItem) {
    const source = reread(from, edits);
    if (isExpected(state.source, source, expected)) {
      return { ...state, source, edits, made: [...state.made, ...made] };
    }
    const next = source.diagnostics.find((d) => d.at.start > start && d.fix?.expects?.type === 'readable');
    const more = next?.fix?.edits.map((edit) => before(edit, edits));
    if (next?.fix?.expects === undefined || more === undefined) return undefined;
    const sure = more.flatMap((edit) => edit ?? []);
    if (sure.length < more.length) return undefined;
    edits = [...edits, ...sure];
    expected.push(next.fix.expects);
    made.push(next);
    start = next.at.start;
  }
  return undefined;
}

/** Translates an edit of an edited text to the original text; undefined if it touches an earlier edit. */
function before(edit: Edit, edits: readonly Edit[]): Edit | undefined {
  let moved = 0;
  for (const made of [...edits].sort((a, b) => a.start - b.start)) {
    const start = made.start + moved;
    if (edit.end <= start) break;
    if (edit.start < start + made.text.length) return undefined;
    moved += made.text.length - (made.end - made.start);
  }
  return { ...edit, start: edit.start - moved, end: edit.end - moved };
}

function isExpected(
  old: YamlSource,
  source: YamlSource,
  expected: readonly (Expected | undefined)[],
): boolean {
  const readable: unknown[] = [];
  let { data } = old;
  for (const change of expected) {
    if (change?.type === 'readable') readable.push(change.value);
    else if (change !== undefined) {
      const next = applyChange(data, change);
      if (next === undefined) return false;
      data = next.data;
    }
  }
  const worse = readable.length === 0 && source.diagnostics.length > old.diagnostics.length;
  return !worse && isExpectedChange(data, source.data, readable);
}

function reread({ path, text }: YamlSource, edits: readonly Edit[]): YamlSource {
  return readYaml({ path, text: mark + applyEdits(text, edits) });
}

function because(reason: FixFailure, { findings }: Job): FixResult['left'] {
  return findings.map((finding) => ({ finding, because: reason }));
}
