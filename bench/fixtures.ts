import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashFnv1a, randomFrom } from '#core/base/random.ts';
import { checkBank } from '#core/check/check.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { writeBank } from './generate-bank.ts';
import { writeChoices } from './generate-choices.ts';
import { type Question, writeLog } from './generate-log.ts';

/** Raise it when what is generated changes. */
const version = 4;

/** Generated banks and data directories; kept from one run to the next. */
export interface Fixtures {
  /** Of 10,000 items. */
  readonly largeBank: string;
  /** Of 500 items. */
  readonly middleBank: string;
  /** Of 14,000 choice questions, with as many findings as a collection of exam questions has. */
  readonly choices: string;
  /** Data directories by name: reviews of the shipped bank, and of the large one. */
  readonly data: Readonly<Record<DataName, string>>;
}

const logs = {
  'shipped-0': 0,
  'shipped-10k': 10_000,
  'shipped-1m': 1_000_000,
  'large-0': 0,
  'large-1m': 1_000_000,
} as const;

type DataName = keyof typeof logs;

/** The fixtures, generated where there are none yet for this bank and this version. */
export function fixtures(root: string, folder: string): Fixtures {
  const bank = questionsOf(join(root, 'questions'));
  const place = join(folder, `fixtures-${version}-${hashFnv1a(JSON.stringify(bank)).toString(36)}`);
  if (!existsSync(place)) {
    process.stderr.write(
      'bench: generating a bank of 10,000 questions and logs of up to 1,000,000 reviews, once ...\n',
    );
    for (const name of readdirSync(folder))
      if (name.startsWith('fixtures-')) rmSync(join(folder, name), { recursive: true });
    const aside = `${place}.new`;
    generate(bank, aside);
    renameSync(aside, place);
  }
  const data = Object.fromEntries(Object.keys(logs).map((name) => [name, join(place, name)]));
  return {
    largeBank: join(place, 'large-bank'),
    middleBank: join(place, 'middle-bank'),
    choices: join(place, 'choices'),
    data: data as Record<DataName, string>,
  };
}

function generate(shipped: readonly Question[], place: string): void {
  const largeBank = join(place, 'large-bank');
  writeBank(largeBank, 10_000);
  writeBank(join(place, 'middle-bank'), 500);
  writeChoices(join(place, 'choices'), 14_000, 57);
  const large = questionsOf(largeBank);
  for (const [name, reviews] of Object.entries(logs)) {
    const events = join(place, name, 'events');
    mkdirSync(events, { recursive: true });
    if (reviews > 0)
      writeLog(join(events, 'bench-0.jsonl'), reviews, name.startsWith('large') ? large : shipped);
  }
}

function questionsOf(path: string): readonly Question[] {
  const { files } = readBankFiles([path], path);
  const { bank, diagnostics } = checkBank(files);
  const [fault] = diagnostics.filter((d) => d.severity === 'error');
  if (fault !== undefined) throw new Error(`${path}: ${fault.path}:${fault.at.line}: ${fault.message}`);
  return bank.decks.flatMap((d) => d.items).map(questionOf);
}

function questionOf(item: Item): Question {
  const kind = kindOf(item);
  const prompt = kind.prompt(item, { lang: 'en', random: randomFrom(item.id) });
  const options = prompt.type === 'pick-one' ? prompt.options : [];
  return { id: item.id, revision: item.revision, options, guess: kind.guess(item) };
}
