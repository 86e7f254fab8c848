import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, seeded } from '../src/core/base/random.ts';
import { kinds } from '../src/core/question/kinds/index.ts';

const syllables =
  'ba be bi bo da de di do fa fe fi fo ga ge gi ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );

/** Made-up words, no two alike: as in a real bank, most words of a question stand in few others. */
function vocabulary(seed: string, count: number): readonly string[] {
  const random = seeded(seed);
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
  const random = seeded(`bank of ${items}`);
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
  const { name } = kinds[number % kinds.length] ?? kinds[0];
  const id = `item-${String(number).padStart(5, '0')}`;
  const gap = name === 'cloze' ? ' {{gap}}' : '';
  return [
    `  - id: ${id}`,
    `    kind: ${name}`,
    `    level: ${1 + (number % 5)}`,
    `    tags: [${topics[number % topics.length]}]`,
    `    stem: Which of these holds for case ${number}, where the ${some(9)}${gap}?`,
    ...fieldsOf(name, number, from(optionWords)),
    '    rationale: >-',
    `      The ${some(12)},`,
    `      and therefore the ${some(9)}.`,
    `    sources: [{ title: Report ${number} on ${some(3)}, url: "https://example.org/${id}", at: Section ${number % 9} }]`,
    ...(number % 4 === 0 ? [`    fact: fact-${Math.floor(number / 8)}`] : []),
    '',
  ].join('\n');
}

type Name = (typeof kinds)[number]['name'];

function fieldsOf(name: Name, number: number, some: (count: number) => string): readonly string[] {
  const distractors = (count: number) => [
    '    distractors:',
    ...Array.from({ length: count }, () => [
      `      - text: The ${some(3)}`,
      `        why: That is what the ${some(7)} is.`,
    ]).flat(),
  ];
  switch (name) {
    case 'choice':
      return [`    key: The ${some(3)}`, ...distractors(3)];
    case 'multi':
      return [`    keys: [The ${some(3)}, The ${some(3)}]`, ...distractors(3)];
    case 'true-false':
      return [`    key: ${number % 2 === 0}`];
    case 'number':
      return [`    key: ${1000 + number}`, '    unit: tokens', '    tolerance: 2%'];
    case 'text':
      return [`    key: ${some(3)}`, `    accept: [${some(3)}]`];
    case 'cloze':
      return ['    accept:', `      gap: [${some(2)}, ${some(2)}]`];
    case 'order':
      return ['    by: earliest first', `    sequence: [${some(2)}, ${some(2)}, ${some(2)}, ${some(2)}]`];
    case 'match':
      return ['    pairs:', ...[1, 2, 3].map(() => `      - { left: ${some(2)}, right: ${some(2)} }`)];
    case 'recall':
      return [`    key: That the ${some(9)}.`];
    default:
      return name satisfies never;
  }
}
