import type { LocatedBank } from '#core/bank/located-bank.ts';
import { memoise } from '#core/base/memoise.ts';
import type { YamlSource } from '#core/yaml/source.ts';
import { lengthOf } from '../../language/words.ts';
import { type FileText, pathOf, textsIn } from '../../views/file-texts.ts';

/** The most characters of a text that can be shown; a Chinese character counts as two. */
export const mostOfText = 4_000;

/** Returns the texts of a file that learners read and that are too long to show. */
export const overlongIn = memoise((source: YamlSource): readonly FileText[] =>
  textsIn(source).filter(({ text }) => text.length * 2 > mostOfText && lengthOf(text) > mostOfText),
);

/**
 * Returns a bank without the questions that have such a text: how they ask is checked once they can be shown. Checking them
 * would also take very long, since rules on wording read a text many times.
 */
export function dropOverlong(bank: LocatedBank): LocatedBank {
  const overlong = new Map(
    bank.files.map((source) => [source, new Set(overlongIn(source).map((found) => pathOf(found)[1]))]),
  );
  const items = bank.items.filter(({ source, path }) => overlong.get(source)?.has(path[1] ?? '') !== true);
  return items.length === bank.items.length ? bank : { ...bank, items, complete: false };
}
