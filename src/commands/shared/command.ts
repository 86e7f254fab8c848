import type { Command } from 'commander';
import type { ExitCode, World } from '#shell/system/world.ts';

/** What a command's wiring gets: the program to hang it on, the world, and where to hand in the exit code. */
export interface Wiring {
  readonly program: Command;
  readonly world: World;
  readonly finish: (code: ExitCode) => void;
}

/** Hangs a command on the program. What the quiz does not need and takes long to load, its action imports when it runs. */
export type Wire = (wiring: Wiring) => void;
