import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { type ItemFinding, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { hasLexicon, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { isKeyInStem } from '#core/check/rules/item/key-in-stem.ts';
import { countItemsWith, termsOf, topicTermsOf } from '#core/check/rules/item/terms.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';

/** A word in this many items or fewer is rare. */
const rare = 3;

export const itemClang: Rule = {
  id: 'item/clang',
  severity: 'info',
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
    if (echo === undefined || isKeyInStem(set)) continue;
    const items = Math.min(...echoes.map(([term]) => countItemsWith(bank, term)));
    yield {
      at: set.key.path,
      severity: items <= rare ? 'warning' : 'info',
      message: `only the correct answer repeats \`${echo[1]}\` from the stem; reword one of them or use the word in a distractor`,
    };
  }
}

/** Returns the words that only the correct answer shares with the stem; none if a distractor shares another, which is as tempting. */
function echoesOf({ stem, key, distractors, lang }: OptionSet): readonly (readonly [string, string])[] {
  const low = stem.toLowerCase();
  const ofKey = termsOf(key.text, lang);
  // The stem is cut into words only if it may share one.
  if (![...ofKey.keys()].some((term) => low.includes(term))) return [];
  const ofStem = termsOf(stem, lang);
  const others = distractors.map((d) => termsOf(d.text, lang));
  if (others.some((terms) => [...terms.keys()].some((term) => ofStem.has(term) && !ofKey.has(term))))
    return [];
  return [...ofKey].filter(([term]) => ofStem.has(term) && !others.some((terms) => terms.has(term)));
}
