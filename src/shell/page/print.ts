import type { World } from '../system/world.ts';
import { doorTo } from './door.ts';
import type { Line } from './line.ts';
import { paintFor, plainPaintFor } from './paint.ts';
import type { Look } from './render.ts';

/** Prints lines for a command, and knows the width of the output. */
export interface Printer {
  /** Prints lines, wrapped on a terminal, with control characters made visible. */
  print(lines: readonly Line[]): void;
  /** In columns; 0 if nothing is wrapped. */
  readonly columns: number;
}

/** The printer of commands that only print. */
export async function printerFor(world: Pick<World, 'env' | 'stdout' | 'calledAs'>): Promise<Printer> {
  const columns = columnsOf(world.stdout);
  const look: Look = { paint: await paintFor(world), columns: () => columns };
  return { columns, print: (lines) => doorTo(world.stdout, world).lines(lines, look) };
}

/** Prints a value for programs. */
export const printJson = (world: Pick<World, 'env' | 'stdout'>, value: unknown): void =>
  doorTo(world.stdout, world).json(value);

/** Prints one of several values for programs, in a line of its own. */
export const printJsonLine = (world: Pick<World, 'env' | 'stdout'>, value: unknown): void =>
  doorTo(world.stdout, world).jsonLine(value);

/** Prints lines without colour to standard error. */
export function reportLines(world: Pick<World, 'env' | 'stderr' | 'calledAs'>, lines: readonly Line[]): void {
  const columns = columnsOf(world.stderr);
  doorTo(world.stderr, world).lines(lines, { paint: plainPaintFor(world), columns: () => columns });
}

/** The width at which lines are wrapped on an output; 0 if it is not a terminal. */
export const columnsOf = ({ isTTY, columns = 80 }: World['stdout']): number => (isTTY === true ? columns : 0);
