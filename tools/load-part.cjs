const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script } = require('node:vm');

/**
 * Loads a part of the program: with the code that V8 made of it at build time if this is the same Node, which halves the
 * time to the first question; else as Node does. Never with Node's own cache of such code (22 and later): unless told
 * otherwise it lies in the folder for temporary files, where other users of the machine may put theirs.
 * @param {string} name
 */
const load = (name) => {
  const filename = `${__dirname}/${name}.part.js`;
  const cache = `${__dirname}/${cacheOf(__dirname, name)}`;
  if (!existsSync(cache)) return require(filename);
  const script = scriptOf(readFileSync(filename, 'utf8'), filename, readFileSync(cache));
  const part = { exports: {} };
  script.runInThisContext()(part.exports, require, part, filename, __dirname);
  return part.exports;
};

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

module.exports = Object.assign(load, { scriptOf, cacheOf });
