import { languageOf } from '#shell/system/language.ts';
import { pathsOf } from '../shell/system/paths.ts';
import { readSettings } from '../shell/system/settings.ts';
import type { World } from '../shell/system/world.ts';
import type { Wiring } from './shared/command.ts';
import type { CommonOptions } from './shared/options.ts';

/** The command that runs although the config is broken: it reports what is wrong with it. */
const unstoppable = 'doctor';

/** Adds what the config says to the options of a command for learners; what was typed wins. */
export async function applySettings(command: Wiring['program'], world: World): Promise<void> {
  if (command.name() === unstoppable || !command.options.some(({ long }) => long === '--lang')) return;
  const { dataDir, lang } = command.opts<CommonOptions>();
  const settings = await readSettings(pathsOf(world, dataDir), languageOf(world, lang));
  command.setOptionValueWithSource('settings', settings, 'config');
  if (lang === undefined && settings.lang !== undefined)
    command.setOptionValueWithSource('lang', settings.lang, 'config');
}
