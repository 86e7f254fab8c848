import type { LocatedItem } from '#core/bank/located-bank.ts';
import { type Lang, wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { type Variant, variantsOf } from '#core/check/language/variants.ts';
import { spokenLanguagesOf } from '#core/question/item.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { RightPart } from '#core/question/kinds/kind.ts';
import type { Answer, Outcome } from '#core/question/prompt.ts';
import type { LookUps } from '#core/question/typed/dictionaries.ts';
import { shownVariantsOf } from './number-variants.ts';

const pair = sampleDeck
  .replace('kind: recall', 'kind: text')
  .replace('What does BPE stand for?', 'What does each step of BPE join?')
  .replace('Byte-pair encoding', 'two symbols')
  .replace(
    'It joins the most frequent pair of symbols into one, again and again.',
    'They are neighbours, and the most frequent pair of all.',
  );

export const itemRefusedVariant: Rule = {
  id: 'item/refused-variant',
  severity: 'info',
  summary: 'A typed answer should be accepted in the ways in which learners naturally write it.',
  why: 'A plural, a dropped hyphen or a gloss in brackets is no other answer. Learners who are refused for it stop trusting the quiz.',
  bad: pair,
  good: pair.replace('key: two symbols', 'key: two symbols\n    accept: [2 symbols]'),
  check: checkItemsThat(['type', 'fill', 'type-number'], function* (located, { lookUps = {} }) {
    if (kindOf(located.item).quantity !== undefined) yield* refusedNumbers(located, lookUps);
    else yield* refusedTexts(located, lookUps);
  }),
};

function* refusedNumbers(located: LocatedItem, lookUps: LookUps): Generator<ItemFinding> {
  const { item } = located;
  const refused = shownVariantsOf(item).filter(({ text }) => {
    const answer: Answer = { type: 'typed', texts: [text] };
    return !isRight(kindOf(item).judge(item, answer, located.language, lookUps));
  });
  if (refused.length === 0) return;
  yield {
    at: ['unit'],
    mayBeMissing: true,
    message: `${listed(refused)} is not read as the correct answer; write the unit as the word that follows a number`,
  };
}

function* refusedTexts(located: LocatedItem, lookUps: LookUps): Generator<ItemFinding> {
  const { item, language } = located;
  const kind = kindOf(item);
  for (const part of kind.right(item)) {
    if (part.exact) continue;
    const refused = tried(part, lookUps, spokenLanguagesOf(item)).filter(({ text, of }) => {
      const answer = kind.typing?.(item, language, part.slot, text, of);
      return answer !== undefined && isRefused(kind.judge(item, answer, language, lookUps));
    });
    if (refused.length === 0) continue;
    const message = `${listed(refused)} is refused; add it to the accepted answers, unless it is another one`;
    yield { at: part.path, message };
  }
}

/** Nobody types a translation beside a longer answer. */
const longestGlossed = 80;

/** The variants of each wording of an accepted text, with that wording. */
const tried = (
  { text }: RightPart,
  lookUps: LookUps,
  languages: readonly Lang[],
): readonly (Variant & { readonly of: string })[] =>
  wordingsOf(text).flatMap((wording, i, all) => [
    ...variantsOf(wording, lookUps, languages).map((variant) => ({ ...variant, of: wording })),
    ...all.flatMap((other, j) =>
      i === j ||
      other === wording ||
      /[()（）]/.test(wording + other) ||
      wording.length + other.length > longestGlossed
        ? []
        : [{ text: `${wording} (${other})`, what: 'with a translation in brackets', of: wording }],
    ),
  ]);

const listed = (variants: readonly Variant[]) =>
  variants.map(({ text, what }) => `\`${text}\` (${what})`).join(' and ');

const isRight = (outcome: Outcome | { readonly type: 'wanting'; readonly without: Outcome }): boolean =>
  outcome.type === 'wanting'
    ? isRight(outcome.without)
    : outcome.type === 'judged' && outcome.verdict === 'correct';

/** True if an answer is refused without the author having said why. */
const isRefused = (outcome: Parameters<typeof isRight>[0]): boolean =>
  !isRight(outcome) && !(outcome.type === 'judged' && outcome.remarks.some(({ type }) => type === 'why'));
