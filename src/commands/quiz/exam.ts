import { Option } from 'commander';
import type { Wire } from '../shared/command.ts';
import { withCommonOptions } from '../shared/options.ts';
import { withItemOptions } from '../shared/select-items.ts';
import type { QuizOptions } from './options.ts';
import { readPositive, runQuiz } from './quiz.ts';

/** The options of `llmquiz exam`. */
export interface ExamOptions extends QuizOptions {
  /** The name that `--limit` had before. */
  readonly number?: number;
  readonly kinds?: readonly string[];
  readonly schedule?: boolean;
}

/** `llmquiz exam`: asks questions without feedback, and gives a score at the end. */
export const addExam: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    withItemOptions(
      program.command('exam').description('take an exam: no feedback until the score at the end'),
    )
      .option('--kinds <kinds>', 'only questions of these kinds, such as recall,text', listed)
      .option('-n, --limit <count>', 'number of questions (default: 30)', readPositive)
      .addOption(new Option('--number <count>').argParser(readPositive).hideHelp())
      .option('-m, --minutes <minutes>', 'time limit', readPositive)
      .option('--schedule', 'also count the answers as reviews')
      .option('--plain', 'numbered prompts, for screen readers and scripts')
      .option('--seed <text>', 'ask the questions of the exam with this seed'),
  ).action(async (options: ExamOptions) => {
    const { runExam } = await import('./run-exam.ts');
    finish(await runQuiz(world, options, runExam));
  });
};

const listed = (value: string) =>
  value
    .normalize('NFKC')
    .split(/[,、\s]+/)
    .filter((word) => word !== '');
