import type { LocatedItem } from '#core/bank/located-bank.ts';
import { pathIn, pickLanguage } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { wordsOf } from '#core/check/language/words.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';

/** A question mark, a colon, a gap to fill, or an open end. */
const asksBySign = /[?？:：]|_{2,}|\\_|\{\{|…|\.{3}|[=→]\s*$|[（(]\s*[)）]/;

/** A cheap pre-test for questions that name no subject: how they end. */
const hint =
  /(?:true|correct|right|false|wrong|accurate|valid|answer|option|statement|one|alternative|choice)s?\W*$/i;

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

export const itemUnfocusedStem: Rule = {
  id: 'item/unfocused-stem',
  severity: 'warning',
  words: wordedLanguages,
  summary: 'A stem must make clear what is asked without the options.',
  why: 'Otherwise each option is a separate true-false statement, and the question has no subject.',
  bad: makeChoiceDeck([
    'Which pair of symbols does BPE join at each step?',
    'Which of the following is true?',
  ]),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], unfocused),
};

function* unfocused(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  for (const lang of languagesOf(located)) {
    const stem = pickLanguage(item.stem, lang).trim();
    const { asks, bareQuestion, functionWords } = lexiconOf(lang);
    const at = pathIn(item.stem, ['stem'], lang);
    if ((!lang.startsWith('en') || hint.test(stem)) && bareQuestion.test(stem))
      yield { at, message: 'the stem does not say what the question is about; name its subject' };
    else if (!asksBySign.test(stem) && !asks.test(stem) && contentWords(stem, functionWords) < 4)
      yield {
        at,
        message: `\`${stem}\` asks nothing; write a question that can be answered without the options`,
      };
  }
}

function contentWords(stem: string, functionWords: ReadonlySet<string>): number {
  const [latin, chinese] = [stem.replace(han, ' '), stem.match(han)?.length ?? 0];
  return wordsOf(latin).filter((word) => !functionWords.has(word)).length + Math.ceil(chinese / 2);
}
