import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom, shuffle } from '#core/base/random.ts';
import { environment, header } from '../environment.ts';
import { fixtures } from '../fixtures.ts';
import { oldBuild, oldCommit } from './old-build.ts';
import { type BesideRow, type Build, rowsOf } from './rows.ts';
import { besideTable, type Measured } from './table.ts';
import { type Program, type Used, used } from './used.ts';

const options = {
  beside: { type: 'boolean' },
  rounds: { type: 'string', default: '11' },
  only: { type: 'string', default: '' },
} as const;

/** A run that is still to be made. */
interface Run {
  readonly ready: () => void;
  readonly program: Program;
  readonly into: Used[];
}

/**
 * Measures this build and an old one beside each other, in one run, and prints a Markdown table with the goals. `--rounds N`;
 * `--only TEXT`: the rows that have the text in their name.
 */
export async function beside({
  root,
  folder,
  argv,
}: {
  readonly root: string;
  /** Where generated files and the old build are kept. */
  readonly folder: string;
  readonly argv: readonly string[];
}): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options });
  const rounds = Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1)
    throw new Error('--rounds wants a whole number of at least 1.');
  const old = oldBuild(root, folder);
  const made = fixtures(root, folder);
  const scratch = mkdtempSync(join(folder, 'beside-'));
  try {
    const env = environment(false);
    const build = (name: string, at: string): Build => {
      const own = join(scratch, name);
      mkdirSync(own);
      return { root: at, scratch: own, env: { ...env, XDG_CACHE_HOME: join(own, 'cache') } };
    };
    const builds = { old: build('old', old), new: build('new', root) };
    const rows = rowsOf(made, join(root, 'questions')).filter(({ name }) => name.includes(values.only));
    const floor: Program = { root, args: ['-e', '0'], env, until: 'its end' };
    const { floors, measured } = await inRounds(rows, builds, floor, {
      rounds,
      preload: join(root, 'bench', 'beside'),
    });
    process.stdout.write(`${header(rounds, false)} Old: ${oldCommit}.\n\n${besideTable(floors, measured)}\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs everything once to warm its caches, then once per round, each round in another order. */
async function inRounds(
  rows: readonly BesideRow[],
  builds: { readonly old: Build; readonly new: Build },
  floor: Program,
  { rounds, preload }: { readonly rounds: number; readonly preload: string },
): Promise<{ readonly floors: readonly Used[]; readonly measured: readonly Measured[] }> {
  const floors: Used[] = [];
  const measured = rows.map((row) => ({ row, old: [] as Used[], new: [] as Used[] }));
  const random = randomFrom('rounds');
  for (let round = -1; round < rounds; round++) {
    process.stderr.write(round < 0 ? 'bench: warming up' : `\rbench: round ${round + 1} of ${rounds} `);
    const runs: Run[] = measured.flatMap(({ row, ...into }) =>
      round >= (row.rounds ?? rounds)
        ? []
        : (['old', 'new'] as const).map((which) => runOf(row, builds, which, into)),
    );
    runs.push({ ready: () => {}, program: floor, into: floors });
    for (const { ready, program, into } of shuffle(runs, random)) {
      ready();
      const run = await used(program, preload);
      if (round >= 0) into.push(run);
    }
  }
  process.stderr.write('\n');
  return { floors, measured };
}

function runOf(
  row: BesideRow,
  builds: { readonly old: Build; readonly new: Build },
  which: 'old' | 'new',
  into: { readonly old: Used[]; readonly new: Used[] },
): Run {
  const build = builds[which];
  return { ready: () => row.ready?.(build), program: row.program(build), into: into[which] };
}
