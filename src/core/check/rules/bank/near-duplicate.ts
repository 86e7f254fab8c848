import { groupBy } from '#core/base/group-by.ts';
import { formatPercent } from '#core/base/percent.ts';
import { placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { wordsOf } from '#core/check/language/words.ts';
import { type AskedText, askedIn, keyIn, stripEnd } from '#core/check/rules/bank/asked.ts';
import { findClosestBefore, type SimilarPair } from '#core/check/rules/bank/similar.ts';
import { formOf } from '#core/check/views/option-forms.ts';

/** The Jaccard index of the words of stem and answer from which two questions are reported. */
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
  sometimes: 'info',
  summary: 'Questions with the same answer must not be worded almost alike, unless they share a `fact`.',
  why: 'One gives away the answer to the other, which then does not show what was remembered.',
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
    for (const pair of findClosestBefore(sets, { least: alike.info, mayPair })) {
      const index = asked[pair.second]?.index ?? 0;
      const known = closest.get(index);
      if (known === undefined || pair.likeness > known.likeness) closest.set(index, pair);
    }
    for (const { first, second, likeness } of closest.values()) {
      const [one, other] = [asked[first], asked[second]];
      if (one === undefined || other === undefined) continue;
      const { id } = one.located.item;
      yield placeInItem(other.located, {
        at: other.stemPath,
        severity: likeness >= alike.warning ? 'warning' : 'info',
        message: `\`${id}\` is almost the same question with the same answer (${formatPercent(likeness)} of the words are shared); delete one, or give both the same \`fact\` so that they are asked on different days`,
        related: [pointTo(one.located, one.stemPath, `the other question, \`${id}\``)],
      });
    }
  },
};

/** Returns the numbers and the code in a stem: questions from one template that differ in these are different. */
function marksOf({ lang, stem }: AskedText): string {
  const marks = stem.match(marked);
  return marks === null ? lang : [lang, ...marks.sort()].join('\0');
}

/** Code, quotations and emphasis, and numbers. */
const marked =
  /`[^`]*`|“[^”]*”|"[^"]*"|『[^』]*』|「[^」]*」|《[^》]*》|(?<![\p{L}_])_[^_]+_(?![\p{L}_])|\d+(?:[.,]\d+)*/gu;

const groupOf = (asked: AskedText) => `${marksOf(asked)}\0${keyIn(asked).toLowerCase()}`;

/** Returns the questions that share their group with another. */
function several(asked: readonly AskedText[], group: (one: AskedText) => string): readonly AskedText[] {
  return [...groupBy(asked, group).values()].filter((some) => some.length > 1).flat();
}

/** The parts of a question by which near duplicates are compared. */
interface Question {
  readonly asked: AskedText;
  readonly wording: string;
  readonly names: ReadonlySet<string>;
}

const questionOf = (asked: AskedText): Question => ({
  asked,
  wording: stripEnd(asked.stem).toLowerCase(),
  names: namesIn(asked.stem),
});

/** Returns whether two may be near duplicates: not if they share a fact, are reported as duplicates, or each name something the other does not. */
function mayRepeat(first: Question, second: Question): boolean {
  const [one, other] = [first.asked.located.item, second.asked.located.item];
  if (first.asked.index === second.asked.index) return false;
  if (one.fact !== undefined && one.fact === other.fact) return false;
  if (one.kind === other.kind && first.wording === second.wording) return false;
  if (refersToOthers(first.asked)) return false;
  const [names, others] = [first.names, second.names];
  return [...names].every((name) => others.has(name)) || [...others].every((name) => names.has(name));
}

/** Returns the words with a capital, except the first of a stem; in Chinese, all Latin words. */
function namesIn(stem: string): ReadonlySet<string> {
  const names = new Set<string>();
  const inChinese = /\p{Script=Han}/u.test(stem);
  for (const { 0: word, index } of stem.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+-]*/gu))
    if (inChinese ? /[A-Za-z]/.test(word) : (index === 0 ? /.\p{Lu}/u : /\p{Lu}/u).test(word))
      names.add(word);
  return names;
}

/** Returns whether the answer to a question is only that all or none of its options are: of questions from one template it says nothing. */
function refersToOthers(asked: AskedText): boolean {
  return formOf(keyIn(asked), asked.stem, asked.lang) !== undefined;
}
