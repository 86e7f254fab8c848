import type { Instant } from '../../base/instant.ts';
import { studyDayOf } from './day.ts';
import type { ReviewGist } from './gist.ts';
import { type Rating, ratings } from './rate.ts';
import { longestLine } from './read-line.ts';
import {
  asciiBytesOf,
  type Bytes,
  endOfElements,
  endOfMembers,
  endOfName,
  endOfNumber,
  endOfWhole,
  isDigit,
  numberAt,
  readPast,
  sign,
} from './scan-forms.ts';

/** What stands between the values of a line, as the log writes it. */
const signs = {
  id: asciiBytesOf('{"v":1,"id":"'),
  device: asciiBytesOf('","device":"'),
  seq: asciiBytesOf('","seq":'),
  at: asciiBytesOf(',"at":"'),
  item: asciiBytesOf('","type":"reviewed","item":"'),
  revision: asciiBytesOf('","revision":'),
  verdict: asciiBytesOf(',"verdict":"'),
  rating: asciiBytesOf('","rating":"'),
  policy: asciiBytesOf('","policy":'),
  guess: asciiBytesOf(',"guess":'),
  answer: asciiBytesOf(',"answer":{'),
  options: asciiBytesOf(',"options":['),
  hints: asciiBytesOf(',"hints":'),
  ms: asciiBytesOf(',"ms":'),
  lang: asciiBytesOf(',"lang":"'),
  returns: asciiBytesOf('","returns":true'),
  bank: asciiBytesOf('","bank":"'),
  bankAfterValue: asciiBytesOf(',"bank":"'),
} as const;

const verdicts = ['correct', 'partial', 'wrong'].map(asciiBytesOf);
const ratingBytes = ratings.map((rating) => ({ rating, bytes: asciiBytesOf(rating) }));

/**
 * Reads a line that holds an answer to the letter as the log writes it, and takes only what the fold needs: it makes no other
 * value. Undefined for every other line, and for one about which there is any doubt: those are for `readLine`. What it reads is
 * what `gistOf` makes of the event that `readLine` reads.
 */
export function scanReview(bytes: Bytes, start: number, end: number): ReviewGist | undefined {
  if (end - start > longestLine) return undefined;
  const id = readPast(bytes, start, signs.id);
  const idEnd = endOfName(bytes, id);
  const device = readPast(bytes, idEnd, signs.device);
  const deviceEnd = endOfName(bytes, device);
  const seq = readPast(bytes, deviceEnd, signs.seq);
  const seqEnd = endOfWhole(bytes, seq);
  const moment = readPast(bytes, seqEnd, signs.at);
  const item = readPast(bytes, moment < 0 ? -1 : moment + momentLength, signs.item);
  const itemEnd = endOfName(bytes, item);
  const revision = readPast(bytes, itemEnd, signs.revision);
  const revisionEnd = endOfWhole(bytes, revision);
  const verdict = readPast(bytes, revisionEnd, signs.verdict);
  const rating = readPast(bytes, verdict < 0 ? -1 : verdictEnd(bytes, verdict), signs.rating);
  if (rating < 0) return undefined;
  const rated = ratingAt(bytes, rating);
  if (rated === undefined) return undefined;
  const policy = readPast(bytes, rating + rated.length, signs.policy);
  const guess = readPast(bytes, endOfWhole(bytes, policy), signs.guess);
  const guessEnd = endOfNumber(bytes, guess);
  if (guessEnd < 0) return undefined;
  const langEnd = endOfLang(bytes, guessEnd);
  const promised = readPast(bytes, langEnd, signs.returns);
  const bank =
    promised < 0 ? readPast(bytes, langEnd, signs.bank) : readPast(bytes, promised, signs.bankAfterValue);
  const bankEnd = bank < 0 && promised < 0 ? langEnd : endOfName(bytes, bank);
  if (bankEnd < 0 || bytes[bankEnd] !== sign.quote || bytes[bankEnd + 1] !== sign.closingBrace)
    return undefined;
  if (bankEnd + 2 !== end) return undefined;
  const chance = numberAt(bytes, guess, guessEnd);
  const instant = instantAt(bytes, moment);
  if (chance > 1 || instant === undefined) return undefined;
  return {
    type: 'reviewed',
    key: [instant.ms, text(bytes, device, deviceEnd), numberAt(bytes, seq, seqEnd), text(bytes, id, idEnd)],
    item: text(bytes, item, itemEnd),
    bank: bank < 0 ? undefined : text(bytes, bank, bankEnd),
    day: studyDayOf(instant),
    revision: numberAt(bytes, revision, revisionEnd),
    rating: rated,
    guess: chance,
    returns: promised >= 0,
  };
}

/** Where the language after the guess ends, before its quote; what comes before it is read for its form alone. */
function endOfLang(bytes: Bytes, at: number): number {
  const answer = readPast(bytes, at, signs.answer);
  const answerEnd = answer < 0 ? -1 : endOfMembers(bytes, answer, 0);
  const options = readPast(bytes, answerEnd, signs.options);
  const optionsEnd = options < 0 ? answerEnd : endOfElements(bytes, options, 0);
  const hintsEnd = endOfWhole(bytes, readPast(bytes, optionsEnd, signs.hints));
  const msEnd = endOfNumber(bytes, readPast(bytes, hintsEnd, signs.ms));
  return endOfName(bytes, readPast(bytes, msEnd, signs.lang));
}

const text = (bytes: Bytes, start: number, end: number) => bytes.toString('latin1', start, end);

function verdictEnd(bytes: Bytes, at: number): number {
  for (const verdict of verdicts) {
    const end = readPast(bytes, at, verdict);
    if (end >= 0 && bytes[end] === sign.quote) return end;
  }
  return -1;
}

function ratingAt(bytes: Bytes, at: number): Rating | undefined {
  for (const { rating, bytes: wanted } of ratingBytes) {
    const end = readPast(bytes, at, wanted);
    if (end >= 0 && bytes[end] === sign.quote) return rating;
  }
  return undefined;
}

/** Characters of a moment: 2026-03-01T10:00:00.000+01:00. */
const momentLength = 29;

/** Days of the months; the 29th of February is left to Date.parse. */
const monthDays = Uint8Array.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

const momentForm = asciiBytesOf('0000-00-00T00:00:00.000*00:00');
const [digit, anySign] = [0x30, 0x2a];

/** The moment that stands here as `toIso` writes it; undefined if it is none, or written otherwise. */
function instantAt(bytes: Bytes, at: number): Instant | undefined {
  if (!isMoment(bytes, at)) return undefined;
  const direction = bytes[at + 23];
  const month = digits(bytes, at + 5, 2);
  const day = digits(bytes, at + 8, 2);
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return undefined;
  const [hour, minute, second] = [
    digits(bytes, at + 11, 2),
    digits(bytes, at + 14, 2),
    digits(bytes, at + 17, 2),
  ];
  const [east, minutesEast] = [digits(bytes, at + 24, 2), digits(bytes, at + 27, 2)];
  if (hour > 23 || minute > 59 || second > 59 || east > 23 || minutesEast > 59) return undefined;
  const distance = east * 60 + minutesEast;
  // What fromIso makes of -00:00 is left to it.
  if ((direction !== sign.plus && direction !== sign.minus) || (direction === sign.minus && distance === 0))
    return undefined;
  const offset = direction === sign.plus ? distance : -distance;
  const minutes = (dayNumber(digits(bytes, at, 4), month, day) * 24 + hour) * 60 + minute - offset;
  return { ms: (minutes * 60 + second) * 1000 + digits(bytes, at + 20, 3), offset };
}

/** Whether digits and signs stand where they do in a moment. */
function isMoment(bytes: Bytes, at: number): boolean {
  for (let i = 0; i < momentLength; i++) {
    const wanted = momentForm[i];
    if (wanted === digit ? !isDigit(bytes[at + i]) : wanted !== anySign && bytes[at + i] !== wanted)
      return false;
  }
  return true;
}

function digits(bytes: Bytes, at: number, count: number): number {
  let number = 0;
  for (let i = at; i < at + count; i++) number = number * 10 + (bytes[i] ?? 0) - 0x30;
  return number;
}

/** The days from 1970-01-01 to a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March have their odd day at the end.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}
