import type { World } from '../system/world.ts';
import { doorTo } from './door.ts';
import type { Line } from './line.ts';
import { paintFor, plainPaint } from './paint.ts';
import type { Look } from './render.ts';

/** What a command prints with, and the width it has. */
export interface Printer {
  /** Prints lines: wrapped where a terminal shows them, and with nothing in them that is a command to it. */
  print(lines: readonly Line[]): void;
  /** In columns; 0 where nothing is wrapped. */
  readonly columns: number;
}

/** The printer for what is printed at once, and is not asked. */
export async function printerFor(world: Pick<World, 'env' | 'stdout'>): Promise<Printer> {
  const columns = columnsOf(world.stdout);
  const look: Look = { paint: await paintFor(world), columns: () => columns };
  return { columns, print: (lines) => doorTo(world.stdout, world).lines(lines, look) };
}

/** Prints a value for programs. */
export const printJson = (world: Pick<World, 'env' | 'stdout'>, value: unknown): void =>
  doorTo(world.stdout, world).json(value);

/** Says something on standard error, in lines without colour. */
export function tell(world: Pick<World, 'env' | 'stderr'>, lines: readonly Line[]): void {
  const columns = columnsOf(world.stderr);
  doorTo(world.stderr, world).lines(lines, { paint: plainPaint, columns: () => columns });
}

/** The width that lines are wrapped at on an output; 0 where it is no terminal. */
export const columnsOf = ({ isTTY, columns = 80 }: World['stdout']): number => (isTTY === true ? columns : 0);
