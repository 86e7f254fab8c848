import { wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { needlessIn } from './needless-forms.ts';

const bpeName = sampleDeck
  .replace('kind: recall', 'kind: text')
  .replace(
    'What does BPE stand for?',
    'What is it called to join the most frequent pair of symbols, again and again?',
  )
  .replace(
    'It joins the most frequent pair of symbols into one, again and again.',
    'It was a method of compression before it was one of tokenizing.',
  );

export const itemNeedlessForm: Rule = {
  id: 'item/needless-form',
  severity: 'info',
  off: true,
  summary: 'An accepted answer should be one that the grader would not take by itself.',
  why: 'Plurals, words of the question and names of sorts of things are right beside an answer. Lists of them are long, and hide what is missing.',
  bad: bpeName.replace(
    'key: Byte-pair encoding',
    'key: Byte-pair encoding\n    accept: [byte-pair encoding method]',
  ),
  good: bpeName.replace('key: Byte-pair encoding', 'key: Byte-pair encoding\n    accept: [BPE]'),
  check: checkItemsThat(['type', 'fill'], function* (located) {
    for (const { text, path } of needlessIn(located))
      yield {
        at: path,
        message: `\`${wordingsOf(text).join(' / ')}\` is right without being listed; remove it`,
      };
  }),
};
