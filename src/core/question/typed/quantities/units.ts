import { chineseNames, englishNames, type NamedUnit, type Sort, symbols } from './unit-names.ts';

/** A unit: the sort of what it measures, and how many of the sort's own unit it is. */
export interface Unit {
  /** A sort, or one per time: `data/s`. */
  readonly sort: Sort | `${Sort}/s`;
  readonly factor: number;
  readonly written: string;
  /** What a prefix of data stands for a power of. */
  readonly base?: 1000 | 1024;
  /** The unit with the same prefix of the other base, as GiB is of GB. */
  readonly twin?: number;
}

/** Prefixes by their symbols and names. */
const prefixes: readonly (readonly [symbol: string, name: string, factor: number])[] = [
  ['Y', 'yotta', 1e24],
  ['Z', 'zetta', 1e21],
  ['E', 'exa', 1e18],
  ['P', 'peta', 1e15],
  ['T', 'tera', 1e12],
  ['G', 'giga', 1e9],
  ['M', 'mega', 1e6],
  ['k', 'kilo', 1e3],
  ['K', '', 1e3],
  ['c', 'centi', 1e-2],
  ['m', 'milli', 1e-3],
  ['µ', 'micro', 1e-6],
  ['μ', '', 1e-6],
  ['u', '', 1e-6],
  ['n', 'nano', 1e-9],
  ['p', 'pico', 1e-12],
  ['f', 'femto', 1e-15],
];

type Found = Omit<Unit, 'written'>;

interface Tables {
  readonly symbols: ReadonlyMap<string, Found>;
  readonly folded: ReadonlyMap<string, Found>;
  readonly english: ReadonlyMap<string, Found>;
  readonly chinese: readonly (readonly [string, Found])[];
}

let known: Tables | undefined;

/** The tables are made when the first unit is looked for: most answers have none. */
function tables(): Tables {
  known ??= madeTables();
  return known;
}

function madeTables(): Tables {
  const bySymbol = new Map(symbols.flatMap((unit) => [...spelt(unit, 'symbol')]));
  const folded = new Map<string, Found>();
  for (const [name, unit] of bySymbol) {
    const lower = name.toLowerCase();
    if (lower.length > 1 && !folded.has(lower)) folded.set(lower, unit);
  }
  // A letter alone is what it is in one case.
  bySymbol.delete('F');
  const chinese = chineseNames
    .flatMap(([names, sort, factor]) => names.split(' ').map((name) => [name, { sort, factor }] as const))
    .sort(([a], [b]) => b.length - a.length);
  return {
    symbols: bySymbol,
    folded,
    english: new Map(englishNames.flatMap((unit) => [...spelt(unit, 'name')])),
    chinese,
  };
}

const taken = { decimal: /^/, binary: /^[YZEPTGMkK]$/, large: /^[YZEPTGMkK]$/, small: /^[mµμunpf]$/ };

function* spelt([names, sort, factor, takes]: NamedUnit, by: 'symbol' | 'name'): Generator<[string, Found]> {
  for (const name of names.split(' ')) {
    yield [name, { sort, factor }];
    if (takes === undefined) continue;
    for (const [symbol, prefix, times] of prefixes) {
      if (!taken[takes].test(symbol)) continue;
      const full = by === 'symbol' ? symbol : prefix;
      if (full === '') continue;
      const binary = 1024 ** (Math.log10(times) / 3);
      if (takes !== 'binary') yield [full + name, { sort, factor: factor * times }];
      else {
        yield [full + name, { sort, factor: factor * times, base: 1000, twin: factor * binary }];
        const marked = by === 'symbol' ? `${full}i` : `${full.slice(0, 2)}bi`;
        yield [marked + name, { sort, factor: factor * binary, base: 1024, twin: factor * times }];
      }
    }
  }
}

const sign = /US\$|[%‰‱€£$×℃℉]|°[CF]/y;
const letters = /[A-Za-zµμΩÅ]+/y;
const phrase = /[A-Za-z]+(?:[ -][A-Za-z]+){0,2}/y;
const wordEnd = /(?![\p{L}\p{N}^_])|(?=\p{Script=Han})/uy;

/** The unit that begins at a place in a text, and its end; case counts. */
export function unitAt(text: string, at: number): { readonly unit: Unit; readonly end: number } | undefined {
  const first = simpleAt(text, at);
  if (first === undefined) return undefined;
  const whole = productAt(text, first) ?? rateAt(text, first) ?? first;
  const written = text.slice(at, whole.end).trim();
  return { unit: { ...whole.found, written }, end: whole.end };
}

/** A text that is a unit and nothing else. */
export function unitOf(text: string): Unit | undefined {
  const found = unitAt(text, 0);
  return found?.end === text.length ? found.unit : undefined;
}

interface Simple {
  readonly found: Found;
  readonly end: number;
}

function simpleAt(text: string, from: number): Simple | undefined {
  const at = text[from] === '个' ? from + 1 : from;
  const { symbols: bySymbol, chinese } = tables();
  const marked = matchAt(sign, text, at);
  if (marked !== undefined) return found(bySymbol.get(marked), at + marked.length);
  const han = chinese.find(([name]) => text.startsWith(name, at));
  return han === undefined ? latinAt(text, at) : found(han[1], at + han[0].length);
}

function latinAt(text: string, at: number): Simple | undefined {
  const { symbols: bySymbol, folded, english } = tables();
  const words = (matchAt(phrase, text, at) ?? '').split(/(?=[ -])/);
  for (let count = words.length; count > 0; count--) {
    const said = words.slice(0, count).join('');
    const name = said.toLowerCase().replace(/[ -]/g, '_');
    const unit = english.get(name) ?? english.get(name.replace(/s$/, ''));
    if (unit !== undefined && isWordEnd(text, at + said.length)) return found(unit, at + said.length);
  }
  const symbol = matchAt(letters, text, at);
  if (symbol === undefined || !isWordEnd(text, at + symbol.length)) return undefined;
  return found(bySymbol.get(symbol) ?? folded.get(symbol.toLowerCase()), at + symbol.length);
}

const found = (unit: Found | undefined, end: number): Simple | undefined =>
  unit === undefined ? undefined : { found: unit, end };

function isWordEnd(text: string, at: number): boolean {
  wordEnd.lastIndex = at;
  return wordEnd.test(text);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const perSecond = /(?: ?\/ ?s(?:ec(?:onds?)?)?| per second)?[ ×*-]*/y;

/** A power that is taken for a time, or a speed of computing: `kW h`, `petaflop/s-days`. */
function productAt(text: string, { found: unit, end }: Simple): Simple | undefined {
  if (unit.sort !== 'power' && unit.sort !== 'operations') return undefined;
  const between = unit.sort === 'power' ? / ?[ ×*-]? ?/y : perSecond;
  const start = end + (matchAt(between, text, end)?.length ?? 0);
  const time = simpleAt(text, start);
  if (time?.found.sort !== 'time' || start === end || /\/ ?s$/.test(text.slice(end, time.end)))
    return undefined;
  const sort = unit.sort === 'power' ? 'energy' : 'operations';
  return { found: { sort, factor: unit.factor * time.found.factor }, end: time.end };
}

const per = / ?\/ ?| per /y;

function rateAt(text: string, { found: unit, end }: Simple): Simple | undefined {
  const slash = matchAt(per, text, end);
  const time = slash === undefined ? undefined : simpleAt(text, end + slash.length);
  if (time?.found.sort !== 'time' || unit.sort.endsWith('/s')) return undefined;
  const { base, twin } = unit;
  const by = time.found.factor;
  return {
    found: {
      sort: `${unit.sort as Sort}/s`,
      factor: unit.factor / by,
      ...(base === undefined || twin === undefined ? {} : { base, twin: twin / by }),
    },
    end: time.end,
  };
}
