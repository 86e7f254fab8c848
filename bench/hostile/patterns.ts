import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { cpuMs, type Growth, grow, limit } from './growth.ts';
import { madeWhileLoading } from './made-patterns.ts';

/** What was put together by the time this is loaded, which is after the program. */
const loaded = [...madeWhileLoading];

/** A pattern, and where it is written. */
interface Written {
  readonly pattern: RegExp;
  readonly at: string;
}

/** What may be a pattern in a source: a division taken for one does no harm. */
const literal =
  /(?<=[(,=:[!&|?{};>\s])\/(?![*/ ])((?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

/** Every pattern with a repetition that is written in the sources of the program, or put together while they load, each once. */
function patternsIn(root: string): readonly Written[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = new Map<string, Written>();
  for (const name of files.sort()) {
    const path = join(root, 'src', name);
    const text = readFileSync(path, 'utf8');
    for (const { 0: whole, 1: source = '', 2: flags = '', index } of text.matchAll(literal)) {
      const pattern = made(source, flags);
      const line = text.slice(0, index).split('\n').length;
      if (pattern !== undefined && /[*+]|\{\d+,/.test(source))
        found.set(whole, { pattern, at: `${relative(root, path)}:${line}` });
    }
  }
  for (const pattern of loaded)
    if (/[*+]|\{\d+,/.test(pattern.source)) found.set(String(pattern), { pattern, at: 'put together' });
  return [...found.values()];
}

function made(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags.replace('y', ''));
  } catch {
    return undefined;
  }
}

const classes: Readonly<Record<string, string>> = {
  s: ' ',
  d: '1',
  w: 'a',
  S: 'a',
  D: 'a',
  W: '-',
  n: '\n',
  t: '\t',
  r: '\r',
};
const properties: Readonly<Record<string, string>> = {
  Han: '中',
  L: 'a',
  Lu: 'A',
  N: '1',
  M: '\u0301',
  P: '.',
};

/** Pieces of text that a pattern is about: its own letters, one of each class, and the words in it. */
function piecesOf(source: string): readonly string[] {
  const plain = source
    .replace(/\\[pP]\{(?:Script=)?(\w+)\}/g, (_, name: string) => properties[name] ?? 'a')
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\([a-zA-Z])/g, (_, letter: string) => classes[letter] ?? '')
    .replace(/\\(.)/gs, '$1')
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
    .replace(/\.[*+]/g, 'a');
  const letters = [...new Set(plain.replace(/[()[\]{}|?+^$]/g, ''))].slice(0, 20);
  const words = (plain.match(/[\p{L}\p{N}' ]{2,}/gu) ?? []).filter((text) => text.length < 20);
  return [...new Set([...letters, ...words, 'a', '1', ' ', '中', '-', '.', '('])].slice(0, 30);
}

const heads = ['', 'a', '('];
const tails = ['', 'x', '!\n'];
/** So long as texts are that are read whole. */
const length = 4000;
/** Milliseconds that no pattern in proportion to such a text takes. */
const suspicious = 4;

/** How the time of each pattern grows with texts made from its own pieces, one or two of them in turn. */
export function* growPatterns(root: string): Generator<readonly Growth[]> {
  for (const written of patternsIn(root)) {
    let worst: Growth | undefined;
    for (const [head, pump, tail] of textsFor(written.pattern)) {
      const of = (size: number) => head + pump.repeat(Math.ceil(size / pump.length)) + tail;
      const named = `${written.at} ${String(written.pattern).slice(0, 80)} on ${JSON.stringify(`${head}${pump}...${tail}`)}`;
      if (!ends(written.pattern, of(length))) {
        worst = { name: named, times: [[length, longestMs]], exponent: Number.POSITIVE_INFINITY };
        break;
      }
      // The first time it is compiled.
      if (cpuMs(() => used(written.pattern, of(length))) < suspicious) continue;
      if (cpuMs(() => used(written.pattern, of(length))) < suspicious) continue;
      const growth = grow(named, { from: length, to: 16 * length }, (size) => {
        const text = of(size);
        return () => used(written.pattern, text);
      });
      if ((growth.exponent ?? 0) > (worst?.exponent ?? 0)) worst = growth;
      if ((worst?.exponent ?? 0) > limit) break;
    }
    if (worst !== undefined) yield [worst];
  }
}

function* textsFor({ source }: RegExp): Generator<readonly [head: string, pump: string, tail: string]> {
  const pieces = piecesOf(source);
  const pumps = pieces.flatMap((a) => [a, ...pieces.slice(0, 10).flatMap((b) => (a === b ? [] : [a + b]))]);
  for (const pump of pumps) for (const head of heads) for (const tail of tails) yield [head, pump, tail];
}

/** Milliseconds after which a pattern is stopped: it takes more than the square of a text's length, or doubles with each character. */
const longestMs = 2000;

function ends(pattern: RegExp, text: string): boolean {
  try {
    runInNewContext('use()', { use: () => used(pattern, text) }, { timeout: longestMs });
    return true;
  } catch {
    return false;
  }
}

function used(pattern: RegExp, text: string): unknown {
  return pattern.global ? text.replace(pattern, '') : pattern.exec(text);
}
