const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script } = require('node:vm');

/** The build that is running, which stands at the end of each of its parts: a part of another may not fit it. @type {string | undefined} */
let running;

/** What Node says too when a part is not there. */
const replaced = (/** @type {string} */ name) =>
  Object.assign(new Error(`${name} is not the part that this program was started with`), {
    code: 'MODULE_NOT_FOUND',
  });

/**
 * Loads a part of the program: with the code that V8 made of it at build time if this is the same Node, which halves the
 * time to the first question; else as Node does. Never with Node's own cache of such code (22 and later): unless told
 * otherwise it lies in the folder for temporary files, where other users of the machine may put theirs.
 * @param {string} name
 */
const load = (name) => {
  const part = known.get(name) ?? loaded(name);
  running ??= part.build;
  if (part.build === undefined || part.build !== running) throw replaced(name);
  known.set(name, part);
  held.delete(name);
  return part;
};

/** The parts that are loaded: some are asked for in two ways. @type {Map<string, { readonly build?: string }>} */
const known = new Map();

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

/** @typedef {{ readonly code: string, readonly cachedData: Buffer | undefined }} Files A part, with what V8 made of it for this Node and this folder. */

/** Parts that are read and not yet evaluated, which is what takes time: an upgrade cannot replace them any more. @type {Map<string, Files>} */
const held = new Map();

/**
 * Reads a part now, and returns what evaluates it once, at its first call.
 * @param {string} name
 */
function hold(name) {
  if (!held.has(name) && !known.has(name)) held.set(name, read(name));
  return () => load(name);
}

/** @param {string} name @returns {Files} */
function read(name) {
  const cache = `${__dirname}/${cacheOf(__dirname, name)}`;
  const code = readFileSync(`${__dirname}/${name}.part.js`, 'utf8');
  return { code, cachedData: existsSync(cache) ? readFileSync(cache) : undefined };
}

/** @param {string} name */
function evaluated(name) {
  const filename = `${__dirname}/${name}.part.js`;
  const { code, cachedData } = held.get(name) ?? read(name);
  const script = scriptOf(code, filename, cachedData);
  /** @type {{ readonly exports: { readonly build?: string } }} */
  const part = { exports: {} };
  script.runInThisContext()(part.exports, require, part, filename, __dirname);
  return part.exports;
}

/** The script of a part, with the columns of its own file in stack traces. @param {string} code @param {string} filename @param {Buffer} [cachedData] */
function scriptOf(code, filename, cachedData) {
  const columnOffset = -wrap('').indexOf('\n');
  return new Script(wrap(code), { filename, columnOffset, ...(cachedData && { cachedData }) });
}

/** The file for the code of a part. It is good for one Node and one folder: the folder's name is in it, for stack traces. @param {string} folder @param {string} name */
function cacheOf(folder, name) {
  const { version, platform, arch } = process;
  let sum = 0;
  for (let i = 0; i < folder.length; i += 1) sum = (Math.imul(sum, 31) + folder.charCodeAt(i)) >>> 0;
  return `${name}.${version}-${platform}-${arch}-${sum.toString(36)}.cache`;
}

module.exports = Object.assign(load, { scriptOf, cacheOf, hold });
