import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Fix } from '#core/base/diagnostic.ts';
import { oncePerPlace } from '#core/check/contract/once-per-place.ts';
import { type ItemFinding, perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon.ts';
import { type OptionSet, optionSets } from '#core/check/views/option-sets.ts';

export const itemFormatCue: Rule = {
  id: 'item/format-cue',
  severity: 'info',
  fixable: true,
  summary: 'The key ends with a full stop, and begins with a capital, where the distractors do.',
  why: 'A key that is written in another way than the distractors is told by its looks.',
  bad: choiceWith(['The pair with the highest count', 'The pair with the highest count.']),
  good: choiceDeck,
  check: perItemThat(['pick-one'], (located) => oncePerPlace(odd(located))),
};

function* odd(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSets(located)) {
    const cue = oddEnd(set) ?? oddStart(set);
    if (cue === undefined) continue;
    const fix = fixOf(located, set, cue);
    yield { at: set.key.path, message: cue.message, ...(fix === undefined ? {} : { fix }) };
  }
}

interface Cue {
  readonly message: string;
  readonly title: string;
  /** The key as the distractors are written; undefined where that takes a person. */
  readonly fixed?: string;
}

const endMark = /[.!?;:,。！？；：，…]$/;
const stop = /[.。]$/;
/** A full stop that belongs to the word before it, or to code. */
const abbreviation = /(?:\b(?:etc|al|e\.g|i\.e|vs|approx|Inc|Ltd|Co|Corp|Jr|No|\p{Lu}|[ap]\.m)|\d|\.\.)\.$/u;
/** What a full stop may follow. */
const wordEnd = /[\p{L}\p{M}\p{N}%)）”’」』]$/u;

function oddEnd({ key, distractors }: OptionSet): Cue | undefined {
  if (endMark.test(key.text)) {
    if (distractors.some((d) => !wordEnd.test(d.text)) || abbreviation.test(key.text)) return undefined;
    const mark = key.text.slice(-1);
    return {
      message: `only the key ends with \`${mark}\`, which marks it: take it away, or end all options alike`,
      title: 'take the full stop from the key',
      ...(stop.test(mark) && wordEnd.test(key.text.slice(0, -1)) ? { fixed: key.text.slice(0, -1) } : {}),
    };
  }
  const [mark, ...marks] = distractors.map((d) =>
    abbreviation.test(d.text) ? undefined : endMark.exec(d.text)?.[0],
  );
  if (mark === undefined || marks.some((m) => m !== mark) || !wordEnd.test(key.text)) return undefined;
  return {
    message: `only the key does not end with \`${mark}\`, which marks it: end all options alike`,
    title: 'end the key with a full stop',
    ...(stop.test(mark) ? { fixed: key.text + mark } : {}),
  };
}

const firstWord = /^(\p{Lu}?\p{Ll}*) (?=\p{Ll})/u;

/** Names keep their capitals: only where options begin with words that are no names does a capital mark one. */
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
    message: `only the key begins with a ${isCapital ? 'capital' : 'small letter'}, which marks it: begin all options alike`,
    title: `begin the key with a ${isCapital ? 'small letter' : 'capital'}`,
    fixed: (isCapital ? letter.toLowerCase() : letter.toUpperCase()) + key.text.slice(1),
  };
}

/** Writes the key as it should be, where it stands on one line as it reads. */
function fixOf({ source, path, place }: LocatedItem, { key }: OptionSet, cue: Cue): Fix | undefined {
  const whole = [...path, ...key.path];
  const written = source.written(whole) ?? '';
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (cue.fixed === undefined || written !== quote + key.text + quote) return undefined;
  const { start } = place(...key.path);
  const edit = { start, end: start + written.length, text: quote + cue.fixed + quote };
  return { title: cue.title, edits: [edit], expects: { type: 'set', path: whole, value: cue.fixed } };
}
