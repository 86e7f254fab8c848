import { spawnSync } from 'node:child_process';
import { UserError, type World } from '../world.ts';
import { codeOf } from './errno.ts';

/** A working tree of git, and the place in it that it was asked from. */
export interface Repository {
  readonly top: string;
  /** From the top, with a slash at its end; empty at the top itself. */
  readonly prefix: string;
  readonly env: World['env'];
}

/** The name that git has for a content. */
export type Blob = string;

/** A file or a symbolic link of a commit. */
export interface GitFile {
  readonly path: string;
  readonly blob: Blob;
  /** Whether its content is the path that it leads to. */
  readonly link: boolean;
}

/** The working tree that a folder is in. */
export function repositoryOf(folder: string, env: World['env']): Repository {
  const asked = run(folder, env, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (asked.failed === undefined) {
    const [top = '', prefix = ''] = asked.out.toString('utf8').split('\n');
    return { top, prefix, env };
  }
  const because = /not a git repository/i.test(asked.failed)
    ? 'it is in no git repository: leave `--since` out, or check a clone of the repository'
    : `git says: ${asked.failed}`;
  throw new UserError(`${folder} cannot be compared with what it was: ${because}.`);
}

/** The commit from which the work since a ref began: the ref itself, or where the history of today left its own. */
export function commitSince({ top, env }: Repository, ref: string): string {
  // Git would take a hyphen for the beginning of an option; no ref begins with one.
  const asked = /^-|\0/.test(ref)
    ? undefined
    : run(top, env, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (asked === undefined || asked.failed !== undefined) throw new UserError(noCommit(top, env, ref));
  const commit = asked.out.toString('utf8').trim();
  const shared = run(top, env, ['merge-base', commit, 'HEAD']);
  return shared.failed === undefined ? shared.out.toString('utf8').trim() : commit;
}

function noCommit(top: string, env: World['env'], ref: string): string {
  const none = `There is no commit ${JSON.stringify(ref)} in ${top}`;
  const isThere = (other: string) =>
    run(top, env, ['rev-parse', '--verify', '--quiet', `${other}^{commit}`]).failed === undefined;
  if (/^[\w./-]+$/.test(ref) && !ref.startsWith('-') && isThere(`origin/${ref}`))
    return `${none}: did you mean origin/${ref}?`;
  const asked = run(top, env, ['rev-parse', '--is-shallow-repository']);
  const isShallow = asked.failed === undefined && asked.out.toString('utf8').trim() === 'true';
  return isShallow
    ? `${none}, which is a shallow clone and lacks older commits: fetch them all (\`fetch-depth: 0\` for actions/checkout, or \`git fetch --unshallow\`).`
    : `${none}: name a branch, a tag or a commit, and fetch it first if it is not here yet (in CI: \`fetch-depth: 0\` for actions/checkout).`;
}

/** More paths than this make a command line too long for some systems; then all files are listed. */
const mostPaths = 200;

/** The files of a commit at or under some paths. */
export function listed(
  { top, env }: Repository,
  commit: string,
  paths: readonly string[],
): readonly GitFile[] {
  const some = paths.length <= mostPaths && !paths.includes('') ? ['--', ...paths] : [];
  const asked = run(top, env, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, ...some]);
  return toldBy(asked, top)
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', blob = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      const [isFile, link] = [mode.startsWith('100'), mode === '120000'];
      return isFile || link ? [{ path, blob, link }] : [];
    });
}

/** The contents of files, as text. */
export function blobsOf({ top, env }: Repository, files: readonly GitFile[]): ReadonlyMap<Blob, string> {
  const wanted = [...new Set(files.map(({ blob }) => blob))];
  const texts = new Map<Blob, string>();
  if (wanted.length === 0) return texts;
  const asked = run(top, env, ['cat-file', '--batch'], wanted.map((blob) => `${blob}\n`).join(''));
  const out = toldBy(asked, top);
  for (let start = 0; start < out.length; ) {
    const end = out.indexOf(10, start);
    const head = out.toString('utf8', start, end === -1 ? out.length : end);
    const [, blob, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(head) ?? [];
    if (blob === undefined)
      throw new UserError(`A file of the past cannot be read from ${top}; git says: ${head}.`);
    const after = end + 1 + Number(size);
    texts.set(blob, out.toString('utf8', end + 1, after));
    start = after + 1;
  }
  return texts;
}

function toldBy(asked: Asked, top: string): Buffer {
  if (asked.failed !== undefined)
    throw new UserError(`${top} cannot be compared with what it was: git says: ${asked.failed}.`);
  return asked.out;
}

/** What git printed; or the first line of what it complained of. */
interface Asked {
  readonly out: Buffer;
  readonly failed?: string;
}

// Hooks set them for the repository they run in; here the folder of the bank tells which it is.
const foreign = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];

function run(folder: string, env: World['env'], words: readonly string[], input = ''): Asked {
  const own = Object.entries(env).filter(([name]) => !foreign.includes(name));
  const { error, status, stdout, stderr } = spawnSync('git', words, {
    cwd: folder,
    env: { ...Object.fromEntries(own), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  if (error !== undefined && codeOf(error) === 'ENOENT')
    throw new UserError('There is no git to run, which `--since` needs: install it, or leave `--since` out.');
  if (error !== undefined) return { out: stdout ?? Buffer.alloc(0), failed: error.message };
  if (status === 0) return { out: stdout };
  const [complaint = ''] = stderr.toString('utf8').trim().split('\n');
  return {
    out: stdout,
    failed: complaint.replace(/^fatal: /, '').replace(/\.$/, '') || `exit code ${status}`,
  };
}
