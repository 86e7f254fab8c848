import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import { readyOf } from '#core/question/typed/compare-text.ts';
import { isInRange, makeNumberReader } from '#core/question/typed/number.ts';
import { isAccepted } from '../typed.ts';
import { type Beside, stripNeighbours } from './neighbours.ts';

/** The grade of one blank, with the accepted text that it is a typo of. */
export interface Filled {
  readonly right: boolean;
  readonly typoOf?: string;
}

/** The facts about one blank before it is filled in. */
interface Blank {
  readonly accept: readonly Text[];
  /** The words beside it, in each language of the stem; a stem for all languages has no name. */
  readonly besides: readonly (readonly [Lang, readonly Beside[]])[];
}

/**
 * Tells whether a blank is filled in right. An answer counts with the words beside the blank as well; a number then in their
 * language: 175亿 is not 175 billion.
 */
export function makeFiller({ accept, besides }: Blank): (given: string) => Filled {
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
    const typos = tried.flatMap(([text, { typoOf }]) => typoOf(text) ?? []);
    return typos[0] === undefined ? { right: false } : { right: true, typoOf: typos[0] };
  };
}

/** Texts that are right, read once. */
interface Accepting {
  /** Those that are right themselves, as they are written. */
  readonly own: ReadonlySet<string>;
  readonly has: (given: string) => boolean;
  readonly typoOf: (given: string) => string | undefined;
}

function accepting(texts: readonly string[]): Accepting {
  const compared = readyOf(texts);
  const isPercent = (text: string) => /[%％]$/.test(text);
  const keys = [false, true].map((percent) => ({
    percent,
    values: texts.filter((text) => isPercent(text) === percent).flatMap((text) => numbersIn(text, percent)),
  }));
  const isNumber = (given: string) =>
    keys.some(
      ({ percent, values }) =>
        values.length > 0 &&
        numbersIn(given, percent).some((value) => values.some((key) => isInRange(value, key, 'exact'))),
    );
  return {
    own: new Set(texts.map((text) => text.trim()).filter((text) => compared.same(text) !== undefined)),
    has: (given) => isAccepted(given, compared) || isNumber(given),
    typoOf: (given) => texts[compared.typo(given) ?? -1],
  };
}

const readPlain = makeNumberReader({ units: [], percent: false });
const readPercentage = makeNumberReader({ units: [], percent: true });

/** The values a text may stand for as a number. */
export function numbersIn(text: string, percent: boolean): readonly number[] {
  const reading = (percent ? readPercentage : readPlain)(text);
  return reading.type === 'number' ? reading.readings : [];
}
