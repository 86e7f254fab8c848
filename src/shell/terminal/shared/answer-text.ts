import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Answer, Prompt } from '#core/question/prompt.ts';
import { wordFor } from './words.ts';

/** An answer in a line; undefined for one that the feedback lists in full. */
export function describeAnswer(answer: Answer, lang: Lang): string | undefined {
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'typed':
      return joined(answer.texts, lang);
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

/** An answer in a line, with all that was ticked, put in order or paired. */
export function describeWhole(answer: Answer, lang: Lang, prompt: Prompt): string | undefined {
  switch (answer.type) {
    case 'ticked':
      return joined(answer.options, lang);
    case 'arranged':
      return joined(answer.sequence, lang);
    case 'paired': {
      const lefts = prompt.type === 'pair' ? prompt.lefts : [];
      return joined(
        answer.rights.map((right, i) => `${lefts[i]} = ${right}`),
        lang,
      );
    }
    default:
      return describeAnswer(answer, lang);
  }
}

const joined = (texts: readonly string[], lang: Lang) =>
  texts.join(pickLanguage({ en: '; ', zh: '；' }, lang));
