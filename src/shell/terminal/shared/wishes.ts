import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { KeyHelp } from './after-wishes.ts';
import type { Question } from './terminal.ts';
import { type Word, wordFor } from './words.ts';

/** What can be wished for beside an answer: a hint, not to know, to know well, to go on, to look back, to undo the answer before, to read the primer, and to leave. */
export type Wish = 'hint' | 'unknown' | 'known' | 'skip' | 'back' | 'undo' | 'primer' | 'leave';

interface WishKey {
  readonly wish: Wish;
  readonly key: string;
  readonly does: Word;
}

const wishKeys: readonly WishKey[] = [
  { wish: 'hint', key: '?', does: 'hintKey' },
  { wish: 'unknown', key: '0', does: 'unknownKey' },
  { wish: 'known', key: 'k', does: 'knownKey' },
  { wish: 'skip', key: 's', does: 'skip' },
  { wish: 'back', key: 'b', does: 'lookBack' },
  { wish: 'undo', key: 'u', does: 'undo' },
  { wish: 'primer', key: 'p', does: 'primer' },
  { wish: 'leave', key: 'q', does: 'leave' },
];

const everyWish: readonly Wish[] = wishKeys.map(({ wish }) => wish);

/** The wishes of a question, in the order in which they are shown. */
export function wishesFor({
  schedules = false,
  hasPast = false,
  primer,
}: Pick<Question, 'schedules' | 'hasPast' | 'primer'>): readonly Wish[] {
  const needs: Partial<Record<Wish, boolean>> = {
    known: schedules,
    back: hasPast,
    undo: hasPast,
    primer: primer !== undefined,
  };
  return everyWish.filter((wish) => needs[wish] ?? true);
}

/** A character or a line as it is compared with keys: whatever the case and width the input method gives it. */
export const foldLine = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The wish that a key stands for, folded. */
export function wishOfKey(key: string): Wish | undefined {
  return wishKeys.find((one) => one.key === key)?.wish;
}

/** The wish that a typed line is: behind a colon, since an answer may be any text. A lone question mark answers nothing, so it needs none. */
export function wishOf(line: string): Wish | undefined {
  const text = foldLine(line);
  if (text === '?') return 'hint';
  return text.startsWith(':') ? wishOfKey(text.slice(1)) : undefined;
}

/** A wish whose key may be an answer. */
type LoneWish = Exclude<Wish, 'hint'>;

/** The wish whose key a line is, without the colon: it may be an answer, or was meant as the key. */
export function loneWishOf(line: string): LoneWish | undefined {
  const wish = wishOfKey(foldLine(line));
  return wish === 'hint' ? undefined : wish;
}

/** The question back for a line that is only the key of a wish; it tells how to type the wish if that can be had. */
export function askBackFor(
  line: string,
  lang: Lang,
  allowed: readonly Wish[] = everyWish,
): string | undefined {
  const wish = loneWishOf(line);
  // A deck may well ask for a p, and only the first question of some has a primer.
  if (wish === undefined || (wish === 'primer' && !allowed.includes(wish))) return undefined;
  const answer = line.trim();
  const how = allowed.includes(wish) ? describeLoneWish(wish, lang) : '';
  return pickLanguage(
    {
      en: `Press Enter again to answer "${answer}". ${how}`,
      zh: `再按一次回车，就以“${answer}”作答。${how}`,
    },
    lang,
  ).trimEnd();
}

/** Says how to type a wish where a line may be an answer. */
export function describeLoneWish(wish: LoneWish, lang: Lang): string {
  return wordFor(meantBy[wish], lang);
}

const meantBy = {
  unknown: 'typeUnknown',
  known: 'typeKnown',
  skip: 'typeSkip',
  back: 'typeBack',
  undo: 'typeUndo',
  primer: 'typePrimer',
  leave: 'typeLeave',
} as const satisfies Record<LoneWish, Word>;

/** An answer as it was meant: `::` begins one that begins with a colon. */
export function literalOf(answer: string): string {
  return /^[:：]{2}/.test(answer) ? answer.slice(1) : answer;
}

/** The keys of some wishes and what they do; behind a colon if answers are typed. */
export function wishHelpOf(wishes: readonly Wish[], colon: boolean, lang: Lang): readonly KeyHelp[] {
  return wishKeys
    .filter(({ wish }) => wishes.includes(wish))
    .map(({ key, does }) => [`${colon ? ':' : ''}${key}`, wordFor(does, lang)]);
}
