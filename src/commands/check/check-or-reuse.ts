import { join } from 'node:path';
import { hashFnv1a } from '#core/base/random.ts';
import type { Steps } from '#core/base/steps.ts';
import { type CheckedBank, checkInSteps, readBase } from '#core/check/check.ts';
import { fewestForRates, type Guessability, guessabilityOf } from '#core/check/guess/guessability.ts';
import { loadLookUps } from '#core/check/load-look-ups.ts';
import { notLookedUpIn } from '#core/check/not-looked-up.ts';
import { rules } from '#core/check/rules/index.ts';
import { withSeverities } from '#core/check/selection.ts';
import { type Unworded, unwordedIn } from '#core/check/unworded.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { build } from '#shell/page/about.ts';
import { watchProgress } from '#shell/page/progress.ts';
import { cacheOf } from '#shell/system/paths.ts';
import { cacheKeyOf, rememberResult } from '#shell/system/remember-result.ts';
import type { World } from '#shell/system/world.ts';
import type { CheckFlags } from './flags.ts';
import type { HowToCheck } from './options.ts';

/** The files to check. */
export interface CheckedFiles {
  readonly files: readonly BankFile[];
  /** Read only to look up references. */
  readonly companions: readonly BankFile[];
  /** Other decks of the bank, if they are needed: only the ids in them are looked up. */
  readonly others?: readonly BankFile[] | undefined;
  readonly whole: boolean;
  /** The bank at an earlier commit, if it is compared with one. */
  readonly before: readonly BankFile[] | undefined;
}

/** The result of a check. */
export interface CheckOutcome extends Pick<CheckedBank, 'diagnostics' | 'allowed' | 'foreign'> {
  readonly decks: number;
  readonly questions: number;
  /** For each language with enough questions. */
  readonly guessability: readonly Guessability[];
  /** Set if the bank has languages that rules on wording do not know. */
  readonly unworded?: Unworded | undefined;
  /** References that nothing was found to look up in. */
  readonly notLookedUp: readonly string[];
}

/** What the progress of a check is shown with. */
export const progressWords = 'checking the questions';

/** Checks some files, or returns the cached result if neither they nor anything else has changed. */
export async function checkOrReuse(
  world: World,
  checked: CheckedFiles,
  how: HowToCheck,
  flags: CheckFlags,
): Promise<CheckOutcome> {
  const make = async () => {
    const lookUps = await loadLookUps();
    return watchProgress(judge(checked, { ...how, lookUps }), progressWords, world);
  };
  const cache = flags.cache === false ? undefined : cacheOf(world);
  if (cache === undefined) return make();
  const paths = checked.files.map(({ path }) => path);
  const name = hashFnv1a(JSON.stringify([world.cwd, ...paths])).toString(36);
  return rememberResult(join(cache, 'checks', `${name}.json`), keyFor(checked, how, flags), make);
}

/** Checks some files without the cache. */
export function checkFiles(
  { files, companions, others, whole, before }: CheckedFiles,
  how: HowToCheck,
): Steps<CheckedBank> {
  const base = before === undefined ? {} : { base: readBase(before) };
  return checkInSteps([...files, ...companions], {
    ...how,
    whole,
    ...(others && { others }),
    ...base,
  });
}

function* judge(checked: CheckedFiles, how: HowToCheck): Steps<CheckOutcome> {
  const { located, all, diagnostics, allowed, foreign } = yield* checkFiles(checked, how);
  return {
    diagnostics: withSeverities(diagnostics, how.severities),
    allowed,
    foreign,
    decks: located.decks.length,
    questions: located.items.length,
    guessability: guessabilityOf(all).filter(({ items }) => items >= fewestForRates),
    unworded: unwordedIn(all, rules.filter(how.wanted)),
    notLookedUp: notLookedUpIn(all),
  };
}

/** Returns a cache key made of everything that a check depends on. */
function keyFor(
  { files, companions, others, whole, before }: CheckedFiles,
  { wanted: _, ...how }: HowToCheck,
  { select = [], ignore = [] }: CheckFlags,
): string {
  const lists = [files, companions, others, before];
  const sizes = lists.map((list) => list?.length ?? null);
  const texts = lists.flatMap((list = []) =>
    list.flatMap(({ path, text, unread = '' }) => [path, text, unread]),
  );
  return cacheKeyOf([build, JSON.stringify({ ...how, select, ignore, whole, sizes }), ...texts]);
}
