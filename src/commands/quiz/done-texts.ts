import { neutraliseLine } from '#core/base/neutral.ts';
import { inLanguage, type Lang } from '#core/base/text.ts';

/** That something could not be recorded. */
export const describeNotRecorded = (reason: string, lang: Lang) =>
  inLanguage(lang)(`Not recorded: ${neutraliseLine(reason)}.`, `未能记录：${neutraliseLine(reason)}。`);

/** That an answer was undone, before its question is asked again. */
export const describeUndone = (lang: Lang) =>
  inLanguage(lang)('Undone. Here it is again.', '已撤销，请重新作答。');
