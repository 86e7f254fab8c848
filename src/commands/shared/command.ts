import type { Command } from 'commander';
import type { ExitCode, World } from '#shell/system/world.ts';

/** The inputs of a command: the program to add it to, the World, and a callback for the exit code. */
export interface Wiring {
  readonly program: Command;
  readonly world: World;
  readonly finish: (code: ExitCode) => void;
}

/** Adds a command to the program. Import slow modules inside the action, so that the quiz starts fast. */
export type Wire = (wiring: Wiring) => void;

/** Adds the options of a command when it is called: those of commands that few call would slow down every start of the quiz. */
export function addOptionsLate(
  program: Wiring['program'],
  command: Wiring['program'],
  addTo: (command: Wiring['program']) => void,
): void {
  program.hook('preSubcommand', (_, called) => {
    if (called === command) addTo(command);
  });
}
