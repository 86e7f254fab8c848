import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom, shuffle } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import { openLog } from '#shell/log/event-log.ts';
import { environment, header } from './environment.ts';
import { type Fixtures, fixtures } from './fixtures.ts';
import { now } from './generate-log.ts';
import { answerTimes, type Call, type Run, untilAsked, untilEnd } from './measure.ts';
import { type Row, table } from './table.ts';

/** Where the bench works, and what it was called with. */
export interface Bench {
  readonly root: string;
  /** Where generated files are kept. */
  readonly folder: string;
  readonly argv: readonly string[];
}

/** Something that is run once per round. */
interface Variant {
  readonly name: string;
  run(): Promise<Run>;
  /** The highest ratio to `node -e 0` that is good; or the most milliseconds. */
  readonly goal?: number | { readonly of: 'median'; readonly most: number };
  /** The most memory that is good, in MiB. */
  readonly memoryGoal?: number;
  /** Run in the first rounds only: what is slow, or told for information. */
  readonly rounds?: number;
}

const floor = 'node -e 0';
const memoryGoal = 90;
const feedbackGoal = 16;

/** What the measurements share. */
interface Setup {
  readonly root: string;
  readonly made: Fixtures;
  /** A directory of this run alone. */
  readonly scratch: string;
  readonly quick: boolean;
  readonly env: Call['env'];
}

const options = {
  rounds: { type: 'string' },
  quick: { type: 'boolean', default: false },
  'inherit-env': { type: 'boolean', default: false },
} as const;

/**
 * Measures start-up, answers and memory, and prints a Markdown table with the goals. `--rounds N`; `--quick`: a tenth of the
 * time; `--inherit-env`: in the caller's environment, instead of a bare one in which `node -e 0` is as fast as it can be.
 */
export async function bench({ root, folder, argv }: Bench): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options });
  const { quick } = values;
  const rounds = values.rounds === undefined ? (quick ? 10 : 50) : Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1)
    throw new Error('--rounds wants a whole number of at least 1.');
  const scratch = mkdtempSync(join(folder, 'run-'));
  try {
    const env = environment(values['inherit-env']);
    const setup: Setup = { root, made: fixtures(root, folder), scratch, quick, env };
    const variants = variantsOf(setup);
    const times = await inRounds(variants, rounds);
    const rows = variants.map((v): Row => ({ name: v.name, runs: times.get(v.name) ?? [], ...goalsOf(v) }));
    rows.push(await answersIn(setup, quick ? 100 : 400), appendsIn(setup, quick ? 200 : 1000));
    process.stdout.write(`${header(rounds, values['inherit-env'])}\n\n${table(rows, floor)}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const goalsOf = ({ goal, memoryGoal: most }: Variant) => ({
  ...(goal === undefined
    ? {}
    : { goal: typeof goal === 'number' ? { of: 'ratio' as const, most: goal } : goal }),
  ...(most === undefined ? {} : { memoryGoal: most }),
});

function variantsOf(setup: Setup): readonly Variant[] {
  const { root, made, scratch, quick, env } = setup;
  const { data, largeBank } = made;
  const call = (...args: readonly string[]): Call => ({ root, args, env });
  const quiz = (directory: string, ...more: readonly string[]) =>
    call('bin/llmquiz.js', '--plain', '--seed', '1', '--data-dir', directory, ...more);
  const asked = (name: string, directory: string, ...more: readonly string[]) => ({
    name: `first question, ${name}`,
    run: () => untilAsked(quiz(directory, ...more)),
    memoryGoal,
  });
  const cold = (name: string, rounds: number, directory: string, ...more: readonly string[]) => ({
    name: `first question, ${name}, cold`,
    rounds,
    run() {
      const fresh = join(scratch, 'cold');
      rmSync(fresh, { recursive: true, force: true });
      cpSync(join(directory, 'events'), join(fresh, 'events'), { recursive: true });
      return untilAsked(quiz(fresh, ...more));
    },
  });
  const large = ['--bank', largeBank] as const;
  return [
    { name: floor, run: () => untilEnd(call('-e', '0')) },
    { name: '`--version`', run: () => untilEnd(call('bin/llmquiz.js', '--version')), goal: 1.3 },
    { name: '`--help`', run: () => untilEnd(call('bin/llmquiz.js', '--help')) },
    asked('0 reviews', data['shipped-0']),
    { ...asked('10,000 reviews', data['shipped-10k']), goal: 1.6 },
    asked('1,000,000 reviews', data['shipped-1m']),
    { ...asked('10,000 items, 1,000,000 reviews', data['large-1m'], ...large), goal: 2.2 },
    cold('10,000 reviews', 5, data['shipped-10k']),
    cold('10,000 items, 0 reviews', quick ? 1 : 3, data['large-0'], ...large),
    ...(quick ? [] : [cold('10,000 items, 1,000,000 reviews', 1, data['large-1m'], ...large)]),
    ...checks(setup, quick),
  ];
}

/** `check` of banks of several sizes, with what it keeps of its last run and without. */
function checks({ root, made, scratch, env }: Setup, quick: boolean): readonly Variant[] {
  const cache = join(scratch, 'check-cache');
  const run = (bank: string, before: () => void) => {
    before();
    const args = ['bin/llmquiz.js', 'check', bank];
    return untilEnd({ root, args, env: { ...env, XDG_CACHE_HOME: cache } });
  };
  const check = (
    name: string,
    bank: string,
    rounds: number,
    goals: Pick<Variant, 'goal' | 'memoryGoal'>,
  ) => ({
    ...{ name: `\`check\`, ${name}, cold`, rounds, ...goals },
    run: () => run(bank, () => rmSync(cache, { recursive: true, force: true })),
  });
  return [
    check('the shipped bank', 'questions', 10, {}),
    check('500 items', made.middleBank, quick ? 10 : 30, { goal: 4 }),
    check('10,000 items', made.largeBank, quick ? 3 : 10, {
      goal: { of: 'median', most: 2000 },
      memoryGoal: 250,
    }),
    {
      name: '`check`, 10,000 items, warm',
      rounds: quick ? 3 : 10,
      goal: { of: 'median', most: 300 },
      memoryGoal: 250,
      // A cold run of another round may have taken the cache away.
      run: async () => {
        await run(made.largeBank, () => {});
        return run(made.largeBank, () => {});
      },
    },
  ];
}

/** Runs every variant once to warm its caches, then once per round, each round in another order. */
async function inRounds(
  variants: readonly Variant[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const times = new Map(variants.map((v): [string, Run[]] => [v.name, []]));
  const random = randomFrom('rounds');
  for (const { name, run } of variants.filter((v) => !v.name.endsWith('cold'))) {
    process.stderr.write(`bench: warming up: ${name}\n`);
    await run();
  }
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`\rbench: round ${round + 1} of ${rounds} `);
    for (const { name, run } of shuffle(
      variants.filter((v) => round < (v.rounds ?? rounds)),
      random,
    ))
      times.get(name)?.push(await run());
  }
  process.stderr.write('\n');
  return times;
}

async function answersIn({ root, made, scratch, env }: Setup, answers: number): Promise<Row> {
  const directory = join(scratch, 'answers');
  cpSync(made.data['shipped-10k'], directory, { recursive: true });
  const args = [
    'bin/llmquiz.js',
    '--plain',
    '--seed',
    '1',
    '--limit',
    '1000',
    '--new',
    '1000',
    '--data-dir',
    directory,
  ];
  const runs = await answerTimes({ root, args, env }, answers);
  return { name: 'answer to feedback', runs, goal: { of: 'p99', most: feedbackGoal }, memoryGoal };
}

function appendsIn({ scratch }: Setup, appends: number): Row {
  const log = openLog(join(scratch, 'appends'), 'bench', 0, {
    now: () => now,
    random: randomFrom('appends'),
  });
  const options = Array.from({ length: 4 }, (_, i) => `an option of usual length, number ${i}`);
  const runs: Run[] = [];
  for (let i = 0; i < appends; i++) {
    const from = performance.now();
    const appended = log.append({
      ...{
        type: 'reviewed',
        item: 'gpt3-training-tokens',
        revision: 1,
        verdict: 'correct',
        rating: 'good',
        policy: 1,
      },
      ...{
        guess: 0.25,
        answer: { type: 'picked', option: options[0] ?? '' },
        options,
        hints: 0,
        ms: 5000,
        lang: 'en',
      },
    });
    runs.push({ ms: performance.now() - from });
    if (!appended.ok) throw new Error(pickLanguage(appended.reason, 'en'));
  }
  log.close();
  return { name: 'append, in process', runs };
}
