import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Steps } from '#core/base/steps.ts';
import { ownChecksIn } from '#core/check/bank-checks.ts';
import type { CheckedBank } from '#core/check/check.ts';
import type { CheckContext } from '#core/check/contract/rule.ts';
import { makeReuse, type Reuse } from '#core/check/reuse.ts';
import { withSeverities } from '#core/check/selection.ts';
import type { BankFile, YamlSource } from '#core/yaml/source.ts';
import { dropExcluded } from '#shell/bank/exclude-files.ts';
import { isUserError, type World } from '#shell/system/world.ts';
import { type CheckedFiles, checkFiles } from '../check-or-reuse.ts';
import { checkOptionsOf } from '../options.ts';
import { type Buffer, readScope, type Scope } from './scope.ts';

/** The result of checking a scope as it was at one moment. */
export interface Checked {
  readonly scope: Scope;
  readonly read: CheckedFiles;
  readonly all: CheckedBank['all'];
  /** The findings in the files that are checked, not in those that are only looked things up in. */
  readonly findings: readonly Diagnostic[];
}

/** Checks scopes again and again; each check uses what has not changed since the last of that scope. */
export interface ScopeChecker {
  /** Checks a scope in short pieces of work; undefined if it became stale on the way. */
  readonly check: (scope: Scope, isStale: () => boolean) => Promise<Checked | undefined>;
  /** Checks the same files with other texts, all at once. */
  readonly recheck: (checked: Checked, files: readonly BankFile[]) => Steps<CheckedBank>;
  /** Reads one file of a scope. */
  readonly sourceOf: (scope: Scope, file: BankFile) => YamlSource;
  /** Forgets all scopes but these. */
  readonly keep: (keys: ReadonlySet<string>) => void;
}

/** What is kept of a scope, as long as its options are the same. */
interface Kept {
  readonly options: string;
  readonly reuse: Reuse;
}

/** Milliseconds of work between two looks at what the editor has sent. */
const slice = 12;

/** Returns a checker of what is open; `buffersOf` gives the open files of a scope, and all of them. */
export function makeScopeChecker(
  world: Pick<World, 'now' | 'env' | 'platform'>,
  lookUps: CheckContext['lookUps'],
  buffersOf: (scope: Scope) => { readonly own: readonly Buffer[]; readonly all: readonly Buffer[] },
): ScopeChecker {
  const kept = new Map<string, Kept>();
  const optionsFor = ({ files, companions }: CheckedFiles) => {
    const { checks: flags } = ownChecksIn(files, companions);
    const how = { ...checkOptionsOf(world, flags), ...(lookUps && { lookUps }) };
    return { how, key: JSON.stringify([how.today, flags]) };
  };
  const reuseFor = (scope: Scope, options: string) => {
    const known = kept.get(scope.key);
    if (known?.options === options) return known.reuse;
    const reuse = makeReuse();
    kept.set(scope.key, { options, reuse });
    return reuse;
  };
  return {
    async check(scope, isStale) {
      const { own, all: buffers } = buffersOf(scope);
      const read = withoutExcluded(readScope(scope, own, buffers), scope, world);
      const { how, key } = optionsFor(read);
      const reuse = reuseFor(scope, key);
      const steps = checkFiles(read, { ...how, reuse });
      const done = await runInSlices(steps, isStale);
      if (done === undefined) return undefined;
      reuse.forget();
      const paths = new Set(read.files.map(({ path }) => path));
      return {
        scope,
        read,
        all: done.all,
        findings: withSeverities(done.diagnostics, how.severities).filter(({ path }) => paths.has(path)),
      };
    },
    recheck({ scope, read }, files) {
      const { how, key } = optionsFor(read);
      return checkFiles({ ...read, files }, { ...how, reuse: reuseFor(scope, key) });
    },
    sourceOf: (scope, file) => (kept.get(scope.key)?.reuse ?? makeReuse()).read(file),
    keep(keys) {
      for (const key of kept.keys()) if (!keys.has(key)) kept.delete(key);
    },
  };
}

/** Without the files of a bank that it excludes or that git ignores; if that leaves none, all of them. */
function withoutExcluded(
  read: CheckedFiles,
  { bank, cwd }: Scope,
  { env, platform }: Pick<World, 'env' | 'platform'>,
): CheckedFiles {
  if (bank === undefined) return read;
  try {
    const own = ownChecksIn(read.files, read.companions);
    return dropExcluded(read, { named: [bank], own }, { cwd, env, platform });
  } catch (error) {
    if (isUserError(error)) return read;
    throw error;
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Does work in steps; between them, messages arrive. */
async function runInSlices<T>(steps: Steps<T>, isStale: () => boolean): Promise<T | undefined> {
  let until = performance.now() + slice;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await turn();
    if (isStale()) {
      steps.return(undefined as T);
      return undefined;
    }
    until = performance.now() + slice;
  }
}
