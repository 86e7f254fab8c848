import { inLanguage, type Lang } from '#core/base/text.ts';

/** That an answer was undone, before its question is asked again. */
export const describeUndone = (lang: Lang) =>
  inLanguage(lang)('Undone. Here it is again.', '已撤销，请重新作答。');
