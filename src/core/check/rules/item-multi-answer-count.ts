import type { LocatedItem } from '../../located-bank.ts';
import { transformerDeck } from '../example-choice.ts';
import { stemsWithOptions } from '../negated-option.ts';
import { oncePerPlace } from '../once-per-place.ts';
import { type ItemFinding, perItem, type Rule } from '../rule.ts';

const example = (count: string) =>
  transformerDeck('parts-of-encoder-layer', [
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
  summary: 'A stem that says how many options are right says what the keys are.',
  why: 'Who does as the question says is then graded wrong.',
  bad: example('three'),
  good: example('two'),
  check: perItem((located) => oncePerPlace(miscounted(located))),
};

function* miscounted(located: LocatedItem): Generator<ItemFinding> {
  const { item, source, place } = located;
  if (item.kind !== 'multi') return;
  for (const { stem, stemPath, lang } of stemsWithOptions(located)) {
    const said = lang.startsWith('zh') ? countIn(stem, chinese) : countIn(stem, english);
    if (said === undefined || said.count === item.keys.length) continue;
    const keys = item.keys.length === 1 ? 'there is 1 key' : `there are ${item.keys.length} keys`;
    yield {
      at: stemPath,
      message: `the stem says \`${said.words}\`, but ${keys}: change the number, or the keys`,
      related: [{ path: source.path, at: place('keys'), message: 'the keys' }],
    };
  }
}

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
};

const number = '(?<n>two|three|four|five|six|seven|eight|[2-8])';
const alone = String.raw`(?![-‐%\w]|[.,]\d|\s*(?:or|to|and|more)\b|\s+(?:thirds|quarters|fifths|times|percent|hundred|thousand|million|billion)\b)`;
const unbounded = String.raw`(?<!\b(?:at least|at most|up to|more than|or|than) )`;
const choosing = '(?:select|choose|pick|tick|mark|check|identify)';
const english: readonly RegExp[] = [
  String.raw`\bwhich (?:of (?:these|the following) )?${number}${alone}`,
  String.raw`\b${choosing} (?:exactly |the |any |only )*${number}${alone}`,
  String.raw`\b${choosing} (?:exactly |only )?(?<n>one)\b(?! or\b)`,
  String.raw`${unbounded}\b${number} (?:of (?:them|these|the following) |(?:answers?|options?|choices?|statements?) )(?:are|is|apply|must)\b`,
].map((pattern) => new RegExp(pattern, 'i'));

const measure = '(?:项|个|种|条|类|点|些|句|篇|款|位|者)';
const beyond = '(?!以上|及以上|或|至|到|多)';
const hanzi = '(?<n>[两二三四五六七八2-8])';
const chinese: readonly RegExp[] = [
  String.raw`哪\s*${hanzi}\s*${measure}${beyond}`,
  String.raw`(?:选|选出|选择|勾选|挑出|找出)(?:其中|下列|以下|正确|恰好|的)*\s*${hanzi}\s*${measure}${beyond}`,
  String.raw`(?<!至少|最多|至多|不止|超过)有\s*${hanzi}\s*${measure}(?:答案|选项|说法)?(?:是)?(?:正确|对的|符合)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** How many options a stem says are right; undefined where it says nothing, or no number. */
function countIn(stem: string, patterns: readonly RegExp[]) {
  for (const pattern of patterns) {
    const match = pattern.exec(stem);
    const n = match?.groups?.n?.toLowerCase();
    if (match === null || n === undefined) continue;
    return { words: match[0].trim(), count: numbers[n] ?? Number(n) };
  }
  return undefined;
}
