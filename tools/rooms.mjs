/** `npm run rooms`: the rooms that docs/architecture.md lists, and who imports from whom. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A room of the table: a folder, which ends with a slash, or a file; and the packages that it may import.
 * @typedef {{ readonly name: string, readonly packages: readonly string[] }} Room
 */

/**
 * That a file imports from another file of src/, or from a package: `node` for all that comes with Node.
 * @typedef {{ readonly from: string, readonly to: string }} Import
 */

/**
 * The rooms of a page, in the order of its table.
 * @param {string} page
 * @returns {readonly Room[]}
 */
export function roomsOf(page) {
  return [...page.matchAll(/^\| `(src\/[^`]+)` \| ([^|]*) \|/gm)].map(([, name = '', packages = '']) => ({
    name,
    packages: packages.split(', ').filter((word) => word !== ''),
  }));
}

/**
 * The room a file lies in: the innermost, since a room may have rooms of its own.
 * @param {string} file
 * @param {readonly Room[]} rooms
 */
export function roomOf(file, rooms) {
  return rooms
    .filter(({ name }) => (name.endsWith('/') ? file.startsWith(name) : file === name))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/**
 * The imports against the law: from a room below, or from a package that does not stand beside the room.
 * @param {readonly Import[]} imports
 * @param {readonly Room[]} rooms
 */
export function unlawful(imports, rooms) {
  return imports.filter(({ from, to }) => {
    const room = roomOf(from, rooms);
    if (room === undefined) return true;
    if (!to.startsWith('src/')) return !room.packages.includes(to);
    const other = roomOf(to, rooms);
    return other === undefined || rooms.indexOf(other) > rooms.indexOf(room);
  });
}

/**
 * All files of src/, and what they import, types included.
 * @returns {{ readonly files: readonly string[], readonly imports: readonly Import[] }}
 */
export function sources() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join('src', file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'));
  const imports = files.flatMap((from) =>
    importedBy(readFileSync(join(root, from), 'utf8')).map((name) => ({ from, to: targetOf(name, from) })),
  );
  return { files, imports };
}

/**
 * What a source imports, as it is written: at once or late, by name or for its effects alone.
 * @param {string} text
 */
export function importedBy(text) {
  const all = text.matchAll(
    /^(?:import|export) (?:[^;]*?from )?'([^']+)'(?: with \{[^}]*\})?;|\bimport\(\s*'([^']+)'/gm,
  );
  return [...all].map(([, one, other = '']) => one ?? other);
}

/**
 * What an import leads to.
 * @param {string} name
 * @param {string} from
 */
function targetOf(name, from) {
  if (name.startsWith('.')) return posix.join(posix.dirname(from), name);
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  if (name.startsWith('node:')) return 'node';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * The house from afar: rooms down to two levels, and an arrow where a file of one imports from another.
 * @param {readonly Import[]} imports
 */
export function pictureOf(imports) {
  const box = (/** @type {string} */ file) =>
    file.split('/').slice(1, -1).slice(0, 2).join('/') || file.slice(4);
  const within = imports.filter(({ to }) => to.startsWith('src/'));
  const arrows = within.map(({ from, to }) => [box(from), box(to)]).filter(([from, to]) => from !== to);
  return {
    rooms: [...new Set(within.flatMap(({ from, to }) => [box(from), box(to)]))].sort(),
    arrows: [...new Set(arrows.map((ends) => ends.join(' -> ')))].sort(),
  };
}

function print() {
  const table = roomsOf(readFileSync(join(root, 'docs', 'architecture.md'), 'utf8'));
  const { files, imports } = sources();
  const { rooms, arrows } = pictureOf(imports);
  const against = unlawful(imports, table);
  process.stdout.write(
    [
      ...arrows,
      ...against.map(({ from, to }) => `against the law: ${from} imports ${to}`),
      `${files.length} files in ${table.length} rooms; from afar ${rooms.length} rooms and ${arrows.length} arrows; ${against.length} imports against the law`,
      '',
    ].join('\n'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print();
