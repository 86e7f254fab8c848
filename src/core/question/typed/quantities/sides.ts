import type { AskedUnit } from './asked.ts';
import { oddWordsOf } from './beside.ts';
import { type Phrase, phraseOf, type Unread } from './phrase.ts';
import { scanQuantities } from './scan.ts';
import { unitOf } from './units.ts';

const about = /^(?:[≈~=]|约|about|around|ca?\.|circa) ?/i;
const between =
  / ?(?:[=≈]+|,? (?:i\.?e\.?|that is|or about|which is|makes|so|hence|thus|therefore)(?=[ ,]),?|,?(?:也就是|即|约等于|所以|因此)) ?/i;
const glossed = / ?[([]([^()[\]]*(?:\[[^\]]*\][^()[\]]*)*)[)\]] ?/g;
const listed = /(?:[;:]| -)(?= ?[^\d\s])|,(?= ?[^\d\s])(?! ?(?:and )?\d)/;

/** Reads a text with its glosses in brackets and both sides of an equals sign; undefined if there is no number in it. */
export function readSides(text: string, asked: AskedUnit, kilo: number): Phrase | undefined {
  const glosses: string[] = [];
  const main = text.replace(glossed, (whole: string, inside: string, at: number) => {
    if (isFactor(text, at, whole.length) || isUnit(inside)) return whole;
    glosses.push(inside);
    return ' ';
  });
  const sides = main
    .split(between)
    .filter((side) => side.trim() !== '')
    .map((side) => ({ side, phrase: sideOf(side, asked, kilo) }));
  const isLast = (i: number) => sides.slice(i + 1).every(({ phrase }) => phrase === undefined);
  const said = sides.flatMap(({ side, phrase }, i) => {
    if (phrase === undefined) return [];
    if (isLast(i)) return [phrase];
    return isLabel(side, phrase) ? [] : [inAnyUnit(phrase, asked)];
  });
  const last = said.at(-1);
  if (last === undefined) return undefined;
  const asides = glosses.flatMap((gloss) => glossOf(gloss, asked, kilo));
  const labels = sides.flatMap(({ side, phrase }) => (phrase === undefined ? [side] : []));
  const doubts = [...said, ...asides].flatMap(({ doubt }) => doubt ?? []);
  const doubt = doubts[0] ?? doubtOf(labels, asked);
  const twins = said.length === 1 ? last.twins : undefined;
  return {
    numbers: said.flatMap((phrase) => phrase.numbers),
    read: last.read,
    asides: asides.flatMap(({ numbers, read }) => numbers.map((values) => ({ values, written: read }))),
    ...(twins === undefined ? {} : { twins }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** A calculation before the equals sign may be in the least unit: `175e9*2 = 350 GB`. */
function inAnyUnit(phrase: Phrase, { unit }: AskedUnit): Phrase {
  if (phrase.calculated === undefined || unit === undefined) return phrase;
  const least = phrase.calculated * ((unit.sort === 'data' ? 8 : 1) / unit.factor);
  return { ...phrase, numbers: phrase.numbers.map((values) => [...values, least]) };
}

/** True if a bracket belongs to a calculation: `(9*8)/2`, `exp(2)`, `C(9,2)`. */
function isFactor(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + length).trimStart();
  const follows = /[-+*/×^(√]$|(?:sqrt|exp|ln|lg|log\d*|root of|c|binom|comb)$/i.test(before);
  return follows || /^[-+*/×^!]/.test(after) || (before === '' && after === '');
}

const isUnit = (inside: string) => unitOf(inside.trim()) !== undefined;

/** One side of an equals sign, with what is listed or explained after a comma. */
function sideOf(side: string, asked: AskedUnit, kilo: number): Phrase | undefined {
  const whole = side.trim().replace(about, '');
  const phrase = phraseOf(whole, asked, kilo);
  if (phrase?.doubt === undefined) return phrase;
  const [start = '', ...rest] = whole.split(listed);
  const shorter = rest.length === 0 ? undefined : phraseOf(start.trim(), asked, kilo);
  const isGloss = rest.every(
    (text) => scanQuantities(text, kilo).quantities.length === 0 && !oddWordsOf(text, asked.words).isGrave,
  );
  return shorter !== undefined && shorter.doubt === undefined && isGloss ? shorter : phrase;
}

/** True for what stands before an equals sign and is no number: `beam k`, `6ND`, `2 bytes * 175B`. */
function isLabel(side: string, { doubt }: Phrase): boolean {
  if (
    /^ ?\d+(?: ?[*×]? ?[A-Za-z](?:_[a-z]+|\^\d)?(?![A-Za-z]))+ ?$/.test(side) &&
    /[*×^]|[A-Z]{2}/.test(side)
  )
    return true;
  const [, letters] = /^ ?\d+ ?([A-Za-z]{1,4}) ?$/.exec(side) ?? [];
  const isSymbol = letters !== undefined && !/^[kmbtg]$/i.test(letters) && unitOf(letters) === undefined;
  return isSymbol || doubt?.type === 'number' || (doubt?.type === 'words' && !doubt.isGrave);
}

function doubtOf(labels: readonly string[], { words }: AskedUnit): Unread | undefined {
  const grave = labels.map((label) => oddWordsOf(label, words)).find((odd) => odd.isGrave);
  return grave === undefined ? undefined : { type: 'words', words: grave.words.join(' '), isGrave: true };
}

const reversal =
  /^(?:not|no|minus|negative|half|inverse|wrong|(?:in )?(?:hundred|thousand|million|billion|trillion)s?|[十百千万亿]+|倒数|负)$/i;

/** What stands in brackets: a number must be right too, words may say what they like but what turns it into another. */
function glossOf(gloss: string, asked: AskedUnit, kilo: number): readonly Phrase[] {
  const plain = gloss.trim();
  if (reversal.test(plain))
    return [{ numbers: [], read: '', doubt: { type: 'words', words: plain, isGrave: true } }];
  const { quantities } = scanQuantities(plain, kilo);
  // Numbers of the question and of its words say more of it: `4.72 MB (96 layers)`.
  if (quantities.every(({ value }) => asked.words.counts(value))) return [];
  const phrase = phraseOf(plain.replace(about, ''), asked, kilo);
  return phrase === undefined ? [] : [{ ...phrase, read: plain }];
}
