import type { Lang } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { After, OwnWords } from './terminal.ts';
import { wordFor } from './words.ts';

/** The parts of a feedback that decide what can be chosen after it. */
type Judged = Pick<
  Feedback,
  'verdict' | 'unknown' | 'hinted' | 'seen' | 'isRepeated' | 'notRecorded' | 'practice' | 'afterExam' | 'past'
>;

/** A key and its effect, for the line of keys. */
export type KeyHelp = readonly [key: string, does: string];

/** A key after feedback, and the choice it makes. */
export interface AfterWish {
  readonly help: KeyHelp;
  /** `more` shows what the window had no room for; `say-flag` and `say-note` ask for words first. */
  readonly after:
    | Exclude<After, OwnWords>
    | { readonly type: 'more' }
    | { readonly type: 'say-flag' }
    | { readonly type: 'say-note' };
}

/** All choices after feedback, of which there may be more to read. */
export function afterWishesOf(feedback: Judged, hasMore: boolean, lang: Lang): readonly AfterWish[] {
  const { notRecorded, afterExam, past } = feedback;
  const wishes =
    past !== undefined
      ? afterPast(past.hasEarlier, lang)
      : afterExam === true
        ? afterUnrecorded(false, lang)
        : notRecorded === undefined
          ? afterRecorded(feedback, lang)
          : afterUnrecorded(notRecorded.canRetry, lang);
  return withMore(wishes, hasMore, lang);
}

/** The choices under a page that is only read, of which there may be more. */
export const readWishesOf = (hasMore: boolean, lang: Lang): readonly AfterWish[] =>
  withMore(afterPast(false, lang), hasMore, lang);

function withMore(
  [enter, ...others]: readonly AfterWish[],
  hasMore: boolean,
  lang: Lang,
): readonly AfterWish[] {
  const more: AfterWish = { help: ['m', wordFor('more', lang)], after: { type: 'more' } };
  return [...(enter === undefined ? [] : [enter]), ...(hasMore ? [more] : []), ...others];
}

function afterRecorded(feedback: Judged, lang: Lang): readonly AfterWish[] {
  const { verdict, hinted, seen, isRepeated, practice } = feedback;
  // A right answer after a hint is rated hard, whatever the learner says of it; one in practice is worth nothing; and what was read in
  // this session is not known well yet.
  const easy: readonly AfterWish[] =
    verdict === 'correct' && !hinted && seen === undefined && isRepeated !== true && practice === undefined
      ? [
          { help: ['e', wordFor('easy', lang)], after: { type: 'easy' } },
          { help: ['k', wordFor('knownKey', lang)], after: { type: 'known' } },
        ]
      : [];
  return [
    { help: ['Enter', wordFor('next', lang)], after: { type: 'next' } },
    { help: ['u', wordFor('undo', lang)], after: { type: 'undo' } },
    ...amendsOf(feedback, lang),
    ...easy,
    { help: ['x', wordFor('suspend', lang)], after: { type: 'suspend' } },
    { help: ['f', wordFor('flag', lang)], after: { type: 'say-flag' } },
    { help: ['n', wordFor('note', lang)], after: { type: 'say-note' } },
    { help: ['q', wordFor('leave', lang)], after: { type: 'leave', code: 0 } },
  ];
}

/** The correction that an answer allows. Who said that they do not know was not right. */
function amendsOf({ verdict, unknown, seen }: Judged, lang: Lang): readonly AfterWish[] {
  if (unknown) return [];
  return verdict === 'correct' && seen !== 'miss'
    ? [{ help: ['r', wordFor('iWasWrong', lang)], after: { type: 'amend', verdict: 'wrong' } }]
    : [{ help: ['r', wordFor('iWasRight', lang)], after: { type: 'amend', verdict: 'correct' } }];
}

function afterPast(hasEarlier: boolean, lang: Lang): readonly AfterWish[] {
  const further: AfterWish = { help: ['b', wordFor('further', lang)], after: { type: 'back' } };
  return [
    { help: ['Enter', wordFor('goOn', lang)], after: { type: 'next' } },
    ...(hasEarlier ? [further] : []),
    { help: ['q', wordFor('leave', lang)], after: { type: 'leave', code: 0 } },
  ];
}

function afterUnrecorded(canRetry: boolean, lang: Lang): readonly AfterWish[] {
  return [
    canRetry
      ? { help: ['Enter', wordFor('retry', lang)], after: { type: 'retry' } }
      : { help: ['Enter', wordFor('next', lang)], after: { type: 'next' } },
    { help: ['q', wordFor('leave', lang)], after: { type: 'leave', code: canRetry ? 1 : 0 } },
  ];
}
