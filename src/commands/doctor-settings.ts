import { neutraliseLine } from '../core/base/neutral.ts';
import type { Settings } from '../core/base/settings.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import { aimFrom } from '../core/learner/plan/aim.ts';
import type { Paths } from '../shell/system/paths.ts';
import { readSettings } from '../shell/system/settings.ts';
import { isUserError } from '../shell/system/world.ts';

/** The learner's settings, or why they cannot be used, a line for each reason. */
export async function examineSettings(
  paths: Paths,
  lang: Lang,
): Promise<{ readonly settings: Settings; readonly faults: readonly string[] }> {
  try {
    return { settings: await readSettings(paths, lang), faults: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { settings: {}, faults: error.message.split('\n') };
  }
}

/** The lines of `doctor` about the settings; none if nothing is set. */
export function describeSettings(
  config: string | undefined,
  settings: Settings,
  faults: readonly string[],
  decks: readonly { readonly name: string }[] | undefined,
  lang: Lang,
): readonly string[] {
  const t = inLanguage(lang);
  if (faults.length > 0)
    return [
      t(
        'Settings: cannot be used, so no command but this one runs',
        '设置：无法使用，因此其他命令都不会运行',
      ),
      ...faults.map((fault) => `  ${fault}`),
    ];
  const names = Object.keys(settings);
  if (config === undefined || names.length === 0) return [];
  const { unknown } = aimFrom(settings, decks ?? []);
  return [
    t(`Settings: ${names.join(', ')} from ${config}`, `设置：${names.join('、')}，来自 ${config}`),
    ...(decks === undefined || unknown.length === 0
      ? []
      : [
          t(
            `  in focus, but no deck of this bank: ${unknown.map(neutraliseLine).join(', ')}`,
            `  重点中有此题库没有的题组：${unknown.map(neutraliseLine).join('、')}`,
          ),
        ]),
  ];
}
