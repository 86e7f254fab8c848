interface CommonPrompt {
  readonly stem: string;
  /** Shown on request; a right answer after it is rated hard. */
  readonly hint?: string;
}

/** What a kind hands to the terminal. The set is closed: a new way of asking is a change of the terminal. */
export type Prompt =
  | (CommonPrompt & { readonly type: 'pick-one'; readonly options: readonly string[] })
  | (CommonPrompt & { readonly type: 'pick-many'; readonly options: readonly string[] })
  | (CommonPrompt & {
      readonly type: 'type-in';
      /** A label per blank; one empty label where there is a single thing to type. */
      readonly blanks: readonly string[];
      readonly unit?: string;
    })
  | (CommonPrompt & { readonly type: 'arrange'; readonly by: string; readonly options: readonly string[] })
  | (CommonPrompt & {
      readonly type: 'pair';
      readonly lefts: readonly string[];
      readonly rights: readonly string[];
    })
  | (CommonPrompt & { readonly type: 'reveal'; readonly key: string });

/** What the learner gave. Options are named by their text, never by their place. */
export type Answer =
  | { readonly type: 'picked'; readonly option: string }
  | { readonly type: 'ticked'; readonly options: readonly string[] }
  | { readonly type: 'typed'; readonly texts: readonly string[] }
  | { readonly type: 'arranged'; readonly sequence: readonly string[] }
  | { readonly type: 'paired'; readonly rights: readonly string[] }
  | { readonly type: 'self-judged'; readonly verdict: Verdict }
  | { readonly type: 'unknown' };

/** How an answer compares with the key. */
export type Verdict = 'correct' | 'partial' | 'wrong';

/** Something a kind has to say about one answer, beside its verdict. */
export type Remark =
  | { readonly type: 'why'; readonly option: string; readonly why: string }
  | { readonly type: 'missed'; readonly option: string }
  | { readonly type: 'typo'; readonly typed: string; readonly meant: string }
  | { readonly type: 'place'; readonly place: number; readonly given: string; readonly right: boolean }
  | {
      readonly type: 'pair';
      readonly left: string;
      readonly given: string;
      readonly key: string;
      readonly right: boolean;
    }
  | { readonly type: 'blank'; readonly blank: string; readonly given: string; readonly right: boolean };

/** What grading yields: a verdict with remarks, or a refusal of an answer that cannot be read, which is asked again. */
export type Outcome =
  | { readonly type: 'judged'; readonly verdict: Verdict; readonly remarks: readonly Remark[] }
  | { readonly type: 'refused'; readonly reason: 'not-a-number' | 'empty' };
