import { lstatSync, statSync } from 'node:fs';
import { basename, dirname, posix, resolve } from 'node:path';
import type { BankFile } from '#core/yaml/source.ts';
import type { World } from '../system/world.ts';
import { companionNames, displayPathOf } from './bank-files.ts';
import { isSkipped, isYamlName } from './bank-folder.ts';
import {
  type Blob,
  baseCommitOf,
  blobsOf,
  type GitFile,
  listFiles,
  type Repository,
  repositoryOf,
} from './git.ts';

/** A named thing or the target of a link: its place in a repository, and the path to print. */
interface Wanted {
  /** From the top of the repository, which is empty itself. */
  readonly at: string;
  readonly shown: string;
  /** True if it counts when it is a file. */
  readonly asFile: boolean;
  /** The folder that its links must stay in; a link that was named itself may lead anywhere in the repository. */
  readonly within?: string;
}

/** The files of a bank as they were when the work since a git ref started; none if the bank did not exist yet. */
export function readGitFiles(
  paths: readonly string[],
  place: Pick<World, 'cwd' | 'env' | 'platform'>,
  ref: string,
  option = '--since',
): readonly BankFile[] {
  const wanted = new Map<string, { repository: Repository; wanted: Wanted[] }>();
  const repositories = new Map<string, Repository>();
  for (const path of paths)
    for (const { repository, ...one } of namedBy(path, { ...place, option }, repositories)) {
      const known = wanted.get(repository.top);
      if (known === undefined) wanted.set(repository.top, { repository, wanted: [one] });
      else known.wanted.push(one);
    }
  const found = [...wanted.values()].flatMap(({ repository, wanted }) => {
    const commit = baseCommitOf(repository, ref);
    return filesAt(repository, commit, [...wanted, ...companionsOf(wanted)]);
  });
  const texts = new Map(found.toReversed().map(({ path, text }) => [path, text]));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
}

/** The places of a path in its repository: the target of today's links, and the path itself. */
function namedBy(
  path: string,
  { cwd, option, ...world }: Pick<World, 'cwd' | 'env' | 'platform'> & { readonly option: string },
  known: Map<string, Repository>,
): readonly (Wanted & { readonly repository: Repository })[] {
  const inside = (folder: string) => {
    const repository = known.get(folder) ?? repositoryOf(folder, world, option);
    known.set(folder, repository);
    return repository;
  };
  const full = resolve(cwd, path);
  const name = displayPathOf(full, cwd);
  const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) {
    const repository = inside(full);
    const { prefix, top } = repository;
    const real = { repository, at: prefix.replace(/\/$/, ''), shown: name, asFile: false };
    if (prefix === '' || !lstatSync(full).isSymbolicLink()) return [real];
    const above = inside(dirname(full));
    const named = { ...real, at: `${above.prefix}${basename(full)}` };
    return above.top === top && named.at !== real.at ? [real, named] : [real];
  }
  const repository = inside(dirname(full));
  return [{ repository, at: `${repository.prefix}${basename(full)}`, shown: name, asFile: true }];
}

/** The notes, sources and tags beside or above files that were named. */
function companionsOf(wanted: readonly Wanted[]): readonly Wanted[] {
  const up = (path: string, levels: number): string =>
    levels === 0 ? path : up(posix.dirname(path), levels - 1);
  return wanted.flatMap(({ at, shown, asFile }) => {
    const levels = !asFile ? [] : at.includes('/') ? [1, 2] : [1];
    return levels.flatMap((level) =>
      companionNames.map((name) => ({
        at: posix.join(up(at, level), name),
        shown: posix.join(up(shown, level), name),
        asFile: true,
        within: up(at, level).replace(/^\.$/, ''),
      })),
    );
  });
}

/** No chain of links is longer, but for those that lead back to themselves. */
const longestChain = 10;

/** The files of a commit that are wanted, with those that links among them lead to within the repository. */
function filesAt(repository: Repository, commit: string, wanted: readonly Wanted[]): readonly BankFile[] {
  const files: BankFile[] = [];
  const folders = new Set<string>();
  let pending = wanted;
  for (let round = 0; round < longestChain && pending.length > 0; round++) {
    const hits = hitsOf(
      pending,
      listFiles(repository, commit, [...new Set(pending.flatMap(({ at }) => formsOf(at)))]),
      folders,
    );
    const blobs = blobsOf(
      repository,
      hits.map(({ file }) => file),
    );
    files.push(...hits.flatMap((hit) => (hit.file.link ? [] : [{ path: hit.shown, text: hit.text(blobs) }])));
    pending = hits.flatMap((hit) => (hit.file.link ? targetOf(hit, hit.text(blobs)) : []));
  }
  return files;
}

/** A path as git may have it: on macOS the same letters may be composed there and taken apart on disk. */
const formsOf = (path: string) => [path, path.normalize('NFC'), path.normalize('NFD')];

/** A file or link that is wanted. */
interface Hit extends Wanted {
  readonly file: GitFile;
  readonly text: (blobs: ReadonlyMap<Blob, string>) => string;
}

function hitsOf(wanted: readonly Wanted[], files: readonly GitFile[], folders: Set<string>): readonly Hit[] {
  const byPath = new Map(files.map((file) => [file.path.normalize(), file]));
  const byFolder = new Map<string, GitFile[]>();
  for (const file of files)
    for (let folder = file.path.normalize(); folder !== ''; ) {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      const others = byFolder.get(folder);
      if (others === undefined) byFolder.set(folder, [file]);
      else others.push(file);
    }
  const hit = (file: GitFile, where: Omit<Wanted, 'at'>): Hit => ({
    ...{ ...where, at: file.path, file },
    text: (blobs) => blobs.get(file.blob) ?? '',
  });
  return wanted.flatMap(({ at: named, shown, asFile, within }) => {
    const at = named.normalize();
    const exact = byPath.get(at);
    const bound = within === undefined ? {} : { within };
    if (exact !== undefined) return asFile || exact.link ? [hit(exact, { shown, asFile, ...bound })] : [];
    const inside = byFolder.get(at) ?? [];
    // A link that leads back is followed once.
    if (inside.length === 0 || folders.has(at)) return [];
    folders.add(at);
    return inside.flatMap((file) => {
      const path = file.path.normalize();
      const below = at === '' ? path : path.slice(at.length + 1);
      if (below.split('/').some(isSkipped)) return [];
      const isYaml = isYamlName(below);
      return isYaml || file.link
        ? [hit(file, { shown: posix.join(shown, below), asFile: isYaml, within: within ?? at })]
        : [];
    });
  });
}

/** The target of a link, if it is in the repository and in the folder it must stay in. */
function targetOf({ at, shown, asFile, within }: Hit, target: string): readonly Wanted[] {
  const leadsTo = posix.normalize(posix.join(posix.dirname(at), target)).replace(/\/$/, '');
  const isOutside = posix.isAbsolute(target) || leadsTo === '..' || leadsTo.startsWith('../');
  const next = { at: leadsTo === '.' ? '' : leadsTo, shown, asFile };
  if (isOutside) return [];
  if (within === undefined) return [next];
  const stays = within === '' || next.at === within || next.at.startsWith(`${within}/`);
  return stays ? [{ ...next, within }] : [];
}
