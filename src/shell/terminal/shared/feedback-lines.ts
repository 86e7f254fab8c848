import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Feedback, MarkedOption, Reason } from '#core/learner/insight/feedback.ts';
import type { Remark } from '#core/question/prompt.ts';
import { breakLine, type Line, makeSpan } from '#shell/page/line.ts';
import { describeAnswer } from './answer-text.ts';
import { markDifference } from './difference-marks.ts';
import { statementBlocksOf } from './statement-lines.ts';
import { headerOf, keyLinesOf, sourceLineOf, stemLinesOf } from './wording.ts';
import { dueIn, labelOf, wordFor } from './words.ts';

/** Lines that stay together if they fit in the window. */
export type Block = readonly Line[];

/** One way to begin a feedback. */
export interface Head {
  readonly lines: Block;
  /** Lines above the feedback that must stay in the window. */
  readonly held?: Block;
  /** Parts that come right after it. */
  readonly next?: readonly Block[];
  /** Parts that it leaves for the end. */
  readonly later?: readonly Block[];
}

/** The parts of a feedback, in the order in which they are read. */
export interface FeedbackParts {
  /** Ways to show verdict and correct answer, the most telling first and the shortest last. */
  readonly heads: readonly Head[];
  readonly body: readonly Block[];
  /** The learner's own note: nothing is read before it. */
  readonly note: readonly Block[];
  /** The next review, at the end of the first page. */
  readonly last: Block;
  /** Shown only on request. */
  readonly onRequest: readonly Block[];
}

/** The parts of the feedback on an answer. */
export function feedbackPartsOf(feedback: Feedback, lang: Lang): FeedbackParts {
  const { rationale, citations, asOf, key, revealed, ownNote } = feedback;
  const typos = feedback.remarks.flatMap((remark) =>
    remark.type === 'typo' ? [typoLine(remark, lang)] : [],
  );
  const first = [...pastLines(feedback, lang), '', verdictLine(feedback, lang)];
  const begin = (head: Head): Head => ({ ...head, lines: [...first, ...head.lines, ...typos] });
  const heads = headsOf(feedback, lang);
  // The answer to what was asked follows the key that was revealed, on a line.
  const held: Head = { lines: [], held: [...keyLinesOf(key, lang), '>'] };
  return {
    heads: (revealed ? [held, ...heads] : heads).map(begin),
    note: ownNote === undefined ? [] : [['', [makeSpan('accent', labelOf('ownNote', lang)), ownNote]]],
    body: [
      ['', ...rationale.split('\n'), ...(asOf === undefined ? [] : [asOfLine(asOf, lang)])],
      ...(citations.length === 0 ? [] : [['', ...citations.map((citation) => sourceLineOf(citation, lang))]]),
    ],
    last: lastLines(feedback, lang),
    onRequest: [
      ...feedback.reasons.map((reason, i) => [...(i === 0 ? [''] : []), ...reasonLines(reason, lang)]),
      ...statementBlocksOf(feedback.statements ?? [], lang),
    ],
  };
}

/** What was asked and answered, if it is looked back at. */
function pastLines({ past }: Feedback, lang: Lang): Block {
  if (past === undefined) return [];
  const answer = describeAnswer(past.answer, lang);
  const given: Block =
    answer === undefined ? [] : breakLine([makeSpan('dim', '> '), makeSpan('accent', answer)]);
  return ['', headerOf(past), ...stemLinesOf(past.stem), ...given];
}

function lastLines(feedback: Feedback, lang: Lang): Block {
  const { leech, notRecorded, afterExam, past } = feedback;
  if (afterExam === true || past !== undefined) return [];
  return [
    notRecorded === undefined
      ? [makeSpan('dim', dueIn(feedback, lang))]
      : [makeSpan('bad', notRecordedText(notRecorded.reason, lang))],
    ...(leech === undefined ? [] : [[makeSpan('warn', leechText(leech, lang))]]),
  ];
}

/** The ways to show the correct answer: among the options, beside the answer in one list, or alone. */
function headsOf(feedback: Feedback, lang: Lang): readonly Head[] {
  const { verdict, remarks, key, options } = feedback;
  const whys = remarks.flatMap((remark) => (remark.type === 'why' ? reasonLines(remark, lang, 'bad') : []));
  const next: readonly Block[] = whys.length === 0 ? [] : [whys];
  const alone = keyLinesOf(key, lang);
  if (verdict === 'correct') return [{ lines: alone, next }];
  const merged = remarks.filter(isPlaced);
  if (merged.length > 1) {
    const legend: Line = [makeSpan('dim', wordFor('legend', lang))];
    const both = merged.flatMap((remark) => breakLine(comparedLine(remark)));
    return [
      { lines: [legend, ...both], next },
      { lines: both, next },
      { lines: alone, next: [['', legend, ...both], ...next] },
    ];
  }
  if (options.length === 0) return [{ lines: [...alone, ...differenceLines(feedback)], next }];
  const bare = options.flatMap((option, i) => optionLines(option, i, remarks, lang));
  const full = options.flatMap((option, i) => optionLines(option, i, remarks, lang, whyOf(option, remarks)));
  return [
    { lines: [signsLine(options, lang), ...full] },
    { lines: full },
    { lines: bare, next },
    { lines: alone, next, later: [['', ...bare]] },
  ];
}

/** What the signs before the options mean. */
function signsLine(options: readonly MarkedOption[], lang: Lang): Line {
  const isChosen = options.some(({ right, chosen }) => chosen && !right);
  const signs = [...(isChosen ? [wordFor('chosenSign', lang)] : []), wordFor('correctSign', lang)];
  return [makeSpan('dim', signs.join('   '))];
}

type Placed = Extract<Remark, { readonly type: 'pair' | 'place' | 'blank' }>;

const isPlaced = (remark: Remark): remark is Placed =>
  remark.type === 'pair' || remark.type === 'place' || remark.type === 'blank';

/** What stands before a part of an answer: its left side, its place, or its blank. */
function placeOf(remark: Placed): string {
  switch (remark.type) {
    case 'pair':
      return `${remark.left} = `;
    case 'place':
      return `${remark.place}. `;
    case 'blank':
      return `${remark.blank} `;
    default:
      return remark satisfies never;
  }
}

/** A part of an answer beside the correct one. A sign marks it as well as a colour, for people who see no colours. */
function comparedLine(remark: Placed): Line {
  const { right, given, key } = remark;
  const place = placeOf(remark);
  if (right) return [makeSpan('good', `+ ${place}${given}`)];
  const marked = remark.type === 'blank' ? markDifference(given, key) : undefined;
  const { typed, meant } = marked ?? {
    typed: [makeSpan('bad', given === '' ? '-' : given)],
    meant: [makeSpan('good', key)],
  };
  return [makeSpan('bad', 'x '), place, ...typed, ' -> ', ...meant];
}

const whyOf = ({ option, chosen }: MarkedOption, remarks: readonly Remark[]) =>
  chosen
    ? remarks.flatMap((remark) => (remark.type === 'why' && remark.option === option ? [remark.why] : []))[0]
    : undefined;

function optionLines(
  { option, right, chosen }: MarkedOption,
  index: number,
  remarks: readonly Remark[],
  lang: Lang,
  why?: string,
): readonly Line[] {
  const lead = `${right ? '+' : chosen ? 'x' : ' '} ${index + 1}. `;
  const text = right
    ? makeSpan('good', lead + option)
    : chosen
      ? makeSpan('bad', lead + option)
      : lead + option;
  const isMissed = remarks.some((remark) => remark.type === 'missed' && remark.option === option);
  const missed = isMissed ? [makeSpan('warn', wordFor('missed', lang))] : [];
  return [
    ...breakLine([text, ...missed]),
    ...(why === undefined ? [] : breakLine(' '.repeat(lead.length) + why)),
  ];
}

function reasonLines({ option, why }: Reason, lang: Lang, style: 'bad' | 'strong' = 'strong'): Block {
  return breakLine([makeSpan(style, `- ${option}`), pickLanguage({ en: ': ', zh: '：' }, lang), why]);
}

function verdictLine({ verdict, unknown, seen }: Feedback, lang: Lang): Line {
  if (verdict === 'correct' && seen === 'miss') return [makeSpan('warn', wordFor('rightAfterMiss', lang))];
  if (verdict === 'correct' && seen === 'right') return [makeSpan('good', wordFor('rightAgain', lang))];
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

function typoLine({ typed, meant }: Extract<Remark, { readonly type: 'typo' }>, lang: Lang): Line {
  const marked = markDifference(typed, meant) ?? { typed: [typed], meant: [meant] };
  const text = pickLanguage({ en: 'Treated as a typo: "|" for "|".', zh: '按笔误处理：“|”应为“|”。' }, lang);
  const [begin = '', middle = '', end = ''] = text.split('|');
  return [begin, ...marked.typed, middle, ...marked.meant, end];
}

/** What differs between a wrong text and the correct one, if they are alike. */
function differenceLines({ typed, key }: Feedback): Block {
  const marked = typed === undefined ? undefined : markDifference(typed, key);
  return marked === undefined ? [] : [[makeSpan('bad', 'x '), ...marked.typed, ' -> ', ...marked.meant]];
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
