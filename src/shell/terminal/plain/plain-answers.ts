import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Answer, Prompt, Verdict } from '#core/question/prompt.ts';
import { breakLine, type Line } from '#shell/page/line.ts';
import {
  askBackFor,
  describeLoneWish,
  foldLine,
  literalOf,
  loneWishOf,
  type Wish,
  wishesFor,
  wishOf,
} from '../shared/wishes.ts';
import { wordFor } from '../shared/words.ts';

/** The meaning of a typed line for a prompt. */
export type ReadAnswer =
  | { readonly type: 'answer'; readonly answer: Answer }
  /** An answer that may have been meant as a key: it counts when it is given again. */
  | { readonly type: 'ask-back'; readonly answer: Answer; readonly problem: string }
  | { readonly type: 'hint' | 'skip' | 'known' | 'back' | 'undo' | 'primer' | 'leave' }
  | { readonly type: 'unclear'; readonly problem: string };

type PickPrompt = Extract<Prompt, { readonly type: 'pick-one' }>;
type PairPrompt = Extract<Prompt, { readonly type: 'pair' }>;

/** The options of a prompt as numbered lines. */
export function optionLinesOf(prompt: Prompt, lang: Lang): readonly Line[] {
  switch (prompt.type) {
    case 'pick-one':
    case 'pick-many':
    case 'arrange':
      return numbered(prompt.options);
    case 'pair':
      return [
        ...numbered(prompt.lefts),
        pickLanguage({ en: `${wordFor('belongs', lang)}:`, zh: `${wordFor('belongs', lang)}：` }, lang),
        ...numbered(prompt.rights),
      ];
    case 'type-in':
    case 'reveal':
      return [];
    default:
      return prompt satisfies never;
  }
}

const numbered = (options: readonly string[]): readonly Line[] =>
  options.flatMap((o, i) => breakLine(`  ${i + 1}. ${o}`));

/** Reads a typed line as an answer or a wish; `unclear` if it is neither. */
export function readPlainAnswer(
  prompt: Prompt,
  line: string,
  lang: Lang,
  allowed: readonly Wish[] = wishesFor({ schedules: true }),
): ReadAnswer {
  const text = foldLine(line);
  // If answers are typed, a wish begins with a colon, or is a lone question mark; in other prompts the colon is optional.
  const wish = wishOf(prompt.type === 'type-in' || text.startsWith(':') ? text : `:${text}`);
  if (wish !== undefined)
    return allowed.includes(wish) ? wished(wish) : { type: 'unclear', problem: wordFor('noUseHere', lang) };
  switch (prompt.type) {
    case 'pick-one':
      return onePick(prompt, text, lang);
    case 'pick-many':
      return manyPicks(prompt.options, text, lang);
    case 'arrange':
      return allOnce(prompt.options, text, lang);
    case 'pair':
      return onePerLeft(prompt, text, lang);
    case 'type-in':
      return typed(prompt.blanks, line.trim(), lang, allowed);
    case 'reveal':
      return { type: 'unclear', problem: wordFor('thinkFirst', lang) };
    default:
      return prompt satisfies never;
  }
}

function wished(wish: Wish): ReadAnswer {
  return wish === 'unknown' ? { type: 'answer', answer: { type: 'unknown' } } : { type: wish };
}

function onePick({ options, words = [] }: PickPrompt, text: string, lang: Lang): ReadAnswer {
  const index = /^\d+$/.test(text) ? Number(text) - 1 : words.findIndex((all) => all.includes(text));
  const option = options[index];
  return option === undefined
    ? { type: 'unclear', problem: numberWanted(options.length, words, lang) }
    : { type: 'answer', answer: { type: 'picked', option } };
}

function manyPicks(options: readonly string[], text: string, lang: Lang): ReadAnswer {
  const chosen = namedIn(text, options);
  return chosen === undefined
    ? { type: 'unclear', problem: numbersWanted(options.length, lang) }
    : { type: 'answer', answer: { type: 'ticked', options: [...new Set(chosen)] } };
}

function allOnce(options: readonly string[], text: string, lang: Lang): ReadAnswer {
  const sequence = namedIn(text, options);
  if (sequence?.length === options.length && new Set(numbersIn(text)).size === options.length)
    return { type: 'answer', answer: { type: 'arranged', sequence } };
  const problem = pickLanguage(
    {
      en: `Type each number from 1 to ${options.length} once, like ${sample(options.length)}.`,
      zh: `请将 1 到 ${options.length} 的每个数字各输入一次，例如 ${sample(options.length)}。`,
    },
    lang,
  );
  return { type: 'unclear', problem };
}

function onePerLeft({ lefts, rights }: PairPrompt, text: string, lang: Lang): ReadAnswer {
  const chosen = namedIn(text, rights);
  if (chosen?.length === lefts.length) return { type: 'answer', answer: { type: 'paired', rights: chosen } };
  const problem = pickLanguage(
    {
      en: `Type ${lefts.length} numbers from 1 to ${rights.length}, one for each item of the first list, like ${sample(lefts.length)}.`,
      zh: `请为第一组的每项输入一个 1 到 ${rights.length} 的数字，共 ${lefts.length} 个，例如 ${sample(lefts.length)}。`,
    },
    lang,
  );
  return { type: 'unclear', problem };
}

/** Separators between the answers to several blanks, tried in turn until one gives as many answers; a comma inside a number is none. */
const separators = [/[;；|]/, /、/, /，|,(?!\d)/];

/** Reads a line as one text for each blank. */
function typed(blanks: readonly string[], text: string, lang: Lang, allowed: readonly Wish[]): ReadAnswer {
  const plain = literalOf(text);
  if (plain === '') return { type: 'unclear', problem: wordFor('emptyTyped', lang) };
  const problem = askBackFor(plain, lang, allowed);
  if (blanks.length === 1) {
    const answer: Answer = { type: 'typed', texts: [plain] };
    return problem === undefined ? { type: 'answer', answer } : { type: 'ask-back', answer, problem };
  }
  const ways = separators.map((separator) => plain.split(separator).map((t) => t.trim()));
  const texts = ways.find((parts) => parts.length === blanks.length);
  if (texts !== undefined) return { type: 'answer', answer: { type: 'typed', texts } };
  const wanted = pickLanguage(
    {
      en: `Type ${blanks.length} answers separated by semicolons, like: ${letters(blanks.length).join('; ')}`,
      zh: `请输入 ${blanks.length} 个答案，用分号隔开，例如：${letters(blanks.length).join('；')}`,
    },
    lang,
  );
  const lone = loneWishOf(plain);
  return {
    type: 'unclear',
    problem:
      lone === undefined || !allowed.includes(lone) ? wanted : `${wanted}\n${describeLoneWish(lone, lang)}`,
  };
}

/** Reads a learner's judgement of a revealed answer; undefined for any other line. */
export function readJudgement(line: string): Verdict | undefined {
  const verdicts: Readonly<Record<string, Verdict>> = { '1': 'correct', '2': 'partial', '3': 'wrong' };
  return verdicts[foldLine(line)];
}

/** The options that the numbers in a text name; undefined if there are no numbers, or one is too large. */
function namedIn(text: string, options: readonly string[]): readonly string[] | undefined {
  const chosen = numbersIn(text).map((n) => options[n - 1]);
  const known = chosen.filter((option) => option !== undefined);
  return known.length > 0 && known.length === chosen.length ? known : undefined;
}

const numbersIn = (text: string): readonly number[] =>
  /^[\d\s,;，、]+$/.test(text)
    ? text.length > 1 && /^\d+$/.test(text) && !text.startsWith('0')
      ? [...text].map(Number)
      : (text.match(/\d+/g) ?? []).map(Number)
    : [];

const sample = (length: number) => Array.from({ length }, (_, i) => ((i + 1) % length) + 1).join(' ');

const letters = (length: number) => Array.from({ length }, (_, i) => String.fromCodePoint(97 + i));

function numberWanted(count: number, words: readonly (readonly string[])[], lang: Lang): string {
  const [first, second] = words.map(([word = '']) => word);
  return first === undefined || second === undefined
    ? pickLanguage({ en: `Type a number from 1 to ${count}.`, zh: `请输入 1 到 ${count} 的数字。` }, lang)
    : pickLanguage(
        {
          en: `Type ${first} or ${second}, or a number from 1 to ${count}.`,
          zh: `请输入“${first}”或“${second}”，也可以输入 1 到 ${count} 的数字。`,
        },
        lang,
      );
}

const numbersWanted = (count: number, lang: Lang) =>
  pickLanguage(
    {
      en: `Type one or more numbers from 1 to ${count}, like 1 3.`,
      zh: `请输入一个或多个 1 到 ${count} 的数字，例如 1 3。`,
    },
    lang,
  );
