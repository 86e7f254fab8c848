import type { LocatedItem } from '#core/bank/located-bank.ts';
import { groupBy } from '#core/base/group-by.ts';
import { pickLanguage, wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon/index.ts';
import { type Abbreviated, abbreviationsIn } from '#core/check/rules/item/abbreviation.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';
import type { Item } from '#core/question/kinds/index.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { RightPart, WrittenText } from '#core/question/kinds/kind.ts';
import { compareText } from '#core/question/typed/compare-text.ts';
import { letteringOf } from '#core/question/typed/match-exactly.ts';
import { spellingsOf } from '#core/question/typed/spelling.ts';

const bpeName = sampleDeck
  .replace('kind: recall', 'kind: text')
  .replace(
    'What does BPE stand for?',
    'Which scheme joins the most frequent pair of symbols, again and again?',
  )
  .replace(
    'It joins the most frequent pair of symbols into one, again and again.',
    'Byte-pair encoding (BPE) was a method of compression before it was one of tokenizing.',
  );

export const itemShortAnswerAccept: Rule = {
  id: 'item/short-answer-accept',
  severity: 'warning',
  summary: 'A typed answer must be accepted both abbreviated and in full, without duplicates.',
  why: 'Learners who type the other form of a name are right but graded wrong. Duplicates accept nothing new.',
  bad: bpeName,
  good: bpeName.replace('key: Byte-pair encoding', 'key: Byte-pair encoding\n    accept: [BPE]'),
  check: checkItemsThat(['type', 'fill'], function* (located) {
    for (const accepted of acceptedLists(located.item)) {
      yield* repeated(located, accepted);
      yield* missing(located, accepted);
    }
  }),
};

/** Returns the accepted answers, in one list for each thing to type. */
function acceptedLists(item: Item): readonly (readonly RightPart[])[] {
  return [...groupBy(kindOf(item).right(item), ({ slot }) => slot).values()];
}

/** Yields a finding for each accepted text that repeats an earlier one, as the grader compares them. */
function* repeated(located: LocatedItem, accepted: readonly RightPart[]): Generator<ItemFinding> {
  const seen = new Map<string, RightPart>();
  for (const written of accepted) {
    const waysOf = written.exact ? (text: string) => [letteringOf(text)] : spellingsOf;
    const spellings = wordingsOf(written.text).map(waysOf);
    const firsts = spellings.map((ways) =>
      ways.map((way) => seen.get(way)).find((first) => first !== undefined),
    );
    for (const way of spellings.flat()) if (!seen.has(way)) seen.set(way, written);
    const [first] = firsts;
    if (first === undefined || firsts.includes(undefined)) continue;
    const [text, before] = [wordingsOf(written.text), wordingsOf(first.text)].map((w) => w.join(' / '));
    yield {
      at: written.path,
      message: `\`${text}\` is the same as \`${before}\` to the grader${written.exact ? '' : ', which ignores case, punctuation, spaces and articles'}; remove it`,
      related: [pointTo(located, first.path, 'the first of the two')],
    };
  }
}

/** Yields a finding for each form of an accepted answer that the rationale gives and that is not accepted. */
function* missing(located: LocatedItem, accepted: readonly RightPart[]): Generator<ItemFinding> {
  const { stem, rationale } = located.item;
  const explained = wordingsOf(rationale).flatMap(abbreviationsIn);
  if (explained.length === 0 || accepted.some(({ exact }) => exact)) return;
  if (languagesOf(located).some((lang) => lexiconOf(lang).asksForForm.test(pickLanguage(stem, lang)))) return;
  const stems = wordingsOf(stem).map((text) => text.toLowerCase());
  const reported = new Set<string>();
  for (const { has, form, other } of explained.flatMap((each) => halfAccepted(each, accepted))) {
    // A form in the stem is not what is asked for.
    if (reported.has(other) || stems.some((text) => text.includes(other.toLowerCase()))) continue;
    reported.add(other);
    const message = `\`${form}\` is accepted, but not \`${other}\`, although the rationale equates them; add it to \`accept\``;
    yield { at: has.path, message };
  }
}

/** Returns the accepted and the missing form of an abbreviation, if only one form is accepted. */
function halfAccepted({ short, long, ends }: Abbreviated, accepted: readonly WrittenText[]) {
  const holder = (is: (accepted: string) => boolean) =>
    accepted.find(({ text }) => wordingsOf(text).some(is));
  const isForm = (form: string) => (text: string) => compareText(form, text) !== 'different';
  const shortIn = holder(isForm(short));
  const longIn = holder(ends === true ? (text) => endsWith(long, text) : isForm(long));
  if (shortIn === undefined && longIn !== undefined)
    return [{ has: longIn, form: longest(longIn, long), other: short }];
  return shortIn !== undefined && longIn === undefined && ends !== true
    ? [{ has: shortIn, form: short, other: long }]
    : [];
}

const longest = ({ text }: WrittenText, long: string) =>
  wordingsOf(text).find((wording) => endsWith(long, wording)) ?? long;

/** Returns whether a Chinese text ends with a name, and not with a part of a longer one. */
function endsWith(text: string, name: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(name) || !text.endsWith(name)) return false;
  const before = text.at(-name.length - 1);
  return before === undefined || /[是叫即为作称的用和与及在把由了到以]/.test(before);
}
