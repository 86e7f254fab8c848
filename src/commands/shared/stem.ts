import { randomFrom } from '#core/base/random.ts';
import type { Lang } from '#core/base/text.ts';
import type { Item } from '#core/question/kinds/index.ts';
import { kindOf } from '#core/question/kinds/index.ts';

/** The stem of an item as a learner reads it, with gaps for blanks. */
export const stemOf = (item: Item, lang: Lang): string =>
  kindOf(item).prompt(item, { lang, random: randomFrom(item.id) }).stem;
