import type { LocatedItem } from '#core/bank/located-bank.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItems, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon/index.ts';
import { lengthOf } from '#core/check/language/words.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';
import { stemsWithOptionsOf } from '#core/check/views/stems-with-options.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const leastLength = 20;

export const itemRationale: Rule = {
  id: 'item/rationale',
  severity: 'warning',
  summary:
    'A rationale must explain the answer, in 20 characters or more (10 in Chinese), and not refer to options by letter or position.',
  why: 'It is what learners take away from a mistake. Options are shuffled, so there is no option B.',
  bad: makeChoiceDeck(['BPE counts the neighbours', 'Option B is right, as BPE counts the neighbours']),
  good: choiceDeck,
  check: checkItems((located) => keepFirstPerPlace(found(located))),
};

function* found(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  for (const lang of languagesOf(located)) {
    const rationale = pickLanguage(item.rationale, lang).trim();
    const message = faultOf(located, rationale, lang);
    if (message !== undefined) yield { at: pathIn(item.rationale, ['rationale'], lang), message };
  }
}

function faultOf(located: LocatedItem, rationale: string, lang: Lang): string | undefined {
  const { item } = located;
  if (isCopy(rationale, kindOf(item).key(item, lang)))
    return 'the rationale only repeats the answer; say why it is correct';
  if (isCopy(rationale, pickLanguage(item.stem, lang)))
    return 'the rationale only repeats the question; say why the answer is correct';
  const length = rationale.length < leastLength ? lengthOf(rationale) : leastLength;
  if (length < leastLength)
    return `a rationale of ${length} characters explains nothing; say why the answer is correct, in ${leastLength} or more`;
  const named = optionNamed(located, rationale, lang);
  if (named === undefined) return undefined;
  return `\`${named}\` refers to an option by letter or position, but they are shuffled; quote the option instead`;
}

/** Returns whether two texts differ by case, spaces and an end mark at most. */
function isCopy(text: string, other: string): boolean {
  return Math.abs(text.length - other.length) < 10 && plain(text) === plain(other);
}

/** Returns a text in lower case, with single spaces and without an end mark. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.。!！]+$/, '')
    .replace(/\s+/g, ' ');
}

/** A cheap pre-test for words that refer to options by letter or position. */
const placeLike =
  /(?<![A-Za-z])[A-H](?![A-Za-z])|[Oo]ption|[Dd]istractor|[Aa]nswer|[Cc]hoice|选项|答案|干扰项|[第前后]/;

/** Returns the words by which a rationale refers to an option, if the question shuffles them. */
function optionNamed(located: LocatedItem, rationale: string, lang: Lang): string | undefined {
  const { asks } = kindOf(located.item);
  if ((asks !== 'pick-one' && asks !== 'pick-many') || !placeLike.test(rationale)) return undefined;
  const match = lexiconOf(lang).optionByPlace.exec(rationale);
  const asked = stemsWithOptionsOf(located).find((each) => each.lang === lang);
  if (match === null || asked === undefined) return undefined;
  const name = Object.values(match.groups ?? {}).find((group) => group !== undefined);
  const texts = [asked.stem, ...asked.options.map((o) => o.text)];
  if (name !== undefined && texts.some((text) => standsIn(text, name))) return undefined;
  return /\boptions?\b|\bchoices?\b|选项/i.test(asked.stem) && name === undefined
    ? undefined
    : match[0].trim();
}

/** Returns whether a letter or number stands alone in a text; `A` before a word is an article. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
    if (/[A-Za-z\d]/.test(before) || /[A-Za-z\d]/.test(after)) continue;
    if (name !== 'A' || !/^ [a-z]/.test(text.slice(at + 1))) return true;
  }
  return false;
}
