import { codePoints } from '../neutral.ts';
import type { YamlSource } from '../yaml-source.ts';
import { isBinary } from '../yaml-trees.ts';
import { stringsIn } from './file-texts.ts';
import type { Finding } from './rule.ts';

/** Characters of a sort that cannot be seen: as they stand in files, and as escapes put them into texts. */
export function* hiddenIn(files: readonly YamlSource[], sort: RegExp, name: string): Generator<Finding> {
  for (const source of files) {
    const { path, text, span, scalars } = source;
    if (isBinary(text)) continue;
    for (const { 0: run, index } of text.matchAll(sort)) {
      // Carriage returns end lines here; a lone one is a finding of YAML.
      const shown = run.replaceAll('\r', '');
      if (shown === '') continue;
      yield {
        path,
        at: span(index, index + run.length),
        message: `${codePoints(shown)}: ${name}; remove it`,
      };
    }
    // Without a backslash there is no escape, and the texts hold what the file shows; scalars need it parsed again.
    if (!text.includes('\\') || !stringsIn(source).some((s) => s.text.search(sort) !== -1)) continue;
    for (const { value, written, at } of scalars()) {
      const runs = typeof value === 'string' ? (value.match(sort) ?? []) : [];
      if (runs.length === 0 || written.search(sort) !== -1) continue;
      const points = [...new Set(runs)].map(codePoints).join(', ');
      yield { path, at, message: `an escape in this text stands for ${points}: ${name}; remove it` };
    }
  }
}
