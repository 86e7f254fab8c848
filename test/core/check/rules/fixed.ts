import type { Diagnostic } from '#core/base/diagnostic.ts';
import { checkBank } from '#core/check/check.ts';
import { readYaml } from '#core/yaml/source.ts';

/** The bank files of a deck, or of several files by their paths. */
export type Texts = string | Readonly<Record<string, string>>;

/** What one rule finds in a bank on 1 June 2026. */
export function foundBy(rule: string, texts: Texts, whole = true): readonly Diagnostic[] {
  const files = Object.entries(typeof texts === 'string' ? { 'deck.yaml': texts } : texts);
  return checkBank(
    files.map(([path, text]) => ({ path, text })),
    { today: '2026-06-01', whole, wanted: ({ id }) => id === rule },
  ).diagnostics;
}

/** The text that one finding's fix turns a file into; throws where the data does not become what the fix expects. */
export function fixed(text: string, { fix }: Diagnostic): string {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.start - a.start);
  const result = edits.reduce((now, e) => now.slice(0, e.start) + e.text + now.slice(e.end), text);
  const [before, after] = [text, result].map((t) => readYaml({ path: 'deck.yaml', text: t }).data);
  const { expects } = fix ?? {};
  if (expects !== undefined && expects.type !== 'set') throw new Error('another kind of fix');
  const wanted = expects === undefined ? before : withValue(before, expects.path, expects.value);
  if (JSON.stringify(wanted) !== JSON.stringify(after))
    throw new Error(`not what the fix expects: ${JSON.stringify(after)}`);
  return result;
}

function withValue(data: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}
