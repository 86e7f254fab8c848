import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Fix } from '#core/base/diagnostic.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon/index.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemFormatCue: Rule = {
  id: 'item/format-cue',
  severity: 'info',
  fixable: true,
  summary: 'The correct answer should begin and end in the same style as the distractors.',
  why: 'A correct answer that is formatted differently stands out.',
  bad: makeChoiceDeck(['The pair with the highest count', 'The pair with the highest count.']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(odd(located))),
};

function* odd(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const cue = oddEnd(set) ?? oddStart(set);
    if (cue === undefined) continue;
    const fix = fixOf(located, set, cue);
    yield { at: set.key.path, message: cue.message, ...(fix === undefined ? {} : { fix }) };
  }
}

interface Cue {
  readonly message: string;
  readonly title: string;
  /** The correct answer formatted like the distractors; undefined if only a person can tell how. */
  readonly fixed?: string;
}

const endMark = /[.!?;:,。！？；：，…]$/;
const stop = /[.。]$/;
/** A full stop that belongs to the word before it, or to code. */
const abbreviation = /(?:\b(?:etc|al|e\.g|i\.e|vs|approx|Inc|Ltd|Co|Corp|Jr|No|\p{Lu}|[ap]\.m)|\d|\.\.)\.$/u;
/** The characters that a full stop may follow. */
const wordEnd = /[\p{L}\p{M}\p{N}%)）”’」』]$/u;

function oddEnd({ key, distractors }: OptionSet): Cue | undefined {
  if (endMark.test(key.text)) {
    if (distractors.some((d) => !wordEnd.test(d.text)) || abbreviation.test(key.text)) return undefined;
    const mark = key.text.slice(-1);
    return {
      message: `only the correct answer ends with \`${mark}\`; remove it or end all options the same way`,
      title: 'remove the full stop from the correct answer',
      ...(stop.test(mark) && wordEnd.test(key.text.slice(0, -1)) ? { fixed: key.text.slice(0, -1) } : {}),
    };
  }
  const [mark, ...marks] = distractors.map((d) =>
    abbreviation.test(d.text) ? undefined : endMark.exec(d.text)?.[0],
  );
  if (mark === undefined || marks.some((m) => m !== mark) || !wordEnd.test(key.text)) return undefined;
  return {
    message: `only the correct answer does not end with \`${mark}\`; end all options the same way`,
    title: 'end the correct answer with a full stop',
    ...(stop.test(mark) ? { fixed: key.text + mark } : {}),
  };
}

const firstWord = /^(\p{Lu}?\p{Ll}*) (?=\p{Ll})/u;

/** Finds an odd first letter. Names keep their capitals, so only function words at the start of options count. */
function oddStart({ key, distractors, lang }: OptionSet): Cue | undefined {
  const { functionWords } = lexiconOf(lang);
  const plain = (text: string) => {
    const word = firstWord.exec(text)?.[1] ?? '';
    return functionWords.has(word.toLowerCase()) ? word : undefined;
  };
  const first = plain(key.text);
  if (first === undefined || first === '') return undefined;
  const isCapital = /^\p{Lu}/u.test(first);
  const unlike = isCapital
    ? distractors.every(({ text }) => /^\p{Ll}+(?![\p{L}\p{N}-])/u.test(text))
    : distractors.every(({ text }) => /^\p{Lu}/u.test(plain(text) ?? ''));
  if (!unlike) return undefined;
  const letter = key.text.slice(0, 1);
  return {
    message: `only the correct answer begins with a ${isCapital ? 'capital' : 'small'} letter; begin all options the same way`,
    title: `begin the correct answer with a ${isCapital ? 'small' : 'capital'} letter`,
    fixed: (isCapital ? letter.toLowerCase() : letter.toUpperCase()) + key.text.slice(1),
  };
}

/** Returns the fix that rewrites the correct answer, if it is written on one line as it reads. */
function fixOf({ source, path, place }: LocatedItem, { key }: OptionSet, cue: Cue): Fix | undefined {
  const whole = [...path, ...key.path];
  const written = source.written(whole) ?? '';
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (cue.fixed === undefined || written !== quote + key.text + quote) return undefined;
  const { start } = place(...key.path);
  const edit = { start, end: start + written.length, text: quote + cue.fixed + quote };
  return { title: cue.title, edits: [edit], expects: { type: 'set', path: whole, value: cue.fixed } };
}
