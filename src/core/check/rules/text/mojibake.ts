/** The characters that Windows-1252 has for the bytes from 0x80; Latin-1 has control characters there. */
const visible = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf: ReadonlyMap<string, number> = new Map([...visible].map((c, i) => [c, 0x80 + i]));

const next = `[\\u0080-\\u00bf${visible}]`;
const sequence = new RegExp(
  `[\\u00c2-\\u00df]${next}|[\\u00e0-\\u00ef]${next}{2}|[\\u00f0-\\u00f4]${next}{3}`,
  'g',
);

/** The marks that follow a letter in good texts: `„Ö“`, `café…”`, `« É »`. */
const typographic = /[\u00a0»«…‘’“”‚„–—•‹›·°ª]/;

/** A run of UTF-8 bytes that were read as Latin-1 or Windows-1252. */
export interface Misread {
  readonly index: number;
  readonly written: string;
  /** What the bytes say. */
  readonly meant: string;
}

/** Returns the misread runs of a text; those that may be right stand among them only if others are surely not. */
export function misreadIn(text: string): readonly Misread[] {
  const found: Misread[] = [];
  let sure = false;
  let end = -1;
  for (const { 0: written, index } of text.matchAll(sequence)) {
    const meant = decode(written);
    if (meant === undefined) continue;
    // Letters of two bytes, one after the other: Greek or Cyrillic.
    const joins = index === end && !typographic.test(written);
    sure ||= joins || isSure(written, text[index - 1] ?? '');
    end = index + written.length;
    found.push({ index, written, meant });
  }
  if (!sure) return [];
  return found.filter(
    ({ written }) => written.length > 2 || /^[ÂÃÎÏÐÑ]/.test(written) || !typographic.test(written),
  );
}

/** Returns a text with its misread runs decoded, again and again if it was misread several times; unchanged if there are none. */
export function readMisread(text: string): string {
  let now = text;
  for (let round = 0; round < 3; round++) {
    const runs = misreadIn(now);
    if (runs.length === 0) break;
    let end = 0;
    let decoded = '';
    for (const { index, written, meant } of runs) {
      decoded += now.slice(end, index) + meant;
      end = index + written.length;
    }
    now = decoded + now.slice(end);
  }
  return now;
}

function decode(written: string): string | undefined {
  const bytes = [...written].map((c) => byteOf.get(c) ?? c.charCodeAt(0));
  const [first = 0, ...rest] = bytes;
  if (rest.some((byte) => byte < 0x80 || byte > 0xbf)) return undefined;
  const bits = first < 0xe0 ? first & 0x1f : first < 0xf0 ? first & 0x0f : first & 0x07;
  const point = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), bits);
  const least = [0, 0x80, 0x800, 0x10000][rest.length] ?? 0;
  if (point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
  const meant = String.fromCodePoint(point);
  return /\p{L}|\p{M}|\p{N}|\p{P}|\p{S}|[\u0080-\u00a0\u00ad\u200b\u200e\u200f\ufeff]/u.test(meant)
    ? meant
    : undefined;
}

/** Whether no good text has such a run. */
function isSure(written: string, before: string): boolean {
  const [first = '', ...rest] = written;
  if (/[\u0080-\u009f]/.test(written)) return true;
  if (written.startsWith('â€')) return true;
  // In capitals, `IRMÃ”` may end with a letter and a mark.
  if (/[ÎÏÐ]/.test(first)) return !typographic.test(written);
  if (first === 'Ã' || first === 'Â') return !(typographic.test(written) && /\p{Lu}/u.test(before));
  return written.length > 2 && !rest.some((c) => typographic.test(c));
}
