import { hanziScales, numberWords, ones, shortScales, tens, wordScales } from './numeral-words.ts';

interface Part {
  readonly value: number;
  /** The limit for the next term of the sum: 1e8 after `3亿`, 10 after `seventy`; undefined for a bare number. */
  readonly scale?: number;
  /** One digit, which after a Chinese scale counts tenths of it: `一万二` is 12,000. */
  readonly digit?: boolean;
}

type Token =
  | (Part & { readonly type: 'number' })
  /** A half, or what stands after the point, of the number before it. */
  | { readonly type: 'fraction'; readonly value: number }
  | { readonly type: 'scale'; readonly by: number; readonly written: 'short' | 'word' | 'hanzi' };

/**
 * The possible values of a written numeral, none if it is not a numeral: `175 billion`, `1亿2000万`, `3×10^8`,
 * `1/3`, `seventy-five`; `128k` is 128,000 or 131,072. Expects NFKC and lower case.
 */
export function valuesOf(numeral: string): readonly number[] {
  // Most are digits alone, of which there is one reading.
  if (digits.test(numeral)) return [Number(numeral)];
  const kilos = numeral.includes('k') ? [1000, 1024] : [1000];
  const values = kilos.flatMap((kilo) => {
    const tokens = tokenised(numeral, kilo);
    const value = tokens === undefined ? undefined : summed(tokens);
    return value === undefined || !Number.isFinite(value) ? [] : [value];
  });
  return [...new Set(values)];
}

/** True for English number words and scales: `eight`, `eighty`, `billions`, `sixth`. */
export function isNumberWord(word: string): boolean {
  return wordScaleOf(word) !== undefined || numberWords.has(word);
}

const digits = /^\d{1,15}(?:\.\d{1,15})?$/;
const grouped = '(?<commas>[1-9]\\d{0,2}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?)';
const spaced = "(?<spaces>[1-9]\\d{0,2}(?:(?<gap>[_' ])\\d{3})(?:\\k<gap>\\d{3})*(?!\\d)(?:[.,]\\d+)?)";
const dotted = '(?<dots>[1-9]\\d{0,2}(?:(?:\\.\\d{3}){2,}(?![.\\d])|(?:\\.\\d{3})+,\\d+))';
const simple = '(?<simple>\\d+(?:[.,]\\d+)?|\\.\\d+)';
const power = ' ?(?:\\^|\\*\\*) ?';
const literal = new RegExp(
  `(?:${grouped}|${spaced}|${dotted}|${simple})(?:e(?<e>[+-]?\\d{1,4})(?![\\w.]))?` +
    `(?:${power}(?<raised>[+-]?\\d{1,4}))?(?: ?[×x*·] ?10${power}(?<tens>[+-]?\\d{1,4}))?(?: ?/ ?(?<over>\\d+(?:\\.\\d+)?))?`,
  'y',
);
const figures = new RegExp(
  `(?:${grouped}|${spaced}|${dotted}|${simple})(?:e(?<e>[+-]?\\d{1,4})(?![\\w.]))?`,
  'y',
);
const word = /[a-z]+/y;
const latinEnd = '(?!(?!\\p{Script=Han})[\\p{L}\\p{N}_])';
const shortScale = new RegExp(` ?(?:k|m(?:n|il)?|b(?:n|il)?|tn?)${latinEnd}`, 'uy');
const longWord = new RegExp(`[a-z]{3,}${latinEnd}`, 'uy');
const pointWords = new RegExp(`point((?:[ -](?:${ones.slice(0, 10).join('|')})(?![a-z]))+)`, 'y');
const andHalf = /an? (half|quarter)(?![a-z])/y;
const hanziNumber = /[〇零一二两三四五六七八九]+(?:点[〇零一二三四五六七八九]+)?/y;
const hanziScale = /亿亿|[十百千万萬亿億]/y;

/** What a numeral is made of, digits and words, but for signs of calculation. */
const pieces: typeof readers = [
  [figures, (match) => numberToken(literalValue(match), match[0])],
  [hanziNumber, ([digits]) => numberToken(hanziValue(digits), digits)],
  [hanziScale, ([scale]) => ({ type: 'scale', by: hanziScales[scale] ?? 1, written: 'hanzi' })],
  [andHalf, ([, part]) => ({ type: 'fraction', value: part === 'half' ? 0.5 : 0.25 })],
  [
    pointWords,
    ([, said = '']) => ({
      type: 'fraction',
      value: Number(
        `0.${said
          .match(/[a-z]+/g)
          ?.map(figureOf)
          .join('')}`,
      ),
    }),
  ],
  [
    /点([〇零一二三四五六七八九]+)/y,
    ([, said = '']) => ({ type: 'fraction', value: hanziValue(`零点${said}`) }),
  ],
  [shortScale, ([letters], kilo) => wordToken(letters.trim(), kilo)],
  [longWord, ([latin], kilo) => wordToken(latin, kilo)],
];

/** The longest numeral at a place in a text in lower case, with its value and its end. */
export function numeralAt(
  text: string,
  at: number,
  kilo: number,
): { readonly value: number; readonly end: number } | undefined {
  const tokens: Token[] = [];
  let found: { value: number; end: number } | undefined;
  for (let end = at; tokens.length < mostPieces; ) {
    const piece = pieceAt(text, end, kilo);
    if (piece === undefined) break;
    tokens.push(piece.token);
    end = piece.end;
    const value = summed(tokens);
    if (value !== undefined && Number.isFinite(value)) found = { value, end };
    end += matchAt(filler, text, end)?.[0].length ?? 0;
  }
  return found;
}

const mostPieces = 30;
const figureOf = (said: string) => ones.indexOf(said);

function pieceAt(text: string, at: number, kilo: number): { token: Token; end: number } | undefined {
  for (const [pattern, read] of pieces) {
    const match = matchAt(pattern, text, at);
    const token = match === undefined ? undefined : read(match, kilo);
    if (match !== undefined && token !== undefined) return { token, end: at + match[0].length };
  }
  return undefined;
}

const filler = /(?: and | |(?<=[a-z])-(?=[a-z])|(?<=[千百万亿])零(?=\d))+/y;
const readers: readonly (readonly [RegExp, (match: RegExpExecArray, kilo: number) => Token | undefined])[] = [
  [literal, (match) => numberToken(literalValue(match), match[0])],
  [hanziNumber, ([digits]) => numberToken(hanziValue(digits), digits)],
  [hanziScale, ([scale]) => ({ type: 'scale', by: hanziScales[scale] ?? 1, written: 'hanzi' })],
  [word, ([latin], kilo) => wordToken(latin, kilo)],
];

function tokenised(numeral: string, kilo: number): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < numeral.length) {
    const token = readers.reduce<Token | undefined>((found, [pattern, read]) => {
      if (found !== undefined) return found;
      const match = matchAt(pattern, numeral, at);
      if (match === undefined) return undefined;
      at += match[0].length;
      return read(match, kilo);
    }, undefined);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += matchAt(filler, numeral, at)?.[0].length ?? 0;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function numberToken(value: number, written: string): Token {
  return { type: 'number', value, digit: /^[1-9一二两三四五六七八九]$/.test(written) };
}

function literalValue({ groups = {} }: RegExpExecArray): number {
  const digits =
    groups.commas?.replaceAll(',', '') ??
    groups.spaces?.replace(/[_' ]/g, '').replace(',', '.') ??
    groups.dots?.replaceAll('.', '').replace(',', '.') ??
    groups.simple?.replace(',', '.');
  if (groups.raised !== undefined) {
    // `10^23` goes through the decimal reader, which rounds once; powers in floating point round at every step.
    const base = Number(`${digits}e${groups.e ?? 0}`);
    const value = base === 10 ? Number(`1e${groups.raised}`) : base ** Number(groups.raised);
    return (value * Number(`1e${groups.tens ?? 0}`)) / Number(groups.over ?? 1);
  }
  const exponent = Number(groups.e ?? 0) + Number(groups.tens ?? 0);
  return Number(`${digits}e${exponent}`) / Number(groups.over ?? 1);
}

const alike: Readonly<Record<string, string>> = { 〇: '零', 两: '二' };

function hanziValue(digits: string): number {
  const figure = (d: string) => (d === '点' ? '.' : '零一二三四五六七八九'.indexOf(alike[d] ?? d));
  return Number([...digits].map(figure).join(''));
}

function wordToken(latin: string, kilo: number): Token | undefined {
  const one = ones.indexOf(latin);
  if (one >= 0) return { type: 'number', value: one };
  const ten = tens.indexOf(latin);
  if (ten >= 0) return { type: 'number', value: 20 + 10 * ten, scale: 10 };
  const short = latin === 'k' ? kilo : Object.hasOwn(shortScales, latin) ? shortScales[latin] : undefined;
  if (short !== undefined) return { type: 'scale', by: short, written: 'short' };
  const by = wordScaleOf(latin);
  return by === undefined ? undefined : { type: 'scale', by, written: 'word' };
}

function wordScaleOf(latin: string): number | undefined {
  const plain = latin.replace(/s$/, '');
  return Object.hasOwn(wordScales, plain) ? wordScales[plain] : undefined;
}

/** Multiplies each scale into the parts before it that are smaller, and adds up what is left. */
function summed(tokens: readonly Token[]): number | undefined {
  const parts: Part[] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (token.type === 'number') {
      if (last !== undefined && last.scale === undefined) return undefined;
      parts.push(token);
      continue;
    }
    if (token.type === 'fraction') {
      if (last === undefined || last.value % 1 !== 0 || (last.scale ?? 1) > 10) return undefined;
      parts[parts.length - 1] = { ...last, value: last.value + token.value };
      continue;
    }
    if (token.written === 'short' && (last === undefined || last.scale !== undefined)) return undefined;
    const scaled = multiplied(
      parts,
      token.by,
      token.written === 'hanzi' && (last === undefined || token.by === 10),
    );
    if (scaled === undefined) return undefined;
    parts.push(scaled);
  }
  const [last, before] = [tokens.at(-1), tokens.at(-2)];
  if (last?.type === 'number' && last.digit && before?.type === 'scale' && before.written === 'hanzi') {
    if (before.by > 10) parts.push({ value: ((parts.pop()?.value ?? 0) * (parts.at(-1)?.scale ?? 0)) / 10 });
  }
  const descending = parts.every((part, i) => i === 0 || part.value < (parts[i - 1]?.scale ?? 0));
  return parts.length === 0 || !descending ? undefined : parts.reduce((sum, part) => sum + part.value, 0);
}

function multiplied(parts: Part[], by: number, mayStandAlone: boolean): Part | undefined {
  const smallest = parts.at(-1);
  let sum = 0;
  let taken = 0;
  for (let part = parts.at(-1); part !== undefined; part = parts.at(-1)) {
    if (!(part.value < by || (taken === 0 && part.scale === undefined))) break;
    sum += part.value;
    taken++;
    parts.pop();
  }
  if (taken === 0) return mayStandAlone ? { value: by, scale: by } : undefined;
  return { value: sum * by, scale: by * (smallest?.scale ?? 1) };
}
