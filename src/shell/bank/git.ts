import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { realPathOf } from '../system/real-path.ts';
import { UserError, type World } from '../system/world.ts';
import { findProgram } from './find-program.ts';

/** The git to run, and its environment variables. */
interface Git {
  /** A full path. */
  readonly program: string;
  readonly env: World['env'];
  /** The option that wants it, for errors. */
  readonly option: string;
}

/** A working tree of git, and the place in it that it was asked from. */
export interface Repository extends Git {
  readonly top: string;
  /** From the top, with a slash at its end; empty at the top itself. */
  readonly prefix: string;
}

/** The name that git has for a content. */
export type Blob = string;

/** A file or a symbolic link of a commit. */
export interface GitFile {
  readonly path: string;
  readonly blob: Blob;
  /** True for a symbolic link, whose content is its target. */
  readonly link: boolean;
}

/** The working tree that a folder is in. */
export function repositoryOf(
  folder: string,
  world: Pick<World, 'env' | 'platform'>,
  option = '--since',
): Repository {
  const git: Git = { program: gitFor(folder, world, option), env: world.env, option };
  // The prefix comes last, since there may be newlines in it; there are none in the way up to the top.
  const asked = run(folder, git, ['rev-parse', '--is-inside-work-tree', '--show-cdup', '--show-prefix']);
  const [, inside, up = '', prefix = ''] =
    /^(true|false)\n([^\n]*)\n(.*)\n$/s.exec(asked.failed === undefined ? asked.out.toString('utf8') : '') ??
    [];
  if (inside === 'true') return { ...git, top: resolve(realPathOf(folder), up), prefix };
  const failed = asked.failed ?? 'not a git repository';
  throw new UserError(
    /not a git repository/i.test(failed)
      ? `${option} needs a git repository, and ${folder} is not in one. Drop ${option} or run in a clone.`
      : `${option} cannot read the history of ${folder}. git reported: ${failed}.`,
  );
}

/** The git that the machine has; never one that came with the bank. */
function gitFor(folder: string, { env, platform }: Pick<World, 'env' | 'platform'>, option: string): string {
  const program = findProgram('git', { env, platform, realFile, untrusted: untrustedAt(folder, env) });
  if (program !== undefined) return program;
  throw new UserError(`${option} needs git, which is not installed. Install git or drop ${option}.`);
}

/** Where a program lies at the end of all links. */
function realFile(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? realPathOf(path) : undefined;
  } catch {
    return undefined;
  }
}

/** A folder and the working tree around it, both as they are named and as they are found at the end of links. */
function untrustedAt(folder: string, { HOME: home }: World['env']): readonly string[] {
  const trees = [folder, existsSync(folder) ? realPathOf(folder) : folder].flatMap((start) => {
    let top = start;
    while (!existsSync(join(top, '.git')) && dirname(top) !== top) top = dirname(top);
    return [start, top];
  });
  // Whoever keeps a whole home or disk in git has the programs in there too.
  return trees.filter((tree) => tree !== dirname(tree) && tree !== home);
}

/** Of some full paths of files in a folder those that its repository ignores; none if it is in none, or there is no git. A file that git tracks is never ignored. */
export function ignoredIn(
  folder: string,
  paths: readonly string[],
  { env, platform }: Pick<World, 'env' | 'platform'>,
): ReadonlySet<string> {
  const program = findProgram('git', { env, platform, realFile, untrusted: untrustedAt(folder, env) });
  if (program === undefined || paths.length === 0 || !isInTree(folder)) return new Set();
  const git: Git = { program, env, option: '' };
  const asked = run(
    folder,
    git,
    ['check-ignore', '-z', '--stdin'],
    paths.map((path) => `${path}\0`).join(''),
  );
  return new Set(
    asked.out
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== ''),
  );
}

function isInTree(folder: string): boolean {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return true;
    if (dirname(top) === top) return false;
  }
}

/** The commit where the work since a ref started: the merge base with today's history, or the ref itself. */
export function baseCommitOf(repository: Repository, ref: string): string {
  const { top } = repository;
  // Git would take a hyphen for the beginning of an option; no ref begins with one.
  const asked = /^-|\0/.test(ref)
    ? undefined
    : run(top, repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (asked === undefined || asked.failed !== undefined) throw new UserError(noCommit(repository, ref));
  const commit = asked.out.toString('utf8').trim();
  const shared = run(top, repository, ['merge-base', commit, 'HEAD']);
  return shared.failed === undefined ? shared.out.toString('utf8').trim() : commit;
}

function noCommit(repository: Repository, ref: string): string {
  const { top } = repository;
  const none = `Unknown commit ${JSON.stringify(ref)} in ${top}`;
  const isThere = (other: string) =>
    run(top, repository, ['rev-parse', '--verify', '--quiet', `${other}^{commit}`]).failed === undefined;
  if (/^[\w./-]+$/.test(ref) && !ref.startsWith('-') && isThere(`origin/${ref}`))
    return `${none}. Did you mean origin/${ref}?`;
  const asked = run(top, repository, ['rev-parse', '--is-shallow-repository']);
  const isShallow = asked.failed === undefined && asked.out.toString('utf8').trim() === 'true';
  return isShallow
    ? `${none}, a shallow clone that lacks older commits. Fetch them with \`git fetch --unshallow\` (actions/checkout: \`fetch-depth: 0\`).`
    : `${none}. Pass a branch, a tag or a commit, and fetch it first if needed (actions/checkout: \`fetch-depth: 0\`).`;
}

/** More paths than this make a command line too long for some systems; then all files are listed. */
const mostPaths = 200;

/** The files of a commit at or under some paths. */
export function listFiles(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): readonly GitFile[] {
  const some = paths.length <= mostPaths && !paths.includes('') ? ['--', ...paths] : [];
  const asked = run(repository.top, repository, [
    '--literal-pathspecs',
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    ...some,
  ]);
  return toldBy(asked, repository)
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', blob = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      const [isFile, link] = [mode.startsWith('100'), mode === '120000'];
      return isFile || link ? [{ path, blob, link }] : [];
    });
}

/** The contents of files, as text. */
export function blobsOf(repository: Repository, files: readonly GitFile[]): ReadonlyMap<Blob, string> {
  const wanted = [...new Set(files.map(({ blob }) => blob))];
  const { top } = repository;
  const texts = new Map<Blob, string>();
  if (wanted.length === 0) return texts;
  const asked = run(top, repository, ['cat-file', '--batch'], wanted.map((blob) => `${blob}\n`).join(''));
  const out = toldBy(asked, repository);
  for (let start = 0; start < out.length; ) {
    const end = out.indexOf(10, start);
    const head = out.toString('utf8', start, end === -1 ? out.length : end);
    const [, blob, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(head) ?? [];
    if (blob === undefined)
      throw new UserError(`Cannot read an old file from ${top}. git reported: ${head}.${hintOn(head)}`);
    const after = end + 1 + Number(size);
    texts.set(blob, out.toString('utf8', end + 1, after));
    start = after + 1;
  }
  return texts;
}

function toldBy(asked: Asked, { top, option }: Repository): Buffer {
  if (asked.failed !== undefined)
    throw new UserError(
      `${option} cannot read the history of ${top}. git reported: ${asked.failed}.${hintOn(asked.failed)}`,
    );
  return asked.out;
}

function hintOn(complaint: string): string {
  return / missing$|lazy fetch|promisor/i.test(complaint)
    ? ' If this is a partial clone, clone it again without `--filter`; llmquiz does not fetch.'
    : '';
}

/** The output of git, or the first line of its error. */
interface Asked {
  readonly out: Buffer;
  readonly failed?: string;
}

// Hooks set them for the repository they run in; here the folder of the bank decides.
const foreign = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];

// A bank from elsewhere may bring git settings. So a repository without a working tree is not taken for ours, and nothing is fetched,
// since these settings would say how. Windows would look for programs in the working directory first.
const careful = ['-c', 'safe.bareRepository=explicit'];
const guarded = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  NoDefaultCurrentDirectoryInExePath: '1',
};

function run(folder: string, { program, env }: Git, words: readonly string[], input = ''): Asked {
  const own = Object.entries(env).filter(([name]) => !foreign.includes(name));
  const { error, status, stdout, stderr } = spawnSync(program, [...careful, ...words], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...guarded },
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  if (error !== undefined)
    return {
      out: stdout ?? Buffer.alloc(0),
      failed: existsSync(folder) ? error.message : 'the folder does not exist',
    };
  if (status === 0) return { out: stdout };
  const [complaint = ''] = stderr.toString('utf8').trim().split('\n');
  return {
    out: stdout,
    failed: complaint.replace(/^fatal: /, '').replace(/\.$/, '') || `exit code ${status}`,
  };
}
