import type * as z from 'zod';
import type { DataPath } from '#core/base/data-path.ts';
import { datePattern, idPattern, languagePattern, singleAddressPattern } from '#core/question/shapes.ts';
import { quote } from '#core/yaml/quote.ts';
import { describeBlanks, guessAddress } from './address.ts';
import type { PlainIssue } from './issues.ts';
import { guessLanguage } from './language-names.ts';
import { guessForm, guessType } from './meant.ts';
import { choiceOf, nameOf, showValue } from './names.ts';
import type { Said } from './said.ts';
import { exampleAt, fieldsAt, formAt } from './schema-at.ts';
import { guessDate } from './written-date.ts';

/** A value that is not as its schema wants it. */
export interface Spot {
  readonly value: unknown;
  /** As it stands in the file; undefined if it is no scalar. */
  readonly written: string | undefined;
  /** What messages call it. */
  readonly name: string;
  /** Where it stands in the data that the schema is for. */
  readonly path: DataPath;
  readonly schema: z.ZodType;
}

type IssueOf<Code extends PlainIssue['code']> = Extract<PlainIssue, { readonly code: Code }>;

/** An issue with a value, and not with the key of a map. */
export type ValueIssue = Exclude<PlainIssue, IssueOf<'unrecognized_keys' | 'invalid_key'>>;

/** What is said of a value. */
export function describeValue(issue: ValueIssue, spot: Spot): Said {
  switch (issue.code) {
    case 'invalid_type':
      return mistyped(issue, spot);
    case 'too_small':
    case 'too_big':
      return outOfRange(issue, spot);
    case 'invalid_format':
      return misformed(issue, spot);
    case 'invalid_value':
      return badValue(`${spot.name} must be ${choiceOf(issue.values.map(String), spot.value)}`);
    case 'custom':
      return isEmpty(spot.value)
        ? { rule: 'schema/missing-key', message: `${spot.name} is empty; write at least one entry` }
        : badValue(`${spot.name}: ${issue.message}`);
    case 'other':
      return badValue(`${spot.name} is not what this field accepts (${issue.message})`);
    default:
      return issue satisfies never;
  }
}

const badValue = (message: string): Said => ({ rule: 'schema/bad-value', message });

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of fields',
};

function mistyped({ expected }: IssueOf<'invalid_type'>, { value, written, name, path, schema }: Spot): Said {
  const isText = expected.includes('string');
  if (isText && written !== undefined && typeof value !== 'string') {
    const isDated = formAt(schema, path) === String(datePattern) && !/^\d{4}$/.test(written);
    return isDated ? badDate(name, written) : unquoted(value, written, name);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const message = `${name} must be a finite number, not ${written ?? value}`;
    return { rule: 'schema/range', message };
  }
  const wanted =
    isText && expected.includes('record')
      ? 'text, or one text per language'
      : [...new Set(expected.map((e) => typeNames[e] ?? e))].join(' or ');
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const fields = fieldsAt(schema, expected.includes('array') ? [...path, 0] : path, given);
  const { ways, rewrite } = guessType({
    value,
    written: written ?? '',
    name,
    fields,
    types: new Set(expected),
  });
  return {
    rule: 'schema/wrong-type',
    message: `${name} must be ${wanted}, not ${showValue(value)}${ways}`,
    rewrite,
  };
}

function unquoted(value: unknown, written: string, name: string): Said {
  const read =
    value === null
      ? 'nothing (null)'
      : typeof value === 'boolean'
        ? `the boolean ${value}`
        : `the number ${value}`;
  return {
    rule: 'schema/unquoted-scalar',
    message: `${name} must be text, but YAML reads ${written} as ${read}; write "${written}"`,
    rewrite: { title: 'quote the value', text: quote(written), value: written },
  };
}

/** A number, or a length, out of bounds. */
function outOfRange(issue: IssueOf<'too_small' | 'too_big'>, { value, name }: Spot): Said {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const rule = 'schema/range';
  const most = small ? 'least' : 'most';
  if (Array.isArray(value)) {
    const entries = `${bound} ${bound === 1 ? 'entry' : 'entries'}`;
    return { rule, message: `${name} must have at ${most} ${entries}, not ${value.length}` };
  }
  if (typeof value === 'string') {
    return small && value.trim() === ''
      ? { rule: 'schema/missing-key', message: `${name} is empty; write its text` }
      : { rule, message: `${name} must have at ${most} ${bound} characters, not ${value.length}` };
  }
  const least = issue.inclusive === false ? (small ? 'more than' : 'less than') : `at ${most}`;
  return { rule, message: `${name} must be ${least} ${bound}, not ${showValue(value)}` };
}

function misformed(issue: IssueOf<'invalid_format'>, { value, name, path, schema }: Spot): Said {
  if (issue.pattern === String(idPattern)) return describeBadId(name, value);
  const isSeveral = /^https?:\/\/[^\s]*\s*[\s,;，；、|]\s*https?:\/\//.test(String(value));
  if (issue.format === 'url' && !isSeveral) {
    const meant = guessAddress(String(value));
    const ways = meant === undefined ? '' : `; write ${meant}`;
    return badValue(`${name} is ${showValue(value)}, which is not an address like https://...${ways}`);
  }
  if (isSeveral || issue.pattern === String(singleAddressPattern))
    return badValue(`${name} ${describeBlanks(String(value))}`);
  if (issue.pattern === String(datePattern)) return badDate(name, String(value));
  if (issue.pattern === String(languagePattern)) return badLanguage(name, value);
  const example = exampleAt(schema, path);
  const form = example ? `of the form ${example}` : `of the form ${issue.pattern ?? issue.format}`;
  return badValue(`${name} is ${showValue(value)}, which is not ${form}${guessForm(value, issue.pattern)}`);
}

function badDate(name: string, text: string): Said {
  const meant = guessDate(text);
  const ways = meant === undefined ? '' : `; write ${quoteDate(meant)}`;
  return {
    ...badValue(
      `${name} is ${showValue(text)}, but a date is a year, a month or a day: "2020", 2020-05 or 2020-05-31${ways}`,
    ),
    rewrite:
      meant === undefined
        ? undefined
        : { title: 'write the date in the form of a bank', text: quoteDate(meant), value: meant },
  };
}

/** A year alone would be a number. */
const quoteDate = (date: string) => (date.length === 4 ? quote(date) : date);

function badLanguage(name: string, value: unknown): Said {
  const meant = guessLanguage(String(value));
  const ways = meant === undefined ? '' : `; write ${meant}`;
  return badValue(
    `${name} is ${showValue(value)}, but a language is a tag of two or three letters, such as en, de or zh${ways}`,
  );
}

/** What is said of a text that is no id, and what it could be. */
export function describeBadId(name: string, value: unknown): Said {
  const rule = 'schema/bad-id';
  const text = String(value);
  const several = text.split(/[,，、;；]/).map((one) => one.trim());
  if (several.length > 1 && text === text.trim() && several.every((one) => idPattern.test(one))) {
    const message = `${name} is ${showValue(value)}, which is several ids; write ${several.join(', ')}`;
    return { rule, message };
  }
  const fixed = inAscii(text.trim().toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const ways = idPattern.test(fixed) ? `; write \`${fixed}\`` : '';
  const message = `${name} is ${showValue(value)}, but ids are lower-case ASCII words joined by hyphens${ways}`;
  return { rule, message };
}

const digraphs: Readonly<Record<string, string>> = {
  ...{
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    å: 'a',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
  },
};

/** Lower-case letters as keyboards without accents write them: `föhn` is `foehn`, `été` is `ete`. */
const inAscii = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => digraphs[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** That a field is not there. */
export function describeMissing(path: DataPath, noun: string): Said {
  const message = `${nameOf(path.slice(0, -1), noun)} has no \`${path.at(-1)}\`; add it`;
  return { rule: 'schema/missing-key', message };
}

/** Whether a value is a list or map without entries. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
