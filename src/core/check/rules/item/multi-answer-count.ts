import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerDeck } from '#core/check/examples/transformer.ts';
import { pickByLanguage } from '#core/check/language/lexicon/index.ts';
import { stemsWithOptionsOf } from '#core/check/views/stems-with-options.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { valuesOf } from '#core/question/typed/numeral.ts';

const example = (count: string) =>
  makeTransformerDeck('parts-of-encoder-layer', [
    'kind: multi',
    `stem: Which ${count} parts make up a layer of the encoder?`,
    'keys:\n      - Attention over the input\n      - A feed-forward network',
    `distractors:
      - text: Attention over the output
        why: The encoder never sees the output; that is a part of the decoder.
      - text: A recurrent network
        why: The Transformer was made to do without recurrence.`,
    'rationale: Both are wrapped in a residual connection, which is followed by a normalisation.',
  ]);

export const itemMultiAnswerCount: Rule = {
  id: 'item/multi-answer-count',
  severity: 'error',
  keepsOut: 'question',
  words: ['en', 'zh'],
  summary: 'If the stem says how many options are correct, that number must be right.',
  why: 'Otherwise, learners who follow the stem are graded wrong.',
  bad: example('three'),
  good: example('two'),
  check: checkItemsThat(['pick-many'], miscounted),
};

function* miscounted(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  const right = kindOf(item).right(item);
  for (const { stem, stemPath, lang } of stemsWithOptionsOf(located)) {
    const said = pickByLanguage(counts, lang)?.(stem);
    if (said === undefined || said.count === right.length) continue;
    const correct = right.length === 1 ? '1 option is correct' : `${right.length} options are correct`;
    yield {
      at: stemPath,
      message: `the stem says \`${said.words}\`, but ${correct}; change the number or the options`,
      related: [pointTo(located, right[0]?.path.slice(0, 1) ?? [], 'the correct options')],
    };
  }
}

const number = '(?<n>two|three|four|five|six|seven|eight|[2-8])';
const alone = String.raw`(?![-‐%\w]|[.,]\d|\s*(?:or|to|and|more)\b|\s+(?:thirds|quarters|fifths|times|percent|hundred|thousand|million|billion)\b)`;
const unbounded = String.raw`(?<!\b(?:at least|at most|up to|more than|or|than) )`;
/** In the middle of a sentence, `which two` may belong to a clause, and `pick two` to a description. */
const sentence = String.raw`(?:^|[.?!:(]\s*)(?:please )?`;
const opening = String.raw`(?:^|[.?!:]\s+)(?:(?:according|after|among|as|before|besides|by|for|from|in|of|on|under|when)\b[^,?]*, )?`;
const preposition = '(?:(?:at|between|by|for|from|in|of|on|to|under|with) )?';
const options = String.raw`(?=\s*(?:[.!?)]|$)|\s+(?:of|that|which|right|correct|true|answers?|options?|choices?|statements?)\b)`;
const choosing = '(?:select|choose|pick|tick|mark)';
const english: readonly RegExp[] = [
  `${opening}(?<said>${preposition}which (?:of (?:these|the following) )?${number})${alone}`,
  `${sentence}(?<said>${choosing} (?:exactly |the |any |only )*${number})${alone}${options}`,
  `${sentence}(?<said>${choosing} (?:exactly |only )?(?<n>one))${options}`,
  String.raw`${unbounded}\b(?<said>${number} (?:of (?:them|these|the following) |(?:answers?|options?|choices?|statements?) )(?:are|is|apply|must))\b`,
].map((pattern) => new RegExp(pattern, 'i'));

/** A cheap pre-test for these patterns. */
const hint =
  /(?:which|these|following|select|choose|pick|tick|mark|exactly|the|any|only) (?:one|two|three|four|five|six|seven|eight|[2-8])|(?:two|three|four|five|six|seven|eight|[2-8]) (?:of|answer|option|choice|statement)/i;
const englishCountIn = (stem: string) => (hint.test(stem) ? countIn(stem, english) : undefined);

const measure = '(?:项|个|种|条|类|点|些|句|篇|款|位|者)';
const beyond = '(?!以上|及以上|或|至|到|多)';
const hanzi = '(?<n>[两二三四五六七八2-8])';
const chosen = '(?:其中|下列|以下|正确|恰好|的)*';
const answer = String.raw`(?=[。）)！\s]|$|正确|对的|答案|选项|说法)`;
const chinese: readonly RegExp[] = [
  String.raw`(?<said>哪\s*${hanzi}\s*${measure})${beyond}`,
  String.raw`(?<said>请(?:选|选出|选择|勾选|挑出|找出)${chosen}\s*${hanzi}\s*${measure})${beyond}`,
  String.raw`(?<said>(?:^|[。？?（(，]\s*)(?:选|选出|选择|勾选)${chosen}\s*${hanzi}\s*${measure})${beyond}${answer}`,
  String.raw`(?<said>(?<!至少|最多|至多|不止|超过)有\s*${hanzi}\s*${measure}(?:答案|选项|说法)?(?:是)?(?:正确|对的|符合))`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Returns how many options are correct according to the stem, or undefined if it gives no number. */
function countIn(stem: string, patterns: readonly RegExp[]) {
  for (const pattern of patterns) {
    const match = pattern.exec(stem);
    const [count] = valuesOf(match?.groups?.n?.toLowerCase() ?? '');
    if (match === null || count === undefined) continue;
    return { words: match.groups?.said ?? match[0], count };
  }
  return undefined;
}

const counts = { en: englishCountIn, zh: (stem: string) => countIn(stem, chinese) };
