import { inLanguage, type Lang } from '../core/base/text.ts';
import type { CountedAnswer, FlagReport, ReportedFlag } from '../core/learner/insight/flag-report.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { breakLine, type Line, makeSpan } from '../shell/page/line.ts';
import { describeFlag } from '../shell/terminal/shared/flag-reasons.ts';
import { stemBy } from './shared/stem.ts';

/** The flags and counted answers by question, and what can be done with them. */
export function listLinesOf(reports: readonly FlagReport[], bank: BankStore, lang: Lang): readonly Line[] {
  const t = inLanguage(lang);
  const flagged = reports.filter(({ flags }) => flags.length > 0);
  const others = reports.filter(({ flags }) => flags.length === 0);
  if (reports.length === 0)
    return [
      t(
        'Nothing is flagged. In the quiz, press f after an answer to flag its question.',
        '没有标记过题目。练习中作答后按 f 可标记有问题的题。',
      ),
    ];
  return [
    ...(flagged.length === 0 ? [t('Nothing is flagged.', '没有标记过题目。'), ''] : []),
    ...flagged.flatMap((report) => questionLines(report, bank, lang)),
    ...(others.length === 0
      ? []
      : [
          t('Not flagged, but you counted your answer as right:', '未标记，但你把自己的回答改判为正确：'),
          '',
          ...others.flatMap((report) => questionLines(report, bank, lang)),
        ]),
    t(
      'Report them to the maintainers of the bank: `llmquiz flags --output flags.md`.',
      '可用 `llmquiz flags --output flags.md` 生成给题库维护者的报告。',
    ),
    ...(flagged.length === 0
      ? []
      : [t('Settle a flag: `llmquiz flags --clear ID`.', '清除标记：`llmquiz flags --clear ID`。')]),
  ];
}

function questionLines(
  { id, flags, countedRight }: FlagReport,
  bank: BankStore,
  lang: Lang,
): readonly Line[] {
  return [
    [makeSpan('dim', id)],
    ...stemBy(id, bank, lang).split('\n'),
    ...flags.flatMap((flag) => breakLine(`- ${flagText(flag, lang)}`)),
    ...countedRight.flatMap((answer) => breakLine(`- ${countedText(answer, lang)}`)),
    '',
  ];
}

function flagText(flag: ReportedFlag, lang: Lang): string {
  const t = inLanguage(lang);
  const said = describeFlag(flag, lang) ?? t('no reason given', '未说明原因');
  const answer = flag.answer === undefined ? '' : t(` (${flag.answer.given})`, `（${flag.answer.given}）`);
  const date = flag.at.slice(0, 10);
  return t(`flagged on ${date}: ${said}${answer}`, `${date} 标记：${said}${answer}`);
}

const countedText = ({ given }: CountedAnswer, lang: Lang) =>
  inLanguage(lang)(`counted as right: ${given}`, `改判为正确：${given}`);
