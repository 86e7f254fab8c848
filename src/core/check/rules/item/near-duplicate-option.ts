import { perItem, pointer, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { exactly } from '#core/check/language/words.ts';
import { alike } from '#core/check/rules/item/same-option.ts';

/** Code and units, where case and punctuation have a meaning. */
const code = /[`$_{}<>=\\*#]|\p{L}\(|--|(?:^|\s)[-./]\S|\d\s?\p{L}{1,3}(?!\p{L})/u;
const endPunctuation = /(?<=[\p{L}\p{M}\p{N})）"'”’」』])[.。,，;；:：…]+$/u;

export const itemNearDuplicateOption: Rule = {
  id: 'item/near-duplicate-option',
  severity: 'warning',
  summary: 'The options of a question differ by more than case and a full stop; code aside.',
  why: 'Readers take them for the same, and whoever picks the wrong one was not wrong about the subject.',
  bad: choiceWith(['The first pair of the corpus', 'The pair with the Rarest symbols']),
  good: choiceDeck,
  check: perItem(function* (located) {
    for (const { text, path, first } of alike(located, loosely)) {
      if (exactly(text) === exactly(first.text) || isCode(text) || isCode(first.text)) continue;
      yield {
        at: path,
        message: `\`${text}\` differs from \`${first.text}\` by case or punctuation only: make it another answer`,
        related: [pointer(located, first.path, 'the first of the two')],
      };
    }
  }),
};

function loosely(text: string): string {
  const low = exactly(text).toLowerCase();
  return /[.。,，;；:：…]$/.test(low) ? low.replace(endPunctuation, '') : low;
}

/** What is as short as `pH` or `Mb` is often a symbol too. */
function isCode(text: string): boolean {
  return (text.trim().length < 4 && !/\p{Script=Han}/u.test(text)) || code.test(text.trim());
}
