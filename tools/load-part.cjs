const { existsSync, readFileSync } = require('node:fs');
/** @type {{ wrap: (code: string) => string, enableCompileCache?: () => unknown }} */
const { enableCompileCache, wrap } = require('node:module');
const { Script } = require('node:vm');

/** The build that is running, which stands at the end of each of its parts: a part of another may not fit it. @type {string | undefined} */
let running;

/** What Node says too when a part is not there. */
const replaced = (/** @type {string} */ name) =>
  Object.assign(new Error(`${name} is not the part that this program was started with`), {
    code: 'MODULE_NOT_FOUND',
  });

/**
 * Loads a part of the program: with the code that V8 made of it at build time where this is the same Node, which halves the
 * time to the first question; else as Node does, with Node's own cache of such code where it has one (22 and later).
 * @param {string} name
 */
module.exports = (name) => {
  const part = loaded(name);
  running ??= part.build;
  if (part.build === undefined || part.build !== running) throw replaced(name);
  return part;
};

/** @param {string} name */
function loaded(name) {
  try {
    return evaluated(name);
  } catch (error) {
    // Half a part is one that is being replaced.
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw gone || error instanceof SyntaxError ? replaced(name) : error;
  }
}

/** @param {string} name */
function evaluated(name) {
  const filename = `${__dirname}/${name}.part.js`;
  const cache = `${__dirname}/${name}.${process.version}-${process.platform}-${process.arch}.cache`;
  if (!existsSync(cache)) {
    enableCompileCache?.();
    return require(filename);
  }
  const source = wrap(readFileSync(filename, 'utf8'));
  const script = new Script(source, { filename, cachedData: readFileSync(cache) });
  /** @type {{ readonly exports: { readonly build?: string } }} */
  const part = { exports: {} };
  script.runInThisContext()(part.exports, require, part, filename, __dirname);
  return part.exports;
}
