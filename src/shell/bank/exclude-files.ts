import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ignore from 'ignore';
import type { OwnChecks } from '#core/check/bank-checks.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { pathUnder } from '../system/path-under.ts';
import { UserError, type World } from '../system/world.ts';
import { ignoredIn } from './git.ts';

/** The files of a bank, and those beside it. */
interface Files {
  readonly files: readonly BankFile[];
  readonly companions: readonly BankFile[];
}

/** Why files of a folder are no part of its bank. */
export interface Excludes {
  /** The paths that were named: git is asked about what lies in the folders among them. */
  readonly named: readonly string[];
  /** What the bank says itself, from the folder of its own file. */
  readonly own: OwnChecks;
  /** Patterns of the call, from the working directory. */
  readonly told?: readonly string[];
}

/** Drops what git ignores and what patterns as in .gitignore exclude, but no file that was named; throws a UserError if the patterns leave nothing. */
export function dropExcluded<F extends Files>(
  read: F,
  { named, own: { checks, path }, told = [] }: Excludes,
  world: Pick<World, 'cwd' | 'env' | 'platform'>,
): F {
  const { cwd } = world;
  const of = path === undefined ? cwd : dirname(resolve(cwd, path));
  const kept = dropIgnored(read, named, world);
  return dropMatched(dropMatched(kept, checks.exclude ?? [], of, cwd), told, cwd, cwd);
}

/** Drops the files that git ignores; if it ignores all, they are meant. */
function dropIgnored<F extends Files>(
  read: F,
  named: readonly string[],
  world: Pick<World, 'cwd' | 'env' | 'platform'>,
): F {
  const full = (path: string) => resolve(world.cwd, path);
  const found = read.files.flatMap((file) =>
    file.named || file.unread !== undefined ? [] : [full(file.path)],
  );
  const folders = named.map(full).filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const under = (folder: string) => found.filter((path) => pathUnder(folder, path) !== undefined);
  const ignored = new Set(folders.flatMap((folder) => [...ignoredIn(folder, under(folder), world)]));
  if (ignored.size === 0) return read;
  const files = read.files.filter(({ path }) => !ignored.has(full(path)));
  return files.length === 0 ? read : { ...read, files };
}

function dropMatched<F extends Files>(read: F, patterns: readonly string[], folder: string, cwd: string): F {
  if (patterns.length === 0) return read;
  const matcher = ignore({ ignorecase: false }).add([...patterns]);
  const isKept = ({ path, named = false }: BankFile) => {
    const below = pathUnder(folder, resolve(cwd, path));
    return named || below === undefined || !ignore.isPathValid(below) || !matcher.ignores(below);
  };
  const files = read.files.filter(isKept);
  if (files.length === 0)
    throw new UserError({
      en: `Every file of the bank is excluded (${patterns.join(', ')}). Exclude fewer: see --exclude, and \`exclude\` in bank.yaml.`,
      zh: `题库的所有文件都被排除了（${patterns.join('、')}）。请减少 --exclude 或 bank.yaml 中 \`exclude\` 的内容。`,
    });
  return { ...read, files, companions: read.companions.filter(isKept) };
}
