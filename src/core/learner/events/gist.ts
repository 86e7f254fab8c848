import { type StudyDay, studyDayOf } from './day.ts';
import { type Event, type EventKey, instantOf, orderKeyOf } from './event.ts';
import type { Rating } from './rate.ts';

interface CommonGist {
  readonly key: EventKey;
  readonly item: string;
  readonly bank?: string | undefined;
}

/** An answer in a review or in practice, as far as memory depends on it. */
export interface ReviewGist extends CommonGist {
  readonly type: 'reviewed' | 'practised';
  readonly day: StudyDay;
  readonly revision: number;
  readonly rating: Rating;
  readonly guess: number;
  /** True if the learner was told that it comes back on the same day. */
  readonly returns: boolean;
}

/** A correction of an answer. */
export interface AmendedGist extends CommonGist {
  readonly type: 'amended';
  readonly event: string;
  readonly rating: Rating;
  readonly returns: boolean;
}

/** An event that changes what another one means. */
export type CorrectingGist = AmendedGist | (CommonGist & { readonly type: 'undone'; readonly event: string });

/** The word of the learner that they know an item well, or that of a placement that they likely do. */
export interface KnownGist extends CommonGist {
  readonly type: 'known' | 'presumed';
  readonly day: StudyDay;
  readonly revision: number;
}

/** An event that corrects no other. */
export type PlainGist =
  | ReviewGist
  | KnownGist
  | (CommonGist & { readonly type: 'noted'; readonly text: string })
  | (CommonGist & {
      readonly type: 'suspended' | 'resumed' | 'flagged' | 'unflagged' | 'forgotten' | 'examined';
    });

/** An event as far as the fold depends on it: a million of them fit into memory. */
export type Gist = PlainGist | CorrectingGist;

/** True for an answer, in a review or in practice. */
export const isAnswer = (gist: Gist): gist is ReviewGist =>
  gist.type === 'reviewed' || gist.type === 'practised';

/** The id of the event. */
export const idOf = ({ key }: Gist): string => key[3];

/** What the fold needs of an event. */
export function gistOf(event: Event): Gist {
  const common = { key: orderKeyOf(event), item: event.item, bank: event.bank };
  switch (event.type) {
    case 'reviewed':
    case 'practised': {
      const { type, revision, rating, guess } = event;
      const returns = type === 'reviewed' && event.returns === true;
      return { type, ...common, day: studyDayOf(instantOf(event)), revision, rating, guess, returns };
    }
    case 'undone':
      return { type: event.type, ...common, event: event.event };
    case 'amended':
      return {
        ...{ type: event.type, ...common, event: event.event, rating: event.rating },
        returns: event.returns === true,
      };
    case 'known':
    case 'presumed':
      return { type: event.type, ...common, day: studyDayOf(instantOf(event)), revision: event.revision };
    case 'noted':
      return { type: event.type, ...common, text: event.text };
    case 'suspended':
    case 'resumed':
    case 'flagged':
    case 'unflagged':
    case 'forgotten':
    case 'examined':
      return { type: event.type, ...common };
    default:
      return event satisfies never;
  }
}
