import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Answer } from '#core/question/prompt.ts';
import { wordFor } from './words.ts';

/** An answer in a line; undefined for one that the feedback lists in full. */
export function describeAnswer(answer: Answer, lang: Lang): string | undefined {
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'typed':
      return answer.texts.join(pickLanguage({ en: '; ', zh: '；' }, lang));
    case 'ticked':
    case 'arranged':
    case 'paired':
      return undefined;
    case 'self-judged': {
      const judged = wordFor(
        ({ correct: 'knew', partial: 'partlyKnew', wrong: 'didNotKnow' } as const)[answer.verdict],
        lang,
      );
      return answer.text === undefined
        ? judged
        : pickLanguage({ en: `${judged}: ${answer.text}`, zh: `${judged}：${answer.text}` }, lang);
    }
    case 'unknown':
      return wordFor('unknownKey', lang);
    default:
      return answer satisfies never;
  }
}
