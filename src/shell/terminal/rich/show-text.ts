import type { Lang } from '#core/base/text.ts';
import { readWishesOf } from '../shared/after-wishes.ts';
import { textBlocksOf } from '../shared/long-text.ts';
import { packNext } from '../shared/pages.ts';
import type { Leave, LongText } from '../shared/terminal.ts';
import { chooseWish } from './machines/after-feedback.ts';
import { roomForPage, type Screen, showMachine } from './screen.ts';

/** Shows a text page by page, until the learner goes on or leaves. */
export async function showTextOn(screen: Screen, text: LongText, lang: Lang): Promise<Leave | undefined> {
  let left = textBlocksOf(text);
  for (;;) {
    const room = roomForPage(chooseWish(readWishesOf(true, lang)).view(null), screen);
    const packed = packNext(left, room);
    left = packed.left;
    const after = await showMachine(chooseWish(readWishesOf(left.length > 0, lang)), packed.page, screen);
    if (after.type === 'leave') return after;
    if (after.type !== 'more') return undefined;
  }
}
