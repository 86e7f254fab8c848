/** What the sources export, by name: for the law that one name means one thing, and that functions say what they do. */

/** Something exported. @typedef {{ readonly name: string, readonly file: string, readonly isFunction: boolean }} Exported */

const functions = /^export (?:async )?function\*? (\w+)/;
const others = /^export (?:abstract )?(?:class|const|enum|interface|let|type) (\w+)/;
// A constant that is a function is written as an arrow, or has a type that says so.
const arrows = /^export const \w+(?:: \w+)? = (?:async )?(?:<[^=]*>)?\((?:.*(?:=>|[({,]$)|$)/;

/**
 * What a source exports where it is declared.
 * @param {string} file @param {string} text
 * @returns {readonly Exported[]}
 */
export function exportedBy(file, text) {
  return text.split('\n').flatMap((line) => {
    const name = functions.exec(line)?.[1] ?? others.exec(line)?.[1];
    return name === undefined ? [] : [{ name, file, isFunction: functions.test(line) || arrows.test(line) }];
  });
}

/**
 * The names that stand for more than one thing, each with its files.
 * @param {readonly Exported[]} all
 */
export function takenTwice(all) {
  const files = new Map(all.map(({ name }) => [name, /** @type {string[]} */ ([])]));
  for (const { name, file } of all) files.get(name)?.push(file);
  return [...files]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name}: ${places.join(', ')}`);
}

/** What a function may be called besides a verb: `isX`, `hasX`, and accessors as `stateOf`, `termsIn`, `scaleOfUnit`. */
const accessor = /^(?:is|has)[A-Z]|[a-z0-9](?:Of|In|At|For|From|To|With|By|On|After|Before|Under)(?:[A-Z]|$)/;

/**
 * The functions whose names do not begin with one of the verbs and are no accessors.
 * @param {readonly Exported[]} all @param {ReadonlySet<string>} verbs
 */
export function misnamed(all, verbs) {
  return all
    .filter(({ name, isFunction }) => isFunction && !accessor.test(name) && !verbs.has(firstWord(name)))
    .map(({ name, file }) => `${name}: ${file}`);
}

const firstWord = (/** @type {string} */ name) => /^[a-z]+/.exec(name)?.[0] ?? name;
