import { unitScalesOf } from './alone.ts';
import { type AskedUnit, askedUnitOf } from './asked.ts';
import type { AskedTexts } from './item-words.ts';
import type { Phrase } from './phrase.ts';
import { scanQuantities } from './scan.ts';
import { readSides } from './sides.ts';
import { spellQuantity, spellSingle } from './spelling.ts';
import { yearOf } from './year.ts';

/** What is known of the number that is asked for. */
export interface AskedQuantityWords {
  readonly units: readonly string[];
  readonly percent: boolean;
  readonly year: boolean;
  readonly texts: AskedTexts;
}

/** Makes a reader of quantities with words, units and calculations, for one number that is asked for. */
export function makePhraseReader(known: () => AskedQuantityWords): (text: string) => Phrase | undefined {
  let asked: Asked | undefined;
  return (text) => {
    if (asked === undefined) {
      const { units, percent, year, texts } = known();
      asked = { ...askedUnitOf(units, percent, texts), year, scales: unitScalesOf(units.map(spellQuantity)) };
    }
    return readWith(text, asked);
  };
}

type Asked = AskedUnit & { readonly year: boolean; readonly scales: readonly number[] };

function readWith(text: string, asked: Asked): Phrase | undefined {
  const spelt = spellQuantity(text);
  if (asked.year) {
    const year = yearOf(spelt.replace(/[([][^()[\]\d]*[)\]]/g, ' ').replace(/[()]/g, ' '), asked);
    if (year !== undefined) return year;
  }
  const named = withoutNames(withAskedLetters(spelt, asked), asked);
  const plain = scanQuantities(named, 1000).quantities.length > 0 ? named : spellSingle(named);
  const kilos = /\d ?k(?![a-z])/i.test(plain) ? [1000, 1024] : [1000];
  const [first, ...others] = kilos.map((kilo) => readSides(plain, asked, kilo));
  if (first === undefined) return undefined;
  const numbers = first.numbers.map((values, i) => [
    ...values,
    ...others.flatMap((o) => o?.numbers[i] ?? []),
  ]);
  return { ...first, numbers: numbers.map((values) => scaledBy(asked.scales, values)) };
}

/** The values, and those in the scale of the unit: `83.5 million of them` where millions are asked for. */
const scaledBy = (scales: readonly number[], values: readonly number[]) =>
  scales.length === 1 ? values : scales.flatMap((scale) => values.map((value) => value / scale));

/** Names of the question with figures in them are no numbers, unless nothing else is one. */
function withoutNames(text: string, { words }: AskedUnit): string {
  const rest =
    words.names === undefined ? text : text.replace(words.names, ' it ').replace(/ +/g, ' ').trim();
  return rest !== text && scanQuantities(rest, 1000).quantities.length > 0 ? rest : text;
}

/** A letter after a number, by the unit that is asked for: G is GB among bytes, m is minutes among times. */
function withAskedLetters(text: string, { unit }: AskedUnit): string {
  const sort = unit?.sort.replace('/s', '');
  if (sort === 'data') {
    const infix = unit?.base === 1024 ? 'i' : '';
    return text
      .replace(/(\d) ?位(?!元|数)/g, '$1 bit')
      .replace(/(\d) ?兆(?=$|[^字比位\p{Script=Han}])/gu, '$1 MB')
      .replace(
        /(\d) ?([kmgtp])(?:igs?|egs?|era)?(?= |$|\p{Script=Han})(?! ?(?:bytes|字节|bits|B(?![a-z])))/giu,
        (_, digit: string, letter: string) =>
          `${digit} ${letter.toUpperCase()}${letter.toUpperCase() === (unit?.written[0] ?? '').toUpperCase() ? infix : ''}B`,
      )
      .replace(/(\d) ?b(?= |$|\p{Script=Han})/giu, '$1 bytes');
  }
  if (sort === undefined || sort === 'tokens' || sort === 'words')
    return text.replace(/(\d) ?G(?= |$)/g, '$1 billion').replace(/(\d) ?[x×] (?=[A-Za-z])/g, '$1 ');
  if (sort === 'time')
    return text.replace(/(\d) ?m(?= |$|\d)/g, '$1 min').replace(/(\d) ?([dhs])(?=\d)/g, '$1 $2 ');
  if (sort === 'length') return text.replace(/(\d) ?m(?= |$)/g, '$1 metres');
  if (sort === 'mass') return text.replace(/(\d) ?t(?= |$)/g, '$1 tonnes');
  return text;
}
