import { idPattern } from '#core/question/shapes.ts';
import { readNumber } from '#core/question/typed/number.ts';
import { quote } from '#core/yaml/quote.ts';
import type { Rewrite } from './said.ts';

/** A value of a type that its place does not take. */
interface Mistyped {
  readonly value: unknown;
  readonly written: string;
  readonly name: string;
  /** The types that the place takes, by zod's names. */
  readonly types: ReadonlySet<string>;
  /** The fields of the map that should stand there, or in the list that should. */
  readonly fields: ReadonlySet<string>;
}

/** What to write in its place, as the end of a sentence, and the fix that writes it. */
interface Meant {
  readonly ways: string;
  readonly rewrite?: Rewrite | undefined;
}

/** What was meant by a value of the wrong type: the first that is plain. */
export function guessType(spot: Mistyped): Meant {
  return meantEntry(spot) ?? meantList(spot) ?? withoutQuotes(spot) ?? { ways: meantInstead(spot) };
}

const isOnly = ({ types }: Mistyped, ...names: readonly string[]) =>
  [...types].every((t) => names.includes(t));

function meantInstead(spot: Mistyped): string {
  const { value, name, fields } = spot;
  if (isOnly(spot, 'number', 'int')) return meantNumber(value, name);
  if (isOnly(spot, 'boolean')) return meantTruth(value);
  if (isOnly(spot, 'object', 'record')) return meantMap(value, fields);
  if (!isOnly(spot, 'array') || typeof value !== 'object' || value === null) return '';
  const [first = '...'] = Object.keys(value);
  return `; put it in [ ], or write \`- ${first}: ...\` with the other fields indented as far as \`${first}\``;
}

/** A map, or a text in place of one, where a list of maps should stand: what is no map yet would be as wrong in the list. */
function meantEntry(spot: Mistyped): Meant | undefined {
  const { value, fields } = spot;
  if (!isOnly(spot, 'array') || fields.size === 0) return undefined;
  const map = typeof value === 'object' && value !== null;
  // A map without any of the fields has the entries in it, and is none itself.
  if (map && Object.keys(value).some((key) => fields.has(key))) return { ways: meantInstead(spot) };
  const entry = meantMap(map ? '' : value, fields).replace(
    /^; write (.*)/,
    `; write [$1${map ? ', ...' : ''}]`,
  );
  return { ways: entry === '' ? meantInstead(spot) : entry };
}

function meantList(spot: Mistyped): Meant | undefined {
  const { value, written } = spot;
  if (!isOnly(spot, 'array') || written === '' || written.includes('\n')) return undefined;
  const bare = /^[【［〔](.*)[】］〕]$/.exec(written)?.[1]?.replace(/(?<!\s)\s*[，、]\s*/g, ', ');
  return { ways: `; write [${bare ?? written}]`, rewrite: listOf(value, written) };
}

/** A number or a boolean in quotes. */
function withoutQuotes({ value, written, types }: Mistyped): Meant | undefined {
  if (typeof value !== 'string' || !/^["']/.test(written)) return undefined;
  const bare = (meant: number | boolean): Meant => ({
    ways: '; remove the quotes',
    rewrite: { title: 'remove the quotes', text: value.trim(), value: meant },
  });
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if ((types.has('number') || types.has('int')) && !Number.isNaN(number)) return bare(number);
  return types.has('boolean') && ['true', 'false'].includes(value) ? bare(value === 'true') : undefined;
}

/** A value as a list; none if it cannot be told whether a comma in it separates entries. */
function listOf(value: unknown, written: string): Rewrite | undefined {
  // Brackets of an input method: what stands in them is no entry.
  if (/^[【［〔]/.test(written)) return undefined;
  const isPlain = typeof value === 'string' && !/^["']/.test(written);
  const entries = isPlain ? written.split(',').map((entry) => entry.trim()) : [value];
  const areIds = entries.every((entry) => idPattern.test(String(entry)));
  if (entries.length > 1 && !areIds) return undefined;
  return { title: 'write a list', text: `[${written}]`, value: entries };
}

/** What to write in place of a value that is a text and should be a number, if that is plain. */
function meantNumber(value: unknown, name: string): string {
  if (typeof value !== 'string') return '';
  const range = name === '`key`' ? meantRange(value) : undefined;
  if (range !== undefined) return range;
  const letter = meantLetter(value, name);
  if (letter !== undefined) return letter;
  // Percentages are out of 100, so their sign is a unit like any other.
  const bare = /[%％]/.test(value) ? undefined : numberIn(value, []);
  if (bare !== undefined) return `; write ${bare}`;
  const unit = /^[-+]?\d[\d.,]*\s*(\D+)$/.exec(value.trim())?.[1]?.normalize('NFKC');
  const counted = unit === undefined ? undefined : numberIn(value.replace(/[%％]/, ''), [unit]);
  if (counted === undefined) return '';
  return `; write ${counted}${name === '`key`' ? `, and \`unit: ${unit === '%' ? '"%"' : unit}\`` : ''}`;
}

const between =
  /^([\d.,\s]*\d)\s*(?:[-–—~～]|to|or|bis|oder|ou|à|o|a|至|到|或|から|または)\s*(\d[\d.,\s]*)$/i;

/** What to write for a range as a key: the middle of it, and how far off is right. */
function meantRange(value: string): string | undefined {
  const [low, high] = (between.exec(value.trim()) ?? []).slice(1).map((end) => Number(numberIn(end, [])));
  if (low === undefined || high === undefined || !(low < high)) return undefined;
  const [middle, far] = [(low + high) / 2, (high - low) / 2].map((number) => Number(number.toPrecision(12)));
  return `, since a question has one number for its answer; write ${middle}, and \`tolerance: ${far}\` if all from ${low} to ${high} is right`;
}

/** What the letters stand for that shorten numbers. */
const shortened: Readonly<Record<string, string>> = {
  1000: 'thousand',
  1000000: 'million',
  1000000000: 'billion',
  1000000000000: 'trillion',
};

/** What to write for a number with one letter behind it: `8849 m` is metres before it is millions. */
function meantLetter(value: string, name: string): string | undefined {
  const plain = value.trim().normalize('NFKC');
  const unit = /^[-+]?\d[\d.,]*\s*(\p{Script=Latin})$/u.exec(plain)?.[1];
  const counted = unit === undefined ? undefined : numberIn(plain.slice(0, -1), []);
  if (unit === undefined || counted === undefined) return undefined;
  const whole = numberIn(value, []);
  const word = shortened[Math.round(Number(whole) / Number(counted))];
  const other = whole === undefined || word === undefined ? '' : `, or ${whole} if ${unit} is ${word}`;
  return `; write ${counted}${name === '`key`' ? `, and \`unit: ${unit}\`` : ''}${other}`;
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

/** What to write in place of a value that is a text and should be a boolean, if that is plain. */
function meantTruth(value: unknown): string {
  const word = String(value).trim().toLowerCase();
  return truths.has(word) ? '; write true' : untruths.has(word) ? '; write false' : '';
}

/** How to write a text as the map with the keys given that should stand in its place. */
function meantMap(value: unknown, fields: ReadonlySet<string>): string {
  if (typeof value !== 'string' || fields.size === 0) return '';
  if (fields.has('ref') && idPattern.test(value)) return `; write { ref: ${value} }`;
  if (fields.has('ref') && /^https?:/.test(value)) return '; write { title: ..., url: ... }';
  const [first, second] = [...fields];
  return `; write { ${[first, second].flatMap((f) => (f === undefined ? [] : [`${f}: ...`])).join(', ')} }`;
}

/** How to write an entry `key: value` as the map with two keys that should stand in its place, if there are two. */
export function guessPair(key: string, value: unknown, fields: ReadonlySet<string>): string | undefined {
  const [first, second] = [...fields];
  if (first === undefined || second === undefined) return undefined;
  // A plain word is rather another name for one of the two.
  const said = /^[a-z]+$/.test(key) ? ['...', '...'] : [plainly(key), plainly(value)];
  return `{ ${first}: ${said[0]}, ${second}: ${said[1]} }`;
}

/** A short value as a text within braces. */
function plainly(value: unknown): string {
  if (typeof value === 'number') return quote(String(value));
  if (typeof value !== 'string' || value === '' || value.length > 60 || value.includes('\n')) return '...';
  return /^\p{L}[\p{L}\p{N} ().%+/-]*$/u.test(value) ? value : quote(value);
}

/** A text without what authors put in it beside the form wanted: spaces, `±`, signs of full width. */
export function guessForm(value: unknown, pattern: string | undefined): string {
  const bare = String(value)
    .normalize('NFKC')
    .replace(/[\s±~≈]/g, '')
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:|https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:)/i, '');
  const form = /^\/(.*)\/$/.exec(pattern ?? '')?.[1];
  return form !== undefined && new RegExp(form).test(bare) ? `; write ${bare}` : '';
}
