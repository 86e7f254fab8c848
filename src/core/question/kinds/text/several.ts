import { type Lang, pickLanguage } from '#core/base/text.ts';
import { languageReadOf } from '#core/question/item.ts';
import type { Judgement, Outcome, Remark } from '#core/question/prompt.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { isAnotherWord } from '#core/question/typed/typo.ts';
import type { Wanting } from '../kind.ts';
import { reasonFor } from '../options.ts';
import { pairMost } from '../pair-most.ts';
import { type AnswerTexts, answerTextsOf, partsIn, partTextsOf } from './answers.ts';
import type { TextItem } from './index.ts';

/** A part of an answer as it was typed, and the parts of the key that it is right for. */
interface Piece {
  readonly given: string;
  readonly rightFor: readonly number[];
  /** Those that it is a misspelling of. */
  readonly typoOf: readonly Slip[];
}

interface Slip {
  readonly part: number;
  readonly meant: string;
  readonly words: readonly string[];
}

/** Judges an answer that is several things, in whatever order they are typed. */
export function judgeSeveral(
  item: TextItem,
  typed: string,
  lang: Lang,
  { words, simplify }: Dictionaries,
): Outcome | Wanting {
  const fold = simplify ?? ((text: string) => text);
  const parts = partTextsOf(item)(simplify);
  const isRight = (text: string) => parts.some(({ matcher }) => matcher.isRight(fold(text)));
  const isWhole = answerTextsOf(item)(simplify).matcher.isRight(fold(typed));
  const pieces = isWhole
    ? []
    : splitParts(typed, isRight, joinersOf(languageReadOf(item, lang))).map((given) =>
        readPiece(given, fold(given), parts),
      );
  const judge = (isSlip: (slip: Slip) => boolean) =>
    isWhole ? whole : judgePieces(item, pieces, lang, { simplify, isSlip });
  const without = judge(() => true);
  const isMissed = without.verdict !== 'correct' && /\p{Script=Han}/u.test(typed);
  if (isMissed && !item.exact && simplify === undefined)
    return { type: 'wanting', dictionary: 'simplify', without };
  const slips = pieces.flatMap(({ rightFor, typoOf }) => (rightFor.length > 0 ? [] : typoOf));
  if (slips.every((slip) => slip.words.length === 0)) return without;
  if (words === undefined) return { type: 'wanting', dictionary: 'words', without };
  const another = (slip: Slip) => slip.words.find((word) => isAnotherWord(word, slip.meant, words));
  const word = slips.map(another).find((one) => one !== undefined);
  if (word === undefined) return without;
  const insisted = judge((slip) => another(slip) === undefined);
  return { type: 'refused', reason: { why: 'another-word', word }, insisted };
}

/** An answer of several things with one of them as it is given, in the place of the part that it is. */
export function withPart(item: TextItem, lang: Lang, text: string, inPlaceOf = text): string {
  const keys = partsIn(item).map(([first]) => pickLanguage(first?.text ?? '', lang));
  const place = partTextsOf(item)(undefined).findIndex(({ matcher }) => matcher.isRight(inPlaceOf));
  return keys.with(Math.max(place, 0), text).join('; ');
}

const whole: Judgement = { type: 'judged', verdict: 'correct', remarks: [] };

function readPiece(given: string, folded: string, parts: readonly AnswerTexts[]): Piece {
  const rightFor = parts.flatMap(({ matcher }, part) => (matcher.isRight(folded) ? [part] : []));
  const typoOf = parts.flatMap(({ matcher, texts }, part) => {
    if (rightFor.length > 0 || matcher.other(folded) !== undefined) return [];
    const typo = matcher.typo(folded);
    return typo === undefined ? [] : [{ part, meant: texts[typo.place] ?? '', words: typo.words }];
  });
  return { given, rightFor, typoOf };
}

interface Judging {
  readonly simplify: Dictionaries['simplify'] | undefined;
  /** True if a misspelling is forgiven. */
  readonly isSlip: (slip: Slip) => boolean;
}

function judgePieces(
  item: TextItem,
  pieces: readonly Piece[],
  lang: Lang,
  { simplify, isSlip }: Judging,
): Judgement {
  const keys = partsIn(item).map(([first]) => pickLanguage(first?.text ?? '', lang));
  const fits = pieces.map(({ rightFor, typoOf }) => [
    ...rightFor,
    ...typoOf.filter(isSlip).map(({ part }) => part),
  ]);
  const partOf = pairMost(fits);
  const pieceOf = new Map([...partOf].map(([piece, part]) => [part, piece]));
  // Said twice is no other thing.
  const spare = pieces.filter((_, i) => !partOf.has(i) && fits[i]?.length === 0);
  const remarks: Remark[] = [];
  let used = 0;
  for (const [part, key] of keys.entries()) {
    const blank = `[${part + 1}]`;
    const piece = pieces[pieceOf.get(part) ?? -1];
    const given = piece?.given ?? spare[used++]?.given ?? '';
    remarks.push({ type: 'blank', blank, given, key, right: piece !== undefined });
    const slip = piece?.typoOf.find((one) => one.part === part && one.words.length > 0);
    if (slip !== undefined) remarks.push({ type: 'typo', typed: given, meant: slip.meant });
  }
  const { matcher, reasons } = answerTextsOf(item)(simplify);
  const reasonOf = ({ given }: Piece) => reasons[matcher.other(simplify?.(given) ?? given) ?? -1];
  for (const [i, piece] of spare.entries()) {
    const reason = reasonOf(piece);
    if (reason !== undefined) remarks.push(reasonFor(reason, lang));
    else if (i >= used) remarks.push(superfluous(piece.given, lang));
  }
  const isAll = partOf.size === keys.length && spare.length === 0;
  return { type: 'judged', verdict: isAll ? 'correct' : partOf.size === 0 ? 'wrong' : 'partial', remarks };
}

const superfluous = (given: string, lang: Lang): Remark => ({
  type: 'why',
  option: given,
  why: pickLanguage({ en: 'This is not one of them.', zh: '这不是其中之一。' }, lang),
});

/** The parts of a typed answer: separated by commas and the like, and within these by `and` where more is right then. */
function splitParts(
  typed: string,
  isRight: (text: string) => boolean,
  joiners: readonly RegExp[],
): readonly string[] {
  if (isRight(typed)) return [typed];
  return nonEmpty(typed.split(/\s*(?:,(?!\d)|[，;；、|\n])\s*/)).flatMap((piece) => {
    const count = (parts: readonly string[]) => parts.filter(isRight).length;
    const ways = [
      [piece],
      ...joiners.flatMap((joiner) => [
        nonEmpty(piece.split(joiner)),
        nonEmpty(splitBehindRight(piece, joiner, isRight)),
      ]),
    ];
    const [best = [piece]] = ways.filter((way) => way.length > 0).sort((a, b) => count(b) - count(a));
    return best;
  });
}

/** The parts between joints that a right part stands before: `Bosnien und Herzegowina und Serbien`. */
function splitBehindRight(
  text: string,
  joiner: RegExp,
  isRight: (text: string) => boolean,
): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: joint, index } of text.matchAll(new RegExp(joiner.source, `${joiner.flags}g`))) {
    if (index < from || !isRight(text.slice(from, index))) continue;
    parts.push(text.slice(from, index));
    from = index + joint.length;
  }
  return [...parts, text.slice(from)];
}

/** What may separate parts, and may be within one as well. */
const softly = [
  /(?:^|\s+)(?:and|&)\s+|\s*(?:以及|[&/+])\s*/i,
  /(?:^|\s+)(?:and|&)\s+|\s*(?:以及|[和与與及跟&/+])\s*/i,
];
const bySpaces = /\s+(?:and\s+)?/i;

/** Words that join parts in other languages, before the last of them and before the first. */
const joining: Readonly<Record<Lang, RegExp>> = {
  de: /(?:^|\s+)(?:und|sowie|u\.|als auch|bzw\.|sowohl)\s+|\s*[&/+]\s*/i,
  fr: /(?:^|\s+)(?:et|ainsi que|puis)\s+|\s*[&/+]\s*/i,
  es: /(?:^|\s+)(?:y|e|así como|además de)\s+|\s*[&/+]\s*/i,
  it: /(?:^|\s+)(?:e|ed|nonché)\s+|\s*[&/+]\s*/i,
  pt: /(?:^|\s+)(?:e|bem como)\s+|\s*[&/+]\s*/i,
  nl: /(?:^|\s+)(?:en|alsmede)\s+|\s*[&/+]\s*/i,
  ja: /\s*(?:および|及び|ならびに|並びに|そして|[とや・&/+＆])\s*(?:です)?/,
};

function joinersOf(lang: Lang): readonly RegExp[] {
  const base = lang.split('-', 1)[0] ?? lang;
  const own = Object.hasOwn(joining, base) ? joining[base] : undefined;
  return [...softly, ...(own === undefined ? [] : [own]), bySpaces];
}

const nonEmpty = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '');
