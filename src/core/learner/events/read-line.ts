import { fromIso } from '../../base/instant.ts';
import { isRecord } from '../../base/is-record.ts';
import type { Verdict } from '../../question/prompt.ts';
import { type Event, eventFormat } from './event.ts';
import { ratings } from './rate.ts';

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
  if (data.bank !== undefined && !isText(data.bank)) return 'bank is not a text';
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
    case 'unflagged':
    case 'forgotten':
      return undefined;
    case 'flagged':
      return flagFault(data);
    case 'noted':
      return typeof data.text === 'string' ? undefined : 'no text';
    case 'known':
    case 'presumed':
      return Number.isSafeInteger(data.revision) ? undefined : 'no revision';
    default:
      return 'unknown type';
  }
}

/** What a flag says is optional: the oldest builds wrote none of it. */
function flagFault({ revision, reason, text }: Readonly<Record<string, unknown>>): string | undefined {
  if (revision !== undefined && !Number.isSafeInteger(revision)) return 'no revision';
  return [reason, text].every((one) => one === undefined || isText(one)) ? undefined : 'no reason or text';
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

/** That the item comes back in the session. */
const promise = 'returns';

const answerFields: readonly string[] = [
  ...['revision', 'verdict', 'rating', 'policy', 'guess', 'answer', 'options', 'hints', 'ms', 'lang'],
];

/** The field with what a learner says of a question. */
const ownWords = 'text';

/** The fields of each type of event beside those of all. */
const fields: Readonly<Record<Event['type'], readonly string[]>> = {
  reviewed: [...answerFields, promise],
  practised: answerFields,
  examined: ['revision', 'verdict', 'guess', 'answer', 'options', 'ms', 'lang', 'exam', 'seed'],
  undone: ['event', 'batch'],
  amended: ['event', 'verdict', 'rating', promise],
  suspended: [],
  resumed: [],
  flagged: ['revision', 'reason', ownWords],
  unflagged: ['batch'],
  noted: [ownWords],
  known: ['revision'],
  presumed: ['revision', 'batch'],
  forgotten: ['batch'],
};

const commonFields: readonly string[] = ['v', 'id', 'device', 'seq', 'at', 'type', 'item', 'bank'];

function isAlike(data: Readonly<Record<string, unknown>>): boolean {
  if (faultOf({ ...data, v: eventFormat }) !== undefined) return false;
  const own = [...commonFields, ...fields[data.type as Event['type']]];
  return Object.keys(data).every((field) => own.includes(field));
}

const verdicts: readonly unknown[] = ['correct', 'partial', 'wrong'] satisfies Verdict[];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
