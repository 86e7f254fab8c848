import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ItemHead } from '#core/bank/head.ts';
import type { Event } from '#core/learner/events/event.ts';
import type { Rating } from '#core/learner/events/rate.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import type { Stats } from '#core/learner/insight/stats.ts';

/** The golden log: what is in it, and how the values here were obtained, is told by test/fixtures/golden/README.md. */
const folder = new URL('fixtures/golden/', import.meta.url);

const textOf = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

/** The logs by their names, as they lie in a data directory. */
export const goldenLogs: Readonly<Record<string, string>> = Object.fromEntries(
  ['laptop-aa.jsonl', 'phone-bb.jsonl'].map((name) => [name, textOf(name)]),
);

/** The events of both logs, line by line, one twice; of items by the ids that they have now. */
export function goldenEvents(): readonly Event[] {
  const lines = Object.values(goldenLogs).flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return lines.map((text) => {
    const line = readLine(text);
    if (line.type !== 'event') throw new Error(text);
    return line.event.item === 'token-count' ? { ...line.event, item: 'tokens' } : line.event;
  });
}

/** What is remembered of an item after an event. */
export type Remembered = readonly [
  stability: number,
  difficulty: number,
  first: string,
  last: string,
  due: string,
  reviews: number,
  lapses: number,
  rating: Rating,
  revision: number,
];

/** An event in the order of time, and its item's state after it. */
export type GoldenStep = readonly [
  event: string,
  item: string,
  remembered: Remembered | null,
  suspended: boolean,
  flags: number,
];

/** What each event leads to. */
export const goldenSteps = JSON.parse(textOf('steps.json')) as readonly GoldenStep[];

const numbered = Array.from({ length: 45 }, (_, i) => `u${String(i + 1).padStart(2, '0')}`);

/** The bank of the learner: its decks, with what is not usual about an item. */
const decks: Readonly<Record<string, readonly (readonly [id: string, more?: Partial<ItemHead>])[]>> = {
  alpha: [
    ...([['bpe'], ['moe'], ['kv'], ['rope'], ['gqa', { revision: 2 }]] as const),
    ['tokens', { formerIds: ['token-count'] }],
  ],
  beta: [
    ...([['lora'], ['dpo'], ['ppo'], ['flash'], ['rlhf'], ['vit', { revision: 3 }]] as const),
    ...([
      ['fact-a', { fact: 'a' }],
      ['fact-b', { fact: 'a' }],
    ] as const),
    ...([['ahead', { requires: ['never-asked'] }], ['never-asked']] as const),
  ],
  gamma: numbered.map((id) => [id] as const),
};

/** Every item of the bank, in deck order. */
export const goldenHeads: readonly ItemHead[] = Object.entries(decks).flatMap(([deck, items]) =>
  items.map(([id, more]) => ({
    ...{ id, deck, kind: 'true-false', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
    ...more,
  })),
);

/** The night after the last event, and still the study day of it. */
export const goldenNight = '2027-02-02T03:30:00.000+01:00';

/** Half an hour later, when the next study day begins. */
export const goldenMorning = '2027-02-02T04:00:00.000+01:00';

/** What is due in the night, likeliest to be recalled first: 0.8847, 0.8772, 0.8576, 0.7162, 0.5690, 0.4815, 0.2277. */
export const goldenDue = ['ppo', 'lora', 'flash', 'tokens', 'gqa', 'dpo', 'rope'] as const;

const lists = { suspended: ['rlhf'], leeches: ['rope'], flagged: ['flash'], gone: ['gone-item'] };
const nothing = { passed: 0, of: 0 };
const gamma = { deck: 'gamma', items: 45, begun: 0, presumed: 0, due: 0, retention: nothing };

/** What `stats` says in the night; recall to six decimals, tomorrow's of what was answered today. */
export const nightStats: Stats = {
  today: { answered: 3, right: 2, fresh: 1 },
  total: { items: 61, begun: 12, presumed: 0, due: 7, recall: 0.720025, retention: { passed: 20, of: 32 } },
  lately: { passed: 0, of: 4 },
  dueTomorrow: 9,
  decks: [
    {
      deck: 'alpha',
      items: 6,
      begun: 6,
      presumed: 0,
      due: 3,
      recall: 0.724568,
      retention: { passed: 14, of: 25 },
    },
    {
      deck: 'beta',
      items: 10,
      begun: 6,
      presumed: 0,
      due: 4,
      recall: 0.715482,
      retention: { passed: 6, of: 7 },
    },
    gamma,
  ],
  ...{ reviews: 58, studyDays: 33, ...lists },
};

/** What `stats` says in the morning: two more are due, and the last 30 days begin a day later. */
export const morningStats: Stats = {
  today: { answered: 0, right: 0, fresh: 0 },
  total: { items: 61, begun: 12, presumed: 0, due: 9, recall: 0.714235, retention: { passed: 20, of: 32 } },
  lately: { passed: 0, of: 3 },
  dueTomorrow: 9,
  decks: [
    {
      deck: 'alpha',
      items: 6,
      begun: 6,
      presumed: 0,
      due: 4,
      recall: 0.7239,
      retention: { passed: 14, of: 25 },
    },
    {
      deck: 'beta',
      items: 10,
      begun: 6,
      presumed: 0,
      due: 5,
      recall: 0.70457,
      retention: { passed: 6, of: 7 },
    },
    gamma,
  ],
  ...{ reviews: 58, studyDays: 33, ...lists },
};

/** Statistics with their shares of recall as near as six decimals tell. */
export function nearly(stats: Stats): object {
  const near = <T extends { readonly recall?: number }>(standing: T) =>
    standing.recall === undefined
      ? standing
      : { ...standing, recall: Math.round(standing.recall * 1e6) / 1e6 };
  return { ...stats, total: near(stats.total), decks: stats.decks.map(near) };
}
