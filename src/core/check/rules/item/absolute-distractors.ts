import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Lang } from '#core/base/text.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { formOf } from '#core/check/views/option-forms.ts';
import { type OptionText, optionSetsOf } from '#core/check/views/option-sets.ts';
import { isTitle } from '#core/check/views/stems-with-options.ts';

export const itemAbsoluteDistractors: Rule = {
  id: 'item/absolute-distractors',
  severity: 'info',
  words: wordedLanguages,
  summary: 'Distractors should not be the only options with absolute words (always, never, only).',
  why: 'Few things are always or never true, so learners rule out options that say so.',
  bad: makeChoiceDeck(
    ['The pair with the rarest symbols', 'Always the pair of rarest symbols'],
    ['The pair with the longest symbols', 'Always the pair of longest symbols'],
  ),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(absolute(located))),
};

function* absolute(located: LocatedItem): Generator<ItemFinding> {
  for (const { key, distractors, stem, lang } of optionSetsOf(located)) {
    const pattern = lexiconOf(lang).absolute;
    if (pattern.test(key.text)) continue;
    const marked = distractors.filter(
      ({ text }) => pattern.test(text) && !isTitle(text, lang) && formOf(text, stem, lang) === undefined,
    );
    const [first] = marked;
    if (first === undefined || marked.length < 2 || asksHowMuch(key, marked, lang)) continue;
    const word = pattern.exec(first.text)?.[0] ?? '';
    yield {
      at: first.path,
      message: `${marked.length} distractors but not the correct answer use an absolute word (here \`${word}\`), so they are easy to rule out; word them like the correct answer`,
    };
  }
}

/** Returns whether options range from all to none, or from one to both: then such words are what is asked. */
function asksHowMuch(key: OptionText, marked: readonly OptionText[], lang: Lang): boolean {
  const limits = marked.some(({ text }) => limit.test(text));
  return limits && (lexiconOf(lang).both.test(key.text) || marked.some(({ text }) => whole.test(text)));
}

const limit =
  /(?<!\p{L})(?:only|none|nur|keine[rs]?|seulement|uniquement|aucune?|s[oó]lo|solamente|ning(?:ún|un[oa]))(?!\p{L})|[只仅]|唯一|だけ|のみ/iu;
const whole =
  /(?<!\p{L})(?:all|every|alle[nrs]?|jede[nrs]?|tou(?:te)?s|tod[oa]s)(?!\p{L})|所有|全部|任何|[全すべ]て/iu;
