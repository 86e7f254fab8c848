import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFrom } from '#core/base/random.ts';

const syllables =
  'ba be bi bo da de di do fa fe fi fo ga ge gi ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );

/** Made-up words, no two alike: as in a real bank, most words of a question stand in few others. */
export function vocabulary(seed: string, count: number): readonly string[] {
  const random = randomFrom(seed);
  const made = new Set<string>();
  while (made.size < count)
    made.add(Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
  return [...made];
}

const stemWords = vocabulary('stems', 4000);
const taken = new Set(stemWords);
/** None of which is in a stem: a key that echoes its stem would be a finding. */
const optionWords = vocabulary('options', 6000).filter((word) => !taken.has(word));
const topics = stemWords.slice(0, 40);

/** Writes a bank of so many items of all kinds, one deck per hundred; the same for the same count. */
export function writeBank(directory: string, items: number): void {
  const random = randomFrom(`bank of ${items}`);
  mkdirSync(join(directory, 'decks'), { recursive: true });
  for (let deck = 0; deck * 100 < items; deck++) {
    const name = String(deck).padStart(3, '0');
    const texts = Array.from({ length: Math.min(100, items - deck * 100) }, (_, i) =>
      itemText(deck * 100 + i, random),
    );
    writeFileSync(
      join(directory, 'decks', `${name}-deck.yaml`),
      `title: Deck ${name}\nitems:\n${texts.join('\n')}`,
    );
  }
}

function itemText(number: number, random: Random): string {
  const from = (words: readonly string[]) => (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
  const some = from(stemWords);
  const name = names[number % names.length] ?? '';
  const id = `item-${String(number).padStart(5, '0')}`;
  const gap = name === 'cloze' ? ' {{gap}}' : '';
  return [
    `  - id: ${id}`,
    `    kind: ${name}`,
    `    level: ${1 + (number % 5)}`,
    `    tags: [${topics[number % topics.length]}]`,
    `    stem: Which of these holds for case ${number}, where the ${some(9)}${gap}?`,
    ...(fields[name]?.(number, from(optionWords)) ?? []),
    '    rationale: >-',
    `      The ${some(12)},`,
    `      and therefore the ${some(9)}.`,
    `    sources: [{ title: Report ${number} on ${some(3)}, url: "https://example.org/${id}", at: Section ${number % 9} }]`,
    ...(number % 4 === 0 ? [`    fact: fact-${Math.floor(number / 8)}`] : []),
    '',
  ].join('\n');
}

const distractorsOf = (count: number, some: Some) => [
  '    distractors:',
  ...Array.from({ length: count }, () => [
    `      - text: The ${some(3)}`,
    `        why: That is what the ${some(7)} is.`,
  ]).flat(),
];

/** So many words. */
type Some = (count: number) => string;

/** What the questions of each kind have beside the fields that all have. */
const fields: Readonly<Record<string, (number: number, some: Some) => readonly string[]>> = {
  choice: (_, some) => [`    key: The ${some(3)}`, ...distractorsOf(3, some)],
  multi: (_, some) => [`    keys: [The ${some(3)}, The ${some(3)}]`, ...distractorsOf(3, some)],
  'true-false': (number) => [`    key: ${number % 2 === 0}`],
  number: (number) => [`    key: ${1000 + number}`, '    unit: tokens', '    tolerance: 2%'],
  text: (_, some) => [`    key: ${some(3)}`, `    accept: [${some(3)}]`],
  cloze: (_, some) => ['    accept:', `      gap: [${some(2)}, ${some(2)}]`],
  order: (_, some) => [
    '    by: earliest first',
    `    sequence: [${some(2)}, ${some(2)}, ${some(2)}, ${some(2)}]`,
  ],
  match: (_, some) => [
    '    pairs:',
    ...[1, 2, 3].map(() => `      - { left: ${some(2)}, right: ${some(2)} }`),
  ],
  recall: (_, some) => [`    key: That the ${some(9)}.`],
};
const names = Object.keys(fields);
