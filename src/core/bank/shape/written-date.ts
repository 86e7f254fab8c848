import { isDate } from '#core/question/shapes.ts';

/** The months as people write them: by the first letters of their names in English, German, French and Spanish. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|jän)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mae)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mayo)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|août|aout|ago)/,
  /^sep/,
  /^(?:oct|okt)/,
  /^nov/,
  /^(?:dec|dez|déc|dic)/,
];

const forms: readonly RegExp[] = [
  /^(?<y>\d{4})\s*[-./年]\s*(?<m>\d{1,2})(?:\s*[-./月]\s*(?:(?<d>\d{1,2})日?)?)?$/,
  /^(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)?$/,
  /^(?<d>\d{1,2})\.\s*(?<m>\d{1,2})\.\s*(?<y>\d{4})$/,
  /^(?<m>\d{1,2})\s*[./]\s*(?<y>\d{4})$/,
  /^(?:(?<d>\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?)?(?<name>\p{L}{3,})\.?,?\s+(?:de\s+|del\s+)?(?<y>\d{4})$/u,
  /^(?<name>\p{L}{3,})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})$/u,
  /^(?<y>\d{4})\s*年$/,
];

/** A date in the form of a bank, `2020`, `2020-05` or `2020-05-31`, that a text was meant to be; undefined if that is not plain. */
export function guessDate(text: string): string | undefined {
  const bare = text.trim().normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  for (const form of forms) {
    const parts = form.exec(bare)?.groups;
    if (parts === undefined) continue;
    const { y = '', d, name } = parts;
    const named = name === undefined ? undefined : months.findIndex((month) => month.test(name)) + 1;
    const m = named === undefined ? parts.m : named === 0 ? undefined : String(named);
    if (name !== undefined && m === undefined) return undefined;
    const date = [y, ...[m, d].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join(
      '-',
    );
    return isDate(date) ? date : undefined;
  }
  return undefined;
}
