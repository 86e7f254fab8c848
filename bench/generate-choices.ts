import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFrom } from '#core/base/random.ts';
import { vocabulary } from './generate-bank.ts';

const contentWords = vocabulary('choices', 5000);
const joints =
  'of the in a to and is that for with on as by from at which than when its it are was not or'.split(' ');
const topics = contentWords.slice(0, 60);

/** What an author who is not careful writes into an option now and then, of which rules speak. */
const careless = ['may', 'usually', 'always', 'never', 'all', 'only', 'not', 'often', 'and', 'because'];
const others = ['All of the above', 'None of the above', 'Both A and B'];

/** Writes a bank of so many choice questions, as long and as careless as in banks put together from many hands. */
export function writeChoices(directory: string, items: number, files: number): void {
  const random = randomFrom(`choices ${items}`);
  mkdirSync(directory, { recursive: true });
  for (let file = 0; file < files; file++) {
    const from = Math.floor((file * items) / files);
    const to = Math.floor(((file + 1) * items) / files);
    const stems = stemsOf(to - from, random);
    const texts = stems.map((stem, i) => questionText(from + i, stem, random));
    const name = `choices-${String(file).padStart(2, '0')}`;
    writeFileSync(join(directory, `${name}.yaml`), `title: Choices ${file}\nitems:\n${texts.join('')}`);
  }
}

/** Most stems are short and a few are very long; one of twenty is that of the question before it, but for a word. */
function stemsOf(count: number, random: Random): readonly string[] {
  const stems: string[] = [];
  while (stems.length < count) {
    const made = wordsTo(80 + Math.floor(1420 * random() ** 6), random);
    stems.push((random() < 0.05 ? stems.at(-1) : undefined) ?? made);
  }
  return stems;
}

function questionText(number: number, stem: string, random: Random): string {
  const id = `choice-${String(number).padStart(5, '0')}`;
  const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  // The options of a question are alike in length, and most are short.
  const size = 5 + Math.floor(150 * random() ** 3);
  const option = () => optionText(Math.floor(size * (0.75 + 0.5 * random())), random);
  const wrong = Array.from({ length: random() < 0.8 ? 3 : 4 }, option);
  if (random() < 0.02) wrong[wrong.length - 1] = among(others);
  return [
    `  - id: ${id}`,
    '    kind: choice',
    `    level: ${1 + (number % 5)}`,
    `    tags: [${among(topics)}, ${among(topics)}]`,
    `    stem: "Of the ${stem}: which of these ${among(contentWords)}?"`,
    `    key: "${random() < 0.16 ? optionText(size * 2, random) : option()}"`,
    '    distractors:',
    ...wrong.flatMap((text) => [
      `      - text: "${text}"`,
      `        why: That is what the ${wordsTo(60, random)} says.`,
    ]),
    '    rationale: >-',
    `      The ${wordsTo(90, random)},`,
    `      and therefore the ${wordsTo(70, random)}.`,
    `    sources: [{ title: Report ${number}, url: "https://example.org/${id}", at: Section ${number % 9} }]`,
    '',
  ].join('\n');
}

/** A text of about so many characters, in which every third word joins others. */
function wordsTo(length: number, random: Random): string {
  let text = '';
  while (text.length < length) {
    const words = random() < 0.35 ? joints : contentWords;
    text += `${text === '' ? '' : random() < 0.06 ? ', ' : ' '}${words[Math.floor(random() * words.length)]}`;
  }
  return text;
}

function optionText(length: number, random: Random): string {
  const text = wordsTo(Math.min(195, Math.max(5, length)), random);
  const word = random() < 0.36 ? `${careless[Math.floor(random() * careless.length)]} ` : '';
  const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
  return word === '' ? capital : `It ${word}${text}`;
}
