import { formatCount } from '../core/base/format-count.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import type { CountedAnswer, FlagReport } from '../core/learner/insight/flag-report.ts';
import { kindOf } from '../core/question/kinds/index.ts';
import type { BankStore } from '../shell/bank/bank-store.ts';
import { about } from '../shell/page/about.ts';
import { describeFlag } from '../shell/terminal/shared/flag-reasons.ts';
import { stemOf } from './shared/stem.ts';

/** A report for the maintainers of a bank: questions, and what a learner holds against them. No days, no device, no other answers. */
interface MaintainersReport {
  readonly version: 1;
  readonly llmquiz: string;
  readonly questions: readonly ReportedQuestion[];
}

interface ReportedQuestion {
  readonly id: string;
  readonly deck: string;
  readonly revision: number;
  readonly stem: string;
  readonly key: string;
  readonly flags: readonly {
    readonly revision?: number;
    readonly reason?: string;
    readonly text?: string;
    readonly answer?: CountedAnswer;
  }[];
  readonly countedRight: readonly CountedAnswer[];
}

/** The report as data. */
export function maintainersDataOf(
  reports: readonly FlagReport[],
  bank: BankStore,
  lang: Lang,
): MaintainersReport {
  const questions = reports.flatMap(({ id, flags, countedRight }): ReportedQuestion[] => {
    const entry = bank.entry(id);
    const deck = bank.index.heads.find((head) => head.id === id)?.deck;
    if (entry === undefined || deck === undefined) return [];
    const { item } = entry;
    return [
      {
        ...{ id, deck, revision: item.revision },
        ...{ stem: stemOf(item, lang), key: kindOf(item).key(item, lang) },
        flags: flags.map(({ revision, reason, text, answer }) => ({
          ...(revision === undefined ? {} : { revision }),
          ...(reason === undefined ? {} : { reason }),
          ...(text === undefined ? {} : { text }),
          ...(answer === undefined ? {} : { answer }),
        })),
        countedRight,
      },
    ];
  });
  return { version: 1, llmquiz: about.version, questions };
}

/** The report as Markdown, in the learner's language; what others typed is quoted so that it stays text. */
export function maintainersPageOf({ llmquiz, questions }: MaintainersReport, lang: Lang): readonly string[] {
  const t = inLanguage(lang);
  return [
    t('# Questions that a learner flagged', '# 学习者标记的题目'),
    '',
    t(
      `llmquiz ${llmquiz}, ${formatCount(questions.length, 'question')}. Answers are as they were given.`,
      `llmquiz ${llmquiz}，${questions.length} 道题。回答均为原文。`,
    ),
    ...questions.flatMap((question) => questionPage(question, lang)),
  ];
}

function questionPage(
  { id, deck, revision, stem, key, flags, countedRight }: ReportedQuestion,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  return [
    '',
    `## ${codeOf(id)}`,
    '',
    t(`Deck ${codeOf(deck)}, revision ${revision}.`, `题组 ${codeOf(deck)}，修订 ${revision}。`),
    '',
    ...quoteOf(stem),
    '',
    t(`Answer in the bank: ${codeOf(key)}`, `题库中的答案：${codeOf(key)}`),
    '',
    ...flags.map(({ answer, ...flag }) => {
      const said = escapeMarkdown(describeFlag(flag, lang) ?? t('no reason given', '未说明原因'));
      const colon = t(': ', '：');
      const given = answer === undefined ? '' : `${colon}${answerText(answer, lang)}`;
      return `- ${t('Flagged', '标记')}${colon}${said}${given}`;
    }),
    ...countedRight.map(
      (answer) => `- ${t('Counted as right: ', '改判为正确：')}${answerText(answer, lang)}`,
    ),
  ];
}

function answerText({ given, lang: asked, revision }: CountedAnswer, lang: Lang): string {
  return inLanguage(lang)(
    `${codeOf(given)} (${asked}, revision ${revision})`,
    `${codeOf(given)}（${asked}，修订 ${revision}）`,
  );
}

const quoteOf = (text: string) => text.split('\n').map((line) => `> ${escapeMarkdown(line)}`);

/** A text as code, in as many backticks as it takes. */
function codeOf(text: string): string {
  const flat = text.replaceAll('\n', ' / ');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^`|`$/.test(flat) ? ' ' : '';
  return `${fence}${gap}${flat}${gap}${fence}`;
}

/** A text that Markdown shows as it is. */
const escapeMarkdown = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
