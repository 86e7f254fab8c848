import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeRefusal } from './errno.ts';
import { isPlanted, realPathOf } from './real-path.ts';
import { replaceFile } from './replace-file.ts';
import { UserError, type World } from './world.ts';

/** Writes the file that `--output`, or another option, names. */
export function writeOutput(
  { cwd }: Pick<World, 'cwd'>,
  output: string,
  text: string,
  option = '--output',
): void {
  const path = resolve(cwd, output);
  try {
    if (isPlanted(path))
      throw new UserError({
        en: `${option}: ${output} is another user’s link in a shared folder. Choose another name.`,
        zh: `${option}：${output} 是其他用户在共享文件夹中的链接。请换一个名称。`,
      });
    // Anything but a file, such as /dev/stderr, is written to in place; a link stays a link.
    const before = statSync(path, { throwIfNoEntry: false });
    if (before === undefined) replaceFile(path, text, { mode: 0o666 });
    else if (before.isFile()) replaceFile(realPathOf(path), text, { like: before });
    else writeFileSync(path, text);
  } catch (error) {
    throw new UserError({
      en: `${option}: cannot write ${output}: ${writeRefusal(error)}.`,
      zh: `${option}：无法写入 ${output}：${writeRefusal(error, 'zh')}。`,
    });
  }
}
