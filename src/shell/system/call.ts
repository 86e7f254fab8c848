import { basename, isAbsolute, relative } from 'node:path';

/** The facts that tell how a learner started the program. */
export interface Start {
  /** The path of the script, as Node was given it. */
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The words that start the program again when a command is put behind them: of npm in a clone or a project, of Node, or its name. */
export function callOf({ script, cwd, env }: Start): string {
  const byNpm = env.npm_lifecycle_event !== undefined;
  if (byNpm && env.npm_lifecycle_event === 'start' && env.npm_package_name === 'llmquiz')
    return 'npm start --';
  // Scripts and npx find it in a folder that is on nobody's PATH afterwards.
  if (byNpm) return 'npx llmquiz';
  const isInstalled = basename(script) !== 'llmquiz.js' || /[\\/]node_modules[\\/]/.test(script);
  return isInstalled ? 'llmquiz' : `node ${quoted(shorter(script, cwd))}`;
}

function shorter(path: string, cwd: string): string {
  const from = relative(cwd, path);
  return from === '' || isAbsolute(from) || from.length > path.length ? path : from;
}

const quoted = (path: string) => (/^[\w./\\:~+-]+$/.test(path) ? path : `"${path}"`);
