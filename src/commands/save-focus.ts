import { tellingDeckNameOf } from '../core/bank/deck-name.ts';
import type { Settings } from '../core/base/settings.ts';
import { inLanguage, type Lang } from '../core/base/text.ts';
import { readConfig, writeConfig } from '../shell/system/config-file.ts';
import type { Paths } from '../shell/system/paths.ts';
import { UserError } from '../shell/system/world.ts';

/** What is written to the config; decks by their names, all if there are none. */
interface NewFocus {
  readonly focus?: ReadonlySet<string>;
  readonly reviews?: 'all' | 'focus';
}

/** Writes the decks in focus to the config; the settings after that. */
export function saveFocus(
  { config }: Pick<Paths, 'config'>,
  decks: readonly { readonly name: string }[],
  { focus, reviews }: NewFocus,
  lang: Lang,
): Settings {
  if (config === undefined)
    throw new UserError(
      inLanguage(lang)(
        'Cannot find a folder for your settings. Choose one with --data-dir DIR.',
        '找不到存放设置的文件夹。请用 --data-dir DIR 指定。',
      ),
    );
  const named = decks.filter(({ name }) => focus?.has(name));
  const names = named.map((deck) => tellingDeckNameOf(deck, decks));
  const isAll = names.length === 0 || names.length === decks.length;
  writeConfig(
    config,
    {
      ...(focus === undefined ? {} : { focus: isAll ? 'all' : names }),
      ...(reviews === undefined ? {} : { reviews }),
    },
    lang,
  );
  return readConfig(config, lang);
}
