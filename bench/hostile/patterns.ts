import { type Growth, grow } from './growth.ts';

/** The patterns that were used since watching began, by what they are. */
const seen = new Map<string, RegExp>();

/** Runs something and keeps every pattern that is used in it; all use goes through `exec`, so that it is watched there. */
export function watched(run: () => void): void {
  const { exec } = RegExp.prototype;
  Object.defineProperty(RegExp.prototype, 'exec', {
    configurable: true,
    writable: true,
    value(this: RegExp, text: string) {
      seen.set(`/${this.source}/${this.flags.replace('y', '')}`, this);
      return exec.call(this, text);
    },
  });
  try {
    run();
  } finally {
    Object.defineProperty(RegExp.prototype, 'exec', { configurable: true, writable: true, value: exec });
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
  const letters = [...new Set(plain.replace(/[()[\]{}|?+^$]/g, ''))].slice(0, 24);
  const words = (plain.match(/[\p{L}\p{N}' ]{2,}/gu) ?? []).filter((text) => text.length < 20);
  return [...new Set([...letters, ...words, 'a', '1', ' ', '中', '-', '.', '('])].slice(0, 40);
}

const tails = ['', 'x', '\n', '!', '中'];
const length = 3000;
/** Milliseconds that no pattern in proportion to such a text takes. */
const suspicious = 3;

/** How the time of each pattern grows with texts made from its own pieces, one or two of them in turn. */
export function* growPatterns(): Generator<readonly Growth[]> {
  for (const [name, pattern] of seen) {
    const pieces = piecesOf(pattern.source);
    const pumps = pieces.flatMap((a) => [a, ...pieces.slice(0, 14).flatMap((b) => (a === b ? [] : [a + b]))]);
    const growths: Growth[] = [];
    for (const pump of pumps) {
      const text = pump.repeat(Math.ceil(length / pump.length));
      for (const tail of tails) {
        if (msOf(pattern, text + tail) < suspicious || msOf(pattern, text + tail) < suspicious) continue;
        const grown = (size: number) => {
          const longer = pump.repeat(Math.ceil(size / pump.length)) + tail;
          return () => used(pattern, longer);
        };
        const growth = grow(
          `${name} on ${JSON.stringify(pump)}...${JSON.stringify(tail)}`,
          { from: 4000, to: 64_000 },
          grown,
        );
        growths.push(growth);
        break;
      }
      if (growths.some(({ exponent = 0 }) => exponent > 1.6)) break;
    }
    yield growths.toSorted((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0)).slice(0, 1);
  }
}

function msOf(pattern: RegExp, text: string): number {
  const from = performance.now();
  used(pattern, text);
  return performance.now() - from;
}

function used(pattern: RegExp, text: string): unknown {
  pattern.lastIndex = 0;
  return pattern.global ? text.replace(pattern, '') : pattern.exec(text);
}
