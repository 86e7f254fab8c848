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
