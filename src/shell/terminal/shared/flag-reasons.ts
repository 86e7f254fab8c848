import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import { type FlagReason, type FlagWords, flagReasons } from '#core/learner/memory/flags.ts';
import { foldLine } from './wishes.ts';

const texts: Readonly<Record<FlagReason, Text>> = {
  wrong: { en: 'the correct answer is wrong', zh: '答案有误' },
  unclear: { en: 'the question is unclear', zh: '题目表述不清' },
  'answer-right': { en: 'my answer was right', zh: '我的回答是对的' },
  translation: { en: 'bad translation', zh: '翻译有问题' },
  outdated: { en: 'outdated', zh: '内容已过时' },
};

/** The usual reasons to flag a question, in the order of their numbers. */
export const describeReasons = (lang: Lang): readonly string[] =>
  flagReasons.map((reason) => pickLanguage(texts[reason], lang));

/** What a learner said of a question that they flagged; undefined if they said nothing. */
export function describeFlag({ reason, text }: FlagWords, lang: Lang): string | undefined {
  const known = flagReasons.find((one) => one === reason);
  const parts = [known === undefined ? reason : pickLanguage(texts[known], lang), text];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(pickLanguage({ en: ': ', zh: '：' }, lang));
}

/** The words of the list for a reason, in each language, as a line is compared with them. */
const wordsOf = (reason: FlagReason) => Object.values(texts[reason]).map(foldLine);

/** The reason that a line gives: by its number, by the words of the list, or in other words; undefined for an empty one. */
export function readFlagWords(line: string): FlagWords | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const [, digit, words = ''] = /^([1-9])(?:[.,:;：，；。、\s]\s*(.*))?$/s.exec(text.normalize('NFKC')) ?? [];
  const reason = digit === undefined ? undefined : flagReasons[Number(digit) - 1];
  const named = flagReasons.find((one) => wordsOf(one).includes(foldLine(text)));
  if (reason === undefined) return named === undefined ? { text } : { reason: named };
  return words === '' ? { reason } : { reason, text: words };
}
