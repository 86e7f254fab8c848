import { valuesOf } from '#core/question/typed/numeral.ts';

/** The scale of a unit: a multiple, hundredths, or unknown from its words. */
export type Scale =
  | { readonly type: 'times'; readonly by: number }
  | { readonly type: 'percent' }
  | { readonly type: 'unknown' };

const percent = /[%％]|per ?cents?\b|\bpct\b|percentage|百分[比数点之率]/i;
/** Words for shares other than percentages, and for `points`, which may be one. */
const share =
  /‰|\bpoints?\b|\bpp\b|个点|百分|千分|万分|[十百]分|分之|成$|\bppm\b|\bppb\b|\bper ?(?:mille|\d|hundred|thousand|million)|\bout of\b|\bparts per\b/i;
/** Units whose name includes a scale, and numbers within units. */
const composed =
  /\d|^(?:kilo|mega|giga|tera|peta|milli(?!ons?\b)|micro|nano|hecto|exa(?=byte|flop|bit|joule|watt|hertz))|^[kMGTPEmµn](?:i?B|bits?|bps?|b|Hz|W|Wh|V|J|N|A|m|g|s|L|l|Pa|eV|cal|FLOPs?|FLOPS|OPS)(?![A-Za-z])|\b(?:decades?|centur(?:y|ies)|millenni(?:um|a)|dozens?|scores?|lakhs?|crores?)\b|[千百兆](?:克|米|瓦|卡|赫|帕|伏|焦|安|升|吨|牛|比特|字节|兆)|[十百千]年|兆/;
const words = /^(?:in )?((?:(?:ten|hundred|thousand|million|billion|trillion)s?(?: of)?(?![a-z])[ -]?)+)/i;
const letter = /^([KkMBT])(?: (?=\S)|$)/;
const hanzi =
  /^个?(?:以|单位[:：]?)?((?:[十百千]?万|[十百千])?亿|[十百千]?万|[十百千](?=$|[个名条篇词份次人行段步轮元]|字(?!节)|美元|\s|计|为))/;
/** A scale after the unit: `parameters (billions)`, `参数，单位：亿`. */
const tail = /[(（,，;；]\s*(.+?)[)）]?$/;

/** Returns the scale of a unit as written in one language. */
export function scaleOfUnit(written: string): Scale {
  const bare = written.trim();
  const unit = /^[(（].*[)）]$/.test(bare) ? bare.slice(1, -1).trim() : bare;
  if (percent.test(unit)) return { type: 'percent' };
  if (share.test(unit)) return { type: 'unknown' };
  const by = factorOf(unit) ?? factorOf(tail.exec(unit)?.[1] ?? '');
  if (composed.test(unit)) return { type: 'unknown' };
  return { type: 'times', by: by ?? 1 };
}

/** Returns a letter that may be a scale, as in `B parameters`, or a name, as in `T cells`. */
export function letterOf(unit: string): string | undefined {
  return letter.exec(unit.trim())?.[1];
}

function factorOf(unit: string): number | undefined {
  const word = words.exec(unit)?.[1] ?? letter.exec(unit)?.[1] ?? hanzi.exec(unit)?.[1];
  if (word === undefined) return undefined;
  const plain = word
    .toLowerCase()
    .replace(/\bof\b/g, ' ')
    .replace(/s\b/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
  return valuesOf(/^ten\b/.test(plain) ? plain : `1${/^[a-z]{3}/.test(plain) ? ' ' : ''}${plain}`)[0];
}
