import type { BankIndex } from '#core/bank/compile.ts';
import { formatCount } from '#core/base/format-count.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { formatPercent } from '#core/base/percent.ts';
import { inLanguage, type Lang, pickLanguage } from '#core/base/text.ts';
import type { ExamScore } from '#core/learner/plan/exam.ts';
import type { Choice } from '#shell/terminal/shared/terminal.ts';
import { formatDuration } from '#shell/terminal/shared/words.ts';
import type { Sat } from './exam-loop.ts';

/** The size of the exam that is about to start, and its rules. */
export function openingOfExam(size: number, minutes: number | undefined, lang: Lang): string {
  const t = inLanguage(lang);
  const time =
    minutes === undefined ? '' : t(`, ${formatCount(minutes, 'minute')}`, `，限时 ${minutes} 分钟`);
  return t(
    `Exam: ${formatCount(size, 'question')}${time}. You see no answers until the end. Skipped questions come once more.`,
    `模拟考试：${size} 道题${time}。结束后才公布答案；跳过的题最后会再问一次。`,
  );
}

/** The place in the exam, and the time that is left. */
export function progressOf(
  { place, of, left }: { readonly place: number; readonly of: number; readonly left: number | undefined },
  lang: Lang,
): string {
  const minutes = left === undefined ? 0 : Math.ceil(left / 60_000);
  const time = left === undefined ? '' : inLanguage(lang)(`, ${minutes} min left`, `，剩 ${minutes} 分钟`);
  return `${place}/${of}${time}`;
}

/** The reason why an answer does not count. */
export const describeLateness = (lang: Lang) =>
  inLanguage(lang)(
    'That answer came after the time was up and does not count.',
    '作答时已超时，这个回答不计分。',
  );

/** The question whether the exam shall end before its end. */
export const askWhetherToEnd = (answered: number, of: number, lang: Lang) =>
  inLanguage(lang)(
    `End the exam? You have answered ${answered} of ${of}.`,
    `现在结束考试吗？${of} 道题已答 ${answered} 道。`,
  );

/** The choices of somebody who leaves an exam. */
export const endChoicesOf = (lang: Lang): readonly Choice[] => [
  // Not by Enter, behind which both terminals have quitting: a second q ends it too.
  { key: 'c', label: inLanguage(lang)('continue', '继续答题') },
  { key: 'y', label: inLanguage(lang)('end the exam', '结束考试') },
];

/** What an exam came to. */
export interface ExamResult {
  readonly score: ExamScore;
  readonly end: Sat['end'];
  /** The number of its questions, answered or not. */
  readonly size: number;
  readonly ms: number;
  readonly seed: string;
}

/** The score of an exam, in all and by deck. */
export function resultOfExam(
  { score, end, size, ms, seed }: ExamResult,
  bank: BankIndex,
  lang: Lang,
): string {
  const t = inLanguage(lang);
  const { of, right, interval, corrected, answered } = score;
  const [low, high] = [formatPercent(interval.low), formatPercent(interval.high)];
  const share = formatPercent(right / of);
  return [
    '',
    ...endLines({ end, size, answered }, lang),
    t(
      `Score: ${right} of ${of} right, ${share} (95% interval: ${low} to ${high}).`,
      `得分：${of} 道题答对 ${right} 道，${share}（95% 置信区间：${low} 到 ${high}）。`,
    ),
    ...(corrected === undefined
      ? []
      : [
          t(
            `Corrected for guessing: ${formatPercent(corrected)}.`,
            `扣除猜测成分后：${formatPercent(corrected)}。`,
          ),
        ]),
    ...deckLines(score, bank, lang),
    t(`Time: ${formatDuration(ms, lang)}.`, `用时：${formatDuration(ms, lang)}。`),
    t(
      `Seed: ${neutraliseLine(seed)}. With it and the same options, others get the same exam.`,
      `种子：${neutraliseLine(seed)}。用同一种子和相同的命令行选项，别人也会得到这套题。`,
    ),
  ].join('\n');
}

function endLines(
  { end, size, answered }: Pick<ExamResult, 'end' | 'size'> & Pick<ExamScore, 'answered'>,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  const left = size - answered;
  switch (end) {
    case 'left':
      return [
        t(
          `Exam ended early. ${answered} of ${formatCount(size, 'question')} answered; the score counts only these.`,
          `考试提前结束。${size} 道题已答 ${answered} 道，只按已答的计分。`,
        ),
      ];
    case 'time':
      return [
        t(
          `Time is up.${left === 0 ? '' : ` ${left} not answered; ${left === 1 ? 'it counts' : 'they count'} as not right.`}`,
          `时间到。${left === 0 ? '' : `${left} 道未答，不得分。`}`,
        ),
      ];
    case 'done':
      return left === 0
        ? []
        : [
            t(
              `${left} not answered; ${left === 1 ? 'it counts' : 'they count'} as not right.`,
              `${left} 道未答，不得分。`,
            ),
          ];
    default:
      return end satisfies never;
  }
}

/** The score of each deck, in the order of the bank. */
function deckLines({ decks }: ExamScore, bank: BankIndex, lang: Lang): readonly string[] {
  const scores = new Map(decks.map(({ deck, right, of }) => [deck, `${right}/${of}`]));
  const width = Math.max(...[...scores.values()].map((text) => text.length));
  return bank.decks.flatMap(({ name, title }) => {
    const score = scores.get(name);
    return score === undefined
      ? []
      : [`  ${score.padStart(width)}  ${neutraliseLine(pickLanguage(title, lang))}`];
  });
}

/** The choices after the score, which would leave the window if the misses came at once. */
export const missChoicesOf = (count: number, lang: Lang): readonly Choice[] => [
  {
    key: 's',
    label: inLanguage(lang)(
      `see the ${count === 1 ? 'one' : count} you missed`,
      `看没有答对的 ${count} 道题`,
    ),
  },
  { key: 'Enter', label: inLanguage(lang)('quit', '退出') },
];

/** That no question has all that was asked for. */
export const describeNoExam = (lang: Lang) =>
  inLanguage(lang)(
    'No question of these kinds matches. Choose other kinds, or drop --deck, --tag or --level.',
    '没有符合条件的此类题目。请换其他题型，或去掉 --deck、--tag 或 --level。',
  );

/** That a kind is unknown, with the kinds to choose from. */
export const describeNoKind = (told: string, names: readonly string[], lang: Lang) =>
  inLanguage(lang)(
    `Unknown kind \`${told}\`. Choose from: ${names.join(', ')}.`,
    `未知题型 \`${told}\`。可选题型：${names.join('、')}。`,
  );
