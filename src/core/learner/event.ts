import { fromIso, type Instant } from '../base/instant.ts';
import { isRecord } from '../base/is-record.ts';
import type { Lang } from '../base/text.ts';
import type { Answer, Verdict } from '../question/prompt.ts';
import { type Rating, ratings } from './rate.ts';

/** The version of the event format; lines with a higher one are not used. */
export const eventFormat = 1;

interface CommonEvent {
  readonly v: typeof eventFormat;
  /** UUIDv7: unique over all devices. */
  readonly id: string;
  readonly device: string;
  /** Counts the events of a device. */
  readonly seq: number;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly item: string;
}

interface Batched {
  /** The same for all events that were recorded by one command and are undone together. */
  readonly batch?: string;
}

interface GivenAnswer extends CommonEvent {
  readonly revision: number;
  readonly verdict: Verdict;
  /** The chance, 0-1, that a blind guess would have been right. */
  readonly guess: number;
  readonly answer: Answer;
  /** The options as they were shown, in their order. */
  readonly options?: readonly string[];
  /** Milliseconds from question to answer. */
  readonly ms: number;
  readonly lang: Lang;
}

interface AnswerEvent extends GivenAnswer {
  readonly rating: Rating;
  /** The version of the rating policy that chose the rating. */
  readonly policy: number;
  readonly hints: number;
}

/** An item was answered. */
export interface Reviewed extends AnswerEvent {
  readonly type: 'reviewed';
}

/** An item was answered in practice, which moves its review only after a miss. */
export interface Practised extends AnswerEvent {
  readonly type: 'practised';
}

/** An item was answered in an exam, which leaves no trace in memory. */
export interface Examined extends GivenAnswer {
  readonly type: 'examined';
  /** The same for all answers of one exam. */
  readonly exam: string;
  readonly seed: string;
}

/** Something that happened to an item, as one line of the log. Events are never edited or deleted. */
export type Event =
  | Reviewed
  | Practised
  | Examined
  | (CommonEvent & Batched & { readonly type: 'undone'; readonly event: string })
  | (CommonEvent & {
      readonly type: 'amended';
      readonly event: string;
      readonly verdict: Verdict;
      readonly rating: Rating;
    })
  | (CommonEvent & { readonly type: 'suspended' })
  | (CommonEvent & { readonly type: 'resumed' })
  | (CommonEvent & { readonly type: 'flagged' })
  /** The learner says that they know the item well, after an answer or instead of one. */
  | (CommonEvent & { readonly type: 'known'; readonly revision: number })
  /** A placement says that the learner likely knows the item, which was never asked. */
  | (CommonEvent & Batched & { readonly type: 'presumed'; readonly revision: number })
  /** What is remembered of the item is forgotten: it is new again. */
  | (CommonEvent & Batched & { readonly type: 'forgotten' });

/** An action of the learner, before the log stamps it with id, device, count and time. */
export type Deed = Event extends infer E ? (E extends Event ? Omit<E, keyof EventStamp> : never) : never;

/** The fields that the log adds to a deed. */
export type EventStamp = Pick<CommonEvent, 'v' | 'id' | 'device' | 'seq' | 'at'>;

/** The content of one line of a log. */
export type LogLine =
  | { readonly type: 'event'; readonly event: Event }
  | NewerLine
  | { readonly type: 'unreadable'; readonly reason: string };

/** A line of a format that this llmquiz does not know. */
export interface NewerLine {
  readonly type: 'newer';
  readonly format: number;
  /** True if only its format differs from an event of ours, as after a flipped bit. */
  readonly alike: boolean;
}

/** Characters that a line may have: typed answers have a few hundred, and longer lines are damage. */
export const longestLine = 1 << 20;

/** The highest count of a device: far beyond any use, and far below the limit of exact integers. */
const highestSeq = 2 ** 40;

/** Reads one line of a log; never throws. Hand-written, since zod would double the start-up time of the quiz. */
export function readLine(line: string): LogLine {
  if (line.length > longestLine) return { type: 'unreadable', reason: 'too long' };
  const text = trimmed(line);
  // Not parsed, because the time for a million brackets is not linear.
  if (text.startsWith('[')) return { type: 'unreadable', reason: 'not an event' };
  const data = parsed(text);
  if (data === undefined) return { type: 'unreadable', reason: text === '' ? 'zero bytes' : 'not JSON' };
  if (!isRecord(data)) return { type: 'unreadable', reason: 'not an event' };
  if (Number.isSafeInteger(data.v) && (data.v as number) > eventFormat)
    return { type: 'newer', format: data.v as number, alike: isAlike(data) };
  const fault = faultOf(data);
  return fault === undefined
    ? { type: 'event', event: data as unknown as Event }
    : { type: 'unreadable', reason: fault };
}

/** The text without zero bytes, which a crash of the machine leaves, and the marks of an editor. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && '\0\ufeff'.includes(text.charAt(start))) start += 1;
  while (end > start && '\0\r'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(data: Readonly<Record<string, unknown>>): string | undefined {
  if (data.v !== eventFormat) return 'no format version';
  for (const field of ['id', 'device', 'item', 'at']) if (!isText(data[field])) return `no ${field}`;
  if (!(Number.isSafeInteger(data.seq) && Math.abs(data.seq as number) <= highestSeq)) return 'no seq';
  if (typeof data.at !== 'string' || fromIso(data.at) === undefined) return 'at is not a time';
  switch (data.type) {
    case 'reviewed':
    case 'practised':
      return reviewFault(data);
    case 'examined':
      return isText(data.exam) && isText(data.seed) ? answerFault(data) : 'no exam or seed';
    case 'amended':
      return isText(data.event) ? judgementFault(data) : 'no event';
    case 'undone':
      return isText(data.event) ? undefined : 'no event';
    case 'suspended':
    case 'resumed':
    case 'flagged':
    case 'forgotten':
      return undefined;
    case 'known':
    case 'presumed':
      return Number.isSafeInteger(data.revision) ? undefined : 'no revision';
    default:
      return 'unknown type';
  }
}

function reviewFault(data: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof data.hints !== 'number') return 'no time or hints';
  return answerFault(data) ?? judgementFault(data);
}

function answerFault(data: Readonly<Record<string, unknown>>): string | undefined {
  if (!Number.isSafeInteger(data.revision)) return 'no revision';
  if (!(typeof data.guess === 'number' && data.guess >= 0 && data.guess <= 1)) return 'no guess';
  if (typeof data.ms !== 'number') return 'no time or hints';
  if (!isRecord(data.answer)) return 'no answer';
  return verdicts.includes(data.verdict) ? undefined : 'no verdict';
}

function judgementFault(data: Readonly<Record<string, unknown>>): string | undefined {
  if (!verdicts.includes(data.verdict)) return 'no verdict';
  return (ratings as readonly unknown[]).includes(data.rating) ? undefined : 'no rating';
}

const answerFields: readonly string[] = [
  ...['revision', 'verdict', 'rating', 'policy', 'guess', 'answer', 'options', 'hints', 'ms', 'lang'],
];

/** The fields of each type of event beside those of all. */
const fields: Readonly<Record<Event['type'], readonly string[]>> = {
  reviewed: answerFields,
  practised: answerFields,
  examined: ['revision', 'verdict', 'guess', 'answer', 'options', 'ms', 'lang', 'exam', 'seed'],
  undone: ['event', 'batch'],
  amended: ['event', 'verdict', 'rating'],
  suspended: [],
  resumed: [],
  flagged: [],
  known: ['revision'],
  presumed: ['revision', 'batch'],
  forgotten: ['batch'],
};

const commonFields: readonly string[] = ['v', 'id', 'device', 'seq', 'at', 'type', 'item'];

function isAlike(data: Readonly<Record<string, unknown>>): boolean {
  if (faultOf({ ...data, v: eventFormat }) !== undefined) return false;
  const own = [...commonFields, ...fields[data.type as Event['type']]];
  return Object.keys(data).every((field) => own.includes(field));
}

const verdicts: readonly unknown[] = ['correct', 'partial', 'wrong'] satisfies Verdict[];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The order of events: by moment, then device, then count, then id. */
export type EventKey = readonly [ms: number, device: string, seq: number, id: string];

/** The moment of an event. */
export function instantOf(event: Pick<CommonEvent, 'at'>): Instant {
  return fromIso(event.at) ?? { ms: 0, offset: 0 };
}

/** The sort key of an event. */
export function orderKeyOf(event: Event): EventKey {
  return [instantOf(event).ms, event.device, event.seq, event.id];
}

/** Compares two sort keys; negative if `a` comes first. */
export function compareKeys(a: EventKey, b: EventKey): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number | string;
    const y = b[i] as number | string;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
