import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { formOf } from '#core/check/views/option-forms.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemShortestDistractor: Rule = {
  id: 'item/shortest-distractor',
  severity: 'info',
  summary: 'Among phrases, no distractor should be only half as long as the other options, or less.',
  why: 'An option that is far shorter than the others looks like a filler and is rarely picked.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'The first']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(tooShort(located))),
};

function* tooShort(located: LocatedItem): Generator<ItemFinding> {
  for (const { options, stem, lang } of optionSetsOf(located)) {
    const [shortest, next] = options.toSorted((a, b) => a.length - b.length);
    if (shortest === undefined || next === undefined || shortest.right) continue;
    // Among names and figures, lengths say nothing.
    const arePhrases = options.every((o) => o === shortest || o.wordCount >= 4);
    if (!arePhrases || next.length - shortest.length < 12 || shortest.length * 2 > next.length) continue;
    // Those are reported by other rules.
    if (formOf(shortest.text, stem, lang) !== undefined) continue;
    yield {
      at: shortest.path,
      message: `\`${shortest.text}\` is at most half as long as every other option, so it looks like a filler; make it as detailed as the others`,
    };
  }
}
