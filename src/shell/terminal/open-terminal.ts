import type { Lang } from '#core/base/text.ts';
import type { World } from '../system/world.ts';
import { makePlainTerminal } from './plain/plain.ts';
import type { Terminal } from './shared/terminal.ts';

/** How the learner wants to be asked. */
export interface TerminalOptions {
  readonly lang: Lang;
  readonly plain: boolean;
}

/** True if the learner wants numbered lines, or the output is nothing that can draw. */
export const isPlainOutput = (
  { stdout, env }: Pick<World, 'stdout' | 'env'>,
  { plain }: Pick<TerminalOptions, 'plain'>,
): boolean =>
  plain ||
  (env.ACCESSIBLE !== undefined && env.ACCESSIBLE !== '') ||
  stdout.isTTY !== true ||
  env.TERM === 'dumb';

/** The terminal to ask on: rich if input and output are a terminal that can redraw, else plain. */
export async function openTerminal(world: World, { lang, plain }: TerminalOptions): Promise<Terminal> {
  // Standard input is looked at last: opening it takes two milliseconds, which plain mode has after its first question.
  if (!isPlainOutput(world, { plain }) && world.stdin.isTTY === true) {
    const { makeRichTerminal: richTerminal } = await import('./rich/rich.ts');
    return richTerminal(world, lang);
  }
  return makePlainTerminal(world, lang);
}
