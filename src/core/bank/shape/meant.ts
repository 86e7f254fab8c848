import { idPattern } from '#core/question/shapes.ts';
import { readNumber } from '#core/question/typed/number.ts';
import { quoted } from '#core/yaml/quote.ts';

/** What to write in place of a value that is a text and should be a number, where that is plain. */
export function meantNumber(value: unknown, name: string): string {
  if (typeof value !== 'string') return '';
  // Percentages are out of 100, so their sign is a unit like any other.
  const bare = /[%％]/.test(value) ? undefined : numberIn(value, []);
  if (bare !== undefined) return `: write ${bare}`;
  const unit = /^[-+]?\d[\d.,]*\s*(\D+)$/.exec(value.trim())?.[1]?.normalize('NFKC');
  const counted = unit === undefined ? undefined : numberIn(value.replace(/[%％]/, ''), [unit]);
  if (counted === undefined) return '';
  return `: write ${counted}${name === '`key`' ? `, and \`unit: ${unit === '%' ? '"%"' : unit}\`` : ''}`;
}

/** A number as YAML takes it; of `128K`, which has two readings, the one in thousands. */
function numberIn(text: string, units: readonly string[]): string | undefined {
  const read = readNumber(text, { units, percent: false });
  return read.type === 'number' ? String(read.readings[0]) : undefined;
}

const truths: ReadonlySet<string> = new Set([
  'true',
  'yes',
  'y',
  'on',
  't',
  'right',
  '对',
  '是',
  '正确',
  '真',
  '√',
]);
const untruths: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  'off',
  'f',
  'wrong',
  '错',
  '否',
  '不对',
  '错误',
  '假',
  '×',
]);

/** What to write in place of a value that is a text and should be a truth value, where that is plain. */
export function meantTruth(value: unknown): string {
  const word = String(value).trim().toLowerCase();
  return truths.has(word) ? ': write true' : untruths.has(word) ? ': write false' : '';
}

/** How to write a text as the map with the keys given that should stand in its place. */
export function meantMap(value: unknown, fields: ReadonlySet<string>): string {
  if (typeof value !== 'string' || fields.size === 0) return '';
  if (fields.has('ref') && idPattern.test(value)) return `: write { ref: ${value} }`;
  if (fields.has('ref') && /^https?:/.test(value)) return ': write { title: ..., url: ... }';
  const [first, second] = [...fields];
  return `: write { ${[first, second].flatMap((f) => (f === undefined ? [] : [`${f}: ...`])).join(', ')} }`;
}

/** How to write an entry `key: value` as the map with two keys that should stand in its place, where there are two. */
export function meantPair(key: string, value: unknown, fields: ReadonlySet<string>): string | undefined {
  const [first, second] = [...fields];
  if (first === undefined || second === undefined) return undefined;
  // A plain word is rather another name for one of the two.
  const said = /^[a-z]+$/.test(key) ? ['...', '...'] : [plainly(key), plainly(value)];
  return `{ ${first}: ${said[0]}, ${second}: ${said[1]} }`;
}

/** A short value as a text within braces. */
function plainly(value: unknown): string {
  if (typeof value === 'number') return quoted(String(value));
  if (typeof value !== 'string' || value === '' || value.length > 60 || value.includes('\n')) return '...';
  return /^\p{L}[\p{L}\p{N} ().%+/-]*$/u.test(value) ? value : quoted(value);
}

/** A text without what authors put in it beside the form wanted: blanks, `±`, signs of full width. */
export function meantForm(value: unknown, pattern: string | undefined): string {
  const bare = String(value)
    .normalize('NFKC')
    .replace(/[\s±~≈]/g, '');
  const form = /^\/(.*)\/$/.exec(pattern ?? '')?.[1];
  return form !== undefined && new RegExp(form).test(bare) ? `: write ${bare}` : '';
}
