import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { Along } from '#core/question/typed/along.ts';
import type { Answers } from '#core/question/typed/match-text.ts';
import { makeTextMatcher } from '#core/question/typed/matchers.ts';
import { isInRange, makeNumberReader } from '#core/question/typed/number.ts';
import { readSpelling } from '#core/question/typed/spelling.ts';
import { type Beside, stripNeighbours } from './neighbours.ts';

/** The grade of one blank, with the accepted text that it is a misspelling of, and the words that are misspelt. */
export interface Filled {
  readonly right: boolean;
  readonly typoOf?: string;
  readonly misspelt?: readonly string[];
}

/** The facts about one blank before it is filled in. */
interface Blank {
  readonly accept: readonly Text[];
  /** The words beside it, in each language of the stem; a stem for all languages has no name. */
  readonly besides: readonly (readonly [Lang, readonly Beside[]])[];
  /** What is right in the other blanks. */
  readonly others: readonly string[];
  readonly along: Along;
  readonly languages: readonly Lang[];
}

/**
 * Tells whether a blank is filled in right. An answer counts with the words beside the blank as well; a number then in their
 * language: 175亿 is not 175 billion.
 */
export function makeFiller({
  accept,
  besides,
  others,
  along,
  languages: spoken,
}: Blank): (given: string) => Filled {
  const percent = besides.some(([, all]) => all.some(isOfPercent));
  const accepting = (accepted: readonly string[]) =>
    readyFor({ accepted, others, along, languages: spoken }, percent);
  const all = accepting(accept.flatMap(wordingsOf));
  const languages = new Map<Lang, Accepting>();
  function inLanguage(lang: Lang): Accepting {
    const known = languages.get(lang) ?? accepting(accept.map((text) => pickLanguage(text, lang)));
    languages.set(lang, known);
    return known;
  }
  function ways(given: string): readonly (readonly [string, Accepting])[] {
    const shorter = besides.flatMap(([lang, beside]) =>
      stripNeighbours(given, beside).map((rest) => {
        const isNumber = lang !== '' && numbersIn(rest, false).length > 0;
        return [rest, isNumber ? inLanguage(lang) : all] as const;
      }),
    );
    return [[given, all], ...shorter];
  }
  return (given) => {
    if (given === '') return { right: false };
    // Most trials and typed texts end here, without further reading.
    if (all.own.has(given)) return { right: true };
    const tried = ways(given);
    if (tried.some(([text, { has }]) => has(text))) return { right: true };
    const [typo] = tried.flatMap(([text, { typoIn }]) => typoIn(text) ?? []);
    return typo === undefined ? { right: false } : { right: true, ...typo };
  };
}

/** Texts that are right, read once. */
interface Accepting {
  /** Those that are right themselves, as they are written. */
  readonly own: ReadonlySet<string>;
  readonly has: (given: string) => boolean;
  readonly typoIn: (given: string) => Omit<Filled, 'right'> | undefined;
}

/** True of a blank that per cent are filled in at. */
const isOfPercent = ({ before, after }: Beside) =>
  /^ ?(?:[%％]|per ?cent|个?百分点)/i.test(after) || /百分之 ?$/.test(before);

function readyFor(answers: Answers, percent: boolean): Accepting {
  const texts = answers.accepted;
  const matcher = makeTextMatcher(answers);
  const isPercent = (text: string) => percent || /[%％]$/.test(text);
  const keys = [false, true].map((inPercent) => ({
    inPercent,
    values: texts
      .filter((text) => isPercent(text) === inPercent)
      .flatMap((text) => numbersIn(text, inPercent)),
  }));
  const isNumber = (given: string) =>
    keys.some(
      ({ inPercent, values }) =>
        values.length > 0 &&
        numbersIn(given, inPercent).some((value) => values.some((key) => isInRange(value, key, 'exact'))),
    );
  return {
    own: new Set(texts.map((text) => text.trim()).filter((text) => readSpelling(text).ways.length > 0)),
    has: (given) => matcher.isRight(given) || isNumber(given),
    typoIn(given) {
      const found = matcher.typo(given);
      if (found === undefined) return undefined;
      const typoOf = texts[found.place] ?? '';
      return found.words.length === 0 ? {} : { typoOf, misspelt: found.words };
    },
  };
}

const readers = new Map<boolean, ReturnType<typeof makeNumberReader>>();

/** The reader of numbers or of percentages, made when the first one is read. */
function readerOf(percent: boolean) {
  const known = readers.get(percent) ?? makeNumberReader({ units: [], percent });
  readers.set(percent, known);
  return known;
}

/** The values a text may stand for as a number. */
export function numbersIn(text: string, percent: boolean): readonly number[] {
  const reading = readerOf(percent)(text);
  return reading.type === 'number' ? reading.readings : [];
}
