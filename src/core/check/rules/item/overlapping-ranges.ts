import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerChoice } from '#core/check/examples/transformer.ts';
import { type OptionSet, type OptionText, optionSetsOf } from '#core/check/views/option-sets.ts';
import { hasOverlap, type NumericRange, pointOf, rangeOf } from '#core/question/typed/range.ts';

const example = (key: string) =>
  makeTransformerChoice({
    id: 'base-model-layers',
    stem: 'How many layers has the encoder of the base Transformer?',
    key,
    wrong: [
      ['1-4', 'So few were tried, and did worse.'],
      ['11-20', 'BERT came to have so many, in its base version.'],
      ['21-30', 'BERT came to have so many, in its large version.'],
    ],
    rationale: 'It is a stack of six, and so is the decoder beside it.',
  });

export const itemOverlappingRanges: Rule = {
  id: 'item/overlapping-ranges',
  severity: 'warning',
  sometimes: 'info',
  summary: 'Numeric ranges among the options must not overlap.',
  why: 'A number in two ranges makes both correct, but only one is graded as correct. Ranges that only meet, as 1-4 and 4-6 do, are a remark.',
  bad: example('5-11'),
  good: example('5-10'),
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(overlapping(located))),
};

interface Ranged {
  readonly option: OptionText;
  readonly range: NumericRange;
}

function* overlapping(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const ranged = rangesOf(set);
    const pair = ranged && firstPair(ranged);
    if (ranged === undefined || pair === undefined || isAskedAsRange(set.stem, ranged)) continue;
    const { one, other, isWide } = pair;
    yield {
      at: other.path,
      ...(isWide ? {} : { severity: 'info' }),
      message: `\`${one.text}\` and \`${other.text}\` overlap; separate the ranges`,
      related: [pointTo(located, one.path, 'the other range')],
    };
  }
}

const digit = /\d/;
const limit = /^\s*(?:up to|at most|a maximum of|no more than|最多|至多|不超过|高达)/i;

/** Returns the ranges and numbers among options, all of one unit, or undefined if there are fewer than two ranges. */
function rangesOf({ options }: OptionSet): readonly Ranged[] | undefined {
  const found: Ranged[] = [];
  if (options.filter((o) => digit.test(o.text)).length < 2) return undefined;
  for (const option of options) {
    const range = rangeOf(option.text) ?? pointOf(option.text);
    // A limit is a number, as `up to 8,000` is.
    if (range === undefined || limit.test(option.text)) continue;
    if ((found[0]?.range.unit ?? range.unit) !== range.unit) return undefined;
    found.push({ option, range });
  }
  return found.filter(({ range }) => range.low < range.high).length < 2 ? undefined : found;
}

/** Two options with a number in common, or with many. */
interface Overlap {
  readonly one: OptionText;
  readonly other: OptionText;
  readonly isWide: boolean;
}

/** Returns the first two that share more than the number at which they meet, otherwise the first two that share that one. */
function firstPair(ranged: readonly Ranged[]): Overlap | undefined {
  let meeting: Overlap | undefined;
  for (const [i, { option, range }] of ranged.entries())
    for (const next of ranged.slice(i + 1)) {
      if (!hasOverlap(range, next.range)) continue;
      const isWide = range.low < next.range.high && next.range.low < range.high;
      if (isWide) return { one: option, other: next.option, isWide };
      meeting ??= { one: option, other: next.option, isWide };
    }
  return meeting;
}

const asksForNumber =
  /\bhow (?:many|much|long|often|large|big|far|deep|wide|old|high|fast|tall|heavy)\b|\b(?:what|which) (?:number|share|percentage|proportion|fraction|percent|count|amount)\b|多少|多大|多长|多高|多久|多深|多宽|几[个层次种年倍篇]|第几|比例/i;
const asksForNumberElsewhere =
  /(?<!\p{L})(?:wie (?:viele?|lange?|oft|groß|weit|tief|breit|alt|hoch|schnell|dick|schwer|mächtig|warm|kalt|heiß)|wieviele?|welche[rn]? (?:zahl|anteil|anzahl|prozentsatz)|combien|quelle?s? (?:est |sont )?(?:la |le |l['’])?(?:part|proportion|distance|durée|hauteur|longueur|largeur|profondeur|épaisseur|masse|température|vitesse|nombre|taille|âge|pourcentage)|cuánt[oa]s?|qué (?:porcentaje|proporción|parte|número)|quant[oaie]|che percentuale)(?!\p{L})|何(?:人|個|つ|本|年|歳|度|回|倍|か国|ヶ|種|%|％|パーセント|割|メートル|キロ|センチ|グラム|リットル|時間|分|秒|日|週|月|円|km|cm|m|kg|g)|いくつ|いくら|ど[れの](?:くらい|ぐらい|ほど)/iu;
const asksForRangeElsewhere =
  /(?<!\p{L})(?:\p{L}*bereich|intervall|spanne|zeitraum|zwischen welchen|plage|fourchette|intervalle|période|entre quel\p{L}*|rango|intervalo|per[ií]odo|entre qué|intervallo)(?!\p{L})|範囲|期間|区間/iu;
const asksForRange = /\b(?:ranges?|intervals?|between (?:which|what)|bounds?|span|period)\b|范围|区间|期间/i;

/**
 * Whether a range is itself what is asked for, as in `which values can a cosine take`: then ranges may lie in each other. Where
 * one number is asked for, or where each range ends at the number with which the next begins, they may not.
 */
function isAskedAsRange(stem: string, ranged: readonly Ranged[]): boolean {
  if (asksForRange.test(stem) || asksForRangeElsewhere.test(stem)) return true;
  if (asksForNumber.test(stem) || asksForNumberElsewhere.test(stem)) return false;
  const sorted = ranged.map((r) => r.range).sort((a, b) => a.low - b.low || a.high - b.high);
  return !sorted.slice(1).every(({ low }, i) => low === sorted[i]?.high);
}
