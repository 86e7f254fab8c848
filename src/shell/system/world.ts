import type { Readable, Writable } from 'node:stream';
import type { Instant } from '#core/base/instant.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import type { Random } from '#core/base/random.ts';
import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';

/** A stream to print to, which may be a terminal. Only `page/door.ts` writes to it. */
export type Output = Pick<Writable, 'on' | 'once' | 'off'> & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** A stream to read answers from, which may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Everything outside that a command may touch, but for the file system. */
export interface World {
  readonly now: () => Instant;
  /** The dice: shuffles and the random part of event ids. */
  readonly random: Random;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder; refused with a UserError if it was deleted. */
  readonly cwd: string;
  /** The learner's home folder; undefined if the system knows none. It may be empty or relative: it is what HOME says. */
  readonly home: string | undefined;
  readonly platform: string;
  /** The folder of the bank that ships with the program, compiled. */
  readonly shippedBank: string;
  readonly machine: () => HostMachine;
  /** The words that start the program, in front of a command: `llmquiz`, `npx llmquiz`, `npm start --`. */
  readonly calledAs: string;
  /** Calls back on SIGINT, SIGTERM, SIGHUP, SIGCONT; returns what stops it. */
  readonly onSignal: (callback: (signal: Signal) => void) => () => void;
}

/** The properties that distinguish a machine from others of the same learner. */
export interface HostMachine {
  /** For people to know it by. */
  readonly host: string;
  /** A text that no other machine has. */
  readonly identity: string;
}

export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGCONT';

/** The exit codes of a run that a signal ends: 128 and the number of the signal. */
export const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** 0 done, 1 findings or failure, 2 wrong call, 3 our bug; over 128: ended by that signal. */
export type ExitCode = 0 | 1 | 2 | 3 | (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code of a run that a signal ends; undefined if the run goes on. */
export const exitCodeOf = (signal: Signal): ExitCode | undefined =>
  signal === 'SIGCONT' ? undefined : exitCodes[signal];

/**
 * A call that cannot be carried out, with a message that says what to do; never a stack trace. A line break in a message
 * comes from a name in it, and is shown; several messages have a line each.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: ExitCode;
  /** The messages in the languages that they have; `message` is the English. */
  readonly texts: readonly Text[];

  constructor(message: Text | readonly Text[], exitCode: ExitCode = 2) {
    const texts = Array.isArray(message) ? (message as readonly Text[]) : [message as Text];
    super(linesOf(texts, 'en').join('\n'));
    this.texts = texts;
    this.exitCode = exitCode;
  }
}

const linesOf = (texts: readonly Text[], lang: Lang) =>
  texts.map((text) => neutraliseLine(pickLanguage(text, lang)));

/** The messages of an error in a language, a line each. */
export const messagesOf = ({ texts }: UserError, lang: Lang): readonly string[] => linesOf(texts, lang);

/** True for a `UserError`; by name, since each part of the built program has its own copy of the class. */
export const isUserError = (error: unknown): error is UserError =>
  error instanceof Error && error.name === 'UserError';
