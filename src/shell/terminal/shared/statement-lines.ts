import { inLanguage, type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import { breakLine, type Line, makeSpan } from '#shell/page/line.ts';
import type { Block } from './feedback-lines.ts';

type Statement = NonNullable<Feedback['statements']>[number];

const verdicts: Readonly<Record<Statement['verdict'], Text>> = {
  right: { en: 'right', zh: '正确' },
  nuance: { en: 'roughly right', zh: '大体正确' },
  corrected: { en: 'wrong', zh: '有误' },
  opinion: { en: 'opinion', zh: '观点' },
  contents: { en: 'heading', zh: '提纲' },
};

/** What checking a note against sources came to, in a word. */
const describeVerdict = ({ verdict }: Pick<Statement, 'verdict'>, lang: Lang): string =>
  pickLanguage(verdicts[verdict], lang);

/** Notes of a bank, a block each: what it says, whether that is right, and what is right instead. */
export function statementBlocksOf(statements: readonly Statement[], lang: Lang): readonly Block[] {
  const title: Line = [
    makeSpan('dim', inLanguage(lang)('Statements that this question checks:', '本题考查的说法：')),
  ];
  return statements.map((statement, i) => [
    ...(i === 0 ? ['', title] : []),
    ...statementLinesOf(statement, lang),
  ]);
}

/** What a note says, and what is right instead. */
export function statementLinesOf(statement: Statement, lang: Lang): Block {
  const { says, correction } = statement;
  const verdict = inLanguage(lang)(
    ` (${describeVerdict(statement, lang)})`,
    `（${describeVerdict(statement, lang)}）`,
  );
  return [
    ...breakLine([`- ${pickLanguage(says, lang)}`, makeSpan('dim', verdict)]),
    ...(correction === undefined ? [] : breakLine(`  ${pickLanguage(correction, lang)}`)),
  ];
}
