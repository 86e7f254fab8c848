import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { MendedFile } from '../core/check/mend-bank.ts';
import { neutralised } from '../core/neutral.ts';
import type { World } from '../world.ts';
import { paintFor } from './paint.ts';
import type { Style } from './terminal/line.ts';

const styles: Readonly<Record<string, Style>> = { '+': 'good', '-': 'bad', '@': 'accent' };

/** What changed in files as a unified diff: as it is for programs, and so that a terminal only shows it. */
export async function diffOf(
  files: readonly MendedFile[],
  world: Pick<World, 'env' | 'stdout'>,
): Promise<string> {
  const { style } = await paintFor(world);
  const shown = (line: string) => {
    const safe = world.stdout.isTTY === true ? neutralised(line.replace(/\r$/, '')) : line;
    const sort = styles[line[0] ?? ''];
    return sort === undefined ? safe : style(sort, safe);
  };
  return files
    .map(({ path, before, text }) =>
      createTwoFilesPatch(path, path, before, text, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .flatMap((patch) => patch.split('\n').map(shown).join('\n'))
    .join('');
}
