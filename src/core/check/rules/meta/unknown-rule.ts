import { findNearest } from '#core/base/nearest.ts';
import { groupOf } from '#core/check/contract/groups.ts';
import { placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { isBinding, suppressionsIn } from '#core/check/rules/meta/suppressions.ts';

export const metaUnknownRule: Rule = {
  id: 'meta/unknown-rule',
  severity: 'error',
  summary:
    'Rules under `allow` must exist and be ones that can be allowed; rules and groups in `bank.yaml` must exist.',
  why: 'A misspelt rule allows or selects nothing, and the author would not see why.',
  bad: makeSampleDeck(
    '    stem:',
    '    lint: { allow: [{ rule: text/encodings, reason: It shows a lost character. }] }\n    stem:',
  ),
  good: sampleDeck,
  *review(bank, _found, _ran, known) {
    for (const { suppression, of, path } of suppressionsIn(bank)) {
      const { rule } = suppression;
      const at = [...path, 'rule'];
      if (!known.has(rule)) yield placeInItem(of, { at, message: unknown(rule, known) });
      else if (isBinding(rule)) {
        const message = `${rule} cannot be allowed; findings of the groups yaml, schema, ref and meta must be fixed`;
        yield placeInItem(of, { at, message });
      }
    }
    const names = new Set([...known, ...[...known].map(groupOf), 'all']);
    for (const { frame, source, place } of bank.frames)
      for (const list of ['select', 'ignore'] as const)
        for (const [i, name] of (frame.check?.[list] ?? []).entries())
          if (!names.has(name))
            yield { path: source.path, at: place('check', list, i), message: unknown(name, names) };
    for (const { frame, source, placeOfKey } of bank.frames)
      for (const name of Object.keys(frame.check?.severity ?? {}))
        if (!names.has(name))
          yield {
            path: source.path,
            at: placeOfKey('check', 'severity', name),
            message: unknown(name, names),
          };
  },
};

function unknown(rule: string, known: ReadonlySet<string>): string {
  // The group may be missing or wrong.
  const name = rule.slice(rule.lastIndexOf('/') + 1);
  const sameName = [...known].find((id) => id.endsWith(`/${name}`));
  const meant = sameName ?? findNearest(rule, known);
  return `unknown rule ${rule}; ${meant ? `did you mean ${meant}?` : 'use an id from `llmquiz check --list-rules`'}`;
}
