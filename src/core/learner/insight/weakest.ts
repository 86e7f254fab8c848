import type { ItemHead } from '../../bank/head.ts';
import { wilsonIntervalOf } from '../../base/wilson.ts';
import type { StudyDay } from '../events/day.ts';
import type { DatedAnswer, Share } from './stats.ts';

/** The study days, today among them, whose reviews tell what is weak. */
const weeks = 28;

/** The fewest reviews of a topic, and of different items, that tell anything of it. */
const fewest = { reviews: 8, items: 4 } as const;

/** Of the two-sided 99% interval: a bank has a hundred topics, of which one in forty would be weak by chance at 95%. */
const z = 2.575829;

/** A topic of which less was remembered than of the others. */
export interface WeakTopic {
  readonly tag: string;
  readonly share: Share;
  /** All reviews of these weeks. */
  readonly overall: Share;
}

/**
 * The topic of which the least was remembered lately: right answers on a later day than the first, in four weeks. Undefined unless the
 * interval of its share lies below the share of all reviews, so that one bad day names none.
 */
export function weakestTopicOf(
  answers: readonly DatedAnswer[],
  heads: readonly ItemHead[],
  today: StudyDay,
): WeakTopic | undefined {
  const tags = new Map(heads.map((head) => [head.id, head.tags]));
  const lately = answers.filter(({ item, day, tells }) => tells && day > today - weeks && tags.has(item));
  const overall = shareIn(lately);
  const topics = new Map<string, DatedAnswer[]>();
  for (const answer of lately)
    for (const tag of tags.get(answer.item) ?? []) {
      const of = topics.get(tag);
      if (of === undefined) topics.set(tag, [answer]);
      else of.push(answer);
    }
  return [...topics]
    .filter(
      ([, of]) => of.length >= fewest.reviews && new Set(of.map(({ item }) => item)).size >= fewest.items,
    )
    .map(([tag, of]) => ({ tag, share: shareIn(of), overall }))
    .map((topic) => ({ topic, high: wilsonIntervalOf(topic.share.passed, topic.share.of, z).high }))
    .filter(({ high }) => high < overall.passed / overall.of)
    .sort((a, b) => a.high - b.high)[0]?.topic;
}

const shareIn = (answers: readonly DatedAnswer[]): Share => ({
  passed: answers.filter(({ right }) => right).length,
  of: answers.length,
});
