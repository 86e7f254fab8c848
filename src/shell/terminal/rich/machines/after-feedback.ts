import type { Lang } from '#core/base/text.ts';
import { type AfterWish, afterWishesOf } from '#shell/terminal/shared/after-wishes.ts';
import { entryOf, type Machine, pressedCharacterOf } from './machine.ts';

/** The choice after feedback; if the answer could not be recorded, the choice to try again or continue without it. */
export const chooseNext = (
  feedback: Parameters<typeof afterWishesOf>[0],
  hasMore: boolean,
  lang: Lang,
): Machine<null, AfterWish['after']> => chooseWish(afterWishesOf(feedback, hasMore, lang));

/** The choice of one of several wishes by its key. */
export function chooseWish(wishes: readonly AfterWish[]): Machine<null, AfterWish['after']> {
  return {
    initial: null,
    onKey(_state, key) {
      const character = key.type === 'enter' ? 'Enter' : pressedCharacterOf(key);
      const wish = wishes.find(({ help: [name] }) => name === character);
      return wish === undefined ? { type: 'pass' } : { type: 'done', result: wish.after };
    },
    view: () => ({ rows: [], notes: [], keys: wishes.map((wish) => wish.help), entry: entryOf('') }),
  };
}
