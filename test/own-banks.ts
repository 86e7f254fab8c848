import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FakeMachine, typed } from './fake-world.ts';

/** A question that is right as it stands. */
export interface Fact {
  readonly id: string;
  readonly stem: string;
  readonly formerIds?: readonly string[];
}

/** Facts under ids that strangers use too. */
export const facts = (count: number, subject: string, id = 'q'): readonly Fact[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${id}-${i + 1}`,
    stem: `${subject} has property ${i + 1}.`,
  }));

/** A deck as its author writes it. */
const deckOf = (of: readonly Fact[], title = 'Facts') =>
  [
    `title: ${title}`,
    'items:',
    ...of.flatMap(({ id, stem, formerIds = [] }) => [
      `  - id: ${id}`,
      '    kind: true-false',
      '    level: 1',
      '    tags: [facts]',
      ...(formerIds.length === 0 ? [] : [`    formerIds: [${formerIds.join(', ')}]`]),
      `    stem: ${stem}`,
      '    key: true',
      '    rationale: It is so.',
      '    sources: [{ title: A book, url: https://example.org }]',
    ]),
    '',
  ].join('\n');

/** Writes a bank of one deck into a folder of a machine's home, with what it says of itself. */
export function writeBank(machine: FakeMachine, folder: string, of: readonly Fact[], about?: string): void {
  const deck = join(machine.root, folder, 'deck.yaml');
  mkdirSync(dirname(deck), { recursive: true });
  writeFileSync(deck, deckOf(of));
  if (about !== undefined) writeFileSync(join(machine.root, folder, 'bank.yaml'), about);
}

/** Answers so many questions of a bank rightly, and leaves. */
export const learn = (machine: FakeMachine, bank: string, count: number) =>
  machine.run(
    `--seed 1${bank === '' ? '' : ` --bank ${bank}`}`,
    typed(...Array.from({ length: count }, () => ['1', '']).flat(), 'q'),
  );

/** What is new and known of a bank. */
export async function standing(machine: FakeMachine, bank: string): Promise<unknown> {
  const { out, err } = await machine.run(`stats --json${bank === '' ? '' : ` --bank ${bank}`}`);
  const { total, reviews, gone } = JSON.parse(out) as {
    total: { items: number; begun: number };
    reviews: number;
    gone: string[];
  };
  return { items: total.items, begun: total.begun, reviews, gone, ...(err === '' ? {} : { err }) };
}
