import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeRefusal } from './errno.ts';
import { isPlanted, realPathOf } from './real-path.ts';
import { replaceFile } from './replace-file.ts';
import { UserError, type World } from './world.ts';

/** Writes the file that `--output` names. */
export function writeOutput({ cwd }: Pick<World, 'cwd'>, output: string, text: string): void {
  const path = resolve(cwd, output);
  try {
    if (isPlanted(path))
      throw new UserError(
        `--output: ${output} is another user’s link in a shared folder. Choose another name.`,
      );
    // Anything but a file, such as /dev/stderr, is written to in place; a link stays a link.
    const before = statSync(path, { throwIfNoEntry: false });
    if (before === undefined) replaceFile(path, text, { mode: 0o666 });
    else if (before.isFile()) replaceFile(realPathOf(path), text, { like: before });
    else writeFileSync(path, text);
  } catch (error) {
    throw new UserError(`--output: cannot write ${output}: ${writeRefusal(error)}.`);
  }
}
