import type { LocatedItem } from '#core/bank/located-bank.ts';
import { wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { offeredFormsOf } from '#core/check/views/option-forms.ts';
import { kindOf } from '#core/question/kinds/index.ts';

export const itemFixedPosition: Rule = {
  id: 'item/fixed-position',
  severity: 'error',
  sometimes: 'warning',
  keepsOut: 'question',
  summary: 'No option may refer to another by letter or position.',
  why: 'Options are shuffled each time and have no letters, so nobody can tell which one `A` is.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'Both A and B']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredFormsOf(located)) {
      if (form === 'letters' || form === 'places')
        yield {
          at: path,
          ...(form === 'letters' && isOneOfSymbols(located, text) ? { severity: 'warning' } : {}),
          message: `\`${text}\` refers to other options by letter or position, but they are shuffled; spell out the answer or use kind \`multi\``,
        };
      if (form === 'perhaps-places')
        yield {
          at: path,
          severity: 'warning',
          message: `\`${text}\` can be read as a position among the options, which are shuffled; add what it counts, such as \`layers\``,
        };
    }
  }),
};

/** Symbols that are joined, such as vitamins: `A and C`, `B6 and B12`. */
const symbols = /^\p{Lu}\p{N}{0,2}(?:\s*(?:,|，|、|\/|&|\+|and|or|和|与|及|或)\s*\p{Lu}\p{N}{0,2})+$/u;

/** Returns whether another option joins symbols too, so that the letters may be symbols of the subject. */
function isOneOfSymbols({ item }: LocatedItem, text: string): boolean {
  if (!symbols.test(text.trim())) return false;
  const options = kindOf(item).options?.(item) ?? [];
  return options.some((o) =>
    wordingsOf(o.text).every((other) => other !== text && symbols.test(other.trim())),
  );
}
