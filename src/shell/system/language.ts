import type { Lang } from '#core/base/text.ts';
import type { World } from './world.ts';

/** The learner's language: from the option, else from the locale, else English. */
export function languageOf({ env }: Pick<World, 'env'>, told?: Lang): Lang {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return told ?? (/^zh/i.test(locale ?? '') ? 'zh' : 'en');
}
