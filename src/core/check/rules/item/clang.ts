import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { type ItemFinding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { hasLexicon, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { lengthOf } from '#core/check/language/words.ts';
import { isKeyInStem } from '#core/check/rules/item/key-in-stem.ts';
import { findNegation } from '#core/check/rules/item/negative-question.ts';
import { countItemsWith, termsOf, topicTermsOf } from '#core/check/rules/item/terms.ts';
import { formOf } from '#core/check/views/option-forms.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';

/** A word in this many items or fewer is rare. */
const rare = 3;

export const itemClang: Rule = {
  id: 'item/clang',
  severity: 'info',
  sometimes: 'warning',
  words: wordedLanguages,
  summary: 'The correct answer should not be the only option that repeats a word from the stem.',
  why: 'Guessers pick the option that sounds like the question.',
  bad: makeChoiceDeck([
    'Which pair of symbols does BPE join',
    'BPE keeps counts of what it reads. What does it join',
  ]),
  good: choiceDeck,
  *check(bank) {
    for (const located of bank.items)
      for (const finding of keepFirstPerPlace(echoedIn(located, bank))) yield placeInItem(located, finding);
  },
};

function* echoedIn(located: LocatedItem, bank: LocatedBank): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    if (!hasLexicon(set.lang)) continue;
    const found = echoesOf(set);
    if (found.length === 0) continue;
    const topic = topicTermsOf(located.item);
    const echoes = found.filter(([term]) => !topic.has(term));
    const [echo] = echoes;
    // A stem that contains the whole answer is reported by another rule.
    if (echo === undefined || isKeyInStem(set) || isAboutOthers(set)) continue;
    const items = Math.min(...echoes.map(([term]) => countItemsWith(bank, term)));
    yield {
      at: set.key.path,
      severity: items <= rare ? 'warning' : 'info',
      message: `only the correct answer repeats \`${echo[1]}\` from the stem; reword one of them or use the word in a distractor`,
    };
  }
}

/** Returns the words that only the correct answer shares with the stem; none if a distractor shares another, which is as tempting. */
function echoesOf({
  stem: whole,
  key,
  distractors,
  lang,
}: OptionSet): readonly (readonly [string, string])[] {
  const stem = saidIn(whole);
  const low = stem.toLowerCase();
  const ofKey = termsOf(key.text.replace(code, ' '), lang);
  // The stem is cut into words only if it may share one.
  if (![...ofKey.keys()].some((term) => low.includes(term))) return [];
  const ofStem = termsOf(stem, lang);
  const others = distractors.map((d) => termsOf(d.text, lang));
  if (others.some((terms) => [...terms.keys()].some((term) => ofStem.has(term) && !ofKey.has(term))))
    return [];
  return [...ofKey].filter(([term]) => ofStem.has(term) && !others.some((terms) => terms.has(term)));
}

/** Returns what a stem says: code is no word, and a case or a passage has words of all options. */
function saidIn(stem: string): string {
  const plain = stem.includes('`') ? stem.replace(code, ' ') : stem;
  return lengthOf(plain) > (/\p{Script=Han}/u.test(plain) ? longest.han : longest.latin) ? '' : plain;
}

/** In columns. */
const longest = { latin: 240, han: 120 };
const code = /```.*?```|`[^`]*`/gs;

/** Returns whether the correct answer speaks of the other options, or is what is false. */
function isAboutOthers({ stem, key, lang }: OptionSet): boolean {
  return formOf(key.text, stem, lang) !== undefined || findNegation(stem, lang) !== undefined;
}
