const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { Script } = require('node:vm');

/**
 * Loads a part of the program: with the code that V8 made of it at build time if this is the same Node, which halves the
 * time to the first question; else as Node does. Never with Node's own cache of such code (22 and later): unless told
 * otherwise it lies in the folder for temporary files, where other users of the machine may put theirs.
 * @param {string} name
 */
module.exports = (name) => {
  const filename = `${__dirname}/${name}.part.js`;
  const cache = `${__dirname}/${name}.${process.version}-${process.platform}-${process.arch}.cache`;
  if (!existsSync(cache)) return require(filename);
  const source = wrap(readFileSync(filename, 'utf8'));
  const script = new Script(source, { filename, cachedData: readFileSync(cache) });
  const part = { exports: {} };
  script.runInThisContext()(part.exports, require, part, filename, __dirname);
  return part.exports;
};
