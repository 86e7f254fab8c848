import type { LocatedItem } from '#core/bank/located-bank.ts';
import { wordingsOf } from '#core/base/text.ts';
import { checkItems, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { exactFormOf } from '#core/check/language/words.ts';
import { findAlike } from '#core/check/rules/item/same-option.ts';

/** Code and units, in which case and punctuation have a meaning. */
const code = /[`$_{}<>=\\*#]|\p{L}:\p{L}|\p{L}\(|--|(?:^|\s)[-./]\S|\d\s?\p{L}{1,3}(?!\p{L})/u;
const endPunctuation = /(?<=[\p{L}\p{M}\p{N})）"'”’」』])[.。,，;；:：…]+$/u;

export const itemNearDuplicateOption: Rule = {
  id: 'item/near-duplicate-option',
  severity: 'warning',
  summary: 'Options must differ by more than case and punctuation, except in code.',
  why: 'Learners take them for the same option, so picking the wrong one says nothing about what they know.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'The pair with the Rarest symbols']),
  good: choiceDeck,
  check: checkItems(function* (located) {
    for (const { text, path, first } of findAlike(located, loosely)) {
      if (exactFormOf(text) === exactFormOf(first.text) || isCode(text) || isCode(first.text)) continue;
      if (!isSlip(text, first.text) || isAboutSpelling(located)) continue;
      yield {
        at: path,
        message: `\`${text}\` differs from \`${first.text}\` only by case or punctuation; replace one of the two`,
        related: [pointTo(located, first.path, 'the first of the two')],
      };
    }
  }),
};

function loosely(text: string): string {
  const low = exactFormOf(text).toLowerCase();
  return /[.。,，;；:：…]$/.test(low) ? low.replace(endPunctuation, '') : low;
}

/** Returns whether a text is code, or as short as a symbol such as `pH` or `Mb`. */
function isCode(text: string): boolean {
  return (text.trim().length < 4 && !/\p{Script=Han}/u.test(text)) || code.test(text.trim());
}

/** Returns whether two texts differ as by a slip: in punctuation, or, if they have several words, in the first letters of these. */
function isSlip(one: string, other: string): boolean {
  const [words, others] = [wordsIn(one), wordsIn(other)];
  if (words.join() === others.join()) return true;
  return (
    words.length >= 2 &&
    words.length === others.length &&
    words.every((word, i) => {
      const twin = others[i] ?? '';
      return word === twin || (word.length > 2 && word.slice(1) === twin.slice(1) && /\p{Ll}$/u.test(word));
    })
  );
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Returns whether case or punctuation may be what is asked: of code, output, spelling. */
function isAboutSpelling({ item }: LocatedItem): boolean {
  return wordingsOf(item.stem).some((stem) => spelling.test(stem));
}

const spelling =
  /[`=]|\w\(|\b(?:cases?|capital\w*|upper\w*|lower\w*|titles?|spel[lt]\w*|punctuat\w*|output|print\w*|returns?|display\w*|format\w*|name[sd]?|naming|written|write|convention)\b|大写|小写|标点|输出|写法|格式/i;
