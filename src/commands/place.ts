import { pickLanguage } from '../core/base/text.ts';
import type { ExitCode } from '../shell/system/world.ts';
import { placeLearner } from './quiz/place.ts';
import { runQuiz } from './quiz/quiz.ts';
import type { OpenRooms } from './quiz/session.ts';
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
  ).action(async (options: PlaceOptions) => finish(await runQuiz(world, options, play)));
};

/** Says what is coming, and places the learner. */
const play = (rooms: OpenRooms, _: unknown, options: PlaceOptions): Promise<ExitCode> => {
  rooms.terminal.print(
    pickLanguage(
      {
        en: 'A few questions find where each deck begins for you. Press 0 if you do not know the answer.',
        zh: '先回答几道题，为每个题组找到合适的起点。不会就按 0。',
      },
      rooms.lang,
    ),
  );
  return placeLearner(rooms, options.seed);
};
