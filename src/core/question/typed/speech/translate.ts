import type { Lang } from '#core/base/text.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { type NumberPieces, spellNumberWords } from './number-words.ts';
import type { NumberSpeech } from './speech.ts';

const speeches: Readonly<Record<Lang, NumberSpeech>> = {
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  ja: japanese,
};

/** A speech made ready to be translated. */
interface Ready {
  readonly speech: NumberSpeech;
  readonly words: RegExp;
  readonly meaning: ReadonlyMap<string, string>;
  readonly degrees: RegExp;
  readonly pieces: NumberPieces | undefined;
  readonly articles: ReadonlySet<string>;
}

const ready = new Map<Lang, Ready>();

/**
 * A number as it is typed in a language, written so that it can be read: as English has it, or Chinese for Japanese. There are two ways for
 * `1.233` where the point divides thousands, since calculators have no comma.
 */
export function translateNumber(text: string, lang: Lang, units: readonly string[]): readonly string[] {
  const spelt = spellUnits(text);
  const base = lang.split('-', 1)[0] ?? '';
  const speech = Object.hasOwn(speeches, base) ? speeches[base] : undefined;
  if (speech === undefined) return [spelt];
  const known = ready.get(base) ?? readyOf(speech);
  ready.set(base, known);
  const said = translateWords(spelt, known, units);
  return speech.isComma ? waysToGroup(said) : [said];
}

function readyOf(speech: NumberSpeech): Ready {
  const meaning = new Map(
    speech.words
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [english = '', words = ''] = line.split(':');
        return words.split(',').map((word) => [word.trim(), english.trim()] as const);
      }),
  );
  const isUnspaced = speech.isUnspaced ?? false;
  return {
    speech,
    meaning,
    words: patternOf([...meaning.keys()], isUnspaced),
    degrees: patternOf(
      speech.degrees.split(', ').flatMap((word) => [`${word} celsius`, word]),
      isUnspaced,
    ),
    pieces: speech.pieces?.(),
    articles: new Set(speech.articles?.split(' ')),
  };
}

/** Words of a list, the longer first; in most languages they stand for themselves. */
function patternOf(words: readonly string[], isUnspaced: boolean): RegExp {
  const longerFirst = [...words].sort((a, b) => b.length - a.length);
  const any = longerFirst.map((word) => word.replace(/[.]/g, '\\.')).join('|');
  return new RegExp(isUnspaced ? any : String.raw`(?<!\p{L})(?:${any})(?!\p{L})`, 'giu');
}

function translateWords(text: string, { speech, ...known }: Ready, units: readonly string[]): string {
  if (!/\p{L}/u.test(text)) return text;
  const composed = text.normalize('NFC').replace(/[’‘]/g, "'");
  const wide = speech.isUnspaced ? composed.normalize('NFKC') : composed;
  const ofTemperature = units.some((unit) => /°C|℃|celsius/iu.test(unit));
  const plain = withOwnWords(wide, speech, units)
    .replace(known.degrees, (word) => (ofTemperature || /celsius/i.test(word) ? '°C' : '°'))
    .replace(/(?<=\d)\. (?=\p{L})/gu, ' ');
  const english = plain
    .replace(known.words, (word) => known.meaning.get(word.toLowerCase()) ?? word)
    .replace(/(?<!\p{L})[dl]'(?=\p{L})/giu, '')
    .replace(/(?<=\d)(?:です|である|だ)[。．]?$/u, '');
  if (known.pieces === undefined) return english;
  return spellNumberWords(english, known.pieces, known.articles)
    .replace(/(\d+) (thousand|million|billion|trillion) and 0\.5/g, '$1.5 $2')
    .replace(/(?<=(?:thousand|million|billion|trillion) )of /g, '');
}

/** A kilo alone is a length or a mass, by what is asked for. */
function withOwnWords(text: string, { isUnspaced }: NumberSpeech, units: readonly string[]): string {
  if (!isUnspaced || !/キロ/.test(text)) return text;
  const isLength = units.some((unit) => /メートル|キロ$|^k?m$|千米|公里/.test(unit));
  return text.replace(/キロ(?=$|[^メグバヘワジカ])/g, isLength ? 'キロメートル' : 'キログラム');
}

const thousands = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?![\d.]|,\d)/g;
const lone = /^[1-9]\d{0,2}\.\d{3}$/;

/** A text with a point before decimals alone: first as the language has it. */
function waysToGroup(text: string): readonly string[] {
  const grouped = text.replace(thousands, (number) => number.replaceAll('.', '').replace(',', '.'));
  const own = grouped.replace(/(?<=\d),(?=\d)/g, '.');
  const isLone = (text.match(thousands) ?? []).some((number) => lone.test(number));
  return isLone ? [own, text.replace(/(?<=\d),(?=\d)/g, '.')] : [own];
}

const digits: Readonly<Record<string, string>> = { '¹': '1', '²': '2', '³': '3' };

/** Units and powers of ten as physicists write them: `m·s⁻¹`, `3.10⁸`. */
function spellUnits(text: string): string {
  if (!/[·⋅.*^⁻-]/.test(text) && !/kg/.test(text)) return text;
  return text
    .replace(/(?<=\d) ?[.·⋅] ?(?=10 ?(?:\^|[⁰¹²³⁴-⁹⁻]))/g, ' × ')
    .replace(
      /(?<=[A-Za-zµΩ])[ ·⋅.*]([A-Za-z]{1,3})(?:⁻([¹²³])|\^?[-−]([123])|\^\([-−]([123])\))(?!\d)/g,
      (_, unit: string, raised?: string, low?: string, inside?: string) => {
        const power = raised === undefined ? (low ?? inside ?? '1') : (digits[raised] ?? '1');
        return `/${unit}${power === '1' ? '' : `^${power}`}`;
      },
    )
    .replace(/(?<![A-Za-z])N ?\/ ?kg(?![A-Za-z])/g, 'm/s^2');
}
