import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { compareText } from '#core/question/typed/compare-text.ts';
import { lexiconOf } from '../language/lexicon/index.ts';
import { stemWord } from '../language/words.ts';

/** An answer that was added, removed or replaced; `path` is a place in the current item. */
export interface ChangedPart {
  readonly path: DataPath;
  readonly before?: string;
  readonly now?: string;
}

/** Returns what turns the same correct answer into another one: what an order goes by, or a statement that was negated. */
export const changeOfSense = (
  before: LocatedItem,
  now: LocatedItem,
  langs: readonly [then: Lang, today: Lang],
): ChangedPart | undefined => changeOfCriterion(before, now, langs) ?? changeOfStatement(before, now, langs);

/** Compares what an order goes by: words that were replaced or change places may turn it round, more words or fewer only explain it. */
function changeOfCriterion(
  before: LocatedItem,
  now: LocatedItem,
  [then, today]: readonly [Lang, Lang],
): ChangedPart | undefined {
  const [was, is] = [kindOf(before.item).criterion?.(before.item), kindOf(now.item).criterion?.(now.item)];
  if (was === undefined || is === undefined) return undefined;
  const texts = { before: pickLanguage(was.text, then), now: pickLanguage(is.text, today) };
  const [some, others] = [tokensOf(texts.before), tokensOf(texts.now)];
  const isDetail = isWithin(some, others) || isWithin(others, some);
  return !isDetail && compareText(texts.now, texts.before) === 'different'
    ? { path: pathIn(is.text, is.path, today), ...texts }
    : undefined;
}

/** Finds a statement to judge that says the same with one negation more or less. */
function changeOfStatement(
  { item: was }: LocatedItem,
  { item: is }: LocatedItem,
  [then, today]: readonly [Lang, Lang],
): ChangedPart | undefined {
  if (kindOf(is).asks !== 'judge' || then !== today) return undefined;
  const texts = { before: pickLanguage(was.stem, then), now: pickLanguage(is.stem, today) };
  const [some, others] = [negationsIn(texts.before, then), negationsIn(texts.now, today)];
  if (some.count % 2 === others.count % 2 || some.rest !== others.rest) return undefined;
  return { path: pathIn(is.stem, ['stem'], today), ...texts };
}

/** The negations of a text, and its other words that carry meaning. */
function negationsIn(text: string, lang: Lang): { readonly count: number; readonly rest: string } {
  const { negation, functionWords } = lexiconOf(lang);
  const every = new RegExp(negation.source, `${negation.flags.replace('g', '')}g`);
  const rest = tokensOf(text.replace(every, ' '))
    .filter((word) => !functionWords.has(word))
    .map(stemWord);
  return { count: text.match(every)?.length ?? 0, rest: rest.join(' ') };
}

/** Words in small letters, and the single characters of scripts that have no blanks between words. */
const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(token) ?? [];

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

/** Whether all of some tokens stand among others in the same order. */
function isWithin(some: readonly string[], others: readonly string[]): boolean {
  let found = 0;
  for (const token of others) if (token === some[found]) found += 1;
  return found === some.length;
}
