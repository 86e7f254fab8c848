import type { Point } from './typed/points.ts';

interface CommonPrompt {
  readonly stem: string;
  /** Shown on request; a right answer after it is rated hard. */
  readonly hint?: string;
}

/** A question for the terminal, as a kind makes it. The set is closed: a new way of asking changes the terminal. */
export type Prompt =
  | (CommonPrompt & {
      readonly type: 'pick-one';
      readonly options: readonly string[];
      /** Words that pick an option when they are typed, by its place; the first is the one to name. */
      readonly words?: readonly (readonly string[])[];
    })
  | (CommonPrompt & { readonly type: 'pick-many'; readonly options: readonly string[] })
  | (CommonPrompt & {
      readonly type: 'type-in';
      /** A label per blank; one empty label if there is only one text to type. */
      readonly blanks: readonly string[];
      readonly unit?: string;
    })
  | (CommonPrompt & { readonly type: 'arrange'; readonly by: string; readonly options: readonly string[] })
  | (CommonPrompt & {
      readonly type: 'pair';
      readonly lefts: readonly string[];
      readonly rights: readonly string[];
    })
  | (CommonPrompt & {
      readonly type: 'reveal';
      readonly key: string;
      /** The parts of the correct answer, to compare with what was typed. */
      readonly points: readonly Point[];
    });

/** The learner's answer. Options are named by their text, never by their number. */
export type Answer =
  | { readonly type: 'picked'; readonly option: string }
  | { readonly type: 'ticked'; readonly options: readonly string[] }
  | { readonly type: 'typed'; readonly texts: readonly string[] }
  | { readonly type: 'arranged'; readonly sequence: readonly string[] }
  | { readonly type: 'paired'; readonly rights: readonly string[] }
  | {
      readonly type: 'self-judged';
      readonly verdict: Verdict;
      /** What was typed before the correct answer was revealed. */
      readonly text?: string;
    }
  | { readonly type: 'unknown' };

/** The comparison of an answer with the key. */
export type Verdict = 'correct' | 'partial' | 'wrong';

/** A note of a kind on one answer, beside its verdict. */
export type Remark =
  | { readonly type: 'why'; readonly option: string; readonly why: string }
  | { readonly type: 'missed'; readonly option: string }
  | { readonly type: 'typo'; readonly typed: string; readonly meant: string }
  | {
      readonly type: 'place';
      readonly place: number;
      readonly given: string;
      readonly key: string;
      readonly right: boolean;
    }
  | {
      readonly type: 'pair';
      readonly left: string;
      readonly given: string;
      readonly key: string;
      readonly right: boolean;
    }
  | {
      readonly type: 'blank';
      readonly blank: string;
      readonly given: string;
      readonly key: string;
      readonly right: boolean;
    };

/** Why an answer is asked for once more instead of being judged, with what of it was read and what was not. */
export type Refusal =
  | { readonly why: 'empty' }
  | { readonly why: 'not-a-number' }
  /** A number was read, but not what stands beside it. */
  | { readonly why: 'unknown-words'; readonly read: string; readonly words: string }
  /** A unit of another sort of quantity than the one asked for, if one is. */
  | { readonly why: 'other-unit'; readonly unit: string; readonly wanted?: string }
  /** Bytes in powers of 1000 or of 1024, where one of the two would be right. */
  | { readonly why: 'which-unit'; readonly units: readonly [string, string] }
  /** A word of its own that is a letter or two from what was wanted: a slip, or another answer. */
  | { readonly why: 'another-word'; readonly word: string }
  /** The right term behind a preposition: where or how, not what. */
  | { readonly why: 'preposition'; readonly word: string }
  /** A Chinese word of which a character may be another of the same sound. */
  | { readonly why: 'same-sound'; readonly word: string };

/** An answer compared with the key. */
export interface Judgement {
  readonly type: 'judged';
  readonly verdict: Verdict;
  readonly remarks: readonly Remark[];
}

/** An answer that is asked for once more. */
export interface Refused {
  readonly type: 'refused';
  readonly reason: Refusal;
  /** What it is if the same is given again; absent if it can't be judged at all. */
  readonly insisted?: Judgement;
}

/** The result of grading: a judgement, or a refusal. */
export type Outcome = Judgement | Refused;
