import { editDistanceOf } from '#core/base/edit-distance.ts';
import type { Lang } from '#core/base/text.ts';
import { type Along, isHedged } from './along.ts';
import { articlesOf } from './articles.ts';
import { isExplanation, splitGlosses } from './brackets.ts';
import { type Misspelling, readyOf, type Texts } from './compare-text.ts';
import { plainTextOf } from './spelling.ts';
import { tokensOf } from './tokens.ts';
import { wordStemOf } from './typo.ts';

/** Texts that are right, those that are wrong for being another answer, and what may stand along with the right ones. */
export interface Answers {
  readonly accepted: readonly string[];
  readonly others: readonly string[];
  readonly along: Along;
  /** The languages that the texts are in: their articles count no more than those of English. */
  readonly languages?: readonly Lang[];
}

/** What a typed text is found to be. */
export interface TextMatcher {
  /** True if it is an accepted text, alone or with what may stand along. */
  readonly isRight: (typed: string) => boolean;
  /** The accepted text that it is a misspelling of, alone or with what may stand along. */
  readonly typo: (typed: string) => Misspelling | undefined;
  /** For each accepted text that it differs from in some characters alone: those characters, given and meant. */
  readonly exchanged: (typed: string) => readonly (readonly Exchange[])[];
  /** The preposition without which it is right, if it begins with one. */
  readonly preposition: (typed: string) => string | undefined;
  /** The place of the other answer that it is, exactly. */
  readonly other: (typed: string) => number | undefined;
  /** The place of the other answer that it is a misspelling of. */
  readonly otherTypo: (typed: string) => number | undefined;
}

/** A Chinese character that stands in the place of another. */
export type Exchange = readonly [given: string, meant: string];

/** Longer answers are compared as they are: nobody says so much along with a term. */
const longest = 120;
const mostTokens = 40;

/** A matcher of typed texts, made ready once however many come. */
export function makeTextMatcher({ accepted, others, along, languages = [] }: Answers): TextMatcher {
  const articles = articlesOf(languages);
  const right = readyOf(accepted, articles);
  const words = new Set(accepted.flatMap((text) => plainTextOf(text).match(/[a-z]{3,}/g) ?? []));
  // `causal task` is no way to write causal mask, where causal alone is right.
  const isNear = (piece: string) =>
    [...words].some((word) => editDistanceOf(word, piece) === 1 && wordStemOf(word) !== wordStemOf(piece));
  const wrong = readyOf(others, articles);
  const find = (typed: string) => findCores(typed, { right, wrong, along, isNear });
  // `die See` is right for `der See`, unless it is said to be another.
  const isOther = (typed: string) => articles !== undefined && wrong.holds(typed) && !right.holds(typed);
  function isRight(typed: string): boolean {
    if (right.same(typed) !== undefined) return !isOther(typed);
    if (typed.length > longest || wrong.same(typed) !== undefined) return false;
    return waysToWrite(typed).some((way) => find(way).isRight) || isGlossed(typed, find);
  }
  const wordsOfOthers = new Set(others.flatMap((text) => plainTextOf(text).match(/\p{L}{3,}/gu) ?? []));
  // The nitrite that the question speaks of is no slip for nitrate.
  const isMeant = ({ words: misspelt }: Misspelling) =>
    misspelt.some((word) => !words.has(word) && (wordsOfOthers.has(word) || along.isAsked(word)));
  return {
    isRight,
    typo(typed) {
      const own = right.typo(typed);
      if (own !== undefined && isMeant(own)) return undefined;
      if (own !== undefined || typed.length > longest) return own;
      const outside = splitGlosses(typed)?.outside ?? typed;
      const cores = [typed, outside].flatMap((text) => find(text).cores);
      return first(cores, (core) => right.typo(core));
    },
    exchanged(typed) {
      if (typed.length > longest) return [];
      const texts = [typed, splitGlosses(typed)?.outside ?? typed];
      const cores = new Set(texts.flatMap((text) => [text, ...find(text).cores]));
      return [...cores].flatMap((core) => accepted.flatMap((text) => exchangesIn(core, text) ?? []));
    },
    preposition(typed) {
      const parts = typed.length > longest ? undefined : articles?.splitPreposition(typed);
      return parts !== undefined && isRight(parts.rest) ? parts.before : undefined;
    },
    other: (typed) => wrong.same(typed),
    otherTypo: (typed) => wrong.typo(typed)?.place,
  };
}

/** The characters in which two Chinese words of one length differ; undefined if they have none in common, or differ otherwise. */
function exchangesIn(typed: string, accepted: string): readonly (readonly Exchange[])[] | undefined {
  const [given, meant] = [typed, accepted].map((text) => [...plainTextOf(text).replace(/\s/g, '')]);
  if (given === undefined || meant === undefined || given.length !== meant.length) return undefined;
  const differing = given.flatMap((one, i) => (one === meant[i] ? [] : [[one, meant[i] ?? ''] as const]));
  const isHan = (text: string) => /^\p{Script=Han}$/u.test(text);
  if (differing.length === 0 || differing.length * 2 > given.length) return undefined;
  return differing.every(([one, other]) => isHan(one) && isHan(other)) ? [differing] : undefined;
}

/** The first thing found. */
function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The ways to write a text that say the same: `knowledge of common sense` is common sense knowledge. */
function waysToWrite(text: string): readonly string[] {
  const [, what, of] =
    /^([\p{L}\d -]+?) (?:of|at|in|for|during) (?:the )?([\p{L}\d -]+)$/u.exec(text.trim()) ?? [];
  const [, meaning] = standsFor.exec(text.trim()) ?? [];
  return [
    text,
    ...(what === undefined ? [] : [`${of} ${what}`]),
    ...(meaning === undefined ? [] : [meaning]),
  ];
}

/** What an abbreviation is said to stand for: `B stands for bidirectional`. */
const standsFor =
  /^[\p{L}\d-]{1,12}\s*(?:stands for|is short for|means|=|代表|是指|指的是|表示)\s*(?!=)(.+)$/iu;

/** True if one part of a text with brackets is right, and all others explain it. */
function isGlossed(typed: string, find: (text: string) => Found): boolean {
  const glossed = splitGlosses(typed);
  if (glossed === undefined) return false;
  const parts = [glossed.outside, ...glossed.glosses];
  return parts.some((answer, at) => {
    if (!find(answer).isRight) return false;
    return parts.every((part, i) => {
      if (i === at) return true;
      if (find(`${part} ${answer}`).isRight || find(`${answer} ${part}`).isRight) return true;
      const found = find(part);
      return !found.isOther() && (found.isRight || found.isAlong || isExplanation(part, answer));
    });
  });
}

/** What a text holds beside an answer. */
interface Found {
  readonly isRight: boolean;
  /** True if it holds another answer. */
  readonly isOther: () => boolean;
  /** True if it holds no answer, and nothing but what may stand along. */
  readonly isAlong: boolean;
  /** What is left without what may stand along: the shortest first. */
  readonly cores: readonly string[];
}

interface Compared {
  readonly right: Texts;
  readonly wrong: Texts;
  readonly along: Along;
  /** True of a word that may be a word of an accepted text, misspelt. */
  readonly isNear: (piece: string) => boolean;
}

function findCores(text: string, { right, wrong, along, isNear }: Compared): Found {
  const plain = plainTextOf(text);
  const tokens = tokensOf(plain);
  const { length } = tokens;
  const isWrong = wrong.same(text) !== undefined;
  if (length === 0 || length > mostTokens || right.same(text) !== undefined)
    return { isRight: right.same(text) !== undefined, isOther: () => isWrong, isAlong: false, cores: [] };
  const between = (from: number, to: number) => plain.slice(tokens[from]?.from, tokens[to - 1]?.to);
  // A number takes words of its question along, and no names for sorts: 46 heads are no 46 layers.
  const isAlone = (from: number, to: number) =>
    /\p{L}/u.test(between(from, to)) ||
    tokens.every(
      (_, i) => (from <= i && i < to) || (isLatin(between(i, i + 1)) && isSaid(between(i, i + 1))),
    );
  const isSaid = (piece: string) => along.isJoint(piece) || along.isAsked(piece);
  // Each span is asked for from both sides.
  const known = new Map<number, boolean>();
  const isRight = (from: number, to: number) => {
    const place = from * (mostTokens + 1) + to;
    const is = known.get(place) ?? (right.same(between(from, to)) !== undefined && isAlone(from, to));
    known.set(place, is);
    return is;
  };
  const joins = (from: number, to: number) => along.isJoint(between(from, to)) || isRight(from, to);
  const isBeside = (from: number, to: number, behind: boolean) => {
    const piece = between(from, to);
    return joins(from, to) || along.isAsked(piece) || (behind && along.isSort(piece) && !isNear(piece));
  };
  // What stands along with a doubt or a second answer may only join.
  const isSure = ([from, to]: Span) =>
    !isHedged(plain.slice(0, tokens[from]?.from).replace(/^[\s\p{P}]+/u, '')) &&
    !isHedged(plain.slice(tokens[to - 1]?.to).replace(/[\s\p{P}]+$/u, ''));
  const loose = spansBetween(length, isBeside);
  const strict = spansBetween(length, joins);
  const spans = [...loose.spans.filter(isSure), ...strict.spans].filter(([from, to]) => to - from < length);
  const others = () => spansOf(length).filter(([from, to]) => wrong.same(between(from, to)) !== undefined);
  return {
    // The name of another may be part of the right one: ERNIE of ERNIE Titan.
    isRight: spans.some(
      ([from, to]) => isRight(from, to) && !isWrong && others().every(([a, b]) => from <= a && b <= to),
    ),
    isOther: () => isWrong || others().length > 0,
    isAlong: (isHedged(text) ? strict : loose).isCovered,
    cores: spans
      .sort(([a, b], [c, d]) => b - a - (d - c))
      .slice(0, 4)
      .map(([from, to]) => between(from, to)),
  };
}

const isLatin = (piece: string) =>
  /^[a-z]+$/.test(piece) && !/^(?:per|(?:per)?cent|percentages?)$/.test(piece);

/** The most tokens of one piece: words of a term, or characters of a Chinese word. */
const longestPiece = 8;

/** The places up to which a text can be laid out in pieces from its start, 0 first. */
function reachedFrom(length: number, isPiece: (from: number, to: number) => boolean): readonly number[] {
  const reached = [0];
  for (let to = 1; to <= length; to++)
    if (reached.some((from) => to - from <= longestPiece && isPiece(from, to))) reached.push(to);
  return reached;
}

/** A run of tokens: from the first, up to the one behind the last. */
type Span = readonly [from: number, to: number];

/** The spans of a text around which all is laid out in pieces, and whether the whole text is. */
function spansBetween(
  length: number,
  isPiece: (from: number, to: number, behind: boolean) => boolean,
): { readonly spans: readonly Span[]; readonly isCovered: boolean } {
  const starts = reachedFrom(length, (from, to) => isPiece(from, to, false));
  const ends = reachedFrom(length, (from, to) => isPiece(length - to, length - from, true));
  const spans = starts.flatMap((from) => ends.map((left): Span => [from, length - left]));
  return { spans: spans.filter(([from, to]) => from < to), isCovered: starts.includes(length) };
}

function spansOf(length: number): readonly Span[] {
  const places = Array.from({ length }, (_, i) => i);
  return places.flatMap((from) =>
    places.slice(from, from + longestPiece).map((last): Span => [from, last + 1]),
  );
}
