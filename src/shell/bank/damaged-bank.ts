import { UserError } from '../system/world.ts';

/** The error for a damaged bank in a folder: one that was compiled `here` is gone by now and is made again, another was shipped. */
export function makeDamagedError(directory: string, here: boolean): UserError {
  const text = here
    ? {
        en: `The compiled bank in ${directory} was damaged and has been deleted. Start llmquiz again to compile it from your files.`,
        zh: `${directory} 中编译后的题库已损坏，现已删除。请重新启动 llmquiz，以便从你的文件重新编译。`,
      }
    : {
        en: `The bank in ${directory} is damaged. Reinstall llmquiz.`,
        zh: `${directory} 中的题库已损坏。请重新安装 llmquiz。`,
      };
  return new UserError(text, 1);
}
