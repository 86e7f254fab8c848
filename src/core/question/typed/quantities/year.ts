import { valuesOf } from '../numeral.ts';
import type { AskedUnit } from './asked.ts';
import { oddWordsOf } from './beside.ts';
import type { Phrase } from './phrase.ts';

const months =
  /(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?/gi;
const fourDigits = /(?<![\d.,])(1\d{3}|20\d\d|2100)(?![\d%]|[.,]\d{3})/g;
const chineseYear = /[一二][〇零一二三四五六七八九]{3}/g;
const spoken =
  /(?<![a-z])(?:(nineteen|twenty) ?-?((?:(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))|two thousand(?: and)? ?([a-z]+(?:[ -][a-z]+)?)?)(?![a-z])/gi;
/** The rest of a date once its year is taken out: `09/`, `-09-30`, `9月30日`, `Q3`. */
const restOfDate =
  /(?<!\d)(?:[0-3]?\d[/.-])?[01]?\d[/.-](?=\0)|(?<=\0)[/.-][01]?\d(?:[/.-][0-3]?\d)?(?!\d)|(?<!\d)[01]?\d月(?:[0-3]?\d[日号])?|(?<![\p{L}\p{N}])q[1-4](?!\d)|第?[一二三四1-4]季度|[一二三四五六七八九十]+月份?|(?<=\0[, ]*)[0-3]?\d(?:st|nd|rd|th)?(?!\d)|(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?=,? ?\0)/giu;
const short = /^(?:in |约|于)?(?:'(\d\d)|(\d\d)年)$/;

/** Reads the one year in a text, beside the rest of a date; undefined if there is none. */
export function yearOf(text: string, { words }: AskedUnit): Phrase | undefined {
  const [, apostrophe, hanged] = short.exec(text) ?? [];
  const two = apostrophe ?? hanged;
  if (two !== undefined) return { numbers: [[1900 + Number(two), 2000 + Number(two)]], read: two };
  const years: number[] = [];
  const take = (value: number) => {
    years.push(value);
    return '\0';
  };
  const lower = text
    .toLowerCase()
    .replace(fourDigits, (digits) => take(Number(digits)))
    .replace(chineseYear, (digits) => take(valuesOf(digits)[0] ?? 0))
    .replace(
      spoken,
      (said, century: string | undefined, decade: string | undefined, since: string | undefined) => {
        const value =
          century === undefined
            ? 2000 + (valuesOf(since ?? 'zero')[0] ?? Number.NaN)
            : (century === 'nineteen' ? 1900 : 2000) + (valuesOf(decade ?? '')[0] ?? Number.NaN);
        return Number.isNaN(value) ? said : take(value);
      },
    );
  const [year] = years;
  if (year === undefined) return undefined;
  const rest = lower
    .replace(months, ' \u0001 ')
    .replace(/\u0001 +[0-3]?\d(?:st|nd|rd|th)?(?!\d)|(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?: of)? +\u0001/g, ' ')
    .replace(/\u0001/g, ' ')
    .replace(restOfDate, ' ');
  const read = String(year);
  const numbers = years.map((value) => [value]);
  const isRange = years.length === 2 && /\0 ?(?:-|~|\/|to|到|至|or|或) ?\0/.test(rest);
  if (years.length > 1 && !isRange)
    return { numbers: [], read, doubt: { type: 'words', words: String(years[1]), isGrave: true } };
  const odd = oddWordsOf(
    rest
      .replace(/\0/g, ' ')
      .replace(/(?<=\s|^)年|年(?=\s|$|底|初|末)|年/, ' ')
      .replace(/(?:^| )(?:-|~|\/|to|or)(?= |$)/, ' '),
    words,
  );
  const bad = /\d/.exec(rest)?.[0];
  if (bad !== undefined)
    return { numbers, read, doubt: { type: 'words', words: rest.replace(/\0/g, '').trim(), isGrave: true } };
  if (odd.words.length === 0) return { numbers, read };
  return { numbers, read, doubt: { type: 'words', words: odd.words.join(' '), isGrave: odd.isGrave } };
}
