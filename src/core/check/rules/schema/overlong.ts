import type { LocatedBank } from '#core/bank/located-bank.ts';
import { oncePer } from '#core/base/once-per.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { lengthOf } from '../../language/words.ts';
import { type FileText, pathOf, textsIn } from '../../views/file-texts.ts';

/** More characters than that no text has that is shown; an ideograph counts as two. */
export const mostOfText = 4_000;

/** The texts of a file that learners read and that are longer than any that is shown. */
export const overlongIn = oncePer((source: YamlSource): readonly FileText[] =>
  textsIn(source).filter(({ text }) => text.length * 2 > mostOfText && lengthOf(text) > mostOfText),
);

/**
 * A bank without the questions that have such a text: how they ask is looked at when they can be shown. It would take time
 * without end, too, as what looks at how a text is worded reads it many times over.
 */
export function withoutOverlong(bank: LocatedBank): LocatedBank {
  const overlong = new Map(
    bank.files.map((source) => [source, new Set(overlongIn(source).map((found) => pathOf(found)[1]))]),
  );
  const items = bank.items.filter(({ source, path }) => overlong.get(source)?.has(path[1] ?? '') !== true);
  return items.length === bank.items.length ? bank : { ...bank, items, complete: false };
}
