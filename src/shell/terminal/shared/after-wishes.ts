import type { Lang } from '#core/base/text.ts';
import type { Feedback } from '#core/learner/feedback.ts';
import type { After } from './terminal.ts';
import { wordFor } from './words.ts';

type Judged = Pick<Feedback, 'verdict' | 'notRecorded'>;

/** A key and its effect, for the line of keys. */
export type KeyHelp = readonly [key: string, does: string];

/** A key after feedback, and the choice it makes. */
export interface AfterWish {
  readonly help: KeyHelp;
  readonly after: After;
}

/** All choices after feedback. */
export function afterWishesOf(feedback: Judged, lang: Lang): readonly AfterWish[] {
  const { notRecorded } = feedback;
  return notRecorded === undefined
    ? afterRecorded(feedback, lang)
    : afterUnrecorded(notRecorded.canRetry, lang);
}

function afterRecorded({ verdict }: Judged, lang: Lang): readonly AfterWish[] {
  const right = verdict === 'correct';
  const amended: AfterWish = right
    ? { help: ['r', wordFor('iWasWrong', lang)], after: { type: 'amend', verdict: 'wrong' } }
    : { help: ['r', wordFor('iWasRight', lang)], after: { type: 'amend', verdict: 'correct' } };
  const easy: readonly AfterWish[] = right
    ? [{ help: ['e', wordFor('easy', lang)], after: { type: 'easy' } }]
    : [];
  return [
    { help: ['Enter', wordFor('next', lang)], after: { type: 'next' } },
    { help: ['u', wordFor('undo', lang)], after: { type: 'undo' } },
    amended,
    ...easy,
    { help: ['x', wordFor('suspend', lang)], after: { type: 'suspend' } },
    { help: ['f', wordFor('flag', lang)], after: { type: 'flag' } },
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
