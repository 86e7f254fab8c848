import type { Lang } from '#core/base/text.ts';
import type { Line } from '#shell/page/line.ts';
import { readWishesOf } from '../shared/after-wishes.ts';
import { textBlocksOf } from '../shared/long-text.ts';
import { type PageRoom, packNext } from '../shared/pages.ts';
import type { Choice, Leave, LongText } from '../shared/terminal.ts';
import { choicesOf } from './choices.ts';

interface TextConsole {
  readonly lang: Lang;
  readonly print: (lines: readonly Line[]) => void;
  /** Asks for one of a few keys. */
  readonly choose: (choices: readonly Choice[]) => Promise<string | Leave>;
  readonly roomFor: (choices: readonly Choice[]) => PageRoom;
}

/** Prints a text page by page, until the learner goes on or leaves. */
export async function printText(
  text: LongText,
  { lang, print, choose, roomFor }: TextConsole,
): Promise<Leave | undefined> {
  const choicesWith = (hasMore: boolean) => choicesOf(readWishesOf(hasMore, lang));
  let left = textBlocksOf(text);
  for (;;) {
    const packed = packNext(left, roomFor(choicesWith(true)));
    left = packed.left;
    print(packed.page);
    const key = await choose(choicesWith(left.length > 0));
    if (typeof key !== 'string') return key;
    if (key === 'q') return { type: 'leave', code: 0 };
    if (key !== 'm') return undefined;
  }
}
