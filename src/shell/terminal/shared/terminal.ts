import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { FlagWords } from '#core/learner/memory/flags.ts';
import type { Answer, Prompt, Refused, Verdict } from '#core/question/prompt.ts';
import type { ExitCode } from '#shell/system/world.ts';

/** A question to ask, with the lines above it. */
export interface Question {
  readonly prompt: Prompt;
  /** As in `3/18`. */
  readonly progress: string;
  readonly deck: string;
  /** Shown dimly beside the deck, unless it gives the answer away. */
  readonly id?: string;
  readonly notice?: Notice;
  /** True if the answer decides when the question is asked again, so that it may be put off as known. */
  readonly schedules?: boolean;
  /** The primer that can be read before it: offered, unless it was read already. */
  readonly primer?: { readonly minutes: number; readonly isRead: boolean };
  /** True if something was answered before it in this session, to look back at and to undo. */
  readonly hasPast?: boolean;
  /** True in an exam: nothing after the answer will list it. */
  readonly withoutFeedback?: boolean;
}

/** A notice above a question: it was answered wrong earlier, or the last answer is asked for once more. */
export type Notice =
  | { readonly again: true }
  | {
      readonly refusal: Refused;
      /** What was typed, a text for each blank. */
      readonly typed: readonly string[];
    };

/** The learner's reaction to a question. */
export type Reply =
  | {
      readonly type: 'answer';
      readonly answer: Answer;
      /** Hints shown before the answer. */
      readonly hints: number;
      /** Milliseconds from question to answer. */
      readonly ms: number;
    }
  | {
      /** Looks back at the questions before, or reads the primer, and is to be asked again. */
      readonly type: 'back' | 'primer';
      readonly hints: number;
      readonly ms: number;
    }
  /** Undoes the answer before. */
  | { readonly type: 'undo' }
  | { readonly type: 'skip' }
  /** The learner knows it well, and does not want to be asked. */
  | { readonly type: 'known' }
  | Leave;

/** The learner leaves: by key or end of input (code 0), or by a signal. */
export interface Leave {
  readonly type: 'leave';
  readonly code: ExitCode;
}

/** The learner's choice after feedback. */
export type After =
  | { readonly type: 'next' | 'undo' | 'easy' | 'known' | 'suspend' | 'retry' }
  /** Of a question that is looked back at: one further back. */
  | { readonly type: 'back' }
  | OwnWords
  | { readonly type: 'amend'; readonly verdict: Verdict }
  | Leave;

/** What the learner says of a question: that it is faulty, or a note for themselves, which is empty to remove one. */
export type OwnWords =
  | ({ readonly type: 'flag' } & FlagWords)
  | { readonly type: 'note'; readonly text: string };

/** One choice, made by a key. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** One of several things that may be chosen together. */
export interface Tickable {
  readonly value: string;
  readonly label: string;
  readonly isTicked: boolean;
}

/** Several things to choose from. */
export interface TickList {
  readonly message: string;
  readonly items: readonly Tickable[];
}

/** A text of several paragraphs, which empty lines separate. */
export interface LongText {
  readonly title: string;
  readonly text: string;
}

/** The terminal: draws every prompt and collects the learner's input. */
export interface Terminal {
  /** Prints lines of text, wrapped, with control characters neutralised. */
  print(text: string): void;
  ask(question: Question): Promise<Reply>;
  /** Shows the feedback and waits for the learner's choice. */
  feedback(feedback: Feedback): Promise<After>;
  /** Shows a text page by page, until the learner goes on or leaves. */
  read(text: LongText): Promise<Leave | undefined>;
  /** Asks for one of a few things, and what next unless a question was just printed; undefined for Enter. */
  choose(choices: readonly Choice[], isAsked?: boolean): Promise<string | undefined | Leave>;
  /** Asks for any number of things: the values of those that are ticked in the end. */
  tick(list: TickList): Promise<readonly string[] | Leave>;
  /** Restores the terminal and releases the input. */
  close(): void;
}
