import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { oncePerPlace } from '#core/check/contract/once-per-place.ts';
import { type ItemFinding, inItem, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { givesKeyAway } from '#core/check/rules/item/key-in-stem.ts';
import { itemsWith, termsOf, topicTerms } from '#core/check/rules/item/terms.ts';
import { type OptionSet, optionSets } from '#core/check/views/option-sets.ts';

/** In no more items than this a word is rare. */
const rare = 3;

export const itemClang: Rule = {
  id: 'item/clang',
  severity: 'info',
  summary: 'The key is not the only option that echoes a word of the stem.',
  why: 'Who knows nothing picks the option that sounds like the question.',
  bad: choiceWith([
    'Which pair of symbols does BPE join',
    'BPE keeps counts of what it reads. What does it join',
  ]),
  good: choiceDeck,
  *check(bank) {
    for (const located of bank.items)
      for (const finding of oncePerPlace(echoedIn(located, bank))) yield inItem(located, finding);
  },
};

function* echoedIn(located: LocatedItem, bank: LocatedBank): Generator<ItemFinding> {
  for (const set of optionSets(located)) {
    const found = echoesOf(set);
    if (found.length === 0) continue;
    const topic = topicTerms(located.item);
    const echoes = found.filter(([term]) => !topic.has(term));
    const [echo] = echoes;
    // A stem that has the whole key is another rule's business.
    if (echo === undefined || givesKeyAway(set)) continue;
    const items = Math.min(...echoes.map(([term]) => itemsWith(bank, term)));
    yield {
      at: set.key.path,
      severity: items <= rare ? 'warning' : 'info',
      message: `only the key echoes the stem, by \`${echo[1]}\`: put another word in one of them, or use it in a distractor too`,
    };
  }
}

/** The words that the key alone has from the stem; none where a distractor has another from it, which draws as much. */
function echoesOf({ stem, key, distractors, lang }: OptionSet): readonly (readonly [string, string])[] {
  const low = stem.toLowerCase();
  const ofKey = termsOf(key.text, lang);
  // The stem is cut into words only where it may share one.
  if (![...ofKey.keys()].some((term) => low.includes(term))) return [];
  const ofStem = termsOf(stem, lang);
  const others = distractors.map((d) => termsOf(d.text, lang));
  if (others.some((terms) => [...terms.keys()].some((term) => ofStem.has(term) && !ofKey.has(term))))
    return [];
  return [...ofKey].filter(([term]) => ofStem.has(term) && !others.some((terms) => terms.has(term)));
}
