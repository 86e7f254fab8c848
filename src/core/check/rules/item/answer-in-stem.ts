import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { pathIn, pickLanguage, wordingsOf } from '#core/base/text.ts';
import { checkItems, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { hasWords, isKeyInStem, isTelling } from '#core/check/rules/item/key-in-stem.ts';
import { languagesOf, optionSetsOf } from '#core/check/views/option-sets.ts';
import { kindOf } from '#core/question/kinds/index.ts';

export const itemAnswerInStem: Rule = {
  id: 'item/answer-in-stem',
  severity: 'warning',
  summary: 'The stem must not contain the correct answer, unless it contains half of the options.',
  why: 'Otherwise, learners only have to read the question to answer it.',
  bad: makeChoiceDeck([
    'Which pair of symbols does',
    'BPE looks for the pair with the highest count. Which pair of symbols does',
  ]),
  good: choiceDeck,
  check: checkItems(givenAway),
};

/** Finds any accepted answer to a typed question in the stem: all count, in whatever language they are. */
function* typed(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  const kind = kindOf(item);
  if (kind.asks !== 'type') return;
  for (const lang of languagesOf(located)) {
    const stem = pickLanguage(item.stem, lang);
    const stemPath = pathIn(item.stem, ['stem'], lang);
    for (const { text, path } of kind.right(item)) {
      const found = wordingsOf(text).find((word) => hasWords(stem, word) && isTelling(word));
      if (found === undefined) continue;
      yield inStem(located, stemPath, found, path, 'the accepted answer');
      break;
    }
  }
}

function inStem(
  located: LocatedItem,
  at: DataPath,
  answer: string,
  path: DataPath,
  what: string,
): ItemFinding {
  return {
    at,
    message: `the stem contains its answer, \`${answer}\`; reword the stem or ask for something else`,
    related: [pointTo(located, path, what)],
  };
}

function* givenAway(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    if (!isKeyInStem(set)) continue;
    yield inStem(located, set.stemPath, set.key.text, set.key.path, 'the correct answer');
  }
  yield* typed(located);
}
