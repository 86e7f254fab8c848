import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Refusal, Refused } from '#core/question/prompt.ts';
import { type Line, makeSpan, type Span } from '#shell/page/line.ts';
import type { Question } from './terminal.ts';
import { labelOf, wordFor } from './words.ts';

/** The lines above a question: progress, deck and id, notice and stem. */
export function questionLinesOf(question: Question, lang: Lang): readonly Line[] {
  const { prompt, notice } = question;
  if (notice !== undefined && 'refusal' in notice)
    return [[makeSpan('warn', describeRefusal(notice.refusal, lang))]];
  return [
    '',
    ...offerLinesOf(question, lang),
    headerOf(question),
    ...(notice === undefined ? [] : [[makeSpan('warn', wordFor('again', lang))]]),
    ...stemLinesOf(prompt.stem),
  ];
}

/** The line that offers the primer of a deck. */
function offerLinesOf({ primer, deck, prompt }: Question, lang: Lang): readonly Line[] {
  if (primer === undefined || primer.isRead) return [];
  const { minutes } = primer;
  const isTyped = prompt.type === 'type-in';
  const text = pickLanguage(
    {
      en: `New deck: ${deck}. ${isTyped ? 'Type :p' : 'Press p'} to read its primer (${minutes} min).`,
      zh: `新题组：${deck}。${isTyped ? '输入 :p' : '按 p'} 可先看导读（约 ${minutes} 分钟）。`,
    },
    lang,
  );
  return [[makeSpan('dim', text)]];
}

/** The dim line above a question. */
export const headerOf = ({ progress, deck, id = '' }: Pick<Question, 'progress' | 'deck' | 'id'>): Line => [
  makeSpan('dim', `${progress}  ${deck}  ${id}`.trimEnd()),
];

/** The stem of a question as lines. */
export const stemLinesOf = (stem: string): readonly Line[] =>
  stem.split('\n').map((text): Line => [makeSpan('strong', text)]);

/** Says what was not understood of an answer that is asked for once more. */
function describeRefusal({ reason, insisted }: Refused, lang: Lang): string {
  const question = describeReason(reason, lang);
  if (insisted === undefined) return question;
  const insist = wordFor('insist', lang);
  return pickLanguage({ en: `${question} ${insist}`, zh: `${question}${insist}` }, lang);
}

/** Says why an answer is asked for once more. */
export function describeReason(reason: Refusal, lang: Lang): string {
  switch (reason.why) {
    case 'empty':
      return wordFor('emptyTyped', lang);
    case 'not-a-number':
      return wordFor('notANumber', lang);
    case 'unknown-words':
      return pickLanguage(
        {
          en: `I read ${reason.read}; what is “${reason.words}” here?`,
          zh: `读到 ${reason.read}；这里的“${reason.words}”是什么意思？`,
        },
        lang,
      );
    case 'other-unit':
      return describeUnit(reason.unit, reason.wanted, lang);
    case 'which-unit':
      return pickLanguage(
        {
          en: `${reason.units.join(' or ')}? They differ here.`,
          zh: `${reason.units.join(' 还是 ')}？在这里有区别。`,
        },
        lang,
      );
    case 'another-word':
      return pickLanguage(
        { en: `“${reason.word}” is another word.`, zh: `“${reason.word}”是另一个词。` },
        lang,
      );
    case 'preposition':
      return pickLanguage(
        { en: `Answer without “${reason.word}”.`, zh: `请去掉“${reason.word}”再回答。` },
        lang,
      );
    case 'same-sound':
      return pickLanguage(
        {
          en: `“${reason.word}” may have a character of the same sound in place of another.`,
          zh: `“${reason.word}”里可能有同音别字。`,
        },
        lang,
      );
    default:
      return reason satisfies never;
  }
}

function describeUnit(unit: string, wanted: string | undefined, lang: Lang): string {
  const text =
    wanted === undefined
      ? { en: `This is not counted in “${unit}”.`, zh: `这里不以“${unit}”计。` }
      : {
          en: `“${unit}” is no measure for this; it is asked in “${wanted}”.`,
          zh: `“${unit}”换算不过来；这里问的是“${wanted}”。`,
        };
  return pickLanguage(text, lang);
}

/** A source with its link. */
export function sourceLineOf({ text, url }: Feedback['citations'][number], lang: Lang): Line {
  const source: Span = url === undefined ? { text, style: 'dim' } : { text, style: 'dim', url };
  return [makeSpan('dim', labelOf('source', lang)), source];
}

/** The correct answer of an item; on lines of its own if it has several. */
export function keyLinesOf(key: string, lang: Lang): readonly Line[] {
  const lines = key.split('\n');
  return lines.length === 1
    ? [[labelOf('key', lang), makeSpan('strong', key)]]
    : [wordFor('key', lang), ...lines.map((line): Line => ['  ', makeSpan('strong', line)])];
}
