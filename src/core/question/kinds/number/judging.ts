import { memoise, memoiseOne } from '#core/base/memoise.ts';
import { type Lang, pickLanguage, wordingsOf } from '#core/base/text.ts';
import { type CommonItem, languageReadOf } from '#core/question/item.ts';
import type { Judgement, Outcome, Refusal } from '#core/question/prompt.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { isInRange, makeNumberReader, type NumberReading } from '#core/question/typed/number.ts';
import { translateNumber } from '#core/question/typed/quantities/readers.ts';
import type { AskedQuantity, Wanting } from '../kind.ts';

type Asked = CommonItem & AskedQuantity;

/** Judges what is typed where a number is asked, or asks back what was not understood of it. */
export function judgeNumber(
  item: Asked,
  typed: string,
  lang: Lang,
  { simplify }: Dictionaries,
): Outcome | Wanting {
  const read = readerOf(item)(languageReadOf(item, lang));
  const judge = (text: string) => best(read(text).map((reading) => outcomeOf(item, reading, lang)));
  const outcome = judge(typed);
  if (outcome.type === 'judged' || !han.test(typed) || !mayBeOtherScript(outcome.reason)) return outcome;
  // Most Chinese that is not understood is written in other characters.
  return simplify === undefined
    ? { type: 'wanting', dictionary: 'simplify', without: outcome }
    : judge(simplify(typed));
}

/** Of the ways in which a number may be meant, one that is right, else the first. */
const best = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.find((outcome) => outcome.type === 'judged' && outcome.verdict === 'correct') ??
  outcomes[0] ?? { type: 'refused', reason: { why: 'not-a-number' } };

const mayBeOtherScript = ({ why }: Refusal) => why === 'unknown-words' || why === 'not-a-number';

const han = /\p{Script=Han}/u;

/** How what is typed for an item in one language is read, made ready once however many answers are. */
const readerOf = memoise((item: Asked) =>
  memoiseOne((language: Lang) => {
    const sort = numberSortOf(item);
    const own = sort === 'year' ? [...unitsOf(item), '年'] : unitsOf(item);
    const written = (text: string) => translateNumber(text, language, own);
    const both = (texts: readonly string[]) => [
      ...new Set(texts.flatMap((text) => [text, written(text)[0] ?? text])),
    ];
    const texts = () => ({
      stem: both(wordingsOf(item.stem)),
      beside: both([item.rationale, item.hint ?? ''].flatMap(wordingsOf)),
    });
    const read = makeNumberReader({
      units: both(own),
      percent: sort === 'percent',
      year: sort === 'year',
      texts,
    });
    return (typed: string): readonly NumberReading[] => written(typed).map(read);
  }),
);

function outcomeOf(item: Asked, reading: NumberReading, lang: Lang): Outcome {
  const isRight = (values: readonly number[]) =>
    values.some((value) => isInRange(value, item.key, item.tolerance));
  switch (reading.type) {
    case 'number': {
      const verdict = isRight(reading.readings) ? 'correct' : 'wrong';
      const isTwin = verdict === 'wrong' && isRight(reading.twins?.values ?? []);
      const units = reading.twins?.units;
      if (isTwin && units !== undefined)
        return { type: 'refused', reason: { why: 'which-unit', units }, insisted: judgementOf('wrong') };
      return judgementOf(verdict);
    }
    case 'numbers':
      return ofSeveral(reading, isRight);
    case 'doubtful':
      return doubted(item, reading, lang, judgementOf(reading.all.every(isRight) ? 'correct' : 'wrong'));
    case 'not-a-number':
      return { type: 'refused', reason: { why: 'not-a-number' } };
    default:
      return reading satisfies never;
  }
}

/** Several numbers must all be right; one in brackets that is not is asked about. */
function ofSeveral(
  { all, asides, read }: NumberReading & { readonly type: 'numbers' },
  isRight: (values: readonly number[]) => boolean,
): Outcome {
  if (!all.every(isRight)) return judgementOf('wrong');
  const odd = asides.find(({ values }) => !isRight(values));
  return odd === undefined
    ? judgementOf('correct')
    : { type: 'refused', reason: { why: 'unknown-words', read, words: odd.written } };
}

const judgementOf = (verdict: 'correct' | 'wrong'): Judgement => ({ type: 'judged', verdict, remarks: [] });

function doubted(
  item: Asked,
  { doubt, read, all }: NumberReading & { readonly type: 'doubtful' },
  lang: Lang,
  insisted: Judgement,
): Outcome {
  if (doubt.type === 'unit') {
    const wanted = item.unit === undefined ? '' : pickLanguage(item.unit, lang).trim();
    const reason: Refusal = { why: 'other-unit', unit: doubt.unit, ...(wanted === '' ? {} : { wanted }) };
    return { type: 'refused', reason };
  }
  const reason: Refusal = { why: 'unknown-words', read, words: doubt.words };
  return doubt.type === 'number' || doubt.isGrave || all.length === 0
    ? { type: 'refused', reason }
    : { type: 'refused', reason, insisted };
}

function unitsOf({ unit }: Asked): readonly string[] {
  return unit === undefined ? [] : wordingsOf(unit);
}

const percentName =
  /[%％]|^(?:per ?cent|百分[比数]|prozent|pour[ -]?cent|por ?ciento|per ?cento|パーセント)$/i;

/** What sort of number an item asks for, by its units and its key. */
export function numberSortOf(item: Asked): 'year' | 'percent' | 'plain' {
  const units = unitsOf(item);
  if (units.some((unit) => percentName.test(unit))) return 'percent';
  const mayBeYear = units.every((unit) =>
    /^\(?(years?|年份?|jahr(?:e?s)?|jahreszahl|années?|ans?|años?|ann[oi])\)?$/i.test(unit),
  );
  // Nobody is so many per cent off a year, or half of one: 2048 within 1% is a count.
  const isWhole = item.tolerance === 'exact' || Number.isInteger(item.tolerance);
  const isDate = mayBeYear && isWhole && Number.isInteger(item.key);
  const earliest = isDate && wordingsOf(item.stem).some((stem) => asksForYear.test(stem)) ? 1000 : 1900;
  return isDate && item.key >= earliest && item.key <= 2100 ? 'year' : 'plain';
}

const asksForYear =
  /^(?:when (?:did|was|were)|wann|quand|cuándo|quando)(?!\p{L})|(?<!\p{L})(?:(?:what|which) year|(?:welche[ms]|wievielten) jahre?|(?:quelle|l['’]) ?année|en quel an|qué año|(?:che|quale) anno)(?!\p{L})|[哪何]一?年|什么时候|いつ/iu;
