import { placeLearner } from './quiz/place.ts';
import { runQuiz } from './quiz/quiz.ts';
import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';

interface PlaceOptions extends CommonOptions {
  readonly plain?: boolean;
  readonly seed?: string;
}

/** `llmquiz place`: finds the learner's level in each deck. */
export const addPlace: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('place')
      .description('find your level in each deck, with 15 questions at most')
      .option('--plain', 'numbered prompts, for screen readers and scripts')
      .option('--seed <text>', 'fix the choice of questions and the order of options'),
  ).action(async (options: PlaceOptions) =>
    finish(await runQuiz(world, options, (rooms) => placeLearner(rooms, options.seed))),
  );
};
