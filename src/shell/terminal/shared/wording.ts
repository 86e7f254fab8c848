import type { Citation } from '#core/bank/compile.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import { dateOf } from '#core/learner/day.ts';
import type { Feedback } from '#core/learner/feedback.ts';
import type { Remark } from '#core/question/prompt.ts';
import { breakLine, type Line, makeSpan, type Span } from '#shell/page/line.ts';
import type { Question } from './terminal.ts';
import { dueIn, labelOf, wordFor } from './words.ts';

/** The lines above a question: progress, deck, notice and stem. */
export function questionLinesOf({ prompt, progress, deck, notice }: Question, lang: Lang): readonly Line[] {
  if (notice !== undefined && 'refusal' in notice)
    return [[makeSpan('warn', refusalText(notice.refusal, lang))]];
  return [
    '',
    [makeSpan('dim', `${progress}  ${deck}`)],
    ...(notice === undefined ? [] : [[makeSpan('warn', wordFor('again', lang))]]),
    ...prompt.stem.split('\n').map((text): Line => [makeSpan('strong', text)]),
  ];
}

function refusalText(reason: 'not-a-number' | 'empty', lang: Lang): string {
  return wordFor(reason === 'empty' ? 'emptyTyped' : 'notANumber', lang);
}

/** The feedback on an answer, as lines. */
export function feedbackLinesOf(feedback: Feedback, lang: Lang): readonly Line[] {
  const { rationale, citations, dueIn: days, due, leech, notRecorded } = feedback;
  return [
    '',
    verdictLine(feedback, lang),
    ...(feedback.key === undefined ? [] : keyLinesOf(feedback.key, lang)),
    ...remarksWorthSaying(feedback.remarks).flatMap((remark) => remarkLines(remark, lang).flatMap(breakLine)),
    '',
    ...rationale.split('\n'),
    ...(feedback.asOf === undefined ? [] : [asOfLine(feedback.asOf, lang)]),
    '',
    ...citations.map((citation) => sourceLineOf(citation, lang)),
    notRecorded === undefined
      ? [makeSpan('dim', dueIn(days, dateOf(due), lang))]
      : [makeSpan('bad', notRecordedText(notRecorded.reason, lang))],
    ...(leech === undefined ? [] : [[makeSpan('warn', leechText(leech, lang))]]),
  ];
}

/** A source with its link. */
export function sourceLineOf({ text, url }: Citation, lang: Lang): Line {
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

function verdictLine({ verdict, unknown }: Feedback, lang: Lang): Line {
  if (unknown) return [makeSpan('warn', wordFor('notKnown', lang))];
  switch (verdict) {
    case 'correct':
      return [makeSpan('good', wordFor('right', lang))];
    case 'partial':
      return [makeSpan('warn', wordFor('partly', lang))];
    case 'wrong':
      return [makeSpan('bad', wordFor('wrong', lang))];
    default:
      return verdict satisfies never;
  }
}

/** Drops the remark on a single blank, since answer and verdict already tell it. */
function remarksWorthSaying(remarks: readonly Remark[]): readonly Remark[] {
  const blanks = remarks.filter(({ type }) => type === 'blank');
  return blanks.length === 1 ? remarks.filter(({ type }) => type !== 'blank') : remarks;
}

function remarkLines(remark: Remark, lang: Lang): readonly Line[] {
  switch (remark.type) {
    case 'why':
      return [
        [makeSpan('bad', `- ${remark.option}`), pickLanguage({ en: ': ', zh: '：' }, lang), remark.why],
      ];
    case 'missed':
      return [[makeSpan('warn', `- ${labelOf('missed', lang)}`), remark.option]];
    case 'typo':
      return [
        pickLanguage(
          {
            en: `Treated as a typo: "${remark.typed}" for "${remark.meant}".`,
            zh: `按笔误处理：“${remark.typed}”应为“${remark.meant}”。`,
          },
          lang,
        ),
      ];
    case 'place':
      return [mark(remark.right, `${remark.place}. ${remark.given}`)];
    case 'pair':
      return [mark(remark.right, `${remark.left} = ${remark.given}`)];
    case 'blank':
      return [mark(remark.right, `${remark.blank} ${remark.given === '' ? '-' : remark.given}`)];
    default:
      return remark satisfies never;
  }
}

/** Marks a line with a sign as well as a colour, for people who see no colours. */
function mark(right: boolean, text: string): Line {
  return right ? [makeSpan('good', `+ ${text}`)] : [makeSpan('bad', `x ${text}`)];
}

function asOfLine(asOf: string, lang: Lang): Line {
  return [makeSpan('dim', pickLanguage({ en: `As of ${asOf}.`, zh: `截至 ${asOf}。` }, lang))];
}

function notRecordedText(reason: string, lang: Lang): string {
  return pickLanguage(
    { en: `This answer is NOT recorded: ${reason}.`, zh: `本次回答未能记录：${reason}。` },
    lang,
  );
}

function leechText(lapses: number, lang: Lang): string {
  return pickLanguage(
    {
      en: `Forgotten ${lapses} times. Try a different way to remember it, or press x to suspend it.`,
      zh: `已忘记 ${lapses} 次。请换一种方法记忆，或按 x 暂停此题。`,
    },
    lang,
  );
}
