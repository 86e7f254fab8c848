import { grouped } from '#core/base/grouped.ts';
import { percent } from '#core/check/contract/at-title.ts';
import { inItem, pointer, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { wordsOf } from '#core/check/language/words.ts';
import { type Asked, askedIn, keyIn, withoutEnd } from '#core/check/rules/bank/asked.ts';
import { closestBefore, type SimilarPair } from '#core/check/rules/bank/similar.ts';

/** Jaccard's index of the words of stem and key: alike enough to be told, and to be warned of. */
const alike = { info: 0.7, warning: 0.8 };

const again = (fact: string) =>
  sampleDeck
    .slice(sampleDeck.indexOf('  - id'))
    .replace('bpe-name', 'bpe-words')
    .replace(/stem:.*/, 'stem: What does BPE itself stand for?')
    .replace('tags: [tokens]', `tags: [tokens]${fact}`);

export const bankNearDuplicate: Rule = {
  id: 'bank/near-duplicate',
  severity: 'warning',
  summary: 'No two questions with the same key are worded nearly alike, unless they share a `fact`.',
  why: 'The second of them tells what the first asks, and its answer is no sign that it was remembered.',
  bad: sampleDeck + again(''),
  good: sampleDeck.replace('tags: [tokens]', 'tags: [tokens]\n    fact: bpe') + again('\n    fact: bpe'),
  *check(bank) {
    const asked = several(several(askedIn(bank).all, marksOf), groupOf);
    const sets = asked.map((one) => ({
      group: groupOf(one),
      words: new Set([...one.stemWords, ...wordsOf(keyIn(one))]),
    }));
    const closest = new Map<number, SimilarPair>();
    const questions = asked.map(questionOf);
    const mayPair = (first: number, second: number) => {
      const [one, other] = [questions[first], questions[second]];
      return one !== undefined && other !== undefined && mayRepeat(one, other);
    };
    for (const pair of closestBefore(sets, { least: alike.info, mayPair })) {
      const index = asked[pair.second]?.index ?? 0;
      const known = closest.get(index);
      if (known === undefined || pair.likeness > known.likeness) closest.set(index, pair);
    }
    for (const { first, second, likeness } of closest.values()) {
      const [one, other] = [asked[first], asked[second]];
      if (one === undefined || other === undefined) continue;
      const { id } = one.located.item;
      yield inItem(other.located, {
        at: other.stemPath,
        severity: likeness >= alike.warning ? 'warning' : 'info',
        message: `\`${id}\` asks nearly the same, with the same key (${percent(likeness)} of their words are shared): remove one of the two, or let both name the same \`fact\`, so that they are not asked on one day`,
        related: [pointer(one.located, one.stemPath, `the other question, \`${id}\``)],
      });
    }
  },
};

/** Questions from one mould that differ in a number or in code are different ones. */
function marksOf({ lang, stem }: Asked): string {
  const marks = stem.match(/`[^`]*`|\d+(?:[.,]\d+)*/g);
  return marks === null ? lang : [lang, ...marks.sort()].join('\0');
}

const groupOf = (asked: Asked) => `${marksOf(asked)}\0${keyIn(asked).toLowerCase()}`;

/** Those that are not alone in their group. */
function several(asked: readonly Asked[], group: (one: Asked) => string): readonly Asked[] {
  return [...grouped(asked, group).values()].filter((some) => some.length > 1).flat();
}

/** What tells whether one question may be another again. */
interface Question {
  readonly asked: Asked;
  readonly wording: string;
  readonly names: ReadonlySet<string>;
}

const questionOf = (asked: Asked): Question => ({
  asked,
  wording: withoutEnd(asked.stem).toLowerCase(),
  names: namesIn(asked.stem),
});

/** Whether one may be the other again: not where both say so, where it is a finding already, or where each names what the other does not. */
function mayRepeat(first: Question, second: Question): boolean {
  const [one, other] = [first.asked.located.item, second.asked.located.item];
  if (first.asked.index === second.asked.index) return false;
  if (one.fact !== undefined && one.fact === other.fact) return false;
  if (one.kind === other.kind && first.wording === second.wording) return false;
  const [names, others] = [first.names, second.names];
  return [...names].every((name) => others.has(name)) || [...others].every((name) => names.has(name));
}

/** Words with a capital, but for the first of a stem; in Chinese all that are not. */
function namesIn(stem: string): ReadonlySet<string> {
  const names = new Set<string>();
  const inChinese = /\p{Script=Han}/u.test(stem);
  for (const { 0: word, index } of stem.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+-]*/gu))
    if (inChinese ? /[A-Za-z]/.test(word) : (index === 0 ? /.\p{Lu}/u : /\p{Lu}/u).test(word))
      names.add(word);
  return names;
}
