import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { formatCount } from '#core/base/format-count.ts';
import type { Text } from '#core/base/text.ts';
import { type Finding, lookAtEachItem, placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { lengthOf } from '#core/check/language/words.ts';
import { mostOfText, overlongIn } from '#core/check/rules/schema/overlong.ts';
import { findInText } from '#core/check/views/file-texts.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const mostOfStem = 400;
const mostOfOption = 160;

export const schemaLength: Rule = {
  id: 'schema/length',
  severity: 'info',
  sometimes: 'error',
  keepsOut: 'question',
  summary:
    'Stems should have at most 400 characters, options 160, any text 4,000; a Chinese character counts as two.',
  why: 'Long stems test reading, long options give themselves away, and pages of text do not fit on a screen. A question with a text over 4,000 is not checked further until it is shorter.',
  bad: makeSampleDeck(
    'What does BPE stand for?',
    `What ${'very '.repeat(80)}often used scheme is called BPE?`,
  ),
  good: makeSampleDeck(
    'What does BPE stand for?',
    `What ${'very '.repeat(70)}often used scheme is called BPE?`,
  ),
  check: lookAtEachItem(inQuestion, inFiles),
};

function* inFiles({ files }: LocatedBank): Generator<Finding> {
  for (const source of files)
    for (const found of overlongIn(source)) {
      const message = `this text has ${formatCount(lengthOf(found.text), 'character')}, too many to show; shorten it to at most 4,000`;
      yield { ...findInText(found, message), severity: 'error' };
    }
}

function* inQuestion(located: LocatedItem): Generator<Finding> {
  const { item } = located;
  for (const [text, at] of written(item.stem, ['stem'])) {
    if (!isOver(text, mostOfStem)) continue;
    const message = `this stem has ${formatCount(lengthOf(text), 'character')}; shorten it to at most ${mostOfStem} by dropping what is not needed to answer`;
    yield placeInItem(located, { at, message });
  }
  for (const option of kindOf(item).options?.(item) ?? [])
    for (const [text, at] of written(option.text, option.path)) {
      if (!isOver(text, mostOfOption)) continue;
      const message = `this option has ${formatCount(lengthOf(text), 'character')}; shorten it to at most ${mostOfOption}, keeping what sets it apart`;
      yield placeInItem(located, { at, message });
    }
}

/** Returns whether a text is too long for its field, but not so long that it is reported as a text. */
function isOver(text: string, most: number): boolean {
  if (text.length * 2 <= most) return false;
  const length = lengthOf(text);
  return length > most && length <= mostOfText;
}

function written(text: Text, path: DataPath): readonly (readonly [string, DataPath])[] {
  if (typeof text === 'string') return [[text, path]];
  return Object.entries(text).map(([lang, words]) => [words, [...path, lang]]);
}
