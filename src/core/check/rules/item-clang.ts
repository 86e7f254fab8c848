import type { LocatedBank } from '../../located-bank.ts';
import { choiceDeck, choiceWith } from '../example.ts';
import { givesKeyAway } from '../key-in-stem.ts';
import { optionSets } from '../option-sets.ts';
import { inItem, type Rule } from '../rule.ts';
import { itemsWith, termsOf, topicTerms } from '../terms.ts';

/** In no more items than this a word is rare. */
const rare = 3;

export const itemClang: Rule = {
  id: 'item/clang',
  severity: 'info',
  summary: 'The key does not echo a word of the stem that no distractor has.',
  why: 'Who knows nothing picks the option that sounds like the question.',
  bad: choiceWith([
    'Which pair of symbols does BPE join',
    'BPE keeps counts of what it reads. What does it join',
  ]),
  good: choiceDeck,
  *check(bank: LocatedBank) {
    for (const located of bank.items) {
      for (const set of optionSets(located)) {
        const { stem, key, distractors, lang } = set;
        const ofStem = termsOf(stem, lang);
        const topic = topicTerms(located.item);
        const ofKey = termsOf(key.text, lang);
        const shared = [...ofKey].filter(([term]) => ofStem.has(term) && !topic.has(term));
        if (shared.length === 0 || givesKeyAway(set)) continue;
        const others = distractors.map((d) => termsOf(d.text, lang));
        const onlyInKey = shared.filter(([term]) => !others.some((terms) => terms.has(term)));
        // A distractor that echoes the stem by another word draws as much.
        if (others.some((terms) => [...terms.keys()].some((term) => ofStem.has(term) && !ofKey.has(term))))
          continue;
        const [first] = onlyInKey;
        if (first === undefined) continue;
        const items = Math.min(...onlyInKey.map(([term]) => itemsWith(bank, term)));
        yield inItem(located, {
          at: key.path,
          severity: items <= rare ? 'warning' : 'info',
          message: `only the key echoes the stem, by \`${first[1]}\`: put another word in one of them, or use it in a distractor too`,
        });
      }
    }
  },
};
