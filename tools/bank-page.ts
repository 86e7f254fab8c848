import type { Bank, Publication } from '#core/bank/compile.ts';
import { pickLanguage } from '#core/base/text.ts';
import { checkBank, isForAsking } from '#core/check/check.ts';
import { type Item, kinds } from '#core/question/kinds/index.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { table } from './field-tables.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** Returns `docs/bank.md`: the contents of the bank that ships, in figures. */
export function bankPage(): string {
  const { files } = readBankFiles(['questions'], process.cwd());
  const { bank } = checkBank(files, { whole: true, wanted: isForAsking });
  const items = bank.decks.flatMap((deck) => deck.items);
  const parts = [
    '# The bank',
    'Printed from `questions/` by `npm run docs`; a test fails if the two differ. Edit the questions, not this page.',
    `**${items.length} questions** in ${bank.decks.length} decks, in English and Chinese, from ${bank.sources.size} sources. A learner meets the decks in this order, and within each the plain facts first.`,
    '## Decks',
    bank.decks.map(deckLine).join('\n'),
    decksTable(bank),
    '## Kinds and levels',
    table(
      ['kind', 'questions', 'share'],
      kinds.map(({ name }) => countRow(`\`${name}\``, items, (i) => i.kind === name)),
    ),
    table(
      ['level', 'questions', 'share'],
      levels.map((l) => countRow(String(l), items, ({ level }) => level === l)),
    ),
    '## The notes',
    notesTable(bank, items),
    '## Sources',
    sourcesTable(bank, items),
  ];
  return `${parts.join('\n\n')}\n`;
}

function deckLine({ title, intro }: Bank['decks'][number], i: number): string {
  const name = `${i + 1}. **${pickLanguage(title, 'en')}** (${pickLanguage(title, 'zh')})`;
  return intro === undefined ? name : `${name}: ${pickLanguage(intro, 'en')}`;
}

function countRow(name: string, items: readonly Item[], wanted: (item: Item) => boolean): readonly string[] {
  const count = items.filter(wanted).length;
  return [name, String(count), `${((100 * count) / items.length).toFixed(1)}%`];
}

function decksTable({ decks }: Bank): string {
  const counted = (items: readonly Item[], wanted: (item: Item) => boolean) =>
    String(items.filter(wanted).length);
  return table(
    ['deck', 'questions', ...levels.map((level) => `level ${level}`), ...kinds.map(({ name }) => name)],
    decks.map(({ name, items }) => [
      `\`${name}\``,
      String(items.length),
      ...levels.map((level) => counted(items, (item) => item.level === level)),
      ...kinds.map((kind) => counted(items, (item) => item.kind === kind.name)),
    ]),
  );
}

/** What cannot be asked, an opinion or a heading, is named as such. */
function notesTable({ statements }: Bank, items: readonly Item[]): string {
  return table(
    ['note', 'verdict', 'questions'],
    statements.map(({ id, says, verdict }) => [
      pickLanguage(says, 'en'),
      verdict,
      items
        .filter(({ notes }) => notes.includes(id))
        .map((item) => `\`${item.id}\``)
        .join(', '),
    ]),
  );
}

function sourcesTable({ sources }: Bank, items: readonly Item[]): string {
  const cites = (key: string) =>
    items.filter((item) => item.sources.some((source) => 'ref' in source && source.ref === key)).length;
  return table(
    ['source', 'questions'],
    [...sources]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, publication]) => [citation(publication), String(cites(key))]),
  );
}

function citation({ authors, year, title, venue, url }: Publication): string {
  return `${authors} ${year}: [${title.replaceAll(/[[\]]/g, '\\$&')}](${url})${venue === undefined ? '' : `, ${venue}`}`;
}
